"""What public audit reports say: which question is asked of them, and about whom."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from actions.answer import Answer
from actions.compose import not_found
from actions.desk import Desk
from actions.programme.challenge_intents import CHALLENGE_INTENTS
from actions.question import Question
from actions.registry import answers
from actions.reports.about.facts import asks_about_the_report, facts_answer, report_facts
from actions.reports.about.overall import asks_overall_of_the_report
from actions.reports.about.people import people_told, report_people, unless_unnamed
from actions.reports.asked import (
    asks_advice,
    asks_list,
    asks_overall,
    asks_to_explain,
    asks_what_for,
    asks_what_it_does,
    ranks_all,
)
from actions.reports.asker import without_asker
from actions.reports.bodies.kinds import KIND_STEMS
from actions.reports.bodies.misfiled import of_another_body, of_the_right_body
from actions.reports.bodies.other_names import named_within
from actions.reports.bodies.rivals import (
    IN_GENERAL,
    all_of_the_name,
    neighbours,
    of_one_at_a_time,
    offering_namesakes,
    which_body,
)
from actions.reports.bodies.title_words import titled_wholly
from actions.reports.cards.told import card_meant, told_of_card
from actions.reports.cards.whole import is_of_one, summary_of_card, told_as_a_whole
from actions.reports.compare import comparison
from actions.reports.english import in_words_of_reports
from actions.reports.figures.answer import figures
from actions.reports.figures.lacking import gives_the_year
from actions.reports.figures.totals import only_counts_the_body
from actions.reports.follow_ups.recommendations import asks_whether_done, one_of_them, what_became_of_them
from actions.reports.framing import asks_the_whole, only_asks_the_whole, without_frame
from actions.reports.lists.answer import NARROWED, report_list
from actions.reports.lists.bodies import asks_which_bodies
from actions.reports.lists.counts import age_said
from actions.reports.lists.criteria import criteria
from actions.reports.lists.rather import rather_listed
from actions.reports.matters import name_stems, words_beside_the_name
from actions.reports.none_on_it import only_whether_audited, told_of_another
from actions.reports.parts import nothing_on
from actions.reports.passages.answer import overview, passages
from actions.reports.passages.findings import search
from actions.reports.passages.gathered import gathered
from actions.reports.passages.verdict import asks_whether
from actions.reports.recommendations import recommendations
from actions.reports.routing import (
    REPORTS_POSSIBLE,
    as_report_question,
    asks_what_they_say,
    is_about_reports,
    report_probability,
)
from actions.reports.several_matters import asked_one_by_one, each_in_turn
from actions.reports.several_reports import asked_of_several, in_another_of_them, told_of_several
from actions.reports.subject import MOST_WORDS, Subject, asks_for_neighbour, reports_of
from actions.reports.whom import puts_side_by_side, subject_of
from actions.reports.wished import told_whether_wished
from actions.reports.words import is_mention_question
from actions.silence import UNTOLD, unpublished
from actions.wording import say
from knowledge.reports.base import ReportBase
from knowledge.reports.errors import BaseUnavailable
from knowledge.reports.questions import read_question
from knowledge.text import fold, stem, stems

_OF_TODAY = re.compile(
    r"\b(?:aujourd'?hui|en ce moment|actuel\w*|cette annee(?!.la\b)|demain|today|tomorrow"
    r"|right now|this year|current\w*)\b"
)
"""« le taux du livret A en ce moment »: reports tell of the years that they examine."""
_Teller = Callable[[Question, Desk, ReportBase, Subject], Answer]
_WHAT_THE = re.compile(r"\bc ?['’]?est (?:quoi|koi|qui) (?:les? |la |l['’ ])")
_PURPOSE = frozenset(map(stem, "but role mission boulot travail metier activite utilite".split()))
_MOST_WORDS_WHAT_IT_IS = 6
"""Words with a meaning, at most, of a message that asks no more than what a body is."""


@answers(
    "report_search", "report_find", "report_figure", "report_recommendations", "report_list", "report_compare"
)
def ask_reports(question: Question, desk: Desk) -> Answer:
    """The answer of the reports in the base."""
    base = desk.reports
    if base is None:
        return not_found(question, desk, say(question.lang, "no_reports"))
    try:
        question = without_frame(without_asker(question, base))
        asked = in_words_of_reports(question, base)
        subject = of_the_right_body(subject_of(asked, desk, base), base)
        several = _of_several_reports(question, asked, desk, base, subject)
        if several is not None:
            return several
        beside = subject.beside and len(question.content_words) <= MOST_WORDS
        if (asks_for_neighbour(question) or beside) and not subject.bodies:
            return neighbours(question, desk, subject)
        listed = asks_list(asked.text)
        subject = all_of_the_name(subject) if listed else subject
        if subject.rivals and question.intent != "report_compare" and not _is_narrowed(asked, base):
            return which_body(question, subject.rivals)
        other = None if listed else of_another_body(question, desk, subject, base)
        if other is not None:
            return other
        if subject.unknown and only_whether_audited(asked, base, subject) and not _is_narrowed(asked, base):
            return nothing_on(question, desk, base, subject, subject.unknown)
        several = gathered(question, asked, base, subject)
        if several is not None:
            return several
        if ranks_all(question.text) and not subject.named:
            return of_one_at_a_time(question)
        if (
            question.intent == "report_figure"
            and not (subject.bodies or subject.continued)
            and _OF_TODAY.search(fold(question.text))
        ):
            on_a_challenge = question.focus.intent in CHALLENGE_INTENTS
            key = "not_known" if on_a_challenge else "report_not_of_today"
            return not_found(question, desk, say(question.lang, key))
        tell, of_one = _teller(question, asked, base, subject), one_of_them(question, base, subject)
        told = of_one or told_whether_wished(question, base, subject)
        told = told or _one_by_one(tell, question, asked, desk, base, subject)
        found = rather_listed(told or tell(asked, desk, base, subject), asked, desk, base, subject)
        found = in_another_of_them(
            found, question, base, subject, lambda key: _told_of(asked.text, key, question, asked, desk, base)
        )
        found = unless_unnamed(told_of_another(found, question, base, subject), question, desk, base, subject)
        return offering_namesakes(found, question, subject.namesakes)
    except BaseUnavailable:
        return not_found(question, desk, say(question.lang, "no_reports"))


def instead_of_refusal(question: Question, given: Answer, desk: Desk) -> tuple[Answer, Question] | None:
    """What the reports say where the programme has no answer and the message may be meant for them."""
    if given.status not in ("not_found", "out_of_scope", "clarify"):
        return None
    if report_probability(question, desk) < REPORTS_POSSIBLE:
        return None
    untold = unpublished(question, desk)
    if untold is not None and untold[1] >= UNTOLD and not is_about_reports(question):
        return None
    asked = as_report_question(question)
    told = ask_reports(asked, desk)
    return (told, asked) if told.status == "answered" else None


def _teller(question: Question, asked: Question, base: ReportBase, subject: Subject) -> _Teller:
    """What is asked: the intent, as far as the words bear it out; ``asked`` is the question in French."""
    intent, read = question.intent, read_question(asked.text)
    if asks_whether_done(question, subject, base):
        return what_became_of_them
    if NARROWED in question.inherited:
        return report_list
    of_people = people_told(question, subject, base)
    if of_people and not (of_people == "manager" and card_meant(question, subject, base)):
        return lambda _, desk, base, subject: report_people(question, desk, base, subject)
    of_itself = asks_about_the_report(question.text) or facts_answer(question, subject, base)
    if subject.named and of_itself:
        return report_facts
    if puts_side_by_side(question, subject):
        return comparison
    if subject.named and asks_overall_of_the_report(question, asked, base, subject):
        return _whole(question, subject, base)
    said = question.said or question.text
    if subject.continued and only_asks_the_whole(said) or asks_the_whole(said) and is_of_one(subject, base):
        return _whole(question, subject, base)
    outright = read.asks_recommendation or asks_advice(question.text)
    advice = outright or _asks_what_for(question, subject)
    which = not subject.named and (age_said(fold(asked.text)) or asks_which_bodies(asked.text, base))
    listed = asks_list(question.text) or which
    if listed and not (advice and subject.named):
        return report_list
    wished = asks_whether(question.text) and not read.asks_recommendation
    card = card_meant(question, subject, base) if wished or not outright else None
    if card is not None:
        return partial(told_of_card, report=card)
    hinted = intent == "report_recommendations" and not read.asks_figure
    if hinted and not advice and asks_what_they_say(question):  # « que dit la chambre sur Cogolin »
        hinted = not _names_a_whole_report(question, asked, base, subject)
    if advice or hinted and not is_mention_question(asked.text) and not asks_to_explain(question.text):
        return recommendations
    numeric = read.asks_figure or bool(read.years)
    if not numeric and _names_a_whole_report(question, asked, base, subject):
        return _whole(question, subject, base)
    in_words = asks_whether(question.text) or not numeric and asks_what_they_say(question)
    figure = not in_words and (intent == "report_figure" or only_counts_the_body(subject, base))
    if figure or read.asks_figure or gives_the_year(asked, base, subject):
        return figures
    if numeric and _names_a_whole_report(question, asked, base, subject):
        return overview
    if not (subject.named_in_full or subject.continued) and criteria(asked.text, base).are_asked(intent):
        return report_list
    return passages


def _whole(question: Question, subject: Subject, base: ReportBase) -> _Teller:
    """What tells a report as a whole."""
    card = told_as_a_whole(question, subject, base)
    return overview if card is None else partial(summary_of_card, report=card)


def _one_by_one(
    tell: _Teller, question: Question, asked: Question, desk: Desk, base: ReportBase, subject: Subject
) -> Answer | None:
    """The answers to the several things asked of one report; None where one thing is asked, or of several."""
    several = tell in (figures, passages, recommendations) or isinstance(tell, partial)  # of a card
    clauses = asked_one_by_one(asked.text, subject, base) if several else []
    found = search(subject, base) if clauses and subject.named else None
    if found is None or not found.hits or not found.sure:
        return None
    report = found.reports[0]

    def told(clause: str) -> Answer:
        of_it = replace(subject, text=clause, bodies=(), places=(), reports=(report.id,))
        one, read = replace(question, text=clause), replace(asked, text=clause)
        return _teller(one, read, base, of_it)(read, desk, base, of_it)

    return each_in_turn(clauses, report, question.lang, told)


def _of_several_reports(
    question: Question, asked: Question, desk: Desk, base: ReportBase, subject: Subject
) -> Answer | None:
    """The answers to what is asked of each of two reports; None where one is meant."""

    def find(said: str) -> str | None:
        alone = replace(asked, text=said, said=said, focus=asked.focus.unasked(), inherited=frozenset())
        titled = titled_wholly(said, base, 2)
        found = None if titled else subject_of(alone, desk, base)
        reports = reports_of(found, base) if found and found.named and not found.rivals else ()
        return titled or (reports[0].id if reports else None)

    def tell(clause: str, key: str) -> Answer:
        return _told_of(clause, key, question, asked, desk, base)

    parts = asked_of_several(asked, subject, base, find)
    return told_of_several(parts, tell) if parts else None


def _told_of(
    clause: str, key: str, question: Question, asked: Question, desk: Desk, base: ReportBase
) -> Answer:
    """What one report says to a part of a message."""
    of_it = Subject(clause, reports=(key,))
    intent = "report_figure" if read_question(clause).asks_figure else "report_search"
    one, read = (replace(q.with_intent(intent), text=clause, said=clause) for q in (question, asked))
    tell = _teller(one, read, base, of_it) if clause else _whole(one, of_it, base)
    return tell(read, desk, base, of_it)


def _names_a_whole_report(question: Question, asked: Question, base: ReportBase, subject: Subject) -> bool:
    """Whether nothing is asked but what a body is, or what a report named is about."""
    if not subject.bodies and (subject.continued or not subject.reports):
        return False
    if only_whether_audited(asked, base, subject):
        return True
    does = len(question.content_words) <= _MOST_WORDS_WHAT_IT_IS and asks_what_it_does(question.text)
    if does and _WHAT_THE.search(fold(question.text)):  # « c'est qui le délégataire ? » is no body
        does = not words_beside_the_name(question.text, subject, base) - _PURPOSE
    return does or not _asks_more(asked, base, subject)


def _is_narrowed(asked: Question, base: ReportBase) -> bool:
    """Whether a list is asked for of what criteria tell, whatever bodies they name: « dans l'Aisne »."""
    return asks_list(asked.text) and not criteria(asked.text, base).filter.empty


def _asks_what_for(question: Question, subject: Subject) -> bool:
    """« pour quoi exactement ? » after the summary: what it recommends lists what is wrong."""
    return subject.continued and asks_overall(question.focus.text) and asks_what_for(question.text)


def _asks_more(question: Question, base: ReportBase, subject: Subject) -> bool:
    if is_mention_question(question.text):
        return True
    found = search(subject, base).result
    called = [body.name for body in subject.bodies] or [one.title for one in reports_of(subject, base)]
    named = {one for name in called for one in stems(name)}
    naming = found.naming - named_within(question.text, base)
    known = IN_GENERAL | KIND_STEMS | naming | name_stems(subject) | named
    return any(term not in known for term in found.terms)
