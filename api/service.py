"""The running service as routes see it: the base, the assistant, and why they are not there yet."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol

from actions.answer import Reply
from api.metrics import Metrics
from knowledge.base import KnowledgeBase
from knowledge.citations import Publication, publications
from knowledge.reports.opening import ReportsAt
from knowledge.settings import Settings

if TYPE_CHECKING:
    from bot.records import Records


class Assistant(Protocol):
    """What the doors need of :class:`bot.assistant.Assistant`, which takes seconds to import."""

    @property
    def records(self) -> Records:
        """The answers kept and the opinions on them, for the support desk."""
        ...

    async def ask(self, text: str, conversation_id: str | None = None, lang: str | None = None) -> Reply:
        """One message, one reply."""
        ...

    async def ask_as(self, sender: str, text: str, lang: str | None = None) -> Reply:
        """One message of a sender named by a client of Rasa's REST channel."""
        ...

    async def meant(self, text: str) -> str:
        """What words mean once their spelling is corrected."""
        ...

    def explain(self, message_id: str) -> dict[str, Any] | None:
        """Why this answer; None for an unknown id."""
        ...

    def feedback(self, message_id: str, helpful: bool, comment: str | None) -> bool:
        """Keep an opinion; False for an unknown id."""
        ...

    def forget_before(self, moment: dt.datetime) -> int:
        """Erase what was said before ``moment``; how many answers and events."""
        ...


@dataclass
class Service:
    """State of one process. ``stage`` says, for the public, what is being waited for."""

    settings: Settings
    base: KnowledgeBase | None = None
    assistant: Assistant | None = None
    stage: str = "starting"
    metrics: Metrics = field(default_factory=Metrics)
    reports: ReportsAt = field(init=False)

    def __post_init__(self) -> None:
        """The reports are there, or not, whatever is being waited for."""
        self.reports = ReportsAt(self.settings.reports_path)


class SourceList:
    """The sources of the knowledge base, read afresh at each iteration: the base may be replaced."""

    def __init__(self, service: Service) -> None:
        self._service = service

    def __iter__(self) -> Iterator[Publication]:
        """Sources by title; none before the base is open."""
        base = self._service.base
        yield from publications(base) if base else ()
