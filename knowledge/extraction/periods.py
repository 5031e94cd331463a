"""The years an audit covers, from the first page, the procedure or the title."""

import re
from collections import Counter

from knowledge.dates import YEAR_EXAMINED
from knowledge.extraction.lines import Line, fold_in_place
from knowledge.reports.document import Metadata
from knowledge.reports.extracted import Period

_CLOSED = re.compile(
    rf"(?:exercices?|annees?|periodes?|gestion|de|entre)[ :,]{{1,3}}(?:de |des |du |d.|les )?(?:exercices? "
    rf"|annees? )?"
    rf"(?P<first>{YEAR_EXAMINED})\s?(?:a|et|-|–|/|au|jusqu.(?:a|en))\s?(?:l.exercice |l.annee |la fin (?:de "
    rf"|d.))?(?P<last>{YEAR_EXAMINED})\b"
)
_OPEN = re.compile(
    rf"(?:exercices?|annees?|periodes?|gestion)[ :,]{{1,3}}(?:a partir de |depuis )?(?:l.exercice "
    rf"|l.annee )?(?P<first>{YEAR_EXAMINED})"
    rf"\s?(?:et|a)\s?(?:les? )?(?:annees? |exercices? )?(?:suivante?s?|ulterieur\w*|posterieur\w*|ce jour"
    rf"|la periode la plus recente)"
    rf"|(?:a (?:compter|partir) (?:de |du |d.)|depuis )(?:l.(?:exercice|annee) |les exercices |1er janvier "
    rf"|debut )?(?P<since>{YEAR_EXAMINED})"
)
_SINGLE = re.compile(rf"^\W*(?:exercices?|annees?) (?P<first>{YEAR_EXAMINED})\W*$")
_RANGE = re.compile(rf"(?<!\d)(?P<first>{YEAR_EXAMINED})\s?(?:a|et|-|–)\s?(?P<last>{YEAR_EXAMINED})(?!\d)")
_HEAD_LINES = 90
_COVER_LINES = 25
_LONGEST = 20
_EARLIEST_START, _EARLIEST_END = 13, 7
_OLDEST_END = 4
"""Years before the report in which the audited years can end: older ranges belong to earlier audits."""
_PROCEDURE = re.compile(r"examen de (?:la )?gestion|controle|exercices?|periode|inscrit|programme|enquete")


def find_period(lines: list[Line], metadata: Metadata, national: bool = False) -> Period | None:
    """Years covered, both included; an open period (« 2009 et suivants ») ends where the report's own
    ranges do.

    A `national` report on a policy audits no given years: only its title or a line « exercices … » states
    them.
    """
    head = [fold_in_place(metadata.title), *(fold_in_place(line.text) for line in lines[:_HEAD_LINES])]
    year = metadata.date.year if metadata.date else None
    short = [text for text in head if len(text) < 130]
    if national:
        stated = (text for text in short[:_COVER_LINES] if "exercices" in text)
        return next((period for text in stated if (period := _in_text(text, lines, year))), None)
    for texts in (short, [text for text in head if _PROCEDURE.search(text)]):
        for text in texts:
            if "precedent" in text:
                continue
            period = _in_text(text, lines, year)
            if period is not None:
                return period
    return None


def _in_text(text: str, lines: list[Line], report_year: int | None) -> Period | None:
    open_, closed = _OPEN.search(text), _CLOSED.search(text)
    if closed is not None and (open_ is None or closed.start() <= open_.start()):
        first, last = int(closed["first"]), int(closed["last"])
        recent = report_year is None or report_year - _EARLIEST_END <= last <= report_year
        if first <= last <= first + _LONGEST and recent:
            return Period(first, last)
    if open_ is not None:
        first = int(open_["first"] or open_["since"])
        if report_year is None or report_year - _EARLIEST_START <= first <= report_year:
            return Period(first, _last_year(first, lines, report_year))
    single = _SINGLE.match(text)
    return Period(int(single["first"]), int(single["first"])) if single else None


def _last_year(first: int, lines: list[Line], report_year: int | None) -> int:
    """End of the range the report most often writes from `first`, else of any range, else the year before
    it came out.
    """
    ends: Counter[int] = Counter()
    others: Counter[int] = Counter()
    for line in lines:
        if not any(char.isdigit() for char in line.text):
            continue
        for match in _RANGE.finditer(fold_in_place(line.text)):
            last = int(match["last"])
            oldest = max(first + 1, report_year - _OLDEST_END if report_year else 0)
            if oldest <= last <= (report_year or last) and last - int(match["first"]) <= _LONGEST:
                (ends if int(match["first"]) == first else others)[last] += 1
    for counter in (ends, others):
        if counter:
            return counter.most_common(1)[0][0]
    return max(first, (report_year or first + 1) - 1)
