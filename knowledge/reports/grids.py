"""From the cells of a table as printed to a Table: heading rows, caption, unit, aligned columns."""

import re
from collections import Counter
from dataclasses import dataclass

from knowledge.dates import ACCOUNTING_YEAR, YEAR_EXAMINED
from knowledge.reports.raw import Grid
from knowledge.text import fold

_NUMBER = re.compile(
    r"^[-–−+≈~<>(=]*\s*\d[\d\s.,'’]*\)?\s*(%|€|k€|m€|md€|euros?|points?|pts?|jours?|ans|etp|etpt|ha|m²|m2|m3|km)?\s*\)?\*?$",
    re.IGNORECASE,
)
_BLANK = re.compile(r"^(-|–|—|ns|nd|n\.?d\.?|n\.?c\.?|nc|n/?a|so|sans objet|/|0)?$", re.IGNORECASE)
_YEAR_LIKE = re.compile(
    r"^(fin |au |ca |bp |lfi ?|plf ?|réal\w*\.? |exercice |année |prévision |estimation |budget )*"
    rf"(\d{{1,2}}[/.]\d{{1,2}}[/.])?{YEAR_EXAMINED}"
    r"(\s*[-–/à]\s*(\d{1,2}[/.]\d{1,2}[/.])?\d{2,4})?\W*\w{0,3}\W*$",
    re.IGNORECASE,
)
_CAPTION = re.compile(
    r"^(tableau|graphique|figure|schéma|carte|encadré)s?\s*(n\s*[°o]\s*)?[\divx]*", re.IGNORECASE
)
_UNIT = re.compile(
    r"^\W*(montants?|chiffres?|données|unités?|valeurs?)?\W*(exprimée?s?)?\s*(en|unité\s*:)\s+"
    r"(milliers?|millions?|milliards?|k\s?€|k€|m\s?€|md\s?€|€|euros?|%|pourcent\w*|etpt?|nombre|ha|m²|jours)"
    r"[^.]{0,40}$",
    re.IGNORECASE,
)
_UNIT_INSIDE = re.compile(
    r"\b(en\s+(?:milliers?\s+d.euros?|millions?\s+d.euros?|milliards?\s+d.euros?|k\s?€|m\s?€|md\s?€|€|euros?|%|etpt?))(?!\w)",
    re.IGNORECASE,
)
_UNIT_IN_BRACKETS = re.compile(
    r"\(\s*(k\s?€|m\s?€|md\s?€|€|euros?|%|milliers d.euros|millions d.euros|milliards d.euros)\s*\)",
    re.IGNORECASE,
)
_NOTE = re.compile(r"^\W*(sources?|note|lecture|nb|n\.b\.|champ|\(\*\)|\*)(?!\w)", re.IGNORECASE)
_CONTINUATION = re.compile(r"^([a-zà-ÿ(/%&]|en |\d{4}\s*[-–/]\s*\d{2,4}$)")
MAX_HEADER_ROWS = 3


@dataclass(frozen=True, slots=True)
class AlignedGrid:
    """The cells of a table with its heading rows apart; every row has the same number of cells."""

    header: Grid
    rows: Grid
    caption: str | None


def is_numeric(cell: str) -> bool:
    """Whether a cell holds a quantity: a number that is not a year or period."""
    text = cell.strip()
    return bool(_NUMBER.match(text)) and not _YEAR_LIKE.match(text)


def is_prose(grid: Grid) -> bool:
    """Whether a « table » only lays text out: one column, one row, or whole paragraphs in its cells."""
    filled = [[cell for cell in dict.fromkeys(row) if cell] for row in grid]
    if any(is_numeric(cell) for row in filled for cell in row if len(row) > 1) and len(grid) > 1:
        return False
    return len(grid) == 1 or all(len(row) <= 1 for row in filled)


def is_caption(text: str) -> bool:
    """Whether a paragraph reads as a table's caption: « Tableau n° 3 : … »."""
    return len(text) < 250 and bool(_CAPTION.match(text)) and not re.search(r"[a-zà-ÿ]\.$", text[-3:])


def is_unit(text: str) -> bool:
    """Whether a line states the unit of a table: « (en milliers d'euros) »."""
    return len(text) < 70 and bool(_UNIT.match(text))


def is_note(text: str) -> bool:
    """Whether a line is the note under a table: « Source : comptes administratifs »."""
    return len(text) < 400 and bool(_NOTE.match(text))


def find_unit(*texts: str) -> str | None:
    """Return the unit stated in a caption or corner cell (« en k€ »), as printed."""
    for pattern in (_UNIT_INSIDE, _UNIT_IN_BRACKETS):
        for text in texts:
            match = pattern.search(text)
            if match:
                return match.group(1)
    return None


def align(grid: Grid) -> AlignedGrid:
    """Return the grid with heading rows apart and rows of equal length.

    Cells of several lines may come as several cells in a row: they are joined again where that makes
    the row as long as the others.
    """
    rows = [_trim(row) for row in grid]
    caption, rows = _take_caption(rows)
    count = _header_rows(rows)
    width = _width_of_labels_joined(rows[:count], rows[count:]) or _usual_width(rows[count:] or rows)
    header = [_fit_header(row, width) for row in rows[:count]]
    printed = list(grid[len(grid) - len(rows) + count :])
    header = _fit_years(header, rows[count:], _usual_width(printed)) if printed else header
    body = [_fit_row(row, width) for row in rows[count:]]
    width = max(len(row) for row in [*header, *body])
    header, body = [_pad(row, width) for row in header], [_pad(row, width) for row in body]
    kept = [i for i in range(width) if any(row[i] for row in [*header, *body])]
    return AlignedGrid(_columns(header, kept), _columns(body, kept), caption)


def _columns(rows: list[tuple[str, ...]], kept: list[int]) -> Grid:
    return tuple(tuple(row[i] for i in kept) for row in rows)


def _trim(row: tuple[str, ...]) -> tuple[str, ...]:
    end = len(row)
    while end and not row[end - 1]:
        end -= 1
    return row[:end]


def _pad(row: tuple[str, ...], width: int) -> tuple[str, ...]:
    return row + ("",) * (width - len(row))


def _take_caption(rows: list[tuple[str, ...]]) -> tuple[str | None, list[tuple[str, ...]]]:
    if len(rows) < 3:
        return None, rows
    first = [cell for cell in dict.fromkeys(rows[0]) if cell]
    return (first[0], rows[1:]) if len(first) == 1 and not is_numeric(first[0]) else (None, rows)


def _header_rows(rows: list[tuple[str, ...]]) -> int:
    count = 0
    while count < min(MAX_HEADER_ROWS, len(rows) - 1) and _is_header(rows[count]):
        if count and _is_group(rows[count]):
            break
        count += 1
    has_numbers = any(is_numeric(cell) for row in rows for cell in row[1:])
    if not has_numbers:
        short = all(len(cell) < 80 for cell in rows[0])
        return 1 if len(rows) >= 2 and len(rows[0]) >= 2 and short else 0
    return count


def _is_group(row: tuple[str, ...]) -> bool:
    """Whether one title stands over all columns, that of the labels too: it names the rows under it only."""
    return len(row) > 2 and len(set(row)) == 1 and not is_unit(row[0]) and not find_unit(row[0])


def _is_header(row: tuple[str, ...]) -> bool:
    cells = [cell for cell in row if cell]
    if not cells or any(is_numeric(cell) for cell in row[1:]) or is_numeric(cells[0]) and len(cells) > 1:
        return False
    return len(cells) > 1 and any(not _BLANK.match(cell) for cell in cells[1:])


def _usual_width(rows: list[tuple[str, ...]]) -> int:
    widths = Counter(len(row) for row in rows if len(row) > 1) or Counter(len(row) for row in rows)
    return max(widths, key=lambda width: (widths[width], width))


def _fit_header(row: tuple[str, ...], width: int) -> tuple[str, ...]:
    cells = list(row)
    while len(cells) > width:
        places = [i for i in range(1, len(cells)) if _continues(cells[i - 1], cells[i])]
        # A unit in brackets goes on with what it is the unit of, whatever else two cells may be one of.
        place = next((i for i in places if is_unit(cells[i])), next(iter(places), None))
        if place is None:
            break
        cells[place - 1 : place + 1] = [f"{cells[place - 1]} {cells[place]}".strip()]
    if len(cells) == width - 1 and cells and (_YEAR_LIKE.match(cells[0]) or len(cells) == 1):
        cells.insert(0, "")
    return tuple(cells)


def _fit_years(
    header: list[tuple[str, ...]], rows: list[tuple[str, ...]], width: int
) -> list[tuple[str, ...]]:
    """The heading rows with each year over its values: a corner cell split in several pushes them along."""
    first = _first_value(rows, width)
    for row in header:
        years = _years_at(row)
        spare = years[0] - first if first and years else 0
        named = any(map(ACCOUNTING_YEAR.search, row[1 : spare + 1]))
        if 0 < spare <= len(row) - width and not named:
            return [_fit_corner(one, spare, width) if len(one) > width else one for one in header]
    return header


def _fit_corner(row: tuple[str, ...], spare: int, width: int) -> tuple[str, ...]:
    cells = [" ".join(dict.fromkeys(filter(None, row[: spare + 1]))), *row[spare + 1 :]]
    while len(cells) > width and "" in cells[1:]:
        del cells[cells.index("", 1)]
    return tuple(cells)


def _years_at(row: tuple[str, ...]) -> list[int]:
    """Where the years of a heading row stand; none unless the first two stand side by side."""
    places = [index for index, cell in enumerate(row) if _YEAR_LIKE.match(cell)]
    return places if len(places) > 1 and not any(row[places[0] + 1 : places[1]]) else []


def _first_value(rows: list[tuple[str, ...]], width: int) -> int | None:
    """The column where the values of most rows begin."""
    narrow = [row for row in rows if len(row) <= width]
    values = [[i for i, cell in enumerate(row) if i and is_numeric(cell)] for row in narrow]
    first = Counter(places[0] for places in values if len(places) > 1)
    return max(first, key=lambda column: (first[column], -column), default=None)


def _width_of_labels_joined(header: list[tuple[str, ...]], rows: list[tuple[str, ...]]) -> int | None:
    """The width of the row of years, where longer rows have no more values but a label in several cells."""
    for row in header:
        width, years = len(row), _years_at(row)
        longer = [one for one in rows if len(one) > width]
        if years and years[0] and longer and all(_has_labels(one, len(one) - width + 1) for one in longer):
            return width
    return None


def _has_labels(row: tuple[str, ...], count: int) -> bool:
    return all(re.search(r"[^\W\d_]", cell) and not is_numeric(cell) for cell in row[:count])


def _continues(first: str, second: str) -> bool:
    if not first or not second:
        return False
    return second[0] == "/" or not _YEAR_LIKE.match(first) and _CONTINUATION.match(second) is not None


def _fit_row(row: tuple[str, ...], width: int) -> tuple[str, ...]:
    cells = list(row)
    while len(cells) > width and len(cells) > 2 and not is_numeric(cells[0]) and not is_numeric(cells[1]):
        cells[0:2] = [f"{cells[0]} {cells[1]}".strip() if fold(cells[0]) != fold(cells[1]) else cells[0]]
    return tuple(cells)
