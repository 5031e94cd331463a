"""How sure an answer is that it is, and whether what was asked is on the programme or on reports."""

from __future__ import annotations

from actions.answer import Answer
from actions.question import Question
from actions.reports.routing import PROGRAMME
from knowledge.text import stem

STANDS = 0.95
"""Sureness from which an answer to a whole message stands, whatever is said around the question. Like the two
below it holds for the answer where it was weighed, for the intent where the answer was given without."""
ENOUGH_WORDS = 3
"""Words with a meaning of a question that says what it is about: « qu'est-ce qui a bloqué ? » does not."""
SURELY_OURS, AHEAD = 0.8, 0.02
"""Sureness from which the question is on the programme though the reports answer the whole message, and how
much surer it must be than the whole where that is on the programme too."""
_OF_WHAT_WE_DO = PROGRAMME | {stem("programme")}


def is_unanswered(whole: Answer) -> bool:
    """Whether nothing at all was found."""
    return whole.status in ("not_found", "clarify", "out_of_scope") and not whole.rows


def surely_ours(question: Question, whole: Question) -> bool:
    """Whether a question is surely on the programme, and the whole is out of scope for want of an answer."""
    return whole.intent != "out_of_scope" and question.sureness >= STANDS


def is_surer(question: Question, whole: Question, of_a_body: bool) -> bool:
    """Whether a question is surely on the programme, though the reports tell something of the whole, the more
    so when it is ``of_a_body``; or surer than the whole that is on the programme as well.
    """
    if not is_on_reports(whole):
        return says_what(question) and question.sureness >= whole.sureness + AHEAD
    return says_what(question, of_a_body) and question.sureness >= SURELY_OURS


def says_what(question: Question, of_a_body: bool = False) -> bool:
    """Whether a question says what it is about: « il fait quoi comme temps » without « demain » does not."""
    ours = _OF_WHAT_WE_DO & set(question.content) or question.subjects
    return bool(ours) or (not of_a_body and len(question.content_words) >= ENOUGH_WORDS)


def is_on_reports(question: Question) -> bool:
    """Whether a question was read as one on audit reports."""
    return question.intent.startswith("report")
