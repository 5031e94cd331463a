"""Which report card a question means, by its words and by what they mean."""

from __future__ import annotations

import re

from actions.desk import Desk
from actions.question import Question
from actions.reports.criticism import BLAME
from actions.reports.passages.findings import SURE_LEAD, search
from actions.reports.routing import PROGRAMME, names_what_is_ours
from actions.reports.subject import find_subject
from knowledge.text import STOP_WORDS, fold, words

_MEANT, AHEAD, FAR_AHEAD, _WITHOUT_MEANING = 0.45, 0.05, 0.2, 0.75
"""Score of the search over entries from which a card's report is meant, and how far it must be ahead: on the
evaluation sets the nearest card was the right one for every question on a report that has one, and no
question on anything else came nearer; far ahead whatever else speaks against it."""
_SHORT = 2
"""Letters of a word that says nothing."""
_NEAR, _TOLD_APART, _LEADS, _BESIDE = 0.4, 0.25, 0.12, 3
"""Score and similarity from which a message in a talk on the report of one card may be on another, how much
less near the one spoken of is (follow-ups, of few words, are about as near to one as to the other) and any
third, which one word alone does not tell apart unless it is of a title; cards looked at."""
_BLAMED = re.compile(rf"\b(?:{BLAME}|millions?|milliards?|billions?)\b")
"""What is said of what auditors find fault with, and of no challenge."""

_OF_PROGRAMME = frozenset({"challenge", "unknown_challenge", "promotion"})
"""Kinds of entity that no card has."""


def is_of_a_card(question: Question, desk: Desk) -> bool:
    """Whether a message is for the report of a card whatever was heard: « dalo ça marche ou pas », « combien
    a coûté la JDC ? ». It is the nearest, and its title has a word that nothing on the programme uses.
    """
    return bool(words_of_a_card(question, desk))


def words_of_a_card(question: Question, desk: Desk) -> list[str]:
    """Those words of such a message, as they stand there: « SIRHEN »; none of any other."""
    if desk.reports is None or PROGRAMME & set(question.content) or _of_the_programme(question):
        return []
    used, own = desk.vocabulary, [word for word in words(question.text) if len(word) > _SHORT]
    unknown = [word for word in own if word not in used and word not in STOP_WORDS]
    card = surest_card(question, desk) if unknown else None
    return [word for word in unknown if card and any(r.id == card for r in desk.reports.titled([word]))]


def is_rather_of_a_card(question: Question, desk: Desk) -> bool:
    """Whether a message is for the report of a card however surely something on the programme was heard: it
    is nearest to a card in a talk on reports, or finds fault with what one report alone is on, « le logiciel
    de paie du ministère qui coûte des millions ».
    """
    base = desk.reports
    if base is None or PROGRAMME & set(question.content) or _of_the_programme(question):
        return False
    if question.focus.asked_reports and not names_what_is_ours(question):
        return surest_card(question, desk) is not None
    if not _BLAMED.search(fold(question.text)):
        return False
    hits = desk.search.search(question.bare, 1, ("card",))
    if not hits or hits[0].score < _NEAR:
        return False
    found = search(find_subject(question, base), base)
    return found.lead >= SURE_LEAD and found.reports[0].id == hits[0].ref


def _of_the_programme(question: Question) -> bool:
    """Whether the message itself names what no card has, not only the talk before it."""
    return bool((question.entities.keys() - question.inherited) & _OF_PROGRAMME)


def another_card(question: Question, report: str, desk: Desk) -> str | None:
    """The card that a message in a talk on a ``report`` is on: « et les douaniers, pareil ? » after the
    dwellings of policemen. It is much nearer in words and meaning than the card spoken of, or has in its
    title a word that the message says and nothing on the programme does; None where the talk may go on, as
    where its report says every word.
    """
    base = desk.reports
    if base is None or not question.content_words or PROGRAMME & set(question.content):
        return None
    if not base.absent_terms(report, sorted(set(question.content))):
        return None
    hits = desk.search.search(question.bare, _BESIDE, ("card",))
    if not hits or hits[0].ref == report or base.report(hits[0].ref) is None:
        return None
    best, own = hits[0], desk.search.scores(question.bare, "card", [report]).get(report)
    if own is None:  # a report that has no card
        return best.ref if is_of_a_card(question, desk) else None
    near = best.similarity is not None and min(best.score, best.similarity) >= _NEAR
    if not near or own.score > best.score - _TOLD_APART:
        return None
    third = max((hit.score for hit in hits[1:] if hit.ref != report), default=0.0)
    said = question.content_words
    titled = len(said) > 1 or any(one.id == best.ref for one in base.titled(said))
    return best.ref if third <= best.score - (_LEADS if titled else _TOLD_APART) else None


def surest_card(question: Question, desk: Desk, ahead: float = AHEAD) -> str | None:
    """The key of the card nearest in words and meaning, if nearer by ``ahead`` than any of the programme."""
    hits = desk.search.search(question.bare, 1, ("card",))
    others = desk.search.search(question.bare, 1, ("faq", "statement", "challenge"))
    least = _WITHOUT_MEANING if hits and hits[0].similarity is None else _MEANT
    if not hits or hits[0].score < max(least, others[0].score + ahead if others else 0.0):
        return None
    return hits[0].ref
