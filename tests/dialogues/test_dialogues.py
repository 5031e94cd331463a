"""Conversations of each topic with the real assistant: ``<topic>.yml`` beside this file.

Each file is a list of dialogues; a dialogue has ``about``, ``turns`` and, where the day matters,
``today``. A turn has ``text``, ``status`` (one or several that are right), ``must`` (groups of
alternatives, one of each must be in the answer) and ``must_not``.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from actions.desk import desk
from bot.assistant import Assistant
from knowledge.settings import PARIS
from knowledge.text import fold

pytestmark = pytest.mark.integration
USUAL = dt.date(2026, 11, 24)


def dialogues() -> Iterator[Any]:
    for path in sorted(Path(__file__).parent.glob("*.yml")):
        for dialogue in yaml.safe_load(path.read_text("utf-8")):
            yield pytest.param(dialogue, id=f"{path.stem}: {dialogue['about']}")


def plain(text: object) -> str:
    return re.sub(r"[\s\u00a0\u202f]+", " ", fold(str(text)))


def holds(text: str, wanted: object) -> bool:
    """« 28 » is not in « 128 »."""
    return re.search(rf"(?<!\d){re.escape(plain(wanted))}(?!\d)", plain(text)) is not None


@pytest.fixture
def day(assistant: Assistant, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """Set the day of the conversation."""

    def pretend(date: dt.date) -> None:
        monkeypatch.setattr(desk(), "clock", lambda: dt.datetime.combine(date, dt.time(12), PARIS))

    yield pretend


@pytest.mark.parametrize("dialogue", dialogues())
async def test_dialogue(dialogue: dict[str, Any], assistant: Assistant, day: Any) -> None:
    day(dialogue.get("today", USUAL))
    conversation = None
    for turn in dialogue["turns"]:
        reply = await assistant.ask(turn["text"], conversation)
        conversation, answer = reply.conversation_id, reply.answer
        said = f"{turn['text']} → {answer.status}: {answer.text[:300]}"
        allowed = turn.get("status", "answered")
        assert answer.status in ([allowed] if isinstance(allowed, str) else allowed), said
        for group in turn.get("must", ()):
            assert any(holds(answer.text, wanted) for wanted in group), f"{group} is not in « {said} »"
        for unwanted in turn.get("must_not", ()):
            assert not holds(answer.text, unwanted), f"{unwanted} is in « {said} »"
        assert answer.status != "answered" or answer.sources, said
