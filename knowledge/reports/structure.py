"""From the flat stream of blocks a reader hands over to the sections of a document."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from knowledge.reports.document import Block, Locator, Paragraph, Section, Table
from knowledge.reports.grids import align, find_unit, is_caption, is_note, is_prose, is_unit
from knowledge.reports.headings import mark_headings, spaced_out, split_number
from knowledge.reports.raw import RawBlock
from knowledge.text import fold

_CONTENTS = re.compile(r"^(sommaire|table des mati[eè]res|table of contents|contents)\W*$", re.IGNORECASE)
_CONTENTS_LINE = re.compile(r"(\.{3,}|…+|\s|_{3,})\s*\d{1,3}\s*$")
_LEADER = re.compile(r"(\.{6,}|(\. ){6,}|…{3,}|_{8,})\s*\d{1,3}(\s|$)")
_MAX_CAPTION = 200


def sections(blocks: Sequence[RawBlock]) -> tuple[Section, ...]:
    """Return the document's sections: headings found, contents dropped, tables aligned and captioned."""
    stream = mark_headings(list(_without_contents(_unwrapped(blocks))))
    builder = _Builder()
    index = 0
    while index < len(stream):
        index = builder.take(stream, index)
    return builder.finish()


def _unwrapped(blocks: Sequence[RawBlock]) -> Iterator[RawBlock]:
    # Text laid out in a table (covers, boxed syntheses) becomes the paragraphs it is.
    for block in blocks:
        if block.kind == "text" or not is_prose(block.grid):
            yield block
            continue
        for row in block.grid:
            for cell in dict.fromkeys(row):
                if cell:
                    yield RawBlock(cell, style="td", page=block.page)


def _without_contents(blocks: Iterator[RawBlock]) -> Iterator[RawBlock]:
    stream = list(blocks)
    index = 0
    while index < len(stream):
        if _CONTENTS.match(spaced_out(stream[index].text)):
            index += 1
            while index < len(stream) and any(map(_is_contents_line, stream[index : index + 4])):
                index += 1
            continue
        # Dotted lines to a page number are contents even where no heading announces them.
        if not _LEADER.search(stream[index].text):
            yield stream[index]
        index += 1


def _is_contents_line(block: RawBlock) -> bool:
    if block.kind == "table":
        return all(re.fullmatch(r"\d{0,3}", row[-1]) for row in block.grid)
    return len(block.text) < 250 and bool(_CONTENTS_LINE.search(block.text))


@dataclass
class _Builder:
    """Collects blocks under the current heading path."""

    done: list[Section] = field(default_factory=list)
    path: list[tuple[int, str]] = field(default_factory=list)
    level: int = 0
    title: str = ""
    number: str | None = None
    page: int | None = None
    blocks: list[Block] = field(default_factory=list)

    def take(self, stream: Sequence[RawBlock], index: int) -> int:
        """Take the block at `index`, with what belongs to it; return the index of the next."""
        block = stream[index]
        if block.kind == "table":
            self._table(block, None, None)
            return index + 1 + self._note(stream, index + 1)
        if block.level is not None:
            self._heading(block)
            return index + 1
        captioned = self._captioned_table(stream, index)
        if captioned:
            return captioned
        self._paragraph(block)
        return index + 1

    def finish(self) -> tuple[Section, ...]:
        """Return the sections collected; untitled ones without content are left out."""
        self._close()
        return tuple(self.done)

    def _close(self) -> None:
        if self.blocks or self.title:
            titles = tuple(title for _, title in self.path)
            section = Section(
                len(self.done), self.level, self.title, self.number, titles, tuple(self.blocks), self.page
            )
            self.done.append(section)
        self.blocks = []

    def _heading(self, block: RawBlock) -> None:
        level = block.level or 1
        if not self.blocks and self.done and self.level == level and fold(self.title) == fold(block.text):
            return
        self._close()
        number, title = split_number(spaced_out(block.text))
        self.path = [*(pair for pair in self.path if pair[0] < level), (level, title)]
        self.level, self.title, self.number, self.page = level, title, number, block.page

    def _locator(self, block: RawBlock) -> Locator:
        path = tuple(title for _, title in self.path)
        return Locator(len(self.done), len(self.blocks), path, self.number, block.page)

    def _paragraph(self, block: RawBlock) -> None:
        paragraph = Paragraph(
            block.text, self._locator(block), block.list_item, block.emphasis, block.footnotes
        )
        self.blocks.append(paragraph)

    def _captioned_table(self, stream: Sequence[RawBlock], index: int) -> int | None:
        # One or two lines before a table: its caption, its unit, in either order.
        lead = _lead(stream, index)
        if lead == 0:
            return None
        lines = stream[index : index + lead]
        unit = next((line.text for line in lines if is_unit(line.text)), None)
        caption = " ".join(line.text for line in lines if line.text != unit) or None
        table = stream[index + lead]
        self._table(table, caption, unit)
        return index + lead + 1 + self._note(stream, index + lead + 1)

    def _table(self, block: RawBlock, caption: str | None, unit: str | None) -> None:
        grid = align(block.grid)
        caption = " – ".join(part for part in (caption, grid.caption) if part) or None
        corner = grid.header[0][0] if grid.header else ""
        found = unit or find_unit(
            caption or "", corner, *(cell for row in grid.header[:1] for cell in row[1:2])
        )
        self.blocks.append(
            Table(grid.header, grid.rows, self._locator(block), caption, found, None, block.footnotes)
        )

    def _note(self, stream: Sequence[RawBlock], index: int) -> int:
        if index >= len(stream) or stream[index].kind == "table" or stream[index].level is not None:
            return 0
        if not is_note(stream[index].text):
            return 0
        last = self.blocks[-1]
        if isinstance(last, Table):
            self.blocks[-1] = Table(
                last.header,
                last.rows,
                last.locator,
                last.caption,
                last.unit,
                stream[index].text,
                last.footnotes,
            )
        return 1


def _lead(stream: Sequence[RawBlock], index: int) -> int:
    """Return how many lines from `index` on are the caption and unit of a table, 0 when none."""
    for count in (1, 2):
        if index + count >= len(stream):
            return 0
        block = stream[index + count - 1]
        if block.kind == "table" or block.level is not None or not _may_caption(block, first=count == 1):
            return 0
        if stream[index + count].kind == "table":
            return count
    return 0


def _may_caption(block: RawBlock, first: bool) -> bool:
    text = block.text
    if is_note(text):
        return False
    if is_caption(text) or is_unit(text):
        return True
    styled = (
        "caption" in block.style or re.search(r"titre-?(du-)?tab|tableau|légende", block.style) is not None
    )
    short = len(text) < _MAX_CAPTION and not text.endswith((".", ";", ",")) and not block.list_item
    return short and (styled or not text.endswith(":") and first)
