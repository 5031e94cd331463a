"""The real assistant: conversations, hostile input, hand-over."""

from __future__ import annotations

import asyncio
import datetime as dt
import time
from collections import OrderedDict
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError

from actions.answer import Answer, QuickReply
from actions.question import LONGEST
from actions.wording import say
from bot.assistant import Assistant, _lock_store
from bot.errors import NotReady, UnknownConversation
from bot.training import model_path
from knowledge.settings import Settings
from tests.processes import silent_service

pytestmark = pytest.mark.integration


async def test_the_questions_of_the_brief(assistant: Assistant) -> None:
    first = await assistant.ask("combien d'EIG dans la promotion 3 ?")
    assert first.answer.status == "answered"
    assert "28" in first.answer.text and "32" in first.answer.text
    assert len(first.answer.sources) >= 2
    second = await assistant.ask("et la deuxième ?", first.conversation_id)
    assert "28" in second.answer.text and "32" not in second.answer.text
    assert second.conversation_id == first.conversation_id
    assert "Signaux Faibles" in (await assistant.ask("le défi signaux fables")).answer.text
    unknown = (await assistant.ask("le défi Zorglub")).answer
    assert (unknown.status, unknown.sources, unknown.rows) == ("not_found", (), ())


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("name", ["call", "challenges", "pay", "apply", "who"])
async def test_the_questions_it_suggests_are_answered(assistant: Assistant, name: str, lang: str) -> None:
    reply = await assistant.ask(say(lang, f"example_{name}"))
    assert reply.answer.status == "answered"


async def test_messages_of_one_conversation_keep_their_order(assistant: Assistant) -> None:
    first = await assistant.ask("combien d'EIG dans la promotion 3 ?")
    promotions = {"1": "11", "4": "41", "2": "28", "6": "34"}
    asked = [f"non, la promotion {number}" for number in promotions]
    replies = await asyncio.gather(*(assistant.ask(text, first.conversation_id) for text in asked))
    for reply, count in zip(replies, promotions.values(), strict=True):
        assert count in reply.answer.text
    tracker = await assistant._agent.tracker_store.retrieve(first.conversation_id)
    assert tracker is not None
    said = [event.text for event in tracker.events if event.type_name == "user"]
    assert said[-4:] == asked


async def test_what_was_said_before_a_moment_is_erased(assistant: Assistant) -> None:
    first = await assistant.ask("combien d'EIG dans la promotion 3 ?")
    now = dt.datetime.now(dt.UTC)
    assistant.forget_before(now - dt.timedelta(hours=1))
    assert assistant.explain(first.message_id)
    assert (await assistant.ask("et la deuxième ?", first.conversation_id)).answer.status == "answered"
    assert assistant.forget_before(now + dt.timedelta(hours=1)) > 2
    assert assistant.explain(first.message_id) is None
    with pytest.raises(UnknownConversation):
        await assistant.ask("et la deuxième ?", first.conversation_id)


async def test_conversations_never_mix(assistant: Assistant) -> None:
    one, other = await asyncio.gather(
        assistant.ask("combien d'EIG dans la promotion 3 ?"), assistant.ask("combien gagne un EIG ?")
    )
    assert one.conversation_id != other.conversation_id
    for _ in range(3):
        count, pay = await asyncio.gather(
            assistant.ask("et la deuxième ?", one.conversation_id),
            assistant.ask("et la promotion 2 ?", other.conversation_id),
        )
        assert "28" in count.answer.text
        explained = assistant.explain(pay.message_id)
        assert explained is not None and explained["intent"] == "pay"


async def test_a_conversation_is_minted_here_only(assistant: Assistant) -> None:
    for identifier in (
        "chosen",
        "c" * 32,
        "",
        "rest." + "a" * 40,
        "../../etc/passwd",
        "c" * 31 + "\x00",
        "x" * 5000,
    ):
        with pytest.raises(UnknownConversation):
            await assistant.ask("bonjour", identifier)
    minted = {(await assistant.ask("bonjour")).conversation_id for _ in range(3)}
    assert len(minted) == 3 and all(len(identifier) >= 32 for identifier in minted)


@pytest.mark.parametrize("text", ["", "   ", "\n\t ", "\x00", "\u200b", "a" * (LONGEST + 1)])
async def test_nothing_and_too_much_are_refused(assistant: Assistant, text: str) -> None:
    with pytest.raises(ValueError, match="empty|longer"):
        await assistant.ask(text)


@pytest.mark.parametrize(
    "text",
    [
        "😀😀😀",
        "<script>alert('x')</script>",
        "'; DROP TABLE challenge; --",
        "/restart",
        '/greet{"promotion": "3"}',
        "{{7*7}} ${7*7} %s %n",
        "a\x00b\x1b[31m",
        "ا" * 500,
        "?" * LONGEST,
        "promotion " * 190,
    ],
)
async def test_hostile_input_gets_an_honest_answer(assistant: Assistant, text: str) -> None:
    answer = (await assistant.ask(text)).answer
    assert answer.text and answer.blocks
    assert answer.status != "answered" or answer.sources
    assert "Traceback" not in answer.text
    assert "<script>" not in answer.text


async def test_the_language_can_be_chosen(assistant: Assistant) -> None:
    assert (await assistant.ask("combien gagne un EIG ?", lang="en")).lang == "en"
    assert (await assistant.ask("how much is an EIG paid?")).lang == "en"
    with pytest.raises(ValueError, match="fr or en"):
        await assistant.ask("bonjour", lang="de")


async def test_two_questions_get_two_answers(assistant: Assistant) -> None:
    reply = await assistant.ask("Combien d'EIG dans la promotion 2 ? Qui peut candidater ?")
    explained = assistant.explain(reply.message_id)
    assert explained is not None
    assert [u["intent"] for u in explained["understood"]] == ["count_eig", "eligibility"]


async def test_two_questions_are_answered_in_the_language_of_the_message(assistant: Assistant) -> None:
    reply = await assistant.ask("What makes a good project proposal today? which selection criteria?")
    assert "criteria" in reply.answer.text and "critères" not in reply.answer.text


async def test_an_answer_is_explained_without_personal_data(assistant: Assistant) -> None:
    reply = await assistant.ask("je m'appelle Jean Dupont, jean@site.example, combien gagne un EIG ?")
    explained = assistant.explain(reply.message_id)
    assert explained is not None
    assert "Dupont" not in str(explained) and "jean@" not in str(explained)
    assert {"status", "intent", "confidence", "rows", "sources"} <= explained.keys()
    assert assistant.explain("unknown") is None
    assert assistant.feedback(reply.message_id, True, None)
    assert not assistant.feedback("unknown", True, None)


def test_quick_replies_are_kept_without_personal_data(assistant: Assistant) -> None:
    asked = "Je m'appelle Jean Dupont, jean@site.example, quel budget ?"
    offered = QuickReply("Mairie de Lyon", f"Mairie de Lyon : {asked}")
    answer = Answer("clarify", "Laquelle ?", (), quick_replies=(offered,))
    reply = assistant._reply("c" * 32, asked, [{"intent": "report_budget", "confidence": 0.9}], answer)
    assert reply.answer.quick_replies == (offered,)
    explained = assistant.explain(reply.message_id)
    assert explained is not None and "Dupont" not in str(explained) and "jean@" not in str(explained)
    assert explained["quick_replies"] == [
        {"label": "Mairie de Lyon", "text": "Mairie de Lyon : Je m'appelle […], […], quel budget ?"}
    ]


async def test_a_sender_of_the_rest_channel_has_a_conversation(assistant: Assistant) -> None:
    await assistant.ask_as("someone", "combien d'EIG dans la promotion 3 ?")
    reply = await assistant.ask_as("someone", "et la deuxième ?")
    assert "28" in reply.answer.text
    with pytest.raises(UnknownConversation):
        await assistant.ask("et la première ?", reply.conversation_id)


async def test_a_lost_database_is_an_outage(assistant: Assistant, monkeypatch: pytest.MonkeyPatch) -> None:
    first = await assistant.ask("bonjour")

    def lost(*_: object) -> None:
        raise OperationalError("select", {}, Exception("server closed the connection"))

    with monkeypatch.context() as patch:
        patch.setattr(assistant._trackers, "_write", lost)
        with pytest.raises(OperationalError):
            await assistant.ask("bonjour", first.conversation_id)
    monkeypatch.setattr(assistant._trackers, "_recent", OrderedDict())
    with monkeypatch.context() as patch:
        patch.setattr(assistant._trackers, "session_scope", lost)
        with pytest.raises(OperationalError):
            await assistant.ask("bonjour", first.conversation_id)
    assert (await assistant.ask("bonjour", first.conversation_id)).conversation_id == first.conversation_id


async def test_lost_locks_are_an_outage(assistant: Assistant, monkeypatch: pytest.MonkeyPatch) -> None:
    first = await assistant.ask("bonjour")
    shared = assistant._settings.model_copy(update={"redis_url": "redis://127.0.0.1:1"})
    monkeypatch.setattr(assistant, "_settings", shared)
    monkeypatch.setattr(assistant._agent, "lock_store", _lock_store(shared))
    with pytest.raises(NotReady, match=r"^the locks are out of reach, see GREFFIER_REDIS_URL \(.+\)$"):
        await assistant.ask("bonjour", first.conversation_id)


async def test_locks_that_hang_are_an_outage(assistant: Assistant, monkeypatch: pytest.MonkeyPatch) -> None:
    first = await assistant.ask("bonjour")
    started = time.monotonic()
    with silent_service() as port:
        shared = assistant._settings.model_copy(update={"redis_url": f"redis://127.0.0.1:{port}"})
        monkeypatch.setattr(assistant, "_settings", shared)
        monkeypatch.setattr(assistant._agent, "lock_store", _lock_store(shared))
        with pytest.raises(NotReady, match="^the locks are out of reach"):
            await assistant.ask("bonjour", first.conversation_id)
    assert time.monotonic() - started < 10


async def test_warming_up_leaves_no_conversation(assistant: Assistant) -> None:
    await assistant.warm_up()
    assert await assistant._agent.tracker_store.retrieve("warm-up") is None


def test_a_missing_or_damaged_model_is_one_clear_line(tmp_path: Path) -> None:
    settings = Settings(data_dir=tmp_path)
    with pytest.raises(NotReady, match="greffier train"):
        Assistant(settings)
    model_path(settings).parent.mkdir(parents=True)
    model_path(settings).write_bytes(b"not a model")
    with pytest.raises(NotReady, match="greffier train") as caught:
        Assistant(settings)
    assert "\n" not in str(caught.value)
