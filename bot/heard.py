"""What of a message to answer: all of it, or its question without what is said around."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from actions.answer import Answer
from actions.desk import desk
from actions.question import SUBJECT_KINDS, SURE, Focus, Question
from actions.report_routing import PROGRAMME
from actions.topic import respond
from knowledge.reports.communes import communes_in
from knowledge.text import words

BEYOND_DOUBT = 0.95
"""Certainty from which an answer to a whole message stands, whatever is said around the question."""
LONG = 18
"""Words of a message that may be answered for what is said around its question."""
ENOUGH_WORDS = 3
"""Words with a meaning of a question that says by itself what it is about: « qu'est-ce qui a bloqué ? » does not."""
SURELY_OURS, AHEAD = 0.8, 0.02
"""Certainty from which the question is on the programme though the reports answer the whole message, and how
much surer it must be than the whole where that is on the programme too."""
Parse = Callable[[str], Awaitable[dict[str, Any]]]


async def heard(text: str, shorter: Sequence[str], parse: Parse, focus: Focus) -> str:
    """``text``, or the first of its ``shorter`` forms that has an answer where the whole has no sure one.

    « je suis fonctionnaire, puis-je candidater ? » tells a condition before it asks: the whole comes first.
    """
    if not shorter:
        return text
    whole, meant = respond(await parse(text), focus, desk())
    if _stands(whole, meant, len(words(text))):
        return text
    for one in shorter:
        answer, question = respond(await parse(one), focus, desk())
        if answer.status != "answered":
            continue
        if _is_better(question, meant) if whole.status == "answered" else _is_about(question, one, text):
            return one
    told = whole.status == "answered" or _is_on_reports(meant) or not _keeps_towns(shorter[0], text)
    return text if told else shorter[0]


def _stands(answer: Answer, question: Question, length: int) -> bool:
    if question.intent in ("out_of_scope", "human_contact"):
        return _certainty(question) >= SURE
    if question.inherited:
        return True
    if answer.status != "answered" or _is_on_reports(question):
        return False
    return length < LONG or _certainty(question) >= BEYOND_DOUBT


def _is_better(question: Question, whole: Question) -> bool:
    """Whether what is asked is surely on the programme, or surer than the whole that is on it.

    What the reports say to the whole stays: « mon père est soigné à Cahors, il y a combien de lits ? »
    """
    if _is_on_reports(question):
        return False
    if not _is_on_reports(whole):
        return _certainty(question) >= _certainty(whole) + AHEAD
    ours = PROGRAMME & set(question.content) or question.entities.keys() & set(SUBJECT_KINDS)
    says_what = bool(ours) or len(question.content_words) >= ENOUGH_WORDS
    return says_what and _certainty(question) >= SURELY_OURS


def _is_about(question: Question, one: str, text: str) -> bool:
    """Whether a shorter form's answer can be that to the whole, which has none."""
    return not _is_on_reports(question) or _keeps_towns(one, text)


def _keeps_towns(one: str, text: str) -> bool:
    """Whether no town of ``text`` is lost: bodies are often named outside the clause that asks."""
    return set(communes_in(text)) <= set(communes_in(one))


def _certainty(question: Question) -> float:
    return question.confidence if question.certainty is None else question.certainty


def _is_on_reports(question: Question) -> bool:
    return question.intent.startswith("report")
