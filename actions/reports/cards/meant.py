"""Which report card a question means, by its words and by what they mean."""

from __future__ import annotations

from actions.desk import Desk
from actions.question import Question
from actions.reports.routing import PROGRAMME
from knowledge.text import STOP_WORDS, words

_MEANT, _AHEAD, _WITHOUT_MEANING = 0.45, 0.05, 0.75
"""Score of the search over entries from which a card's report is meant, and how far it must be ahead: on the
evaluation sets the nearest card was the right one for every question on a report that has one, and no
question on anything else came nearer."""
_SHORT = 2
"""Letters of a word that says nothing."""

_OF_PROGRAMME = frozenset({"challenge", "unknown_challenge", "promotion"})
"""Kinds of entity that no card has."""


def is_of_a_card(question: Question, desk: Desk) -> bool:
    """Whether a message is for the report of a card whatever was heard: « dalo ça marche ou pas », « combien
    a coûté la JDC ? ». It is the nearest, and its title has a word that nothing on the programme uses.
    """
    return bool(words_of_a_card(question, desk))


def words_of_a_card(question: Question, desk: Desk) -> list[str]:
    """Those words of such a message, as they stand there: « SIRHEN »; none of any other."""
    if desk.reports is None or PROGRAMME & set(question.content) or question.entities.keys() & _OF_PROGRAMME:
        return []
    used, own = desk.vocabulary, [word for word in words(question.text) if len(word) > _SHORT]
    unknown = [word for word in own if word not in used and word not in STOP_WORDS]
    card = surest_card(question, desk) if unknown else None
    return [word for word in unknown if card and any(r.id == card for r in desk.reports.titled([word]))]


def surest_card(question: Question, desk: Desk) -> str | None:
    """The key of the card nearest in words and meaning, if nearer than any entry on the programme."""
    hits = desk.search.search(question.bare, 1, ("card",))
    others = desk.search.search(question.bare, 1, ("faq", "statement", "challenge"))
    least = _WITHOUT_MEANING if hits and hits[0].similarity is None else _MEANT
    if not hits or hits[0].score < max(least, others[0].score + _AHEAD if others else 0.0):
        return None
    return hits[0].ref
