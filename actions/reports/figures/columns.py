"""The table of a figure: its caption, and whether its headings stand over its numbers."""

from __future__ import annotations

from collections.abc import Sequence

from actions.reports.figures.kinds import label_of
from knowledge.extraction.years import is_of_season
from knowledge.reports.base import ReportBase
from knowledge.reports.models import FigureRow, TableRow


def stands_under_its_heading(figure: FigureRow, base: ReportBase) -> bool:
    """Whether the column of a figure is the one of its heading: in some reports the headings stand one cell
    further on than the numbers, and « Valeur 2014 » over the average of the years to come.
    """
    return not any(map(is_shifted, tables_of(figure, base)))


def tables_of(figure: FigureRow, base: ReportBase) -> list[TableRow]:
    """The table a figure stands in, in its parts."""
    return [t for t in base.tables(figure.report.id) if t.place.anchor == figure.place.anchor]


def captions_of(figure: FigureRow, base: ReportBase) -> list[str]:
    """The captions of the table a figure stands in; none of one that a sentence tells."""
    return [] if figure.row_heading is None else [t.caption or "" for t in tables_of(figure, base)]


def all_said_of(figure: FigureRow, base: ReportBase) -> str:
    """The words of a figure, of the headings above and of its table."""
    return " ".join([label_of(figure), figure.quote, *figure.place.path, *captions_of(figure, base)])


def is_of_years(figure: FigureRow, years: Sequence[int]) -> bool:
    """Whether a figure is of one of the years, or in a column of the season they name."""
    if figure.year is not None:
        return figure.year in years
    return any(is_of_season(heading or "", years) for heading in (figure.column_heading, figure.row_heading))


def heads_above(figure: FigureRow, base: ReportBase) -> str:
    """What stands over the table of a figure: its caption, its corner, the last heading."""
    if figure.row_heading is None:
        return ""
    tables = tables_of(figure, base)
    corners = (row[0] for table in tables for row in table.header if row)
    return " ".join([*(t.caption or "" for t in tables), *corners, *figure.place.path[-1:]])


def is_shifted(table: TableRow) -> bool:
    """Whether a heading within a table is empty over numbers or one in euros stands over shares, and the last
    heading stands over nothing.
    """
    width = max(map(len, table.header), default=0)
    if width <= 2 or not table.rows:
        return False
    header, rows = (
        [(*row, *[""] * (width - len(row))) for row in part] for part in (table.header, table.rows)
    )
    unheaded = [at for at in range(1, width - 1) if not any(row[at].strip() for row in header)]
    over_nothing = any(row[-1].strip() for row in header) and not any(row[width - 1].strip() for row in rows)
    in_euros = [at for at in range(1, width - 1) if any("€" in row[at] for row in header)]
    return over_nothing and (
        any(all(row[at].strip() for row in rows) for at in unheaded)
        or any(sum("%" in row[at] for row in rows) > len(rows) / 2 for at in in_euros)
    )


def alone_in_its_column(figure: FigureRow, base: ReportBase) -> bool:
    """Whether the heading of a column tells alone what a number without a row of its own measures: not where
    others stand under it, « RSA » over amounts, shares and years.
    """
    others = base.figures_at(figure.report.id, figure.place.anchor)
    return sum(o.row_heading is None and o.column_heading == figure.column_heading for o in others) <= 1
