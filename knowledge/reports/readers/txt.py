"""Plain-text reports: blank lines part paragraphs, form feeds part pages, columns of numbers are tables."""

import re
from collections.abc import Iterator
from itertools import pairwise

from knowledge.reports.raw import RawBlock, RawDocument
from knowledge.reports.readers.html import decode
from knowledge.text import clean

_BULLET = re.compile(r"^\s*[•●▪■◦*–—-]\s+")
_COLUMNS = re.compile(r"\t+| {3,}|\s*\|\s*")
_NARROW_COLUMNS = re.compile(r"\t+| {2,}")
_NARROW_CELL = 22
"""Letters of most cells in columns two spaces apart: two spaces stand between sentences too."""
_LETTER_LINE = re.compile(
    r"^\s*(?:objet|r[ée]f(?:[ée]rences?)?|[nv]/r[ée]f|p\.? ?j|(?:dossier|affaire) suivie? par)\s*\.?\s*:",
    re.IGNORECASE,
)
"""Line of a letterhead that has a name of its own."""
_SHORT_LINE = 0.7
"""Of the usual width: a line that ends before it, though the next word had room, ends its paragraph."""
_UNWRAPPED = 200
"""Usual width of a text whose every line is a paragraph."""
_UNDERLINE = re.compile(r"^\s*([=\-~_*])\1{3,}\s*$")
_MARKDOWN = re.compile(r"^(#{1,6})\s+(.+)$")


def read_txt(data: bytes) -> RawDocument:
    """Parse a text file of any usual encoding; never fails, an empty result is the caller's to judge."""
    text = decode(data).replace("\r\n", "\n").replace("\r", "\n")
    pages = text.split("\f")
    paged = len(pages) > 1
    width = _usual_width(text)
    blocks = [b for n, page in enumerate(pages, 1) for b in _page_blocks(page, n if paged else None, width)]
    return RawDocument(tuple(blocks), pages=len(pages) if paged else None)


def _usual_width(text: str) -> int:
    lengths = sorted(
        len(line) for line in text.split("\n") if line.strip() and not _COLUMNS.search(line.strip())
    )
    return lengths[len(lengths) * 9 // 10] if lengths else 0


def _page_blocks(text: str, page: int | None, width: int) -> Iterator[RawBlock]:
    for chunk in re.split(r"\n\s*\n", text):
        lines = [line for line in chunk.split("\n") if line.strip()]
        if lines:
            yield from _chunk_blocks(lines, page, width)


def _rows(lines: list[str]) -> list[list[str]]:
    """The cells of each line, where most have several; empty where the lines are no table."""
    lines = [line for line in lines if not _UNDERLINE.match(line)]
    rows = [_cells(line, _NARROW_COLUMNS) for line in lines]
    cells = [cell for row in rows for cell in row[1:]]
    if sum(len(cell) <= _NARROW_CELL for cell in cells) < 0.8 * len(cells):
        rows = [_cells(line, _COLUMNS) for line in lines]
    if len(rows) < 2 or sum(len(row) >= 2 for row in rows) < 0.8 * len(rows):
        return []
    width = max(map(len, rows))
    # A row of headings may leave the corner empty.
    return [
        ["", *row] if line[:2].isspace() and len(row) < width else row
        for line, row in zip(lines, rows, strict=True)
    ]


def _cells(line: str, columns: re.Pattern[str]) -> list[str]:
    return (_COLUMNS if "|" in line else columns).split(line.strip().strip("|").strip())


def _chunk_blocks(lines: list[str], page: int | None, width: int) -> Iterator[RawBlock]:
    rows = _rows(lines)
    if rows:
        yield RawBlock(
            kind="table", grid=tuple(tuple(map(clean, row)) for row in rows), page=page, style="table"
        )
        return
    if len(lines) >= 2 and _UNDERLINE.match(lines[1]):
        yield RawBlock(
            clean(lines[0]), style="underlined", emphasis=True, level=_underline_level(lines[1]), page=page
        )
        lines = lines[2:]
    for group in _items(lines, width):
        block = _block(group, page)
        if block.text:
            yield block


def _underline_level(line: str) -> int:
    return 1 if line.strip()[0] == "=" else 2


def _items(lines: list[str], width: int) -> Iterator[list[str]]:
    if any(_ends_early(first, second, width) and _goes_on(second) for first, second in pairwise(lines)):
        width = max(map(len, lines))  # prose in a narrow column
    current: list[str] = []
    for line in lines:
        begins = _BULLET.match(line) or _MARKDOWN.match(line)
        if current and (begins or _MARKDOWN.match(current[0]) or _ends_paragraph(current[-1], line, width)):
            yield current
            current = []
        current.append(line)
    if current:
        yield current


def _ends_paragraph(line: str, following: str, width: int) -> bool:
    if width > _UNWRAPPED or _LETTER_LINE.match(following):
        return True
    return _ends_early(line, following, width) and not _goes_on(following)


def _ends_early(line: str, following: str, width: int) -> bool:
    word = following.split()[0]
    return not line.endswith("-") and len(line.rstrip()) + 1 + len(word) <= _SHORT_LINE * width


def _goes_on(line: str) -> bool:
    """Whether a line can only go on from the one above: « à » alone stands above an addressee."""
    return line.strip()[:1].islower() and len(line.strip()) > 1


def _block(lines: list[str], page: int | None) -> RawBlock:
    heading = _MARKDOWN.match(lines[0])
    if heading:
        return RawBlock(clean(heading.group(2)), level=len(heading.group(1)), style="markdown", page=page)
    bullet = _BULLET.match(lines[0])
    text = clean(" ".join(_BULLET.sub("", line) if i == 0 else line for i, line in enumerate(lines)))
    return RawBlock(
        re.sub(r"(\w)- (?=[a-zà-ÿ])", r"\1", text) if _hyphenated(lines) else text,
        list_item=bool(bullet),
        page=page,
    )


def _hyphenated(lines: list[str]) -> bool:
    return any(re.search(r"[a-zà-ÿ]-$", line.rstrip()) for line in lines[:-1])
