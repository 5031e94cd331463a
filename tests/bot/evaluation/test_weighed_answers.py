"""What the confidence is fitted on."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from actions.answer import Answer
from actions.conversation.focus import Focus
from bot.evaluation import weighed_answers
from bot.evaluation.examinee import Said
from bot.evaluation.sets import Dialogue, Question
from bot.evaluation.weighed_answers import UNREAD, Example, gather, is_right


def question(identifier: str, *statuses: str) -> Question:
    return Question(identifier, identifier, "fr", "", statuses, (), ())


class Candidate:
    """An assistant that hears every message as it is, several things in « both »."""

    async def parse_alone(self, asked: Question) -> dict[str, Any] | None:
        return None if asked.text == "both" else {"text": asked.text}

    async def parse_within(self, text: str, conversation: str) -> tuple[dict[str, Any], Focus] | None:
        return None if text == "both" else ({"text": text}, Focus(conversation))

    async def answer(self, text: str, conversation: str | None = None) -> Said:
        return Said(conversation or "a talk", Answer("answered", text), "", 1.0)

    def pretend(self, day: dt.date) -> None:
        """The day does not matter here."""


async def gathered(
    monkeypatch: pytest.MonkeyPatch, read: list[Question], unread: list[Question], talks: list[Dialogue]
) -> tuple[list[tuple[int, float]], dict[int, bool], list[Focus]]:
    heard: list[Focus] = []

    def one(number: int, asked: Question, parsed: object, focus: Focus, desk: object) -> list[Example]:
        heard.append(focus)
        return [] if asked.text == "settled" else [Example(number, {"fit": 0.5}, True)]

    monkeypatch.setattr(weighed_answers, "examples", one)
    found = await gather(Candidate(), read, unread, talks, None, lambda: None)  # type: ignore[arg-type]
    return [(one.question, one.weight) for one in found.examples], found.answerable, heard


async def test_questions_nobody_mended_for_count_more(monkeypatch: pytest.MonkeyPatch) -> None:
    found, answerable, _ = await gathered(
        monkeypatch, [question("a1"), question("a2", "not_found")], [question("b1", "not_found")], []
    )
    assert found == [(0, 1.0), (1, 1.0), (2, UNREAD)]
    assert answerable == {0: True, 1: False, 2: False}


async def test_what_is_settled_or_asks_several_things_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    found, answerable, _ = await gathered(
        monkeypatch, [question("both"), question("settled"), question("a1")], [], []
    )
    assert found == [(0, 1.0)]
    assert answerable == {0: True}


async def test_later_turns_are_weighed_within_their_talk(monkeypatch: pytest.MonkeyPatch) -> None:
    talk = Dialogue("d1", (question("hello"), question("next"), question("both"), question("last")))
    found, _, heard = await gathered(monkeypatch, [], [], [talk])
    assert len(found) == 2
    assert heard == [Focus("a talk")] * 2


@pytest.mark.parametrize(
    ("status", "text", "right"),
    [("answered", "28 EIG", True), ("answered", "27 EIG", False), ("not_found", "28", False)],
)
def test_an_example_is_right_by_status_and_facts(status: str, text: str, right: bool) -> None:
    question = Question("q", "combien", "fr", "count", ("answered",), (("28",),), ())
    assert is_right(question, Answer(status, text)) is right  # type: ignore[arg-type]
