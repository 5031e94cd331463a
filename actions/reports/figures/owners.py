"""Whether a figure is of a part of the body, or of another one that its report tells of beside it.

A report on a town has tables of its fund for welfare, of those who run its services, of staff on contract.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from actions.reports.figures.columns import captions_of
from actions.reports.figures.counted import of_a_namesake
from knowledge.reports.base import ReportBase
from knowledge.reports.models import FigureRow
from knowledge.text import fold, stems

_OTHERS = re.compile(
    r"\b(?:non[- ]titulaires?|contractuels?|vacataires?|budgets? annexes?|ccas|cias|caisse des ecoles"
    r"|delegataires?|concessionnaires?|fermiers?|filiales?)\b"
)
_SOME_STAFF = re.compile(r"\b(?:titulaires?|contractuels?|vacataires?)\b")
"""In the label of a row: some of the staff only."""
_AND_ITSELF = re.compile(r"\b(?:principal|consolid\w+|ensemble|total\w*|titulaires? et)\b")


def of_the_body(found: Sequence[FigureRow], asked: str, base: ReportBase) -> list[FigureRow]:
    """The figures that are the body's own, where there are any; ``asked`` is the question without accents."""
    own = [figure for figure in found if not is_of_another(figure, asked, base)]
    return own or list(found)


def is_of_another(figure: FigureRow, asked: str, base: ReportBase) -> bool:
    """Whether its table or the headings above name a part or another body, not asked for, or its sentence
    tells it of one that the report is not on: « Barcelonnette, qui compte 2 700 habitants ».
    """
    if figure.row_heading is None and of_a_namesake(figure.quote.partition(figure.printed)[0], figure.report):
        return True
    known = {*stems(asked), *stems(figure.report.title)}
    row = fold(figure.row_heading or "")
    above = [fold(text) for text in (*figure.place.path, *captions_of(figure, base))]
    named = [one for text in (row, *above) if not _AND_ITSELF.search(text) for one in _OTHERS.findall(text)]
    named += [] if _AND_ITSELF.search(row) else _SOME_STAFF.findall(row)
    return any(known.isdisjoint(stems(one)) for one in named)
