"""Rasa inside the process: one object that takes a person's words and gives the answer back."""

from __future__ import annotations

import asyncio
import contextlib
import datetime as dt
import hashlib
import logging
import secrets
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

from bot.environment import prepare_environment

prepare_environment()

from rasa.core.agent import Agent  # noqa: E402 - only after the environment is prepared
from rasa.core.channels.channel import CollectingOutputChannel, UserMessage  # noqa: E402
from rasa.core.lock_store import InMemoryLockStore, LockError, LockStore, RedisLockStore  # noqa: E402
from rasa.core.tracker_store import InMemoryTrackerStore, SQLTrackerStore  # noqa: E402
from rasa.exceptions import ModelNotFound  # noqa: E402
from rasa_sdk.executor import ActionExecutor  # noqa: E402

from actions.answer import Answer, Reply  # noqa: E402
from actions.conversation.focus import Focus  # noqa: E402
from actions.personal_data import without_personal_data  # noqa: E402
from actions.question import LONGEST  # noqa: E402
from bot.choices import language_of_choice  # noqa: E402
from bot.errors import BadText, NotReady, UnknownConversation  # noqa: E402
from bot.forgetting import delete_before  # noqa: E402
from bot.heard import heard  # noqa: E402
from bot.idioms import plainly  # noqa: E402
from bot.merging import answer_from, merge  # noqa: E402
from bot.numbered import numbered_questions  # noqa: E402
from bot.parts import goes_unanswered, understood_parts  # noqa: E402
from bot.processor import InProcessProcessor, reading_once  # noqa: E402
from bot.records import IDENTIFIER, Records  # noqa: E402
from bot.rejecting import meant_by  # noqa: E402
from bot.trackers import RecentTrackers  # noqa: E402
from bot.training import model_path, span_path  # noqa: E402
from knowledge.settings import REDIS_TIMEOUTS, Settings  # noqa: E402
from nlu.components.understanding import MEANT  # noqa: E402
from nlu.entities import detect_language, without_courtesy  # noqa: E402
from nlu.question_span import QuestionSpan  # noqa: E402

logger = logging.getLogger(__name__)
REST_PREFIX = "rest."
"""Begins the conversations of Rasa's REST channel; no minted id holds a full stop."""
_REFUSED = frozenset({"not_found", "out_of_scope", "clarify"})
"""Statuses after which a part that is about the one before is not asked."""


class Assistant:
    """Answers messages; conversations and answers are kept in the database of the settings."""

    def __init__(self, settings: Settings) -> None:
        """Load the model and the actions; raises :class:`NotReady` with one line on what is missing."""
        self._settings = settings
        self._locks: dict[str, tuple[asyncio.Lock, int]] = {}
        self._executor = _executor()
        settings.data_dir.mkdir(parents=True, exist_ok=True)
        shared = settings.redis_url is not None
        self._span = _span(span_path(settings))
        self._trackers = (SQLTrackerStore if shared else RecentTrackers)(host=settings.conversations_url)
        self._agent = Agent(tracker_store=self._trackers, lock_store=_lock_store(settings))
        # Without the wrapper that Rasa puts around it, which takes a lost database for an empty one.
        self._agent.tracker_store = self._trackers
        self._agent.processor = self._processor(model_path(settings))
        self._agent.domain = self._agent.processor.domain
        self._trackers.domain = self._agent.domain
        self.records = Records(settings.conversations_url)

    async def ask(self, text: str, conversation_id: str | None = None, lang: str | None = None) -> Reply:
        """One message, one reply. Raises :class:`BadText` for empty or over-long text and for a bad
        ``lang``, :class:`UnknownConversation` for an id not minted here.
        """
        text = _checked(text)
        if lang not in (None, "fr", "en"):
            raise BadText("lang must be fr or en")
        if conversation_id is not None and not await self._knows(conversation_id):
            raise UnknownConversation("unknown conversation_id: leave it out to begin a conversation")
        return await self._converse(conversation_id or self._begun(), text, lang)

    async def ask_as(self, sender: str, text: str, lang: str | None = None) -> Reply:
        """One message of a sender whom a client of Rasa's REST channel names as it likes.

        The name leads to a conversation of its own, outside the ids that :meth:`ask` mints or takes.
        """
        name = hashlib.sha256(sender.encode()).hexdigest()[:40]
        return await self._converse(f"{REST_PREFIX}{name}", _checked(text), lang)

    async def meant(self, text: str) -> str:
        """``text`` with its spelling corrected, as a message with these words would be understood."""
        parsed = await self._parse_alone(text)
        return str(parsed[MEANT]["text"]) if MEANT in parsed else text

    async def warm_up(self) -> None:
        """Answer questions that are not kept, so that the first person waits no longer than the others."""
        processor = self._agent.processor
        assert processor is not None
        processor.tracker_store = InMemoryTrackerStore(self._agent.domain)
        try:
            for question in ("Qui peut candidater ?", "Que dit la Cour des comptes de la dette ?"):
                await self._say(question, "warm-up", None)
        finally:
            processor.tracker_store = self._trackers

    def feedback(self, message_id: str, helpful: bool, comment: str | None) -> bool:
        """Keep an opinion on an answer; False for an unknown id."""
        return self.records.feedback(message_id, helpful, comment and without_personal_data(comment))

    def forget_before(self, moment: dt.datetime) -> int:
        """Erase answers, opinions and what was said before ``moment``; how many answers and events."""
        said, limit = self._trackers, moment.timestamp()
        events = delete_before(said.engine, said.SQLEvent.__table__, "id", "timestamp", limit)
        if isinstance(said, RecentTrackers):
            said.forget_before(limit)
        return events + self.records.forget_before(moment)

    def _begun(self) -> str:
        """The id of a new conversation."""
        conversation = secrets.token_urlsafe(24)
        if isinstance(self._trackers, RecentTrackers):
            self._trackers.begin(conversation)
        return conversation

    async def _converse(self, conversation: str, text: str, lang: str | None) -> Reply:
        async with self._turn(conversation):
            with reading_once():
                said = await self._said(text, conversation, lang)
        return self._reply(conversation, text, said, merge([answer_from(custom) for custom in said]))

    async def _said(self, text: str, conversation: str, lang: str | None) -> list[dict[str, Any]]:
        """What is said to each question of a message."""
        lang = lang or language_of_choice(await self._trackers.retrieve(conversation), text)
        asked = await meant_by(plainly(text), conversation, self._trackers)
        parts = numbered_questions(asked) or await self._parts(
            await self._heard(asked, conversation, lang), lang
        )
        if len(parts) > 1:  # each is too short to be sure of its language alone
            lang = lang or detect_language(text)
        said: list[dict[str, Any]] = []
        for part in parts:
            refused = bool(said) and said[-1]["status"] in _REFUSED
            if not refused or not await goes_unanswered(part, asked, self._parse_alone):
                said.append(await self._say(part, conversation, lang))
        return said

    def explain(self, message_id: str) -> dict[str, Any] | None:
        """Why this answer: question, status, intent, rows and sources; None for an unknown id."""
        return self.records.explain(message_id)

    async def _heard(self, text: str, conversation: str | None, lang: str | None) -> str:
        """What of the message to answer; without a conversation as if nothing was said before."""
        forms = dict.fromkeys(map(without_courtesy, (*self._span.find(text), text)))
        shorter = [one for one in forms if one.split() != text.split()]  # spaces alone are not less to hear
        processor = self._agent.processor
        assert processor is not None
        tracker = await self._trackers.retrieve(conversation) if conversation else None

        async def parse(one: str) -> dict[str, Any]:
            return dict(await processor.parse_message(_message(one, conversation, lang), tracker))

        return await heard(
            text, shorter, parse, Focus.from_slot(tracker.get_slot("focus") if tracker else None)
        )

    async def _parts(self, text: str, lang: str | None = None) -> list[str]:
        """The message's questions, when each is understood on its own."""

        async def hear(part: str) -> str:
            return await self._heard(part, None, lang)

        return await understood_parts(text, self._parse_alone, hear)

    async def _parse_alone(self, text: str) -> dict[str, Any]:
        """What is understood of words said in no conversation."""
        processor = self._agent.processor
        assert processor is not None
        return dict(await processor.parse_message(UserMessage(_not_a_command(text))))

    async def _say(self, text: str, conversation: str, lang: str | None) -> dict[str, Any]:
        processor = self._agent.processor
        assert processor is not None
        sent = await processor.handle_message(_message(text, conversation, lang)) or []
        custom = [item["custom"] for item in sent if "custom" in item]
        if not custom:
            raise NotReady("the assistant gave no answer; see the log")
        return dict(custom[-1])

    def _reply(self, conversation: str, text: str, said: list[dict[str, Any]], answer: Answer) -> Reply:
        message_id = secrets.token_urlsafe(18)
        content = {
            "message_id": message_id,
            "question": without_personal_data(text),
            "lang": said[0].get("lang", "fr"),
            "understood": [{"intent": s.get("intent"), "confidence": s.get("confidence")} for s in said],
            **answer.to_dict(),
        }
        content.pop("contact")
        content["quick_replies"] = [  # some repeat the question
            {key: without_personal_data(words) for key, words in offered.items()}
            for offered in content["quick_replies"]
        ]
        content["intent"] = said[0].get("intent")
        content["confidence"] = said[0].get("confidence")
        self.records.keep(message_id, answer.status, content)
        return Reply(conversation, message_id, answer, content["lang"])

    async def _knows(self, conversation_id: str) -> bool:
        if not (16 <= len(conversation_id) <= 64 and IDENTIFIER.fullmatch(conversation_id)):
            return False
        return await self._trackers.retrieve(conversation_id) is not None

    @contextlib.asynccontextmanager
    async def _turn(self, conversation: str) -> AsyncIterator[None]:
        """Messages of one conversation wait for each other, first come first served."""
        if self._settings.redis_url:
            async with self._shared_turn(conversation):
                yield
            return
        lock, waiting = self._locks.get(conversation, (asyncio.Lock(), 0))
        self._locks[conversation] = (lock, waiting + 1)
        try:
            async with lock:
                yield
        finally:
            lock, waiting = self._locks[conversation]
            if waiting == 1:
                del self._locks[conversation]
            else:
                self._locks[conversation] = (lock, waiting - 1)

    @contextlib.asynccontextmanager
    async def _shared_turn(self, conversation: str) -> AsyncIterator[None]:
        from redis.exceptions import RedisError

        try:
            async with self._agent.lock_store.lock(conversation, wait_time_in_seconds=0.02):
                yield
        except (LockError, RedisError) as error:
            reason = " ".join(str(error).split())
            raise NotReady(f"the locks are out of reach, see GREFFIER_REDIS_URL ({reason})") from error

    def _processor(self, path: Path) -> InProcessProcessor:
        if not path.exists():
            raise NotReady(f"no model at {path}: run « greffier train »")
        try:
            processor = InProcessProcessor(path, self._trackers, self._agent.lock_store, self._agent.nlg)
        except (ModelNotFound, OSError, EOFError, ValueError) as error:
            raise NotReady(f"cannot read the model {path} ({error}): run « greffier train »") from error
        processor.executor = self._executor
        return processor


def _span(path: Path) -> QuestionSpan:
    if not path.exists():
        raise NotReady(f"no model at {path}: run « greffier train »")
    try:
        return QuestionSpan(path)
    except (OSError, ValueError) as error:
        raise NotReady(f"cannot read the model {path} ({error}): run « greffier train »") from error


def _executor() -> ActionExecutor:
    executor = ActionExecutor()
    executor.register_package("actions")
    return executor


def _lock_store(settings: Settings) -> LockStore:
    if settings.redis_url is None:
        return InMemoryLockStore()
    from redis import Redis

    store = RedisLockStore()
    store.red = Redis.from_url(settings.redis_url, **REDIS_TIMEOUTS)
    return store


def _message(text: str, conversation: str | None, lang: str | None) -> UserMessage:
    metadata = {"lang": lang} if lang else {}
    return UserMessage(_not_a_command(text), CollectingOutputChannel(), conversation, metadata=metadata)


def _not_a_command(text: str) -> str:
    """Rasa takes « /restart » or « /intent{…} » as orders; from a person they are words."""
    return text.lstrip("/ \n\t") or "?"


def _checked(text: str) -> str:
    cleaned = "".join(c if c.isprintable() or c in "\n\t" else " " for c in text).strip()
    if not cleaned:
        raise BadText("the text is empty")
    if len(text) > LONGEST:
        raise BadText(f"the text is longer than {LONGEST} characters")
    return cleaned
