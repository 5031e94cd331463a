"""Rows of aligned columns in the lines of a PDF page: tables without rulings."""

import re
from collections.abc import Iterator

from knowledge.reports.raw import Grid, RawBlock
from knowledge.reports.readers.pdf_layout import Line, Segment

_NUMBER = re.compile(
    r"^[-+–(]?\s*\d[\d\s.,]*\)?\s*(%|€|k€|M€|Md€|ans|jours)?$|^(ns|nd|n\.d\.|n/a|-|–|19\d\d|20\d\d)$",
    re.IGNORECASE,
)
_MIN_ROWS = 2
_MIN_COLUMNS = 2


def split_tables(lines: list[Line]) -> Iterator[list[Line] | RawBlock]:
    """Yield runs of text lines and, as table blocks, runs of lines that stand in columns with numbers."""
    text: list[Line] = []
    index = 0
    while index < len(lines):
        end = _table_end(lines, index)
        if end > index:
            if text:
                yield text
            text = []
            yield RawBlock(kind="table", grid=_grid(lines[index:end]), page=lines[index].page, style="table")
            index = end
        else:
            text.append(lines[index])
            index += 1
    if text:
        yield text


def _table_end(lines: list[Line], start: int) -> int:
    if not _is_row(lines[start]):
        return start
    end = start
    rows = 0
    while end < len(lines) and (_is_row(lines[end]) or _is_wrapped_label(lines, end)):
        rows += _is_row(lines[end])
        end += 1
    numeric = sum(_is_number(segment.text) for line in lines[start:end] for segment in line.segments)
    return end if rows >= _MIN_ROWS and numeric >= rows else start


def _is_row(line: Line) -> bool:
    segments = line.segments
    if len(segments) < _MIN_COLUMNS:
        return False
    return len(segments) >= 3 or any(_is_number(segment.text) for segment in segments[1:])


def _is_wrapped_label(lines: list[Line], index: int) -> bool:
    # The second line of a long row heading: short, alone, between two rows.
    following = index + 1 < len(lines) and _is_row(lines[index + 1])
    return following and len(lines[index].segments) == 1 and len(lines[index].text) < 50


def _is_number(text: str) -> bool:
    return bool(_NUMBER.match(text.strip()))


def _grid(lines: list[Line]) -> Grid:
    columns = _columns([segment for line in lines if _is_row(line) for segment in line.segments])
    rows: list[list[str]] = []
    for line in lines:
        row = [""] * len(columns)
        for segment in line.segments:
            place = _column_of(segment, columns)
            row[place] = f"{row[place]} {segment.text}".strip()
        if not _is_row(line) and rows:
            rows[-1][0] = f"{rows[-1][0]} {row[0]}".strip()
        else:
            rows.append(row)
    return tuple(tuple(row) for row in rows)


def _columns(segments: list[Segment]) -> list[tuple[float, float]]:
    columns: list[tuple[float, float]] = []
    for segment in sorted(segments, key=lambda s: s.x1 - s.x0):
        overlapping = [c for c in columns if segment.x0 < c[1] and c[0] < segment.x1]
        if not overlapping:
            columns.append((segment.x0, segment.x1))
        elif len(overlapping) == 1:
            columns.remove(overlapping[0])
            columns.append((min(segment.x0, overlapping[0][0]), max(segment.x1, overlapping[0][1])))
    return sorted(columns)


def _column_of(segment: Segment, columns: list[tuple[float, float]]) -> int:
    def distance(column: tuple[float, float]) -> float:
        overlap = min(segment.x1, column[1]) - max(segment.x0, column[0])
        return -overlap

    return min(range(len(columns)), key=lambda i: distance(columns[i]))
