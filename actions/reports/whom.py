"""Whom a question is about: bodies named, the report of a card, the one of several that fits best."""

from __future__ import annotations

from dataclasses import replace

from actions.desk import Desk
from actions.question import Question
from actions.reports.asked import (
    asks_comparison,
    asks_list,
    compares_the_last,
    compares_with_the_last,
    goes_on_comparing,
)
from actions.reports.bodies.rivals import of_a_kind_alone, of_a_name_alone, settled_on
from actions.reports.bodies.titles import subject_asked
from actions.reports.bodies.twins import of_one_place
from actions.reports.cards.meant import AHEAD, is_of_a_card, surest_card
from actions.reports.passages.findings import SURE_LEAD, search
from actions.reports.routing import asks_what_they_say
from actions.reports.subject import ITSELF, Subject, asks_for_neighbour
from knowledge.reports.base import ReportBase
from knowledge.reports.communes import communes_in


def subject_of(question: Question, desk: Desk, base: ReportBase) -> Subject:
    """Whom a question is about: named, known by a report's card, or the one of several that fits best."""
    subject = _of_a_card(question, desk, base, subject_asked(question, base))
    of_the_last = _is_put_beside_the_last(question)
    if len(subject.bodies) == 1 and asks_comparison(question.text, 2) and not of_the_last:
        both = of_one_place(question.text, base)
        subject = replace(subject, bodies=both, rivals=()) if both else subject
    several = len(subject.bodies) > 1 and puts_side_by_side(question, subject)
    if asks_for_neighbour(question) or subject.beside or several:
        return subject
    if of_the_last and subject.rivals:  # « compare avec Montauban »: not two bodies of that name
        return replace(subject, rivals=())
    return of_a_kind_alone(of_a_name_alone(settled_on(base, subject), base), base)


def _of_a_card(question: Question, desk: Desk, base: ReportBase, subject: Subject) -> Subject:
    """The subject with the national report whose card is surely meant, where the words name nobody."""
    listed = question.intent == "report_list" and asks_list(question.text)
    if subject.named or subject.rivals or listed:
        return subject
    if communes_in(question.text) != communes_in(question.text, beside=False):
        return subject  # « un syndicat près de Brest » is a local body
    ahead = -1.0 if asks_what_they_say(question) else AHEAD  # « what did the Court say about PhDs? »
    card = surest_card(question, desk, ahead)
    if card is None or base.report(card) is None:
        return subject
    found = search(subject, base)
    other = found.reports[0].id if found.reports else card
    stands_out = subject.unknown is None and is_of_a_card(question, desk)
    if other != card and not stands_out and (subject.unknown or found.lead >= SURE_LEAD):
        return subject
    return replace(subject, reports=(card,), unknown=None)


def puts_side_by_side(question: Question, subject: Subject) -> bool:
    """Whether bodies are to be put side by side: those named, or the last ones spoken of."""
    listed = question.focus.intent == "report_recommendations"
    if len(question.focus.reports) > 1 and not listed and compares_the_last(question.text):
        return True
    on = question.focus.intent == "report_compare" and subject.continued and ITSELF not in question.inherited
    if on and goes_on_comparing(question.said or question.text):
        return True
    if len(subject.bodies) == 1 and _is_put_beside_the_last(question):
        return True
    return question.intent == "report_compare" and asks_comparison(question.text, len(subject.bodies))


def _is_put_beside_the_last(question: Question) -> bool:
    """« compare avec Montauban », of the body spoken of."""
    return bool(question.focus.reports) and compares_with_the_last(question.said or question.text)
