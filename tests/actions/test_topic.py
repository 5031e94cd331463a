"""What every action shares, as Rasa's own action server runs it."""

from __future__ import annotations

from typing import Any

import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions import topic
from actions.programme.calls import ActionCalls
from actions.topic import TopicAction
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
