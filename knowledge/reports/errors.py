"""What can be wrong with a file of reports; every message can be shown to the operator as it is."""

import sqlite3
from pathlib import Path


class ReportError(Exception):
    """Anything that stops one report, or the base, with a reason for people."""


class UnreadableReport(ReportError):
    """A file whose text cannot be had: it is named with its reason and skipped, the others go in."""


class EmptyFile(UnreadableReport):
    """A file of zero bytes, or with no words in it."""


class UnknownFormat(UnreadableReport):
    """Content that is neither HTML, PDF, DOCX nor text."""


class TooLarge(UnreadableReport):
    """A file past the size limits, or an archive that would swell past them."""


class BrokenFile(UnreadableReport):
    """A truncated or damaged file, or one its library cannot parse."""


class EncryptedFile(UnreadableReport):
    """A file that needs a password."""


class NoTextLayer(UnreadableReport):
    """A PDF made of images: optical character recognition would be needed first."""


class UnsafePath(UnreadableReport):
    """An archive member that would be written outside the archive's folder."""


class MetadataError(ReportError):
    """A catalogue (CSV) without the columns needed, or a line that cannot be read."""


class BaseLocked(ReportError):
    """Another process is writing to the report base."""


class BaseUnavailable(ReportError):
    """The report base is missing, damaged, of another version, or the disk is full."""

    @classmethod
    def because(cls, path: Path, error: sqlite3.Error) -> "BaseUnavailable":
        """What SQLite says of the base at `path`, with what to do about it."""
        text = str(error)
        if "disk is full" in text or "disk I/O" in text:
            return cls("the disk is full: nothing of the last report was stored; free space and start again")
        if "malformed" in text or "not a database" in text:
            return cls(
                f"{path} is damaged ({text}): put a backup in its place, or delete it and add the reports"
                " again"
            )
        return cls(f"{path} cannot be used: {text}")
