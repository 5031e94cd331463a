"""To choose what to answer of a message, no form of it is answered twice or in vain: each takes its time."""

from __future__ import annotations

from typing import Any

import pytest

from actions.answer import Answer
from actions.conversation.focus import Focus
from bot import heard as module
from bot.heard import heard
from tests.bot.test_heard import LONG_STORY, Told

STORY = "on est à Rennes"


async def parse(text: str) -> dict[str, Any]:
    intent = "report_search" if "report" in text or text.startswith(STORY) else "pay"
    return {"text": text, "intent": {"name": intent, "confidence": 0.5 if "hardly" in text else 0.9}}


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


@pytest.mark.parametrize(
    ("rows", "form", "vain"),
    [
        (("report:1", "passage:1#2"), "pourquoi ce report ?", True),
        (("report:1", "report:2", "organisation:3"), "pourquoi ce report ?", True),
        (("report:1", "report:2"), "pourquoi ce report ?", False),
        (("report:1",), "pourquoi ce report à Dole ?", False),  # the town asked about, not that of the story
        (("report:1",), "hardly of a report ?", False),
        (("report:1",), "pourquoi si cher ?", False),
    ],
)
async def test_what_the_reports_tell_of_the_whole_is_not_asked_of_them_again(
    monkeypatch: pytest.MonkeyPatch, rows: tuple[str, ...], form: str, vain: bool
) -> None:
    answered: list[str] = []
    text = f"{STORY}, {form}"

    def respond(parsed: dict[str, Any], *_: Any) -> tuple[Answer, Told]:
        answered.append(parsed["text"])
        return Answer("answered", "", rows=rows), Told("report_search", 0.5)

    monkeypatch.setattr(module, "respond", respond)
    monkeypatch.setattr(module, "desk", lambda: None)
    monkeypatch.setattr(module, "only_challenge", lambda _: None)
    monkeypatch.setattr(module, "words_of_a_card", lambda *_: [])
    await heard(text, [form], parse, Focus())
    assert answered == ([text] if vain else [text, form])


async def test_what_is_asked_of_the_challenge_of_the_talk_is_asked_of_the_one_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text = "Revenons à Mon Suivi Social : ça sert à quoi ?"

    def respond(parsed: dict[str, Any], *_: Any) -> tuple[Answer, Told]:
        of_the_talk = Told("describe_challenge", 0.9, inherited=True)
        of_the_talk.subjects, of_the_talk.inherited = {"challenge"}, frozenset({"challenge"})
        told = parsed["text"] != text
        return Answer("answered" if told else "not_found", ""), of_the_talk if told else Told("pay", 0.3)

    monkeypatch.setattr(module, "respond", respond)
    monkeypatch.setattr(module, "desk", lambda: None)
    monkeypatch.setattr(module, "only_challenge", lambda _: "Mon Suivi Social")
    monkeypatch.setattr(module, "words_of_a_card", lambda *_: [])
    monkeypatch.setattr(module, "stands_alone", lambda *_: False)  # it is of another challenge
    asked = await heard(text, ["ça sert à quoi ?"], parse, Focus())
    assert asked == "ça sert à quoi (Mon Suivi Social) ?"
