"""Plain-text reports: blank lines part paragraphs, form feeds part pages, columns of numbers are tables."""

import re
from collections.abc import Iterator

from knowledge.reports.raw import RawBlock, RawDocument
from knowledge.reports.readers.html import decode
from knowledge.text import clean

_BULLET = re.compile(r"^\s*[•●▪■◦*–—-]\s+")
_COLUMNS = re.compile(r"\t+| {3,}|\s*\|\s*")
_UNDERLINE = re.compile(r"^\s*([=\-~_*])\1{3,}\s*$")
_MARKDOWN = re.compile(r"^(#{1,6})\s+(.+)$")


def read_txt(data: bytes) -> RawDocument:
    """Parse a text file of any usual encoding; never fails, an empty result is the caller's to judge."""
    text = decode(data).replace("\r\n", "\n").replace("\r", "\n")
    pages = text.split("\f")
    paged = len(pages) > 1
    blocks = [b for n, page in enumerate(pages, 1) for b in _page_blocks(page, n if paged else None)]
    return RawDocument(tuple(blocks), pages=len(pages) if paged else None)


def _page_blocks(text: str, page: int | None) -> Iterator[RawBlock]:
    for chunk in re.split(r"\n\s*\n", text):
        lines = [line for line in chunk.split("\n") if line.strip()]
        if lines:
            yield from _chunk_blocks(lines, page)


def _chunk_blocks(lines: list[str], page: int | None) -> Iterator[RawBlock]:
    rows = [_COLUMNS.split(line.strip().strip("|").strip()) for line in lines if not _UNDERLINE.match(line)]
    if len(rows) >= 2 and sum(len(row) >= 2 for row in rows) >= 0.8 * len(rows):
        yield RawBlock(
            kind="table", grid=tuple(tuple(map(clean, row)) for row in rows), page=page, style="table"
        )
        return
    if len(lines) >= 2 and _UNDERLINE.match(lines[1]):
        yield RawBlock(
            clean(lines[0]), style="underlined", emphasis=True, level=_underline_level(lines[1]), page=page
        )
        lines = lines[2:]
    for group in _items(lines):
        block = _block(group, page)
        if block.text:
            yield block


def _underline_level(line: str) -> int:
    return 1 if line.strip()[0] == "=" else 2


def _items(lines: list[str]) -> Iterator[list[str]]:
    current: list[str] = []
    for line in lines:
        if current and (_BULLET.match(line) or _MARKDOWN.match(line) or _MARKDOWN.match(current[0])):
            yield current
            current = []
        current.append(line)
    if current:
        yield current


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
