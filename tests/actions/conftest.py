"""Questions as Rasa hands them over, without Rasa: names found by the real finder, the intent given."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from typing import Any

import pytest
from rasa_sdk.executor import ActionExecutor

from actions.answer import Answer
from actions.conversation.focus import Focus
from actions.conversation.next_focus import next_focus
from actions.desk import Desk, Value
from actions.question import Question
from actions.registry import REGISTRY
from actions.respond import respond
from knowledge.base import KnowledgeBase
from knowledge.settings import PARIS
from nlu.entities import Finder, detect_language

TODAY = "2026-11-24"


@dataclass
class Talk:
    """One conversation: each question is answered after the ones before it."""

    base: KnowledgeBase
    finder: Finder
    desk: Desk
    focus: Focus = field(default_factory=Focus)
    question: Question | None = None
    day: str = TODAY

    def message(
        self, text: str, intent: str, confidence: float = 0.95, lang: str | None = None
    ) -> dict[str, Any]:
        """The parsed message; without ``lang`` the language is that of the words."""
        return {
            "text": text,
            "language": lang or detect_language(text),
            "entities": [entity.to_dict() for entity in self.finder.find(text)],
            "intent": {"name": intent, "confidence": confidence},
            "intent_ranking": [{"name": intent, "confidence": confidence}],
        }

    def ask(self, text: str, intent: str, **said: Any) -> Answer:
        """The answer to one question, remembered as the subject of the next."""
        return self.hear(self.message(text, intent, **said))

    def hear(self, message: Mapping[str, Any]) -> Answer:
        """The answer to one parsed message."""
        answer, self.question = respond(message, self.focus, self.desk)
        self.focus = next_focus(self.question, answer)
        return answer

    def on(self, day: str) -> Talk:
        """A new conversation on another day."""
        at = dt.datetime.combine(dt.date.fromisoformat(day), dt.time(12), PARIS)
        return Talk(self.base, self.finder, Desk(self.base, lambda: at), day=day)


@pytest.fixture(scope="session")
def finder(base: KnowledgeBase) -> Finder:
    return Finder(base)


class Forgetful(Desk):
    """Works every answer out, since tests replace parts of what makes it."""

    def remember(self, key: Hashable, compute: Callable[[], Value]) -> Value:
        """The value, computed again."""
        return compute()


@pytest.fixture(scope="session")
def shared_desk(base: KnowledgeBase) -> Desk:
    """A desk without sentence vectors: they change what is said first, not what may be said."""
    now = dt.datetime.combine(dt.date.fromisoformat(TODAY), dt.time(12), PARIS)
    return Forgetful(base, lambda: now)


@pytest.fixture(scope="session")
def registered() -> dict[str, Any]:
    """Every answering function by intent, the topics imported as Rasa's executor imports them."""
    ActionExecutor().register_package("actions")
    return REGISTRY


@pytest.fixture
def talk(base: KnowledgeBase, finder: Finder, shared_desk: Desk, registered: dict[str, Any]) -> Talk:
    """A new conversation today."""
    return Talk(base, finder, shared_desk)


def understood(talk: Talk) -> Question:
    assert talk.question is not None
    return talk.question
