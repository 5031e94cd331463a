"""Rules are asked once for each intent and last action, unless one of them looks further."""

from __future__ import annotations

import json
from types import SimpleNamespace
from typing import Any

import pytest

from bot.assistant import Assistant
from bot.rules import RuleChoices, are_simple

from rasa.core.policies.policy import PolicyPrediction  # isort: skip
from rasa.core.policies.rule_policy import RulePolicy  # isort: skip
from rasa.shared.core.events import ActionExecuted, FollowupAction, SlotSet, UserUttered  # isort: skip
from rasa.shared.core.trackers import DialogueStateTracker  # isort: skip

LISTEN = {"action_name": "action_listen"}


def policy(*rules: list[dict[str, Any]], unhappy: bool = False, alone: tuple[int, ...] = ()) -> RulePolicy:
    made = RulePolicy.__new__(RulePolicy)
    keys = [json.dumps(rule) for rule in rules]
    made.lookup = {
        "rules": {key: "action_x" for key in keys},
        "rules_not_in_stories": [keys[place] for place in alone],
        "rules_for_loop_unhappy_path": {"[]": "x"} if unhappy else {},
    }
    return made


ONE_TURN = [{"prev_action": LISTEN, "user": {"intent": "greet"}}]


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (policy(ONE_TURN), True),
        (
            policy([*ONE_TURN, {"prev_action": {"action_name": "action_x"}, "user": {"intent": "greet"}}]),
            True,
        ),
        (policy(ONE_TURN, unhappy=True), False),
        (policy([{**ONE_TURN[0], "slots": {"focus": [1.0]}}]), False),
        (policy([{"prev_action": LISTEN, "user": {"intent": "greet", "entities": ["year"]}}]), False),
        (policy([*ONE_TURN, {"prev_action": {"action_name": "x"}, "user": {"intent": "thank"}}]), False),
        (policy([*ONE_TURN, *ONE_TURN, *ONE_TURN]), False),
        (policy([{"user": {"intent": "greet"}}]), False),
    ],
)
def test_rules_that_look_further_are_told(made: RulePolicy, expected: bool) -> None:
    assert are_simple(made) is expected


class Counting:
    def __init__(self) -> None:
        self.asked = 0

    def __call__(self, tracker: DialogueStateTracker) -> PolicyPrediction:
        self.asked += 1
        return PolicyPrediction([1.0], "rules", events=[SlotSet("focus", tracker.latest_action_name)])


def said(intent: str) -> DialogueStateTracker:
    tracker = DialogueStateTracker("someone", [])
    tracker.update(ActionExecuted("action_listen"))
    tracker.update(UserUttered("…", {"name": intent}))
    return tracker


def test_one_choice_is_made_once_and_its_events_are_fresh() -> None:
    choices, predict = RuleChoices([policy(ONE_TURN), SimpleNamespace()]), Counting()
    first, second = choices.choose(said("greet"), predict), choices.choose(said("greet"), predict)
    assert predict.asked == 1
    assert first.probabilities == second.probabilities
    assert first.events == second.events and first.events[0] is not second.events[0]
    choices.choose(said("thank"), predict)
    assert predict.asked == 2


@pytest.mark.parametrize(("alone", "asked"), [((), 1), ((0, 1), 1), ((1,), 2)])
def test_intents_whose_rules_say_the_same_have_one_choice(alone: tuple[int, ...], asked: int) -> None:
    rules = [[{"prev_action": LISTEN, "user": {"intent": intent}}] for intent in ("greet", "thank")]
    choices, predict = RuleChoices([policy(*rules, alone=alone)]), Counting()
    for intent in ("greet", "thank", "greet"):
        choices.choose(said(intent), predict)
    assert predict.asked == asked


def test_a_follow_up_action_or_other_rules_are_always_asked() -> None:
    predict, tracker = Counting(), said("greet")
    tracker.update(FollowupAction("action_x"))
    simple = RuleChoices([policy(ONE_TURN)])
    for choices in (simple, simple, RuleChoices([policy(ONE_TURN, unhappy=True)])):
        choices.choose(tracker, predict)
    assert predict.asked == 3


@pytest.mark.integration
def test_our_rules_look_at_one_turn(assistant: Assistant) -> None:
    processor: Any = assistant._agent.processor
    assert processor._choices._simple
    assert not processor._fills_slots
