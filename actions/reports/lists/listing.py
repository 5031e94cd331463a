"""How a list of reports is told: their number, their titles, shorter lists where there are many."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlencode

from actions.answer import Answer, ItemList, Link, Paragraph
from actions.compose import answered
from actions.question import Question
from actions.reports.bodies.titles import offered_reports, told_apart
from actions.reports.lists.counts import asks_for_several, by_age, which_age
from actions.reports.lists.excluded import not_excluded
from actions.reports.lists.others import in_brackets, others_than_told
from actions.reports.lists.ways import narrower
from actions.reports.parts import links_to, report_line, report_source, subject_rows
from actions.wording import say
from knowledge.reports.base import ReportBase
from knowledge.reports.catalogue_queries import ReportFilter
from knowledge.reports.models import ReportSummary

SHOWN = 20
"""Reports of a list shown, at most, unless all are asked for."""
FEW = 10
"""Reports enough for a list."""
_OFFERED = 4


def listing(
    question: Question,
    base: ReportBase,
    reports: Sequence[ReportSummary],
    said: Sequence[str],
    wanted: ReportFilter | None = None,
    before: str = "",
    also: Sequence[ReportSummary] = (),
    most: int | None = None,
) -> Answer:
    """The number of reports and their titles, the first of many with ways to narrow them, or the newest or
    oldest of them; ``also`` are those that only say what these treat.
    """
    reports = not_excluded(question.said, reports)
    lang, others = question.lang, others_than_told(question, reports)
    if reports and not others:
        before = say(lang, "report_list_no_other", criteria=in_brackets(said, lang))
    reports, most = others or reports, most or SHOWN
    extremes = by_age(question.text, reports) if len(reports) > 1 else []
    total, shown = len(reports), (extremes or reports)[:most]
    sort = "_one" if total == 1 else "_long" if total > most else ""
    several = "_several" if extremes and asks_for_several(question.text) else ""
    key = f"report_list_{which_age(question.text)}{several}" if extremes else f"report_list{sort}"
    lead = Paragraph(say(lang, key, number=total, criteria=in_brackets(said, lang), shown=len(shown)))
    names = told_apart(shown, base, lang, dated=True)
    items = ItemList(tuple(report_line(report, lang, names[report.id]) for report in shown))
    replies = offered_reports(shown[:_OFFERED], base, lang)
    if total > most:
        replies = narrower(lang, base, reports, said, wanted) or replies
    first = [Paragraph(before)] if before else []
    more: list[Paragraph | ItemList] = [Paragraph(say(lang, "report_narrow"))] if total > most else []
    beside = also[: FEW - total] if total < FEW else ()
    if beside:
        key = "report_list_also" if reports else "report_list_saying"
        key = f"{key}_one" if len(also) == 1 else f"{key}_all" if len(also) == len(beside) else key
        named = told_apart(beside, base, lang, dated=True)
        lines = ItemList(tuple(report_line(report, lang, named[report.id]) for report in beside))
        more = [Paragraph(say(lang, key, number=len(also), shown=len(beside))), lines]
    main: list[Paragraph | ItemList] = [lead, items] if reports else []
    return answered(
        [*first, *main, *more],
        [report_source(report) for report in (*shown, *beside)],
        rows=subject_rows([*shown, *beside][:5]),
        quick_replies=replies,
        links=[*_whole(lang, total + len(also), said), *links_to(lang, shown)],
    )


def _whole(lang: str, total: int, said: Sequence[str]) -> list[Link]:
    """The page that lists all of them, where not all are shown and words say which."""
    if total <= SHOWN or not said:
        return []
    return [
        Link(say(lang, "report_list_whole", number=total), f"/rapports?{urlencode({'q': ' '.join(said)})}")
    ]
