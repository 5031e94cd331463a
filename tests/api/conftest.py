"""A client on the application with an assistant that answers at once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from actions.answer import (
    Answer,
    Contact,
    Figure,
    ItemList,
    Link,
    Paragraph,
    Point,
    QuickReply,
    Quote,
    Reply,
    Source,
    Table,
)
from api.app import create_app
from bot.errors import NotReady, UnknownConversation
from knowledge.base import KnowledgeBase
from knowledge.settings import Settings

ORIGIN = "https://site.example"
CONVERSATION = "c" * 32
MESSAGE = "m" * 24
FULL = Answer(
    "answered",
    "Tout.",
    (
        Paragraph("Tout."),
        ItemList(("un", "deux"), "Liste"),
        Table(("a", "b"), (("1", "2"),)),
        Quote("mot à mot", "s1"),
        Figure("Effectif", (Point("2018", 28.0, "28"),), "EIG"),
    ),
    (
        Source(
            "s1",
            "Titre",
            "Éditeur",
            "https://source.example",
            "p. 2",
            "2018-01-02",
            "2018-01-03",
            "mot à mot",
        ),
    ),
    (QuickReply("Et après", "et la promotion 3 ?"),),
    (Link("Page", "https://site.example/page"),),
    Contact("a@site.example", "Sujet", "Corps", "mailto:a@site.example"),
    ("statement:1",),
)


class FakeAssistant:
    """Answers :data:`FULL`; some words make it fail as the real one can."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str | None, str | None]] = []
        self.senders: list[str] = []
        self.opinions: list[tuple[str, bool, str | None]] = []
        self.records: Any = None
        self.forgotten: list[dt.datetime] = []
        self.failure: Exception | None = None

    async def ask(self, text: str, conversation_id: str | None = None, lang: str | None = None) -> Reply:
        if self.failure:
            raise self.failure
        if conversation_id not in (None, CONVERSATION):
            raise UnknownConversation(conversation_id)
        if text == "not ready":
            raise NotReady("no model at /srv/secret: run « greffier train »")
        self.asked.append((text, conversation_id, lang))
        return Reply(CONVERSATION, MESSAGE, FULL)

    async def ask_as(self, sender: str, text: str, lang: str | None = None) -> Reply:
        self.senders.append(sender)
        return await self.ask(text, None, lang)

    async def meant(self, text: str) -> str:
        return text.replace("motnclair", "Montclair")

    def explain(self, message_id: str) -> dict[str, Any] | None:
        if message_id != MESSAGE:
            return None
        answer = FULL.to_dict()
        answer.pop("contact")
        understood = [{"intent": "count", "confidence": 0.9}]
        said = {"message_id": MESSAGE, "question": "Combien ?", "lang": "fr", "understood": understood}
        return {**said, **answer, **understood[0]}

    def forget_before(self, moment: dt.datetime) -> int:
        self.forgotten.append(moment)
        return 1

    def feedback(self, message_id: str, helpful: bool, comment: str | None) -> bool:
        self.opinions.append((message_id, helpful, comment))
        return message_id == MESSAGE


@pytest.fixture
def fake() -> FakeAssistant:
    return FakeAssistant()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(data_dir=tmp_path, allowed_origins=(ORIGIN,), rate_limit=None)


@pytest.fixture
def client(settings: Settings, fake: FakeAssistant, base: KnowledgeBase) -> Iterator[TestClient]:
    with TestClient(create_app(settings, fake, base), raise_server_exceptions=False) as client:
        yield client
