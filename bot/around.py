"""Whether a message was answered on what is said around its question: « un bébé », not « à mi-temps ».

A whole message lies near to entries on each of its words, those of its author's life among them. What answers
the question lies near to the question alone as well.
"""

from __future__ import annotations

import re

from actions.answer import Answer
from actions.desk import desk
from actions.programme.challenge_intents import CHALLENGE_INTENTS
from actions.question import Question
from actions.reports.routing import PROGRAMME
from knowledge.text import fold

FARTHER = 0.2
"""How much less what the whole is told fits the question alone than what that is told."""
OF_A_PERSON = frozenset("eligibility administration_eligibility apply_procedure".split())
"""Intents of which who asks is the point: « je suis enceinte, puis-je candidater ? »."""
_WHEN = re.compile(r"\W*(?:quand|lorsqu\w+|si|when|if) ?(?:on|je|nous|vous|tu|ils?|elles?|i|we|you|they)\b")
_IT_WAS = re.compile(r"\b(?:c ?['’]? ?etait|was (?:it|that|this))\b")
"""What says when, or points to what was said before, is no question of its own."""
_LEAST_WORDS = 2
_SEARCHED = ("faq", "statement", "step", "challenge")


def is_of_another_matter(whole: Answer, question: Question) -> bool:
    """Whether a message is known to be on no matter of ours, and says nothing that is: « ma fille voudrait
    faire un service civique, où envoyer son dossier ? ».
    """
    known = whole.status == "out_of_scope" and bool(whole.rows)
    return known and not (question.subjects or PROGRAMME & set(question.content))


def may_be_around(whole: Answer, one: str, of_oneself: bool) -> bool:
    """Whether ``whole`` may be told of what stands around ``one``, as far as is seen before it is asked."""
    if _WHEN.match(fold(one)) or _IT_WAS.search(fold(one)):
        return False  # « le choix entre un mac et un pc quand on arrive ? », « c'était porté par qui ? »
    return _first(whole) is not None and not of_oneself  # « je peux tenter ma chance ? » is meant of oneself


def told_of_what_is_around(
    text: str, whole: Answer, one: str, answer: Answer, question: Question, of_oneself: bool
) -> bool:
    """Whether ``whole``, the answer to ``text``, is to what stands around its question ``one`` and not to it,
    as its ``answer`` is.
    """
    told, asked = _first(whole), _first(answer)
    if told is None or asked is None or told == asked or len(set(question.content)) < _LEAST_WORDS:
        return False
    if not may_be_around(whole, one, of_oneself) or question.intent in OF_A_PERSON | CHALLENGE_INTENTS:
        return False
    fit = _fit(question.bare, told)
    return fit <= _fit(question.bare, asked) - FARTHER and fit < _fit(_around(text, one), told)


def _around(text: str, one: str) -> str:
    """A message without its question."""
    asked = {*fold(one).split()}
    return (
        text.replace(one, " ") if one in text else " ".join(w for w in text.split() if fold(w) not in asked)
    )


def _first(answer: Answer) -> str | None:
    return next((row for row in answer.rows if row.partition(":")[0] in _SEARCHED), None)


def _fit(text: str, row: str) -> float:
    kind, _, ref = row.partition(":")
    return desk().search.fits(text, kind, [ref]).get(ref, 0.0)
