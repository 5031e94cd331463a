"""Conversations of late are remembered, and every event is written."""

from __future__ import annotations

from pathlib import Path

import pytest
from rasa.core.tracker_store import SQLTrackerStore

from bot.assistant import Assistant
from bot.trackers import RecentTrackers

from rasa.shared.core.events import ActionExecuted, SlotSet, UserUttered  # isort: skip

pytestmark = pytest.mark.integration


async def test_recent_trackers_are_remembered_and_written(tmp_path: Path, assistant: Assistant) -> None:
    url = f"sqlite:///{tmp_path / 'conversations.sqlite3'}"
    domain = assistant._agent.domain
    store = RecentTrackers(host=url, domain=domain, remembered=2)
    for sender in ("a", "b", "c"):
        tracker = await store.get_or_create_tracker(sender)
        tracker.update(SlotSet("focus", {"text": sender}))
        await store.save(tracker)
    remembered = await store.retrieve("c")
    assert await store.retrieve("c") is remembered
    forgotten = await store.retrieve("a")
    assert forgotten is not None and forgotten.get_slot("focus") == {"text": "a"}
    forgotten.update(SlotSet("focus", {"text": "again"}))
    await store.save(forgotten)
    elsewhere = await RecentTrackers(host=url, domain=domain).retrieve("a")
    assert elsewhere is not None and elsewhere.get_slot("focus") == {"text": "again"}
    assert await store.retrieve("nobody") is None


async def test_rasas_own_store_reads_what_is_written(tmp_path: Path, assistant: Assistant) -> None:
    url = f"sqlite:///{tmp_path / 'conversations.sqlite3'}"
    domain = assistant._agent.domain
    store = RecentTrackers(host=url, domain=domain)
    store.begin("new")
    tracker = await store.retrieve("new")
    assert tracker is not None and not tracker.events
    for event in (ActionExecuted("action_listen"), UserUttered("é", {"name": "greet"}), SlotSet("focus", {})):
        tracker.update(event)
        await store.save(tracker)
    await store.save(tracker)
    there = await SQLTrackerStore(host=url, domain=domain).retrieve("new")
    assert there is not None
    assert [event.as_dict() for event in there.events] == [event.as_dict() for event in tracker.events]


async def test_a_conversation_begun_and_never_written_is_unknown_elsewhere(
    tmp_path: Path, assistant: Assistant
) -> None:
    url = f"sqlite:///{tmp_path / 'conversations.sqlite3'}"
    store = RecentTrackers(host=url, domain=assistant._agent.domain)
    store.begin("new")
    assert await RecentTrackers(host=url, domain=assistant._agent.domain).retrieve("new") is None
