"""Figures in tables: every number with its row and column headings, its year and its unit."""

import re
from collections.abc import Iterator, Sequence

from knowledge.dates import YEAR_REPORTED
from knowledge.extraction.amounts import Quantity, Unit, cell_quantity, exact, stated_unit
from knowledge.extraction.lines import fold_in_place
from knowledge.extraction.recommendation_tables import is_recommendation_table
from knowledge.extraction.subjects import subject_in
from knowledge.extraction.years import single_year
from knowledge.reports.document import Table
from knowledge.reports.extracted import Figure
from knowledge.text import fold

_CODES = re.compile(
    r"^(n\s?[°o](?=\s)|(numeros?|comptes?|c/|articles?|chapitres?|codes?|pages?|references?|dates?|ordre|lignes?|annexes?|nature"
    r"|delai|siret|telephone|cp)\b)"
)
_OWN_UNIT = re.compile(
    r"\b(taux|nombre|effectifs?|ratios?|coefficient|etpt?|habitants?|population|lits|places|duree"
    r"|capacite de desendettement"
    r"|jours|agents|indice|part de|part des|variation|evolution|evol|var|vam|tcam|croissance|%)\b|%"
)
_PERCENT_HEADING = re.compile(
    r"\b(evolution|evol|variation|var|vam|tcam|croissance|progression|moyenne annuelle)\b|%|^tx"
)
_WIDEST = 40
_HEADING_LENGTH = 160


def table_figures(table: Table) -> list[Figure]:
    """Every figure of a table, row by row; empty for tables of recommendations and for layout."""
    if is_recommendation_table(table) or not table.rows and not table.header:
        return []
    return list(_figures(table))


def _figures(table: Table) -> Iterator[Figure]:
    headings, rows = _headings(table)
    general = _general_unit(table, headings)
    caption_year = single_year(table.caption or "")
    subject = subject_in(table.caption or "")
    group = ""
    for row in rows:
        if _is_heading_row(row):
            headings = [cell.strip() for cell in row]
            continue
        first = _first_value(row)
        if first is None:
            group = _group_title(row) or group
            continue
        label = _row_heading(row, first)
        yield from _row_figures(table, row, first, label, group, headings, general, caption_year, subject)


def _row_figures(
    table: Table,
    row: Sequence[str],
    first: int,
    label: str,
    group: str,
    headings: Sequence[str],
    general: Unit | None,
    caption_year: int | None,
    subject: str | None,
) -> Iterator[Figure]:
    seen: set[tuple[str, str]] = set()
    for column in range(first, min(len(row), _WIDEST)):
        quantity = cell_quantity(row[column])
        heading = headings[column] if column < len(headings) else ""
        if quantity is None or _CODES.match(fold(heading)) or (row[column], heading) in seen:
            continue
        seen.add((row[column], heading))
        year = single_year(heading) or single_year(label) or caption_year
        if not label and not heading or _is_year_cell(quantity, heading, label):
            continue
        unit = _unit(quantity, label, heading, general)
        yield _figure(table, quantity, unit, label, group, heading, year, subject)


def _figure(
    table: Table,
    quantity: Quantity,
    unit: Unit | None,
    label: str,
    group: str,
    heading: str,
    year: int | None,
    subject: str | None,
) -> Figure:
    scale = quantity.scale if quantity.unit else unit.scale if unit else 1
    value = quantity.value if quantity.unit else exact(quantity.value * scale)
    name = quantity.unit or (unit.name if unit else None)
    printed = quantity.printed
    if not quantity.unit and name is not None:
        printed = f"{printed} {_printed_unit(name, scale)}"
    row_heading = " – ".join(part for part in (group, label) if part)
    words = heading if year is None or heading != str(year) else ""
    what = label or words or group or (table.caption or "")
    return Figure(
        label=what,
        value=value,
        printed=printed,
        unit=name,
        scale=scale,
        year=year,
        locator=table.locator,
        quote=" | ".join(part for part in (table.caption, row_heading, heading, printed) if part),
        subject=subject,
        row_heading=row_heading or None,
        column_heading=heading or None,
    )


def _printed_unit(name: str, scale: int) -> str:
    prefix = {1: "", 1_000: "k", 1_000_000: "M", 1_000_000_000: "Md"}.get(scale, "")
    if name == "EUR":
        return f"{prefix}€"
    return f"{prefix} F CFP".strip() if name == "XPF" else name


def _headings(table: Table) -> tuple[list[str], list[tuple[str, ...]]]:
    """Column headings and rows; top rows without a value are headings where none are set apart."""
    rows = [tuple(cell.strip() for cell in row) for row in table.rows]
    if table.header:
        width = max(len(row) for row in (*table.header, *table.rows))
        return [table.column_heading(column)[:_HEADING_LENGTH] for column in range(width)], rows
    top: list[tuple[str, ...]] = []
    while rows and len(top) < 3 and _first_value(rows[0]) is None:
        top.append(rows.pop(0))
    if not top and rows and _is_heading_row(rows[0]):
        top.append(rows.pop(0))
    width = max((len(row) for row in (*top, *rows)), default=0)
    columns = [list(dict.fromkeys(row[i] for row in top if i < len(row) and row[i])) for i in range(width)]
    return [" – ".join(column)[:_HEADING_LENGTH] for column in columns], rows


def _general_unit(table: Table, headings: Sequence[str]) -> Unit | None:
    """Unit of the whole table: stated for it, in its corner cell, in its caption, under it."""
    corner = headings[0] if headings else ""
    for text in (table.unit, corner, table.caption, *(row[0] for row in table.header if row), table.note):
        unit = stated_unit(text or "")
        if unit is not None:
            return unit
    return None


def _unit(quantity: Quantity, label: str, heading: str, general: Unit | None) -> Unit | None:
    """Unit of one cell: the row's or column's own one before the table's."""
    if quantity.unit:
        return None
    for text in (label, heading):
        own = stated_unit(text)
        if own is not None:
            return own
    if _PERCENT_HEADING.search(fold(heading)) and general is not None and general.name != "%":
        return None
    if _OWN_UNIT.search(fold(label)) and general is not None and general.name in ("EUR", "XPF"):
        return None
    return general


def _is_heading_row(row: Sequence[str]) -> bool:
    """Whether a row inside the table gives new headings: two or more years or dates, and nothing else but
    words.
    """
    cells = [cell for cell in row[1:] if cell]
    dated = [cell for cell in cells if single_year(cell) is not None and len(cell) < 30]
    values = [c for c in cells if cell_quantity(c) is not None and not _plain_year(c)]
    return len(dated) >= 2 and not values


def _plain_year(cell: str) -> bool:
    return bool(re.fullmatch(YEAR_REPORTED, cell.strip()))


def _is_year_cell(quantity: Quantity, heading: str, label: str) -> bool:
    return _plain_year(quantity.printed) and bool(
        re.search(r"annee|exercice|date|depuis|mise en", fold(heading + label))
    )


def _first_value(row: Sequence[str]) -> int | None:
    """Index of the first cell that is a value; cells before it name the row."""
    for index, cell in enumerate(row):
        if index == 0 and (_plain_year(cell) or re.fullmatch(r"\d{1,3}|\d{3,6}", cell) and len(row) > 2):
            continue
        if cell_quantity(cell) is not None:
            return index
    return None


def _row_heading(row: Sequence[str], first: int) -> str:
    names = dict.fromkeys(cell for cell in row[:first] if cell)
    return " – ".join(names)[:_HEADING_LENGTH]


def _group_title(row: Sequence[str]) -> str:
    names = {cell for cell in row if cell}
    title = next(iter(names)) if len(names) == 1 else ""
    return title if len(title) < _HEADING_LENGTH and fold_in_place(title) else ""
