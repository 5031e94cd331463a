"""Actions in the process say what Rasa's own remote call would, and trackers are remembered."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from rasa_sdk.executor import ActionExecutor

from bot.assistant import Assistant
from bot.processor import InProcessAction, RecentTrackers

from rasa.core.actions.action import ActionListen, RemoteAction  # isort: skip
from rasa.core.channels.channel import CollectingOutputChannel, UserMessage  # isort: skip
from rasa.shared.core.events import SlotSet  # isort: skip
from rasa.shared.core.trackers import DialogueStateTracker  # isort: skip

pytestmark = pytest.mark.integration


class ActionServer:
    """Rasa's action endpoint, answered by the SDK's executor after a trip through JSON."""

    def __init__(self, executor: ActionExecutor) -> None:
        self.executor = executor
        self.kwargs: dict[str, Any] = {}

    async def request(self, *, json: dict[str, Any], **_: Any) -> Any:
        return through_json(await self.executor.run(through_json(json)))


def through_json(data: Any) -> Any:
    return json.loads(json.dumps(data))


async def told(action: RemoteAction, assistant: Assistant, tracker: DialogueStateTracker) -> Any:
    processor = assistant._agent.processor
    assert processor is not None
    events = await action.run(CollectingOutputChannel(), processor.nlg, tracker, processor.domain)
    said = [(event.text, event.data) for event in events if event.type_name == "bot"]
    slots = [(event.key, through_json(event.value)) for event in events if isinstance(event, SlotSet)]
    return through_json(said), slots


@pytest.mark.parametrize(
    ("text", "name"),
    [("combien d'EIG dans la promotion 3 ?", "action_promotions"), ("le défi Zorglub", "action_challenges"),
     ("bonjour", "action_small_talk"), ("Is the call for applications open?", "action_calls")],
)  # fmt: skip
async def test_in_process_and_remote_say_the_same(assistant: Assistant, text: str, name: str) -> None:
    processor = assistant._agent.processor
    assert processor is not None
    tracker = DialogueStateTracker("someone", processor.domain.slots)
    await processor._handle_message_with_tracker(UserMessage(text, sender_id="someone"), tracker)
    executor = processor.executor
    here = await told(InProcessAction(name, executor), assistant, tracker)
    there = await told(RemoteAction(name, ActionServer(executor)), assistant, tracker)
    assert here == there
    assert here[0] and here[1]


async def test_rasas_own_actions_stay_rasas(assistant: Assistant) -> None:
    processor = assistant._agent.processor
    assert processor is not None
    assert isinstance(processor._get_action("action_listen"), ActionListen)
    assert isinstance(processor._get_action("action_calls"), InProcessAction)


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
