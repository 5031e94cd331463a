"""Rasa's message processor with the actions in the same process.

Rasa sends each action over HTTP and checks the answer's JSON against a schema that it
checks itself at every call: 12 ms of 16 per message where this was measured. Here the
action is called directly; what it says and sets is turned into events by Rasa's own code.
"""

from __future__ import annotations

from collections import OrderedDict
from typing import Any

from rasa.core.actions.action import Action, RemoteAction, action_for_name_or_text
from rasa.core.channels.channel import OutputChannel
from rasa.core.nlg import NaturalLanguageGenerator
from rasa.core.policies.policy import PolicyPrediction
from rasa.core.processor import MessageProcessor
from rasa.core.tracker_store import SQLTrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import Event, deserialise_events
from rasa.shared.core.trackers import DialogueStateTracker, EventVerbosity
from rasa_sdk import Tracker
from rasa_sdk.executor import ActionExecutor, CollectingDispatcher
from sqlalchemy.orm import sessionmaker

from bot.database import connect


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
        return [*said, *deserialise_events(events or [])]


class InProcessProcessor(MessageProcessor):
    """Hands out :class:`InProcessAction` wherever Rasa would call an action server."""

    executor: ActionExecutor

    def predict_next_with_tracker_if_should(
        self, tracker: DialogueStateTracker
    ) -> tuple[Action, PolicyPrediction]:
        """The predicted action, in process when it is ours."""
        action, prediction = super().predict_next_with_tracker_if_should(tracker)
        return self._in_process(action), prediction

    def _get_action(self, action_name: str) -> Action | None:
        return self._in_process(action_for_name_or_text(action_name, self.domain, self.action_endpoint))

    def _in_process(self, action: Action) -> Action:
        ours = type(action) is RemoteAction and action.name() in self.executor.actions
        return InProcessAction(action.name(), self.executor) if ours else action

    def _check_for_unseen_features(self, parse_data: dict[str, Any]) -> None:
        """Entities and intents are those of the domain by construction."""


class RecentTrackers(SQLTrackerStore):
    """Rasa's SQL tracker store that remembers the trackers of the last conversations.

    Right for one process only: with several, another worker may have written meanwhile.
    """

    def __init__(self, *args: Any, remembered: int = 256, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        url: Any = vars(self)["engine"].url
        self.engine = connect(url.render_as_string(hide_password=False))
        self.sessionmaker = sessionmaker(bind=self.engine)
        self._recent: OrderedDict[str, tuple[DialogueStateTracker, int]] = OrderedDict()
        self._remembered = remembered

    async def retrieve(self, sender_id: str) -> DialogueStateTracker | None:
        """The tracker, from memory when the conversation is a recent one."""
        if sender_id in self._recent:
            self._recent.move_to_end(sender_id)
            return self._recent[sender_id][0]
        tracker = await super().retrieve(sender_id)
        if tracker is not None:
            self._remember(tracker)
        return tracker

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Write the new events, then remember how many are written."""
        await super().save(tracker)
        self._remember(tracker)

    def _additional_events(self, session: Any, tracker: DialogueStateTracker) -> Any:
        known = self._recent.get(tracker.sender_id)
        if known is None:
            return super()._additional_events(session, tracker)
        return list(tracker.events)[known[1] :]

    def _remember(self, tracker: DialogueStateTracker) -> None:
        self._recent[tracker.sender_id] = (tracker, len(tracker.events))
        self._recent.move_to_end(tracker.sender_id)
        if len(self._recent) > self._remembered:
            self._recent.popitem(last=False)
