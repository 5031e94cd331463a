"""What is asked of recommendations just listed: whether they were followed, and one of them by its place.

« est-ce que c'est fait ? » and « la dernière ? » after a list of recommendations name nothing to search for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from actions.answer import Answer, ItemList, Paragraph
from actions.desk import Desk
from actions.question import Question
from actions.reports.advice import in_order, recommendation_line
from actions.reports.parts import (
    recommendation_source,
    report_line,
    report_source,
    told_by,
    untold_by,
    ways_on,
)
from actions.reports.subject import Subject, reports_of
from actions.wording import say
from actions.words_apart import words_apart
from knowledge.reports.base import ReportBase
from knowledge.reports.models import RecommendationRow, ReportSummary
from knowledge.text import fold

_PLACES = {
    "premiere": 0, "first": 0, "1ere": 0, "deuxieme": 1, "seconde": 1, "second": 1, "troisieme": 2,
    "third": 2, "quatrieme": 3, "fourth": 3, "cinquieme": 4, "fifth": 4, "sixieme": 5,
    "septieme": 6, "huitieme": 7, "avant-derniere": -2, "derniere": -1, "last": -1,
}  # fmt: skip
_PLACE = "|".join(_PLACES)
_DONE = re.compile(
    r"\b(?:est|sont|ete|etaient|a|ont)(?: (?:deja|bien|enfin|vraiment|tous|toutes|tout))*"
    r" (?:faite?s?|appliquee?s?|suivie?s?|realisee?s?|respectee?s?|mise?s? en (?:oeuvre|place|application))\b"
    r"(?: (?:ou (?:pas|non)|depuis|maintenant|alors|aujourd hui))*\W*$"
    r"|\b(?:been|was|were|it) (?:done|followed|implemented|applied)\b"
)
_OUTCOME = re.compile(
    r"\bsuites? (?:(?:ont|a)(?: t elles?)? )?(?:deja )?(?:ete )?(?:donnees?|reservees?|eues?)\b"
)
"""« quelles suites ont été données au rapport ? »"""
_BY_PLACE = re.compile(
    r"\W*(?:(?:et|ok|mais|and|donc|non|juste|seulement|just|only)\W+)*"
    r"(?:(?:c ?['’]? ?est|quelle est|what is|qu ?est[- ]ce que)\W+)?"
    r"(?:(?:dans|pour|sur|de|a)\W+)?(?:la|the|celle|laquelle|leur)?\W*(?:recommandation|recommendation|number|num|numero|n)?"
    rf"\W*(?P<place>{_PLACE}|\d{{1,2}}(?! ?(?:%|ans?\b|euros?\b|m)))(?:re|e|eme|er)?"
    r"(?: (?:recommandation|recommendation|one))?(?P<more>.*)"
)
"""« la dernière, c'est quoi exactement ? », « et la n° 3 ? »"""
_BY_NUMBER = re.compile(
    r"\b(?:recomm?[ae]ndations?|recos?|preconisations?)\W{0,2}(?:numero|number|num|n|no)?\W{0,3}"
    r"(?P<first>\d{1,2})(?:(?:,| et| and) ?(?:n ?°? ?)?(?P<second>\d{1,2}))?\b(?! ?(?:a|to|%|-)(?:\W|$))"
)
"""« juste la recommandation 9 », « les recommandations n° 2 et 3 du rapport sur le DALO »."""
_ONLY = re.compile(
    rf"\b(?:la|the) (?:toute )?(?P<place>{_PLACE}) (?:recomm?[ae]ndation|reco)\b"
    rf"|\b(?:juste|seulement|uniquement|just|only) (?:la|the) (?:toute )?(?P<alone>{_PLACE})\b"
)
"""« la première recommandation sur le DALO », « les recommandations…, juste la première »."""
_MOST_WORDS = 3
"""Words with a meaning of a message that asks no more than that."""


def asks_whether_done(question: Question, subject: Subject, base: ReportBase) -> bool:
    """« et c'est fait ? » right after the recommendations of a report, or what followed one that is named."""
    if _OUTCOME.search(words_apart(question.text)) and len(reports_of(subject, base)) == 1:
        return True
    on_them = subject.continued and question.focus.intent == "report_recommendations"
    short = len(question.content_words) <= _MOST_WORDS
    return on_them and short and _DONE.search(words_apart(question.text)) is not None and bool(
        reports_of(subject, base)
    )  # fmt: skip


def what_became_of_them(question: Question, desk: Desk, base: ReportBase, subject: Subject) -> Answer:
    """The recommendations whose state the report gives; where it gives none, that it does not say it."""
    report, lang = reports_of(subject, base)[0], question.lang
    told = in_order([row for row in base.recommendations(report.id) if row.status])
    line = report_line(report, lang)
    if not told:
        text = say(lang, "report_status_untold", report=line)
        return untold_by(report, question, desk, text, subject.bodies)
    lead = Paragraph(say(lang, "report_status_told", report=line))
    listed = ItemList(tuple(recommendation_line(row, lang) for row in told))
    return told_by([report], lang, subject.bodies, [lead, listed], map(recommendation_source, told))


def points_to_one_of_them(read: Question) -> bool:
    """« et la deuxième ? » after the recommendations of a report."""
    by_place = read.focus.intent == "report_recommendations" and _place_said(read) is not None
    return by_place or bool(numbers_said(read.said or read.text)) and read.focus.asked_reports


def one_of_them(question: Question, base: ReportBase, subject: Subject) -> Answer | None:
    """The recommendation that a message means by its number or place, of the one report meant; that there is
    no such number; None where none is meant.
    """
    numbers, only = numbers_said(question.said or question.text), place_only(question)
    place = _place_said(question) if question.focus.intent == "report_recommendations" else None
    asked = numbers or only is not None or place is not None and subject.continued
    reports = reports_of(subject, base) if asked else ()
    if not reports or len(reports) > 1 and not subject.continued:
        return None
    return the_one_of(question, base, subject, reports[0], place if only is None else only)


def the_one_of(
    question: Question, base: ReportBase, subject: Subject, report: ReportSummary, place: int | None
) -> Answer | None:
    """The recommendations of a report at the numbers that a message says, or at a ``place``; None where it
    says neither.
    """
    numbers = numbers_said(question.said or question.text)
    rows = in_order(base.recommendations(report.id))
    called = [row for row in rows if row.number in numbers]
    if not numbers and place is not None and -len(rows) <= place < len(rows):
        called = [row for row in rows if row.number == str(place + 1)][:1] or [rows[place]]
    if called:
        return _these(question, base, subject, report, called)
    counted = bool(rows) and rows[-1].number == str(len(rows))
    return _of_no_number(question, subject, report, numbers[0], len(rows)) if numbers and counted else None


def numbers_said(text: str) -> tuple[str, ...]:
    """The numbers of the recommendations that a message names by them."""
    found = _BY_NUMBER.search(fold(text))
    return tuple(str(int(one)) for one in found.groups() if one) if found else ()


def place_only(read: Question) -> int | None:
    """The place of the one recommendation that a whole question asks for, counted as by its place."""
    found = _ONLY.search(fold(read.said or read.text))
    return _PLACES[found["place"] or found["alone"]] if found else None


def _these(
    question: Question,
    base: ReportBase,
    subject: Subject,
    report: ReportSummary,
    rows: Sequence[RecommendationRow],
) -> Answer:
    lang = question.lang
    listed = ItemList(tuple(recommendation_line(row, lang) for row in rows), report_line(report, lang))
    ways = ways_on(lang, report, "recommendations", base)
    return told_by([report], lang, subject.bodies, [listed], map(recommendation_source, rows), ways)


def _of_no_number(
    question: Question, subject: Subject, report: ReportSummary, number: str, last: int
) -> Answer:
    """That the recommendations of a report end before the number asked for."""
    line = report_line(report, question.lang)
    text = say(question.lang, "report_recommends_no_such", report=line, number=number, last=last)
    return told_by([report], question.lang, subject.bodies, [Paragraph(text)], [report_source(report)])


def _place_said(read: Question) -> int | None:
    """The place of a recommendation that a short message says, from 0, or from the end below it."""
    found = _BY_PLACE.fullmatch(fold(read.said or read.text))
    if found is None or len(read.content_words) > _MOST_WORDS:
        return None
    said = found["place"]
    return int(said) - 1 if said.isdigit() else _PLACES[said]
