"""The document model every reader produces and every extractor reads.

A document is a flat list of sections in reading order; the tree is in each section's `level` and `path`.
Everything that can be quoted carries a `Locator`, which stays the same as long as the file stays the same.
Text is clean: one space between words, no soft hyphens, no footnote calls glued to words, no-break spaces
turned into ordinary ones.
"""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Locator:
    """Where a passage stands, for people (`label`) and for links (`anchor`).

    `section` and `block` are ordinals from 0 in the document and in the section; `path` is the heading
    path down to the section; `number` the section number as printed (« 2.1.3 », « II-B »); `page` the
    page of the file from 1, where the format has pages.
    """

    section: int
    block: int
    path: tuple[str, ...] = ()
    number: str | None = None
    page: int | None = None

    @property
    def anchor(self) -> str:
        """Identifier usable in a URL fragment, unique in the report: `s12-b3`."""
        return f"s{self.section}-b{self.block}"

    @property
    def label(self) -> str:
        """What a reader needs to find the place: number and title of the section, and the page."""
        title = self.path[-1] if self.path else ""
        number = self.number if self.number and not title.startswith(self.number) else None
        parts = [" ".join(part for part in (number, title) if part)]
        if self.page is not None:
            parts.append(f"p. {self.page}")
        return ", ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph or list item. `footnotes` are the marks called in it, resolved in `Document.footnotes`.

    `emphasis` says the whole paragraph is printed bold, italic or underlined: often a heading or a finding.
    """

    text: str
    locator: Locator
    list_item: bool = False
    emphasis: bool = False
    footnotes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its heading rows apart. Every row has the same number of cells, merged ones repeated.

    `caption` is the title printed over it, `unit` the unit stated for the whole table (« en k€ »), as
    printed, and `note` the line under it (« Source : comptes administratifs »).
    """

    header: tuple[tuple[str, ...], ...]
    rows: tuple[tuple[str, ...], ...]
    locator: Locator
    caption: str | None = None
    unit: str | None = None
    note: str | None = None
    footnotes: tuple[str, ...] = ()

    def column_heading(self, column: int) -> str:
        """Heading of a column: its cells in the heading rows from top to bottom, without repetition."""
        parts: list[str] = []
        for row in self.header:
            cell = row[column] if column < len(row) else ""
            if cell and cell not in parts:
                parts.append(cell)
        return " – ".join(parts)


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it before the next heading.

    The first section of a document may have no title (what precedes the first heading). `level` is 1 for
    the top headings, 0 for that first part; `path` is the titles from the top down to and with this one.
    `title` keeps the words only, `number` what was printed before them.
    """

    ordinal: int
    level: int
    title: str
    number: str | None
    path: tuple[str, ...]
    blocks: tuple[Block, ...]
    page: int | None = None

    @property
    def locator(self) -> Locator:
        """Locator of the heading itself, that is of the section's beginning."""
        return Locator(self.ordinal, 0, self.path, self.number, self.page)

    def paragraphs(self) -> Iterator[Paragraph]:
        """The section's paragraphs, in order."""
        return (block for block in self.blocks if isinstance(block, Paragraph))

    def tables(self) -> Iterator[Table]:
        """The section's tables, in order."""
        return (block for block in self.blocks if isinstance(block, Table))


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note at the foot of a page or at the end, under the mark that calls it (« 10 », « * »)."""

    mark: str
    text: str


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of a report beside its text: from a catalogue, the file, or its first page.

    `key` identifies the report (file stem without part number). `type` and `jurisdiction` are as the source
    states them (« Rapport d'observations définitives », « CRC Bretagne »), None where nothing says.
    """

    key: str
    title: str
    date: datetime.date | None = None
    type: str | None = None
    jurisdiction: str | None = None
    publisher: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One report, whatever its files were. `files` are the names it was read from, in reading order."""

    metadata: Metadata
    sections: tuple[Section, ...]
    footnotes: tuple[Footnote, ...] = ()
    files: tuple[str, ...] = ()
    pages: int | None = None
    content_hash: str = ""
    warnings: tuple[str, ...] = ()

    def paragraphs(self) -> Iterator[Paragraph]:
        """Every paragraph in reading order."""
        for section in self.sections:
            yield from section.paragraphs()

    def tables(self) -> Iterator[Table]:
        """Every table in reading order."""
        for section in self.sections:
            yield from section.tables()

    @property
    def words(self) -> int:
        """Number of words of paragraphs and table cells: a text layer with next to none is a scan."""
        count = sum(len(paragraph.text.split()) for paragraph in self.paragraphs())
        for table in self.tables():
            count += sum(len(cell.split()) for row in (*table.header, *table.rows) for cell in row)
        return count
