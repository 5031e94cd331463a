"""To choose what of a message to answer, no form of it is answered twice: that takes as long as an answer."""

from __future__ import annotations

from typing import Any

import pytest

from actions.answer import Answer
from actions.conversation.focus import Focus
from bot import heard as module
from bot.heard import heard
from tests.bot.test_heard import LONG_STORY, Told


async def parse(text: str) -> dict[str, Any]:
    return {"text": text}


async def test_no_form_of_a_message_is_answered_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    answered: list[str] = []

    def respond(parsed: dict[str, Any], *_: Any) -> tuple[Answer, Told]:
        answered.append(parsed["text"])
        return Answer("not_found", ""), Told("eligibility", 0.5)

    monkeypatch.setattr(module, "respond", respond)
    monkeypatch.setattr(module, "desk", lambda: None)
    monkeypatch.setattr(module, "only_challenge", lambda _: None)
    monkeypatch.setattr(module, "words_of_a_card", lambda *_: [])
    await heard(LONG_STORY, ["one", "other", "one"], parse, Focus())
    assert sorted(answered) == sorted(["one", "other", LONG_STORY])
