"""What every action shares, as Rasa's own action server runs it."""

from __future__ import annotations

from typing import Any

import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions import topic
from actions.answer import Answer
from actions.calls import ActionCalls
from actions.topic import TopicAction, next_focus
from tests.actions.conftest import Talk


def tracker(message: dict[str, Any], slots: dict[str, Any]) -> Tracker:
    return Tracker("sender", slots, message, [], False, None, {}, "action_listen")


def test_an_action_says_its_answer_to_any_channel(talk: Talk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(topic, "desk", lambda: talk.desk)
    dispatcher = CollectingDispatcher()
    message = talk.message("combien d'EIG dans la promotion 3 ?", "count_eig")
    (event,) = ActionCalls().run(dispatcher, tracker(message, {"focus": None}), {})
    (said,) = dispatcher.messages
    assert said["text"] == said["custom"]["text"]
    assert said["custom"]["intent"] == "count_eig"
    assert said["custom"]["sources"]
    assert event["name"] == "focus"
    assert event["value"]["entities"]["promotion"] == ["3"]
    (event,) = ActionCalls().run(
        dispatcher, tracker(talk.message("et la deuxième ?", "follow_up"), {"focus": event["value"]}), {}
    )
    assert "28" in dispatcher.messages[-1]["text"]


def test_each_action_has_the_name_of_its_topic(registered: dict[str, Any]) -> None:
    names = {cls().name() for cls in TopicAction.__subclasses__()}
    assert "action_calls" in names
    assert "action_" not in names
    assert all(
        name == f"action_{cls.topic}" for cls in TopicAction.__subclasses__() for name in [cls().name()]
    )


def test_failures_are_counted_and_forgotten(talk: Talk) -> None:
    for expected in (1, 2):
        talk.ask("le défi Zorglub", "describe_challenge")
        assert talk.focus.failures == expected
    talk.ask("combien d'EIG dans la promotion 2 ?", "count_eig")
    assert talk.focus.failures == 0


def test_one_challenge_answered_is_the_next_subject(talk: Talk) -> None:
    answer = talk.ask("le défi Signaux Faibles", "describe_challenge")
    assert talk.question is not None
    focus = next_focus(talk.question, answer)
    assert f"challenge:{focus.entities['challenge'][0]}" == answer.rows[0]


def test_an_entry_that_names_one_challenge_is_about_it(talk: Talk) -> None:
    one = Answer("answered", "Basegun reconnaît la catégorie d'une arme.", rows=("faq:x",))
    two = Answer("answered", "Basegun et Prévisecours ont été présentés.", rows=("faq:x",))
    assert len(topic._about_its_challenge(one, talk.desk).rows) == 2
    assert topic._about_its_challenge(two, talk.desk).rows == ("faq:x",)


def test_what_sounds_like_another_matter_may_be_one_of_the_reports(
    talk: Talk, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = Answer("answered", "Région, 2015 : 5,275 M€.")
    monkeypatch.setattr("actions.reports.instead_of_refusal", lambda read, *_: (told, read))
    assert talk.ask("orchestre de lille subvention 2015", "out_of_scope", confidence=0.6) is told
    monkeypatch.setattr("actions.reports.instead_of_refusal", lambda *_: None)
    assert talk.ask("il pleut à lille ?", "out_of_scope", confidence=0.9).status == "out_of_scope"
