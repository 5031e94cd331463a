"""A few words that open a talk, « logement », « santé »: what the programme has of them, and the reports."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from actions.answer import Answer, Paragraph
from actions.compose import plain_text, reply
from actions.desk import Desk
from actions.question import FIRM, Question
from actions.reports.bodies.titles import offered_reports
from actions.reports.english import in_words_of_reports
from actions.reports.lists.criteria import criteria
from actions.reports.lists.matters import on_matters
from actions.reports.parts import report_source, short_title
from actions.reports.routing import OURS, PROGRAMME, is_report_reading
from actions.wording import join, say
from knowledge.extraction.jurisdictions import COURT
from knowledge.reports.base import ReportBase
from knowledge.reports.catalogue_queries import ReportFilter
from knowledge.reports.errors import BaseUnavailable
from knowledge.reports.models import ReportSummary
from knowledge.text import stems, words

_MOST_WORDS, _SHOWN = 4, 3
"""Words of a message that only names a matter, and reports named beside what the programme has."""
_NAMED = frozenset({"theme", "administration"})
"""Kinds of entity that the reports may be on as well."""
_NEAR = 0.6
"""Score from which a report's card is on what a few words name."""
_ASKS = frozenset(
    "combien qui quand comment quel quelle quels quelles pourquoi ou how who when what where why which is "
    "are can do est peut peux faut".split()
)
"""Words of a question, which is answered as it is asked."""
_OF_THE_COURT = frozenset(words(COURT))
_MOST = 500
"""More reports than any list has."""


def with_reports_beside(told: tuple[Answer, Question], read: Question, desk: Desk) -> tuple[Answer, Question]:
    """What the programme answers to a matter alone, with the reports that are on it too."""
    answer, question = told
    base = desk.reports
    if base is None or not _names_a_matter(read) or not _is_of_the_programme(answer, question):
        return told
    try:
        return _beside(answer, read, desk, base), question
    except BaseUnavailable:
        return told


def _names_a_matter(read: Question) -> bool:
    """Whether a message opens a talk with a few words that ask nothing."""
    said = words(read.text)
    if read.focus.intent and read.focus.status != "smalltalk" or read.points_back:
        return False
    if not 0 < len([word for word in said if len(word) > 2]) <= _MOST_WORDS or _ASKS & set(said):
        return False
    named = _NAMED & read.entities.keys()
    others = read.entities.keys() - _NAMED - {"audience"}
    ours = (PROGRAMME if named else OURS) & set(read.content)
    if named and read.content_words:  # « logement et handicap » is on more
        return False
    return not (others or ours or not named and (read.values("audience") or read.confidence >= FIRM))


def _is_of_the_programme(answer: Answer, question: Question) -> bool:
    """Whether the programme answered, or said that it has nothing, and no report is in it."""
    if is_report_reading(question.intent) or any(source.report for source in answer.sources):
        return False
    return answer.status == "answered" or answer.tells_that_nobody_does


def _on_it(read: Question, desk: Desk, base: ReportBase) -> Sequence[ReportSummary]:
    """The reports on a matter, that of the nearest card first where it is near."""
    terms = criteria(in_words_of_reports(read, base).text, base).rest
    hits = desk.search.search(read.bare, 1, ("card",))
    card = hits[0].ref if hits and hits[0].score >= _NEAR else ""
    named = bool(_NAMED & read.entities.keys()) or bool(base.titled(read.content_words))
    found = list(on_matters(read.text, terms, base)) if named else []
    if read.values("administration"):  # « règlement intérieur » is no ministry's
        found = [report for report in found if set(terms) <= set(stems(report.title))]
    nearest = base.report(card) if card else None
    first = [nearest.summary] if nearest else []
    return [*first, *(report for report in found if report.id != card)]


def _beside(answer: Answer, read: Question, desk: Desk, base: ReportBase) -> Answer:
    """The answer with how many reports are on the same or by the court named, the first and a way to all."""
    lang, court = read.lang, set(words(read.text)) >= _OF_THE_COURT
    by_the_court = base.find_reports(ReportFilter(jurisdiction=COURT), size=_MOST).reports if court else ()
    reports = by_the_court or _on_it(read, desk, base)
    if not reports:
        return answer
    number, shown = len(reports), reports[:_SHOWN]
    key = "" if number > _SHOWN else "_one" if number == 1 else "_all"
    key = "reports_of_the_court" if by_the_court else f"reports_beside{key}"
    named = join([say(lang, "report_quoted", text=short_title(report)) for report in shown], lang)
    blocks = (*answer.blocks, Paragraph(say(lang, key, number=number, reports=named)))
    asking = say(lang, "report_ask_matter", matter=read.text.strip(" ?!."))
    ask = reply(say(lang, "reports_of_the_court_ask") if by_the_court else asking)
    offered = [ask] if number > _SHOWN else offered_reports(shown, base, lang)
    return replace(
        answer,
        text=plain_text(blocks),
        blocks=blocks,
        sources=(*answer.sources, *map(report_source, shown)),
        quick_replies=(*answer.quick_replies, *offered),
    )
