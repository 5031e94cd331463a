"""Actions in the process say what Rasa's own remote call would; what is left out of Rasa changes nothing."""

from __future__ import annotations

import json
from typing import Any

import pytest
from rasa_sdk.executor import ActionExecutor

from bot.assistant import Assistant
from bot.errors import NotReady
from bot.processor import InProcessAction

from rasa.core.actions.action import ActionListen, RemoteAction  # isort: skip
from rasa.core.channels.channel import CollectingOutputChannel, UserMessage  # isort: skip
from rasa.core.processor import MessageProcessor  # isort: skip
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


async def test_a_conversation_holds_the_events_that_rasa_itself_would_keep(assistant: Assistant) -> None:
    processor = assistant._agent.processor
    assert processor is not None
    texts = ("bonjour", "combien d'EIG dans la promotion 3 ?", "et dans la 4 ?", "merci")
    here = [await heard(processor, text, "here") for text in texts]
    with pytest.MonkeyPatch.context() as patch:
        for name in ("_predict_next_with_tracker", "_run_action", "_log_action_on_tracker",
                     "run_action_extract_slots"):  # fmt: skip
            patch.setattr(type(processor), name, getattr(MessageProcessor, name))
        there = [await heard(processor, text, "there") for text in texts]
    assert here == there
    assert [event["event"] for event in here[0]][:3] == ["action", "session_started", "action"]


async def heard(processor: MessageProcessor, text: str, sender: str) -> list[dict[str, Any]]:
    """The conversation's events after one more message, without what differs from run to run."""
    await processor.handle_message(UserMessage(text, CollectingOutputChannel(), sender_id=sender))
    tracker = await processor.get_tracker(sender)
    events = [event.as_dict() for event in tracker.events]
    return [without(event, "timestamp", "message_id") for event in events]


def without(data: Any, *keys: str) -> Any:
    if isinstance(data, dict):
        return {key: without(value, *keys) for key, value in data.items() if key not in keys}
    return data


@pytest.mark.parametrize(
    "text",
    ["on peut télétravailler ou faut habiter Paris ?",
     "je suis développeuse à Lyon, combien gagne un EIG et combien de temps dure le contrat ?"],
)  # fmt: skip
async def test_no_words_of_a_message_are_read_twice(
    assistant: Assistant, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    read: list[str] = []
    reads = MessageProcessor._parse_message_with_graph

    def counted(processor: MessageProcessor, message: UserMessage, *rest: Any) -> Any:
        read.append(message.text)
        return reads(processor, message, *rest)

    monkeypatch.setattr(MessageProcessor, "_parse_message_with_graph", counted)
    first = (await assistant.ask(text)).answer
    assert len(read) == len(set(read)) > 2
    assert (await assistant.ask(text)).answer == first
    assert len(read) == 2 * len(set(read))


async def test_an_action_that_fails_leaves_no_answer_and_the_conversation_goes_on(
    assistant: Assistant, caplog: pytest.LogCaptureFixture
) -> None:
    def fails(*_: Any) -> Any:
        raise RuntimeError("broken")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("actions.topic.respond", fails)
        with pytest.raises(NotReady):
            await assistant.ask_as("someone whose answer fails", "bonjour")
    assert "action_small_talk failed" in caplog.text
    assert (await assistant.ask_as("someone whose answer fails", "bonjour")).answer.text
