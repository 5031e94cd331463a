"""The assistant under examination: the real one, with conversations of its own and a day that can be set."""

from __future__ import annotations

import datetime as dt
import logging
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import structlog
from rasa.core.channels.channel import UserMessage

from actions.answer import Answer
from actions.conversation.focus import Focus
from actions.conversation.subjects import resolve
from actions.desk import desk
from actions.question import read_message
from bot.assistant import Assistant
from bot.evaluation.sets import Question
from bot.training import is_stale, train
from knowledge.settings import PARIS, Settings

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Heard:
    """What was understood of some words; ``inferred`` entities follow from another (a year's promotion)."""

    intent: str
    confidence: float
    entities: tuple[tuple[str, str], ...]
    inferred: frozenset[tuple[str, str]]


@dataclass(frozen=True)
class Said:
    """What was answered; ``confidence`` is the least sure part's when the message had several."""

    conversation_id: str
    answer: Answer
    intent: str
    confidence: float


class Examinee(Assistant):
    """The assistant, with what an examiner may see and set."""

    async def understand(self, text: str) -> Heard:
        """Intent and entities of ``text`` by the trained model, promotions resolved as for an answer."""
        parsed = await self.parse(text)
        question = read_message(parsed, Focus(), desk().now)
        resolved = resolve(question, desk()).entities
        found = tuple((kind, value) for kind, values in resolved.items() for value in values)
        own = set(question.values("promotion"))
        followed = {
            ("promotion", v) for v in resolved.get("promotion", ()) if v not in own and "last" not in own
        }
        return Heard(
            parsed["intent"]["name"], float(parsed["intent"]["confidence"]), found, frozenset(followed)
        )

    async def answer(self, text: str, conversation_id: str | None = None) -> Said:
        """One message through :meth:`ask`, with the intent and the confidence behind the answer."""
        reply = await self.ask(text, conversation_id)
        why = self.explain(reply.message_id) or {}
        sure = [
            part["confidence"] for part in why.get("understood", ()) if part.get("confidence") is not None
        ]
        return Said(reply.conversation_id, reply.answer, why.get("intent") or "", min(sure, default=0.0))

    async def parse_alone(self, question: Question) -> dict[str, Any] | None:
        """The parsed message on its day; None when it asks several things, which are answered apart."""
        self.pretend(question.today)
        parts = await self._parts(question.text)
        return await self.parse(parts[0]) if len(parts) == 1 else None

    async def parse_within(self, text: str, conversation_id: str) -> tuple[dict[str, Any], Focus] | None:
        """The next message of a conversation and what that is about; None when it asks several things."""
        parts = await self._parts(text)
        tracker = await self._trackers.retrieve(conversation_id)
        if len(parts) != 1 or tracker is None:
            return None
        processor = self._agent.processor
        assert processor is not None
        parsed = await processor.parse_message(UserMessage(parts[0], sender_id=conversation_id), tracker)
        return dict(parsed), Focus.from_slot(tracker.get_slot("focus"))

    async def parse(self, text: str) -> dict[str, Any]:
        """One message as the trained model reads it, before any conversation."""
        processor = self._agent.processor
        assert processor is not None
        return dict(await processor.parse_message(UserMessage(text)))

    def pretend(self, day: dt.date) -> None:
        """Answer as on ``day``, at noon in Paris."""
        moment = dt.datetime.combine(day, dt.time(12), PARIS)
        desk().clock = lambda: moment


@contextmanager
def examinee(settings: Settings, say: Callable[[str], object] = logger.info) -> Iterator[Examinee]:
    """The model and the base of ``settings`` with a throw-away conversations database.

    A model older than its sources is trained first, as « greffier serve » does: ``say`` tells.
    """
    if is_stale(settings):
        say("the model is missing or older than its sources: training it")
        train(settings)
    _silence_rasa()
    clock = desk().clock
    with tempfile.TemporaryDirectory(prefix="greffier-evaluation-") as folder:
        url = f"sqlite:///{Path(folder) / 'conversations.sqlite3'}"
        try:
            yield Examinee(settings.model_copy(update={"database_url": url, "redis_url": None}))
        finally:
            desk().clock = clock


def _silence_rasa() -> None:
    """Rasa's structured log prints every step of every message unless it is told a level."""
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
