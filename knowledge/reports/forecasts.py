"""Which figures of a report are forecasts or budgets: its results are told before them."""

import re

from knowledge.reports.models import FigureRow
from knowledge.text import fold

_FORECAST = re.compile(r"\b(?:prev(?:ision\w*|u\w*)?|prospecti\w*)\b")


_PLANNED = re.compile(
    r"\b(?:previsi\w+|prevus?|prevues?|prev|prospecti\w*|objectifs?|cibles?|attendu(?:e?s)?|eprd"
    r"|(?:budgets?|bp) primitifs?|projections?|simulations?)\b"
)
_ACHIEVED = re.compile(
    r"\b(?:reel\w*|realis\w+|execut\w+|constat\w+|effecti\w+|comptes? administratifs?|retrospecti\w+"
    r"|ecarts?|ca)\b"
)


def says_planned(text: str) -> bool:
    """Whether a heading, or what introduces a table, is of what was planned, nothing that came true."""
    folded = fold(text)
    return _PLANNED.search(folded) is not None and not _ACHIEVED.search(folded)


def is_foreseen(figure: FigureRow) -> bool:
    """Whether a cell is of a year not over when the report was published; a sentence tells so itself, as
    does the label of a figure on a card.
    """
    report = figure.report
    if report.card or figure.row_heading is None or figure.year is None or report.date is None:
        return False
    if _FORECAST.search(fold(figure.column_heading or "")):
        return True
    return figure.year > max(report.date.year - 1, report.period[1] if report.period else 0)
