"""How many reports there are and which: all of them, by type, the newest and the oldest."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from actions.answer import Answer, ItemList, Paragraph, QuickReply
from actions.compose import answered
from actions.question import Question, asks_how_many
from actions.reports.lists.criteria import Criteria
from actions.reports.lists.types import types_named
from actions.reports.parts import report_source
from actions.wording import join, say
from knowledge.dates import YEAR, written
from knowledge.reports.base import ReportBase
from knowledge.reports.models import ReportSummary
from knowledge.text import fold

YOU_HAVE = re.compile(
    r"\W*(?:(?:et|and|mais|ok|so|donc)\W+)*(?:(?:vous|tu) en (?:avez|as) (?:combien|cb|cmb)"
    r"|(?:combien|cb|cmb) (?:(?:vous|tu|t) )?(?:en )?(?:avez|as)(?:[- ](?:vous|tu))?"
    r"|(?:you have how many|how many (?:do|have) you (?:have|got)))"
    r"(?: (?:en tout|au total|in all|in total|altogether))?\W*"
)
"""« vous en avez combien ? », of the reports."""
_NEWEST = re.compile(
    r"\bplus recente?s?\b|\b(?:newest|most recent|latest)\b"
    r"|\bderniers? rapports? (?:(?:qui (?:a|ont) ete|a ete) )?(?:publie|paru|sorti|mis en ligne)\w*"
)
_OLDEST = re.compile(r"\bplus (?:ancien(?:ne)?s?|vieux|vieille)\b|\boldest\b")
_MOST_IN_FULL = 50
"""Reports that are all listed where all are asked for."""
_SOURCES = 20


def counts_the_reports(read: Question) -> bool:
    """« vous en avez combien ? » in a talk on reports, whatever else it sounds like."""
    on_reports = read.focus.asked_reports
    return on_reports and YOU_HAVE.fullmatch(fold(read.text)) is not None


def age_said(text: str) -> re.Match[str] | None:
    """Where a folded message asks for the newest or the oldest of some reports."""
    return _NEWEST.search(text) or _OLDEST.search(text)


def which_age(text: str) -> str:
    """« newest » or « oldest », as a message asks."""
    return "newest" if _NEWEST.search(fold(text)) else "oldest"


_SEVERAL = re.compile(
    r"\b(?:plus (?:recent|ancien(?:ne)?|vieille)s|derniers|(?:newest|latest|oldest|recent) reports)\b"
)
_A_FEW = 10
"""The newest or oldest reports shown where several are asked for."""


def asks_for_several(text: str) -> bool:
    """« les plus récents », « les derniers rapports parus »: more than the one of the last day."""
    return _SEVERAL.search(fold(text)) is not None


def without_age(text: str) -> str:
    """A message without the words for the newest or the oldest, which are no matter of a report."""
    folded = fold(text)
    found = age_said(folded)
    if found is None:
        return text
    own = text if len(folded) == len(text) else folded
    return f"{own[: found.start()]} {own[found.end() :]}"


def by_age(text: str, reports: Sequence[ReportSummary]) -> list[ReportSummary]:
    """The newest or the oldest of some reports: all those of that day, or the first few where several are
    asked for; none where neither is asked for.
    """
    age = age_said(fold(text))
    dated = [report for report in reports if report.date]
    if age is None or not dated:
        return []
    ordered = sorted(dated, key=lambda report: str(report.date), reverse=age.re is _NEWEST)
    if asks_for_several(text):
        return ordered[:_A_FEW]
    return [report for report in ordered if report.date == ordered[0].date]


def of_no_such_year(unread: Sequence[str], reports: Sequence[ReportSummary], lang: str) -> str:
    """« des rapports de 2018 ? »: that there is none, and of when those of the base are; empty where what was
    not understood is no year.
    """
    dates = sorted(report.date for report in reports if report.date)
    if not dates or not unread or not all(YEAR.fullmatch(one) for one in unread):
        return ""
    first, last = (written(one, lang) for one in (dates[0], dates[-1]))
    return say(lang, "report_none_that_year", years=join(list(unread), lang), first=first, last=last)


def shown_in_full(question: Question, number: int) -> bool:
    """Whether all reports of the base are to be listed, not only counted: there are few."""
    return number <= _MOST_IN_FULL and not asks_how_many(question)


def counted_by_type(question: Question, base: ReportBase, read: Criteria) -> Answer | None:
    """« combien de référés et de communications ? »: how many of each; None where one type is named."""
    types = types_named(question.text)
    if len(types) < 2:
        return None
    found = {one: base.find_reports(replace(read.filter, type=one), size=_SOURCES) for one in types}
    said = [value for value in read.said if value not in types]
    criteria = f" ({join(said, question.lang)})" if said else ""
    total = sum(page.total for page in found.values())
    lead = say(question.lang, "report_count_by_type", number=total, criteria=criteria)
    lines = ItemList(tuple(f"{one} : {page.total}" for one, page in found.items()))
    reports = [report for page in found.values() for report in page.reports]
    return answered([Paragraph(lead), lines], [report_source(one) for one in reports[:_SOURCES]])


def counted_by_jurisdiction(
    question: Question, base: ReportBase, reports: Sequence[ReportSummary], replies: list[QuickReply]
) -> Answer:
    """How many reports there are, by jurisdiction, and how to narrow them."""
    lang = question.lang
    counts = ItemList(tuple(f"{name} : {number}" for name, number in base.facets()["jurisdiction"]))
    lead = Paragraph(say(lang, "report_count", number=len(reports)))
    return answered(
        [lead, counts, Paragraph(say(lang, "report_narrow"))],
        [report_source(report) for report in reports[:_SOURCES]],
        quick_replies=replies,
    )
