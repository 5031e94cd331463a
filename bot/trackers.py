"""Conversations in the database: those of late are remembered, and new events are written as they come."""

from __future__ import annotations

import json
from collections import OrderedDict
from typing import Any

from rasa.core.tracker_store import SQLTrackerStore
from rasa.shared.core.events import Event
from rasa.shared.core.trackers import DialogueStateTracker
from sqlalchemy.orm import sessionmaker

from bot.database import connect


class RecentTrackers(SQLTrackerStore):
    """Rasa's SQL tracker store that remembers the trackers of the last conversations.

    Right for one process only: with several, another worker may have written meanwhile.
    """

    def __init__(self, *args: Any, remembered: int = 256, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        url: Any = vars(self)["engine"].url
        self.engine = connect(url.render_as_string(hide_password=False))
        self.sessionmaker = sessionmaker(bind=self.engine)
        self._insert = self.SQLEvent.__table__.insert()
        self._recent: OrderedDict[str, tuple[DialogueStateTracker, int]] = OrderedDict()
        self._remembered = remembered

    def begin(self, sender_id: str) -> None:
        """Expect a conversation that cannot be in the database: its id was minted just now."""
        self._remember(self.init_tracker(sender_id))

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
        """Write the new events in one statement, then remember how many are written."""
        known = self._recent.get(tracker.sender_id)
        if known is None:
            await super().save(tracker)
        else:
            await self.stream_events(tracker)
            self._write(tracker.sender_id, list(tracker.events)[known[1] :])
        self._remember(tracker)

    def forget_before(self, moment: float) -> None:
        """Let go of remembered conversations in which nothing was said since ``moment``, in seconds."""
        for sender_id, (tracker, _) in list(self._recent.items()):
            if tracker.events and tracker.events[-1].timestamp < moment:
                self._recent.pop(sender_id, None)

    def _write(self, sender_id: str, events: list[Event]) -> None:
        if events:
            with self.engine.begin() as connection:
                connection.execute(self._insert, [_row(sender_id, event.as_dict()) for event in events])

    def _remember(self, tracker: DialogueStateTracker) -> None:
        self._recent[tracker.sender_id] = (tracker, len(tracker.events))
        self._recent.move_to_end(tracker.sender_id)
        if len(self._recent) > self._remembered:
            self._recent.popitem(last=False)


def _row(sender_id: str, event: dict[str, Any]) -> dict[str, Any]:
    """An event as Rasa's table keeps it."""
    return {
        "sender_id": sender_id,
        "type_name": event["event"],
        "timestamp": event.get("timestamp"),
        "intent_name": event.get("parse_data", {}).get("intent", {}).get("name"),
        "action_name": event.get("name"),
        "data": json.dumps(event),
    }
