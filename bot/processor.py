"""Rasa's message processor with the actions in the same process.

Rasa sends each action over HTTP and checks the answer's JSON against a schema that it
checks itself at every call: 12 ms of 16 per message where this was measured. Here the
action is called directly; what it says and sets is turned into events by Rasa's own code.
What else Rasa does at every message for features not used here is left out, see :class:`InProcessProcessor`.
"""

from __future__ import annotations

import logging
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from copy import deepcopy
from pathlib import Path
from typing import Any

from rasa.core.actions.action import (
    Action,
    ActionListen,
    ActionSessionStart,
    RemoteAction,
    action_for_name_or_text,
)
from rasa.core.channels.channel import OutputChannel, UserMessage
from rasa.core.nlg import NaturalLanguageGenerator
from rasa.core.policies.policy import PolicyPrediction
from rasa.core.processor import MessageProcessor
from rasa.engine.loader import load_predict_graph_runner
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.exceptions import ModelNotFound
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import Event, SlotSet, deserialise_events
from rasa.shared.core.slot_mappings import SlotMappingType
from rasa.shared.core.trackers import DialogueStateTracker, EventVerbosity
from rasa_sdk import Tracker
from rasa_sdk.executor import ActionExecutor, CollectingDispatcher

from actions.conversation.context import KEPT, in_context
from actions.conversation.focus import Focus
from actions.conversation.last_question import after_the_last
from actions.conversation.matter import of_the_matter
from actions.desk import desk
from actions.programme.challenge_intents import CHALLENGE_INTENTS
from actions.retry import to_retry
from bot.rules import RuleChoices
from bot.runner import StraightRunner

logger = logging.getLogger(__name__)
_READ: ContextVar[dict[str, dict[str, Any]] | None] = ContextVar("read", default=None)
"""What was read while one message is answered, by its words."""


class InProcessAction(RemoteAction):
    """A custom action called as a function."""

    def __init__(self, name: str, executor: ActionExecutor) -> None:
        super().__init__(name, None)
        self._run = executor.actions[name]

    async def run(
        self,
        output_channel: OutputChannel,
        nlg: NaturalLanguageGenerator,
        tracker: DialogueStateTracker,
        domain: Domain,
    ) -> list[Event]:
        """Run the action on what it needs of the tracker: slots and the latest message."""
        dispatcher = CollectingDispatcher()
        state = tracker.current_state(EventVerbosity.NONE)
        events = self._run(dispatcher, Tracker.from_dict({**state, "events": []}), {})
        said = await self._utter_responses(dispatcher.messages, output_channel, nlg, tracker)
        return [*said, *(event for data in events or [] for event in _events(data))]


def _events(data: dict[str, Any]) -> list[Event]:
    """The event that an action gave. Rasa looks through all its kinds for it; ours set slots."""
    if data.get("event") == "slot":
        return [SlotSet(data["name"], data["value"], data["timestamp"])]
    return list(deserialise_events([data]))


@contextmanager
def reading_once() -> Iterator[None]:
    """While one message is answered, no words of it are read twice: those tried are often those answered."""
    token = _READ.set({})
    try:
        yield
    finally:
        _READ.reset(token)


_NEVER_REJECT = (InProcessAction, ActionListen, ActionSessionStart)


class InProcessProcessor(MessageProcessor):
    """Hands out :class:`InProcessAction` wherever Rasa would call an action server.

    Left out: dask, rules compared anew at each action (:mod:`bot.rules`), a copy of the conversation
    for each action (ours reject nothing), copies of events for a debug log, slots filled from entities
    (where the domain has none), the pipeline that anonymises events for a broker.
    """

    executor: ActionExecutor

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._choices = RuleChoices(self.graph_runner.components())
        self._fills_slots = any(
            _is_filled(mapping) for slot in self.domain.slots for mapping in slot.mappings
        )

    async def parse_message(
        self,
        message: UserMessage,
        tracker: DialogueStateTracker | None = None,
        only_output_properties: bool = True,
    ) -> dict[str, Any]:
        """Rasa's reading, with others of the same words within the conversation where that may be meant, or
        with that of the last question where it is said not to have been answered.
        """
        parsed = await self._read(message, tracker, only_output_properties)
        if tracker is None:
            return parsed
        focus = Focus.from_slot(tracker.get_slot("focus"))
        text = message.text or ""
        for kind, named in _within_the_talk(text, parsed, focus).items():
            again = UserMessage(named, sender_id=message.sender_id, metadata=message.metadata)
            other = await self._read(again, tracker, only_output_properties)
            parsed = {**parsed, kind: {key: other[key] for key in KEPT if key in other}}
        return parsed

    async def _read(
        self, message: UserMessage, tracker: DialogueStateTracker | None, only_output_properties: bool
    ) -> dict[str, Any]:
        """Rasa's reading of these words, which the conversation does not change."""
        known = _READ.get()
        if known is None or not only_output_properties:
            return dict(await super().parse_message(message, tracker, only_output_properties))
        text = message.text or ""
        if text not in known:
            known[text] = await super().parse_message(message, tracker)
        return deepcopy(known[text])

    @staticmethod
    def _load_model(model_path: Path) -> tuple[str, Any, StraightRunner]:
        with tempfile.TemporaryDirectory() as folder:
            try:
                metadata, runner = load_predict_graph_runner(
                    Path(folder), Path(model_path), LocalModelStorage, StraightRunner
                )
            except tarfile.ReadError as error:
                raise ModelNotFound(f"{model_path} is no model") from error
        return Path(model_path).name, metadata, runner

    def predict_next_with_tracker_if_should(
        self, tracker: DialogueStateTracker
    ) -> tuple[Action, PolicyPrediction]:
        """The predicted action, in process when it is ours."""
        action, prediction = super().predict_next_with_tracker_if_should(tracker)
        return self._in_process(action), prediction

    def _predict_next_with_tracker(self, tracker: DialogueStateTracker) -> PolicyPrediction:
        return self._choices.choose(tracker, super()._predict_next_with_tracker)

    async def run_action_extract_slots(
        self, output_channel: OutputChannel, tracker: DialogueStateTracker
    ) -> DialogueStateTracker:
        """Fill slots from the message, where the domain has such slots."""
        if self._fills_slots:
            return await super().run_action_extract_slots(output_channel, tracker)
        return tracker

    async def run_anonymization_pipeline(self, tracker: DialogueStateTracker) -> None:
        """No event leaves for a broker."""

    async def _run_action(
        self,
        action: Action,
        tracker: DialogueStateTracker,
        output_channel: OutputChannel,
        nlg: NaturalLanguageGenerator,
        prediction: PolicyPrediction,
    ) -> bool:
        if not isinstance(action, _NEVER_REJECT):
            rest: bool = await super()._run_action(action, tracker, output_channel, nlg, prediction)
            return rest
        try:
            events = await action.run(output_channel, nlg, tracker, self.domain)
        except Exception:
            logger.exception("%s failed", action.name())
            events = []
        self._log_action_on_tracker(tracker, action, events, prediction)
        await self._send_bot_messages(events, tracker, output_channel)
        return bool(self.should_predict_another_action(action.name()))

    def _log_action_on_tracker(
        self, tracker: DialogueStateTracker, action: Action, events: list[Event], prediction: PolicyPrediction
    ) -> None:
        tracker.update_with_events(prediction.events, self.domain)
        tracker.update(action.event_for_successful_execution(prediction))
        tracker.update_with_events(events, self.domain)

    def _get_action(self, action_name: str) -> Action | None:
        return self._in_process(action_for_name_or_text(action_name, self.domain, self.action_endpoint))

    def _in_process(self, action: Action) -> Action:
        ours = type(action) is RemoteAction and action.name() in self.executor.actions
        return InProcessAction(action.name(), self.executor) if ours else action

    def _check_for_unseen_features(self, parse_data: dict[str, Any]) -> None:
        """Entities and intents are those of the domain by construction."""

    @staticmethod
    def _log_slots(tracker: DialogueStateTracker) -> None:
        """Slots hold what the person asked: they belong in no log."""


def _within_the_talk(text: str, parsed: dict[str, Any], focus: Focus) -> dict[str, str]:
    """The words in which a message is read once more, by what they are."""
    asked = to_retry(text, focus)
    if asked is not None:
        return {"last_asked": asked}
    named = in_context(text, parsed, focus, desk())
    if named is not None and (focus.intent in CHALLENGE_INTENTS or "challenge" in focus.entities):
        return {"in_context": named}
    others = {
        "in_context": named,
        "of_the_matter": of_the_matter(text, parsed, focus),
        "after_the_last": after_the_last(text, parsed, focus),
    }
    return {kind: words for kind, words in others.items() if words is not None}


def _is_filled(mapping: dict[str, Any]) -> bool:
    return SlotMappingType(mapping.get("type")) is not SlotMappingType.CUSTOM or bool(mapping.get("action"))
