"""What is asked of recommendations just listed: whether they were followed, and one of them by its place.

« est-ce que c'est fait ? » and « la dernière ? » after a list of recommendations name nothing to search for.
"""

from __future__ import annotations

import re
from dataclasses import replace

from actions.answer import Answer, ItemList, Paragraph
from actions.compose import answered, not_found
from actions.desk import Desk
from actions.question import Question
from actions.reports.advice import in_order, recommendation_line
from actions.reports.parts import (
    links_to,
    recommendation_source,
    report_line,
    report_source,
    subject_rows,
    ways_on,
)
from actions.reports.subject import Subject, reports_of
from actions.wording import say
from actions.words_apart import words_apart
from knowledge.reports.base import ReportBase
from knowledge.text import fold

_PLACES = {
    "premiere": 0, "first": 0, "1ere": 0, "deuxieme": 1, "seconde": 1, "second": 1, "troisieme": 2,
    "third": 2, "quatrieme": 3, "fourth": 3, "cinquieme": 4, "fifth": 4, "sixieme": 5,
    "septieme": 6, "huitieme": 7, "avant-derniere": -2, "derniere": -1, "last": -1,
}  # fmt: skip
_DONE = re.compile(
    r"\b(?:est|sont|ete|etaient|a|ont)(?: (?:deja|bien|enfin|vraiment|tous|toutes|tout))*"
    r" (?:faite?s?|appliquee?s?|suivie?s?|realisee?s?|respectee?s?|mise?s? en (?:oeuvre|place|application))\b"
    r"(?: (?:ou (?:pas|non)|depuis|maintenant|alors|aujourd hui))*\W*$"
    r"|\b(?:been|was|were|it) (?:done|followed|implemented|applied)\b"
)
_BY_PLACE = re.compile(
    r"\W*(?:(?:et|ok|mais|and|donc|non)\W+)*(?:(?:c ?['’]? ?est|quelle est|what is|qu ?est[- ]ce que)\W+)?"
    r"(?:(?:dans|pour|sur|de|a)\W+)?(?:la|the|celle|laquelle|leur)?\W*(?:recommandation|recommendation|number|num|numero|n)?"
    rf"\W*(?P<place>{'|'.join(_PLACES)}|\d{{1,2}}(?! ?(?:%|ans?\b|euros?\b|m)))(?:re|e|eme|er)?"
    r"(?: (?:recommandation|recommendation|one))?(?P<more>.*)"
)
"""« la dernière, c'est quoi exactement ? », « et la n° 3 ? »"""
_MOST_WORDS = 3
"""Words with a meaning of a message that asks no more than that."""


def asks_whether_done(question: Question, subject: Subject, base: ReportBase) -> bool:
    """« et c'est fait ? » right after the recommendations of a report."""
    on_them = subject.continued and question.focus.intent == "report_recommendations"
    short = len(question.content_words) <= _MOST_WORDS
    return on_them and short and _DONE.search(words_apart(question.text)) is not None and bool(
        reports_of(subject, base)
    )  # fmt: skip


def what_became_of_them(question: Question, desk: Desk, base: ReportBase, subject: Subject) -> Answer:
    """The recommendations whose state the report gives; where it gives none, that it does not say it."""
    report, lang = reports_of(subject, base)[0], question.lang
    told = in_order([row for row in base.recommendations(report.id) if row.status])
    line, rows = report_line(report, lang), subject_rows([report], subject.bodies)
    if not told:
        refused = not_found(question, desk, say(lang, "report_status_untold", report=line), rows=rows)
        return replace(refused, sources=(report_source(report),), links=tuple(links_to(lang, [report])))
    return answered(
        [
            Paragraph(say(lang, "report_status_told", report=line)),
            ItemList(tuple(recommendation_line(row, lang) for row in told)),
        ],
        [recommendation_source(row) for row in told],
        rows=rows,
        links=links_to(lang, [report]),
    )


def points_to_one_of_them(read: Question) -> bool:
    """« et la deuxième ? » after the recommendations of a report."""
    return read.focus.intent == "report_recommendations" and _place_said(read) is not None


def one_of_them(question: Question, base: ReportBase, subject: Subject) -> Answer | None:
    """The recommendation that a message means by its number or place; None where there is no such one."""
    place = _place_said(question) if question.focus.intent == "report_recommendations" else None
    reports = reports_of(subject, base) if place is not None and subject.continued else ()
    rows = in_order(base.recommendations(reports[0].id)) if reports else ()
    if place is None or not -len(rows) <= place < len(rows):
        return None
    called = [row for row in rows if row.number == str(place + 1)]
    row, lang = (called or [rows[place]])[0], question.lang
    return answered(
        [ItemList((recommendation_line(row, lang),), report_line(reports[0], lang))],
        [recommendation_source(row)],
        rows=subject_rows([reports[0]], subject.bodies),
        quick_replies=ways_on(lang, reports[0], "recommendations", base),
        links=links_to(lang, [reports[0]]),
    )


def _place_said(read: Question) -> int | None:
    """The place of a recommendation that a short message says, from 0, or from the end below it."""
    found = _BY_PLACE.fullmatch(fold(read.said or read.text))
    if found is None or len(read.content_words) > _MOST_WORDS:
        return None
    said = found["place"]
    return int(said) - 1 if said.isdigit() else _PLACES[said]
