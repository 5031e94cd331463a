"""What the rules choose, remembered: ours look at the intent of the message and at the last action only.

Rasa's rule policy compares the whole conversation with every rule at every action, which takes
longer as the conversation does and comes out the same.
"""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Hashable, Iterable
from typing import Any

from rasa.core.policies.policy import PolicyPrediction
from rasa.core.policies.rule_policy import (
    RULES,
    RULES_FOR_LOOP_UNHAPPY_PATH,
    RULES_NOT_IN_STORIES,
    RulePolicy,
)
from rasa.shared.core.constants import ACTION_LISTEN_NAME
from rasa.shared.core.trackers import DialogueStateTracker

_LOOKED_AT = {"user": {"intent"}, "prev_action": {"action_name"}}


class RuleChoices:
    """The policy's predictions by last action and what the rule says, the intent where there is no rule.

    The policy is asked once for all the intents whose rules say the same: it reads every rule to find one.
    """

    def __init__(self, components: Iterable[Any]) -> None:
        policies = [c for c in components if hasattr(c, "predict_action_probabilities")]
        self._simple = len(policies) == 1 and isinstance(policies[0], RulePolicy) and are_simple(policies[0])
        self._ruled = rules_by_intent(policies[0]) if self._simple else {}
        self._known: dict[Hashable, PolicyPrediction] = {}

    def choose(
        self, tracker: DialogueStateTracker, predict: Callable[[DialogueStateTracker], PolicyPrediction]
    ) -> PolicyPrediction:
        """What ``predict`` says of ``tracker``, asked only where something else could matter."""
        if not self._simple or tracker.followup_action or tracker.active_loop or not tracker.latest_message:
            return predict(tracker)
        asked = (tracker.latest_message.intent.get("name"), tracker.latest_action_name)
        key = self._ruled.get(asked, asked)
        if key not in self._known:
            self._known[key] = predict(tracker)
        return _of_its_own(self._known[key])


def are_simple(policy: RulePolicy) -> bool:
    """Whether no rule looks further than the message answered: at slots, loops, entities or earlier turns."""
    if policy.lookup.get(RULES_FOR_LOOP_UNHAPPY_PATH):
        return False
    return all(_is_one_turn(json.loads(key)) for key in policy.lookup[RULES])


def rules_by_intent(policy: RulePolicy) -> dict[tuple[str | None, str | None], tuple[str, str, bool]]:
    """By intent and last action: the last action, what the simple rule of both says, and whether alone."""
    found = {}
    for rule, action in policy.lookup[RULES].items():
        state = json.loads(rule)[-1]
        last = state.get("prev_action", {}).get("action_name")
        intent = state.get("user", {}).get("intent")
        found[intent, last] = (last, action, rule in policy.lookup.get(RULES_NOT_IN_STORIES, ()))
    return found


def _is_one_turn(states: list[dict[str, dict[str, Any]]]) -> bool:
    known = all(set(part) <= _LOOKED_AT.get(kind, set()) for state in states for kind, part in state.items())
    begins = states[0].get("prev_action", {}).get("action_name") == ACTION_LISTEN_NAME
    one_intent = len({state.get("user", {}).get("intent") for state in states}) == 1
    return known and begins and one_intent and len(states) <= 2


def _of_its_own(prediction: PolicyPrediction) -> PolicyPrediction:
    """A prediction whose events can be put into a conversation: they get their time there."""
    own = copy.copy(prediction)
    own.events = [copy.copy(event) for event in prediction.events]
    return own
