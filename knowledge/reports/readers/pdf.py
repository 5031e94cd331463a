"""PDF reports with a text layer: lines become paragraphs, aligned rows become tables, page furniture goes."""

import io
import logging
import re
from collections import Counter
from collections.abc import Iterator
from itertools import groupby, pairwise

import pypdf
from pdfminer.high_level import extract_pages
from pdfminer.layout import LAParams
from pdfminer.pdfexceptions import PDFException

from knowledge.reports.document import Footnote
from knowledge.reports.errors import BrokenFile, EncryptedFile, NoTextLayer, TooLarge
from knowledge.reports.raw import RawBlock, RawDocument
from knowledge.reports.readers.pdf_layout import Line, page_lines
from knowledge.reports.readers.pdf_tables import split_tables

_COMPOUND = frozenset(
    """ci là celui celle ceux celles peut est après avant demi sous non vice grand mi semi ex quasi au
    lui elle eux elles chef rendez court""".split()
)
logging.getLogger("pypdf").setLevel(logging.ERROR)

MAX_PAGES = 3000
"""More pages than any report has; past it the file is refused."""

_MIN_CHARACTERS_PER_PAGE = 20
_PAGE_NUMBER = re.compile(r"^\W*(page\s*)?\d{1,4}\s*([/|]\s*\d{1,4}|sur \d{1,4})?\W*$", re.IGNORECASE)
_NOTE = re.compile(r"^(\d{1,3})[.) ]\s*(?=\S)")
_BULLET = re.compile(r"^[•●▪■◦○‣⁃\uf0b7\uf0a7\uf02d\uf0d8✓➢–—-]\s*(?=\S)")


def read_pdf(data: bytes) -> RawDocument:
    """Parse a PDF; raises EncryptedFile, NoTextLayer (a scan), TooLarge or BrokenFile with the reason."""
    properties, count = _open(data)
    try:
        layout = LAParams(boxes_flow=None, char_margin=1.6, line_margin=0.1)
        pages = [
            page_lines(page, i) for i, page in enumerate(extract_pages(io.BytesIO(data), laparams=layout), 1)
        ]
    except (
        PDFException,
        ValueError,
        KeyError,
        TypeError,
        IndexError,
        AttributeError,
        RecursionError,
    ) as error:
        raise BrokenFile(f"damaged PDF: {error}") from error
    characters = sum(len(line.text) for page in pages for line in page)
    if characters < _MIN_CHARACTERS_PER_PAGE * max(1, len(pages)):
        raise NoTextLayer(f"no text layer: {count} page(s) of images, character recognition needed first")
    body_size = _body_size(pages)
    notes: list[Footnote] = []
    blocks: list[RawBlock] = []
    for lines in _without_furniture(pages):
        body, foot = _split_notes(lines, body_size)
        notes.extend(foot)
        blocks.extend(_page_blocks(body, body_size))
    return RawDocument(tuple(_join_across_pages(blocks)), tuple(notes), properties, count, _thin_pages(pages))


def _thin_pages(pages: list[list[Line]]) -> tuple[str, ...]:
    empty = [str(i) for i, page in enumerate(pages, 1) if not page]
    return (f"pages without text: {', '.join(empty[:20])}",) if len(empty) > len(pages) // 4 else ()


def _open(data: bytes) -> tuple[dict[str, str], int]:
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise EncryptedFile("encrypted PDF: it needs a password")
        count = len(reader.pages)
        info = {key.strip("/").lower(): str(value) for key, value in (reader.metadata or {}).items()}
    except EncryptedFile:
        raise
    except (pypdf.errors.PyPdfError, ValueError, KeyError, TypeError, RecursionError, OSError) as error:
        raise BrokenFile(f"damaged PDF: {error}") from error
    if count > MAX_PAGES:
        raise TooLarge(f"PDF of {count} pages, more than {MAX_PAGES}")
    return info, count


def _body_size(pages: list[list[Line]]) -> float:
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page:
            sizes[round(line.size * 2) / 2] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 10.0


def _furniture_key(line: Line) -> str:
    return re.sub(r"\d+", "#", line.text.lower())


def _without_furniture(pages: list[list[Line]]) -> Iterator[list[Line]]:
    # Running headers and footers: the same words (page numbers aside) at the edge of many pages.
    edges: Counter[str] = Counter()
    for page in pages:
        edges.update({_furniture_key(line) for line in (*page[:3], *page[-3:])})
    threshold = max(3, len(pages) * 0.3)
    for page in pages:
        yield [line for i, line in enumerate(page) if not _is_furniture(line, i, len(page), edges, threshold)]


def _is_furniture(line: Line, index: int, count: int, edges: Counter[str], threshold: float) -> bool:
    at_edge = index < 3 or index >= count - 3
    return at_edge and bool(_PAGE_NUMBER.match(line.text) or edges[_furniture_key(line)] >= threshold)


def _split_notes(lines: list[Line], body_size: float) -> tuple[list[Line], list[Footnote]]:
    # Notes stand below the text in smaller print, each begun by its number.
    start = len(lines)
    while start and lines[start - 1].size < 0.92 * body_size:
        start -= 1
    first = next((i for i in range(start, len(lines)) if _NOTE.match(lines[i].text)), len(lines))
    raised = (i for i, line in enumerate(lines) if line.segments[0].note and line.size <= body_size)
    first = min(first, next(raised, len(lines)))
    notes: list[Footnote] = []
    for line in lines[first:]:
        match = _NOTE.match(line.text)
        if match:
            notes.append(Footnote(match.group(1), line.text[match.end() :]))
        elif notes:
            notes[-1] = Footnote(notes[-1].mark, _glue(notes[-1].text, line.text))
    return lines[:first], notes


def _page_blocks(lines: list[Line], body_size: float) -> Iterator[RawBlock]:
    for part in split_tables(lines):
        if isinstance(part, RawBlock):
            yield part
        else:
            for paragraph in _paragraphs(part):
                yield _paragraph_block(paragraph, body_size)


def _paragraphs(lines: list[Line]) -> Iterator[list[Line]]:
    right = max(line.x1 for line in lines)
    gaps = sorted(max(0.0, a.y0 - b.y1) for a, b in pairwise(lines))
    usual = gaps[len(gaps) // 3] if gaps else 0.0
    current: list[Line] = []
    for line in lines:
        if current and _begins_paragraph(current, line, right, usual):
            yield current
            current = []
        current.append(line)
    if current:
        yield current


def _begins_paragraph(current: list[Line], line: Line, right: float, usual_gap: float) -> bool:
    last = current[-1]
    height = last.y1 - last.y0
    if last.y0 - line.y1 > usual_gap + 0.35 * height or _BULLET.match(line.text):
        return True
    if abs(line.size - last.size) > 0.8:
        return True
    ended = last.text.rstrip().endswith((".", ";", ":", "!", "?"))
    short = last.x1 < right - 6 * last.size
    if line.bold != last.bold and (short or ended):
        return True
    if ended and last.x1 + _first_word(line) <= right:
        return True
    return short and line.text[:1].isupper() and len(last.text) < 60


def _first_word(line: Line) -> float:
    """Room that the first word of a line and the space before it would take, in points."""
    first = line.segments[0]
    return (len(first.text.split()[0]) + 1) * (first.x1 - first.x0) / len(first.text)


def _paragraph_block(lines: list[Line], body_size: float) -> RawBlock:
    text = lines[0].text
    for line in lines[1:]:
        text = _glue(text, line.text)
    bullet = _BULLET.match(text)
    size = round(lines[0].size / body_size, 2)
    return RawBlock(
        text[bullet.end() :] if bullet else text,
        style=f"{size:.1f}{' bold' * lines[0].bold}{' columns' * any(map(_in_columns, lines))}",
        list_item=bool(bullet),
        emphasis=all(line.bold for line in lines),
        size=size,
        page=lines[0].page,
        footnotes=tuple(mark for line in lines for mark in line.marks),
    )


def _in_columns(line: Line) -> bool:
    """Whether words stand apart in a line as in a table; a gap after the number of a heading is none."""
    return sum(re.search(r"[^\W\d_]{2}", segment.text) is not None for segment in line.segments) > 1


def _glue(first: str, second: str) -> str:
    cut = re.search(r"([^\W\d_]+)-$", first)
    if cut and second[:1].islower():
        # A hyphen at the line's end: a word cut in two, unless its beginning is one that compounds begin
        # with.
        return first + second if cut.group(1).lower() in _COMPOUND else first[:-1] + second
    return f"{first} {second}"


def _join_across_pages(blocks: list[RawBlock]) -> Iterator[RawBlock]:
    for _, group in groupby(_marked(blocks), key=lambda pair: pair[0]):
        parts = [block for _, block in group]
        text = parts[0].text
        for block in parts[1:]:
            text = _glue(text, block.text)
        marks = tuple(mark for block in parts for mark in block.footnotes)
        first = parts[0]
        yield (
            first
            if len(parts) == 1
            else RawBlock(
                text,
                style=first.style,
                list_item=first.list_item,
                size=first.size,
                page=first.page,
                footnotes=marks,
            )
        )


def _marked(blocks: list[RawBlock]) -> Iterator[tuple[int, RawBlock]]:
    number = 0
    for i, block in enumerate(blocks):
        if i == 0 or not _continues(blocks[i - 1], block):
            number += 1
        yield number, block


def _continues(previous: RawBlock, block: RawBlock) -> bool:
    if previous.kind == "table" or block.kind == "table" or previous.page == block.page:
        return False
    open_end = len(previous.text) > 60 and previous.text[-1] not in ".;:!?"
    return (
        open_end
        and block.text[:1].islower()
        and abs(previous.size - block.size) < 0.1
        and not block.list_item
    )
