"""Which function answers which intent; the topics register theirs here, and whoever answers looks it up."""

from __future__ import annotations

from collections.abc import Callable

from actions.answer import Answer
from actions.desk import Desk
from actions.question import Question

Answerer = Callable[[Question, Desk], Answer]
REGISTRY: dict[str, Answerer] = {}
"""Intent → function that answers it, filled by the topics; a follow-up finds its way through it."""


def answers(*intents: str) -> Callable[[Answerer], Answerer]:
    """Register a function as the answer to these intents."""

    def register(function: Answerer) -> Answerer:
        for intent in intents:
            REGISTRY[intent] = function
        return function

    return register


def answer_to(question: Question, at: Desk) -> Answer:
    """The answer of the function registered for the question's intent."""
    return REGISTRY[question.intent if question.intent in REGISTRY else "nlu_fallback"](question, at)
