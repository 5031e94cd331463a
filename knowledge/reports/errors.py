"""What can be wrong with a file of reports; every message can be shown to the operator as it is."""


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
    """The report base is missing, of another version, or the disk is full."""
