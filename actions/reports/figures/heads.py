"""Which figures an answer begins with, and which it only names as found elsewhere in the report."""

from __future__ import annotations

import re
from collections.abc import Sequence

from actions.reports.figures.asked import Asked
from actions.reports.figures.choice import at_the_head, surely_meant
from actions.reports.figures.columns import is_of_years
from actions.reports.figures.kinds import around, is_count_in_words, kind_of, label_of
from actions.reports.figures.lacking import in_the_years, lacking
from actions.reports.figures.measures import measures_asked, names_measure, tells_the_whole
from actions.reports.figures.stage import says_what_ought_to_be
from actions.reports.figures.totals import counts_the_whole, is_usual, total_told, whole_rows
from actions.reports.figures.wholes import says_whole
from actions.reports.subject import Subject
from knowledge.reports.base import ReportBase
from knowledge.reports.models import FigureRow, PassageHit, ReportSummary
from knowledge.text import fold, stem

_ANSWERS = 0.5
"""Score of a figure asked for."""
_NUMBER, _MONEY = re.compile(r"\d"), re.compile(r"€|\beuros?\b|\bF ?CFP\b|\|")
"""What a passage that gives a number, an amount holds; a table may tell its unit elsewhere."""
_CLEARLY = 0.1
"""By how much more of what is asked one figure says than another, where that decides."""
_SURE_COUNT, _SURE_ROW = 0.8, 0.9
"""Score of a number of the very things asked for that leads though no passage shown says it: of a sentence,
of a table.
"""
_NEXT = 30
"""Characters before a number that name what it is of."""
_STAFF = frozenset(map(stem, "salariale personnel agents salaries employes".split()))
"""Of whom a payroll is: no part of it."""


def first_and_elsewhere(
    subject: Subject,
    base: ReportBase,
    found: Sequence[FigureRow],
    asked: Asked,
    years: Sequence[int],
    shown: Sequence[PassageHit],
) -> tuple[list[FigureRow], list[FigureRow]]:
    """The figures to tell first, and where no passage shown says any those found elsewhere in the report."""
    if shown and counts_the_whole(subject, base, asked):
        head = _in_all(subject, base, found, asked, years, shown[0].report)
        if head or is_usual(asked):
            return head, []
    head = at_the_head(_wholes(subject, found, asked), subject.text, base)
    if head:
        return head, []
    head = at_the_head(surely_meant(found, shown), subject.text, base, shown)
    if head and says_what_ought_to_be(head[0].quote, subject.text):
        told = [f for f in found if not says_what_ought_to_be(f.quote, subject.text)]
        head = at_the_head(told, subject.text, base)
    anywhere = at_the_head(found, subject.text, base)
    if not anywhere or _counts_the_body(anywhere[0], subject):
        return anywhere or head, []
    best, measures = anywhere[0], measures_asked(subject.text)
    if head:
        return (anywhere if _is_better(best, head[0], years, measures) else head), []
    of_the_year, surely = is_of_years(best, years), best.score >= _ANSWERS
    if surely and (of_the_year and measures or lacking(asked, subject, shown, years)):
        return anywhere, []
    row = best.row_heading is not None and (of_the_year or surely)
    return (anywhere, []) if row and not _says_it(asked, subject, shown[:1], years) else ([], anywhere)


def _is_better(one: FigureRow, shown: FigureRow, years: Sequence[int], measures: frozenset[str]) -> bool:
    """Whether a figure clearly holds more of what is asked than the one that a passage shown says: both count
    in words, or it alone is of the year asked, or is called by the amount asked just before its number.
    """
    called = [bool(measures) and names_measure(_just_before(each), measures) for each in (one, shown)]
    if one.row_heading is None and called == [True, False] and one.score >= shown.score:
        return True
    if one.score < shown.score + _CLEARLY:
        return False
    dated = is_of_years(one, years) and not is_of_years(shown, years)
    return dated or is_count_in_words(one) and is_count_in_words(shown)


def _just_before(figure: FigureRow) -> str:
    """What says most closely what a figure is of: of a sentence its words next to the number."""
    return label_of(figure) if figure.row_heading is not None else around(figure)[0][-_NEXT:]


def _says_it(asked: Asked, subject: Subject, shown: Sequence[PassageHit], years: Sequence[int]) -> bool:
    """Whether the passages say such a figure, in a sentence that names the year where one is asked."""
    if asked.kind == "money" and not (asked.things or measures_asked(subject.text)):
        return False
    hits = [in_the_years(hit, years) for hit in shown]
    said = _MONEY if asked.kind == "money" else _NUMBER
    hits = [hit for hit in hits if said.search(hit.text)]
    return bool(hits) and lacking(asked, subject, hits, years) is None


def _in_all(
    subject: Subject,
    base: ReportBase,
    found: Sequence[FigureRow],
    asked: Asked,
    years: Sequence[int],
    report: ReportSummary,
) -> list[FigureRow]:
    """The sentence that tells how many there are in all, else rows of tables called so."""
    told = total_told(report, base, asked, years, subject.text)
    if told is not None:
        return [told]
    rows = [row for row in whole_rows(found, asked) if row.report == report]
    return at_the_head(sorted(rows, key=lambda row: -(row.year or 0)), subject.text, base)


def _wholes(subject: Subject, found: Sequence[FigureRow], asked: Asked) -> list[FigureRow]:
    """The rows called by the whole amount that is asked of a body named, where no part of it is."""
    if not subject.named or asked.things - _STAFF:
        return []
    measures = measures_asked(subject.text)
    return [f for f in found if tells_the_whole(f, measures, fold(subject.text))]


def _counts_the_body(figure: FigureRow, subject: Subject) -> bool:
    """Whether a figure surely tells how many things of a kind the body has, wherever its report says so."""
    if says_whole(figure, fold(subject.text)):
        return subject.named or figure.score >= _ANSWERS
    sure = _SURE_COUNT if is_count_in_words(figure) else _SURE_ROW
    return subject.named and kind_of(figure) == "count" and figure.score >= sure
