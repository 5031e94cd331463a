"""The whole way: HTTP, the real assistant, the real base."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.pages.wording import EXAMPLES
from knowledge.base import KnowledgeBase
from knowledge.settings import Settings

if TYPE_CHECKING:
    from bot.assistant import Assistant

pytestmark = pytest.mark.integration
ADDRESS = "/api/v1/messages"


@pytest.fixture(scope="module")
def app(assistant: Assistant, assistant_dir: Path) -> Any:
    settings = Settings(data_dir=assistant_dir, rate_limit=None)
    return create_app(settings, assistant, KnowledgeBase(settings.knowledge_path))


@pytest.fixture(scope="module")
def client(app: Any) -> Iterator[TestClient]:
    with TestClient(app) as client:
        yield client


def ask(client: TestClient, text: str, **more: str) -> dict[str, Any]:
    response = client.post(ADDRESS, json={"text": text, **more})
    assert response.status_code == 200, response.text
    body: dict[str, Any] = response.json()
    return body


def test_contradictory_counts_then_a_follow_up(client: TestClient) -> None:
    first = ask(client, "combien d'EIG dans la promotion 3 ?")
    assert first["status"] == "answered"
    assert {"28", "32"} <= {word.strip(".,") for word in first["text"].split()}
    assert len(first["sources"]) >= 2
    second = ask(client, "et la deuxième ?", conversation_id=first["conversation_id"])
    assert second["conversation_id"] == first["conversation_id"]
    assert "28" in second["text"]
    why = client.get(f"/api/v1/answers/{second['message_id']}").json()
    assert why["question"] == "et la deuxième ?"
    assert why["rows"]


@pytest.mark.parametrize(
    "text",
    [
        "/restart", "/session_start", "/back", '/call_dates{"promotion": "3"}', "/", "EXTERNAL: x", "?",
        "🙂🙂", "a" * 2000, "<script>alert(1)</script>", "'; drop table promotion; --", "{{7*7}}",
        "\u202emise en page", "ok ? /restart", "../../etc/passwd", "%s%s%n", "[bob](person)",
    ],
)  # fmt: skip
def test_hostile_words_get_an_honest_answer(client: TestClient, text: str) -> None:
    answer = ask(client, text)
    assert answer["status"] in ("not_found", "out_of_scope", "clarify", "smalltalk", "contact", "answered")
    assert "Traceback" not in answer["text"]


def test_an_id_not_minted_here_is_refused(client: TestClient) -> None:
    for chosen in ("x", "c" * 32, "rest.me", "warm-up", "default", "../x"):
        response = client.post(ADDRESS, json={"text": "bonjour", "conversation_id": chosen})
        assert response.status_code == 404


def test_a_rasa_sender_cannot_reach_a_conversation_of_the_widget(client: TestClient) -> None:
    conversation = ask(client, "combien d'EIG dans la promotion 3 ?")["conversation_id"]
    sent = {"sender": conversation, "message": "et la deuxième ?"}
    reply = client.post("/webhooks/rest/webhook", json=sent).json()[0]
    assert reply["recipient_id"] == conversation
    reached = reply["custom"]["conversation_id"]
    assert reached != conversation
    assert client.post(ADDRESS, json={"text": "oui", "conversation_id": reached}).status_code == 404
    again = client.post("/webhooks/rest/webhook", json={"sender": conversation, "message": "bonjour"}).json()[
        0
    ]
    assert again["custom"]["conversation_id"] == reached


async def test_messages_sent_at_once_are_taken_in_order(app: Any, assistant: Assistant) -> None:
    """The tracker holds the messages in the order in which they came; each answer is of its own question."""
    transport = httpx.ASGITransport(app=app)
    questions = [f"combien de défis dans la promotion {n} ?" for n in (1, 2, 3, 4, 5)]
    async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
        begun = (await client.post(ADDRESS, json={"text": "bonjour"})).json()["conversation_id"]
        sent = [{"text": text, "conversation_id": begun} for text in questions]
        answers = await asyncio.gather(*(client.post(ADDRESS, json=body) for body in sent))
        whys = [(await client.get(f"/api/v1/answers/{a.json()['message_id']}")).json() for a in answers]
    assert [why["question"] for why in whys] == questions
    assert [answer.status_code for answer in answers] == [200] * 5
    tracker = await assistant._agent.tracker_store.retrieve(begun)
    heard = [event.text for event in tracker.events if type(event).__name__ == "UserUttered"]
    assert heard == ["bonjour", *questions]


async def test_two_conversations_at_once_never_mix(app: Any) -> None:
    transport = httpx.ASGITransport(app=app)

    async def talk(promotion: int) -> str:
        body = {"text": f"combien de défis dans la promotion {promotion} ?"}
        first = (await client.post(ADDRESS, json=body)).json()
        follow = {"text": "en quelle année ?", "conversation_id": first["conversation_id"]}
        second = await client.post(ADDRESS, json=follow)
        return str(second.json()["text"])

    async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
        alone = [await talk(promotion) for promotion in (1, 6)]
        together = await asyncio.gather(*(talk(promotion) for promotion in (1, 6) for _ in range(3)))
    assert together == [alone[0]] * 3 + [alone[1]] * 3


def test_the_page_answers_without_javascript(client: TestClient) -> None:
    page = client.post("/", data={"text": "qui peut candidater ?"})
    assert page.status_code == 200
    assert "<html" in page.text


def test_words_are_given_back_as_they_were_meant(assistant: Assistant) -> None:
    assert asyncio.run(assistant.meant("administartion")) == "administration"
    assert asyncio.run(assistant.meant("la promotion 3")) == "la promotion 3"


@pytest.mark.parametrize(
    "text", [question for audiences in EXAMPLES.values() for one in audiences for question in one.questions]
)
def test_what_the_front_page_offers_is_answered_though_no_report_was_added(
    client: TestClient, text: str
) -> None:
    assert ask(client, text)["status"] == "answered"
