"""How a figure of a table is called where it is told: by its row, what stands over the rows, and as a plan.

« Tramway, 2014 : 7,16 » says neither millions nor that they were hoped for; what stands over the table does.
"""

from __future__ import annotations

import re
from itertools import pairwise

from actions.reports.figures.columns import captions_of, tables_of
from knowledge.reports.base import ReportBase
from knowledge.reports.figure_search import is_total
from knowledge.reports.forecasts import says_planned
from knowledge.reports.models import FigureRow
from knowledge.text import fold, sentences, stems

_LEADING = re.compile(r"^(?:[\s=+±*·•●°→\N{MINUS SIGN}–-]|/(?!\w))+(?=.)")
"""What stands before a row of an account or a list: no part of its name, as « % » and « < » are."""
_TELLS_NOTHING = re.compile(
    r"\W*(?:annees?|exercices?|libelles?|designation|intitules?|montants?|nature|postes?|rubriques?"
    r"|tableau\b.*)?\W*"
)
"""What stands over the rows of a table and says nothing of their numbers."""
_LONGEST = 80
"""Characters of what stands over the rows, at most, to be said with each."""


def name_in_table(figure: FigureRow, base: ReportBase, with_caption: bool = False) -> str:
    """The heading of a row, after that of its table where it only says « Total » or the body, or
    ``with_caption``, and after what stands over the rows where the number has no unit: « (en millions) ».
    """
    heading = without_sign(figure.name)
    of_the_body = frozenset(stems(heading)) <= frozenset(stems(figure.report.title))
    caption = caption_of(figure, base) if with_caption or of_the_body or is_total(heading) else None
    if of_the_body and caption is None:
        caption = next(iter(figure.place.path[-1:]), None)
    over = _over_the_rows(figure, base) if figure.unit is None else None
    return " – ".join(dict.fromkeys(part for part in (caption, over, heading) if part))


def without_sign(heading: str) -> str:
    """The heading of a row without the sign by which its table adds it to those above: « = CAF brute »."""
    return _LEADING.sub("", heading)


def caption_of(figure: FigureRow, base: ReportBase) -> str | None:
    """What the table of a figure is called, if it has a name."""
    return next(iter(captions_of(figure, base)), None) or None


def is_planned(figure: FigureRow, base: ReportBase) -> bool:
    """Whether a figure of a table is one that was planned or hoped for, by its headings, its table or the
    sentence that introduces it.
    """
    if figure.row_heading is None or figure.report.card:
        return False
    said = [figure.row_heading, figure.column_heading or "", *captions_of(figure, base)]
    return any(map(says_planned, said)) or says_planned(_introduction(figure, base))


def _over_the_rows(figure: FigureRow, base: ReportBase) -> str | None:
    """What stands in the corner of a table, over its rows."""
    corners = (row[0].strip() for table in tables_of(figure, base) for row in table.header if row)
    told = (one for one in corners if not _TELLS_NOTHING.fullmatch(fold(one)) and len(one) <= _LONGEST)
    return next((one for one in told if re.search(r"[^\W\d_]{2}|€|%", one)), None)


def _introduction(figure: FigureRow, base: ReportBase) -> str:
    """The sentence before a table that ends with a colon: what the table tells."""
    rows = base.passages(figure.report.id)
    before = next((a.text for a, b in pairwise(rows) if b.place.anchor == figure.place.anchor), "").rstrip()
    return sentences(before.split("\n")[-1])[-1] if before.endswith(":") else ""
