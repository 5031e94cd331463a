"""One report's files to one Document: read, join cover and body, understand the structure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from knowledge.reports.document import Document, Footnote, Metadata
from knowledge.reports.errors import EmptyFile, UnreadableReport
from knowledge.reports.first_page import complete
from knowledge.reports.raw import RawBlock, RawDocument
from knowledge.reports.readers import read
from knowledge.reports.sources import ReportFiles, Skipped, content_hash
from knowledge.reports.structure import sections

VERSION = "4"
"""Changes when reading or storing changes, so that stored reports are read again."""

_COVER_CHARACTERS = 6000


@dataclass(frozen=True, slots=True)
class Loaded:
    """A document, and those of its files that could not be read."""

    document: Document
    skipped: tuple[Skipped, ...] = ()


def fingerprint(parts: Sequence[bytes], known: Metadata | None) -> str:
    """Return what changes when a report must be stored anew: contents and version of this code, metadata."""
    return f"{content_hash(parts, VERSION)} {content_hash((), repr(known))}"


def is_stored(stored: str | None, parts: Sequence[bytes], known: Metadata | None) -> bool:
    """Whether a report of the fingerprint `stored` can stay: without a catalogue, what one said before holds
    as long as the files are the same.
    """
    read = fingerprint(parts, known)
    return stored == read or (known is None and (stored or "").split()[:1] == read.split()[:1])


def load(report: ReportFiles, parts: Sequence[bytes | UnreadableReport], known: Metadata | None) -> Loaded:
    """Return the document made of `parts`, the contents of the report's files in their order.

    Raises the first file's error when none of the files can be read.
    """
    raws: list[tuple[str, RawDocument]] = []
    skipped: list[Skipped] = []
    errors: list[UnreadableReport] = []
    for file, data in zip(report.files, parts, strict=True):
        try:
            if isinstance(data, UnreadableReport):
                raise data
            raws.append((file.name, read(data, file.name)))
        except UnreadableReport as error:
            errors.append(error)
            skipped.append(Skipped(file.name, str(error)))
    if not raws:
        raise errors[0] if errors else EmptyFile("no file")
    # The cover letter first, whichever file it is in.
    raws.sort(key=lambda pair: _characters(pair[1]) > _COVER_CHARACTERS)
    whole = _joined([raw for _, raw in raws])
    hash_ = fingerprint([data for data in parts if isinstance(data, bytes)], known)
    document = Document(
        metadata=complete(known, report.key, whole),
        sections=sections(whole.blocks),
        footnotes=whole.footnotes,
        files=tuple(name for name, _ in raws),
        pages=whole.pages,
        content_hash=hash_,
        warnings=whole.warnings,
    )
    return Loaded(document, tuple(skipped))


def _characters(raw: RawDocument) -> int:
    return sum(len(block.text) + sum(len(cell) for row in block.grid for cell in row) for block in raw.blocks)


def _joined(raws: Sequence[RawDocument]) -> RawDocument:
    if len(raws) == 1:
        return raws[0]
    blocks: list[RawBlock] = []
    notes: list[Footnote] = []
    for index, raw in enumerate(raws):
        # Notes are numbered anew in each file.
        prefix = "" if index == len(raws) - 1 else f"{index + 1}:"
        blocks.extend(replace(b, footnotes=tuple(prefix + mark for mark in b.footnotes)) for b in raw.blocks)
        notes.extend(Footnote(prefix + note.mark, note.text) for note in raw.footnotes)
    warnings = tuple(warning for raw in raws for warning in raw.warnings)
    return RawDocument(tuple(blocks), tuple(notes), raws[-1].properties, raws[-1].pages, warnings)
