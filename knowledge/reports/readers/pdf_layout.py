"""From the characters of a PDF page to its lines and rows of columns: what the page shows, left to right."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pdfminer.layout import LTAnno, LTChar, LTContainer, LTPage, LTTextLine

from knowledge.text import clean

_CALL_SIZE = 0.78
"""A digit this much smaller than its line and raised above it is a footnote call, not a figure."""


_BULLET_GLYPH = re.compile(r"^\s*\(cid:\d+\)(?=\s)")
_GLYPH = re.compile(r"\(cid:\d+\)")
"""A sign of a font that names none of its signs: a bullet where it stands before a text."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of characters without a wide gap: a line of text, or one cell of a row of a table."""

    text: str
    x0: float
    x1: float
    y0: float
    y1: float
    size: float
    bold: bool
    marks: tuple[str, ...]
    note: bool = False
    """Whether it begins with a small raised number, as a footnote does."""


@dataclass(frozen=True, slots=True)
class Line:
    """The segments that stand at one height of the page, left to right."""

    segments: tuple[Segment, ...]
    page: int

    @property
    def text(self) -> str:
        """The whole line as one string."""
        return " ".join(segment.text for segment in self.segments)

    @property
    def size(self) -> float:
        """Font size of the line's first segment, in points."""
        return self.segments[0].size

    @property
    def x0(self) -> float:
        """Left edge, in points from the left of the page."""
        return self.segments[0].x0

    @property
    def x1(self) -> float:
        """Right edge, in points from the left of the page."""
        return self.segments[-1].x1

    @property
    def y0(self) -> float:
        """Lower edge, in points from the bottom of the page."""
        return min(segment.y0 for segment in self.segments)

    @property
    def y1(self) -> float:
        """Upper edge, in points from the bottom of the page."""
        return max(segment.y1 for segment in self.segments)

    @property
    def bold(self) -> bool:
        """Whether the whole line is printed bold."""
        return all(segment.bold for segment in self.segments)

    @property
    def marks(self) -> tuple[str, ...]:
        """The footnotes called in the line."""
        return tuple(mark for segment in self.segments for mark in segment.marks)


def page_lines(page: LTPage, number: int) -> list[Line]:
    """Return the lines of one page from top to bottom."""
    segments = sorted((s for item in _text_lines(page) if (s := _segment(item))), key=lambda s: -s.y1)
    lines: list[list[Segment]] = []
    for segment in segments:
        if lines and _same_height(lines[-1][0], segment):
            lines[-1].append(segment)
        else:
            lines.append([segment])
    return [Line(tuple(sorted(line, key=lambda s: s.x0)), number) for line in lines]


def _text_lines(container: LTContainer) -> Iterator[LTTextLine]:
    for item in container:
        if isinstance(item, LTTextLine):
            yield item
        elif isinstance(item, LTContainer):
            yield from _text_lines(item)


def _same_height(first: Segment, second: Segment) -> bool:
    overlap = min(first.y1, second.y1) - max(first.y0, second.y0)
    return overlap > 0.5 * min(first.y1 - first.y0, second.y1 - second.y0)


def _segment(line: LTTextLine) -> Segment | None:
    chars = [item for item in line if isinstance(item, LTChar) and item.get_text().strip()]
    if not chars:
        return None
    size = sorted(char.size for char in chars)[len(chars) // 2]
    text, marks = _without_calls(line, size)
    if not clean(_GLYPH.sub("", text)):
        return None
    text = _GLYPH.sub(" ", _BULLET_GLYPH.sub("• ", text))
    bold = sum("bold" in c.fontname.lower() or "black" in c.fontname.lower() for c in chars) > 0.8 * len(
        chars
    )
    y0 = sorted(char.y0 for char in chars)[len(chars) // 2]
    note = chars[0].get_text().isdigit() and chars[0].size < _CALL_SIZE * size
    return Segment(clean(text), line.x0, line.x1, y0, y0 + size, size, bold, marks, note)


def _without_calls(line: LTTextLine, size: float) -> tuple[str, tuple[str, ...]]:
    text = ""
    marks: list[str] = []
    in_call = False
    for item in line:
        if isinstance(item, LTChar) and text.strip() and _is_raised_digit(item, line, size):
            marks = [*marks[:-1], marks[-1] + item.get_text()] if in_call else [*marks, item.get_text()]
            in_call = True
        elif isinstance(item, LTChar | LTAnno):
            text += item.get_text()
            in_call = False
    return text, tuple(marks)


def _is_raised_digit(char: LTChar, line: LTTextLine, size: float) -> bool:
    small = char.size < _CALL_SIZE * size
    return bool(char.get_text().isdigit() and small and char.y0 > line.y0 + 0.15 * size)
