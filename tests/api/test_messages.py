"""``POST /api/v1/messages``, why an answer was given, opinions, and Rasa's REST channel."""

from __future__ import annotations

import json
from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlalchemy.exc import OperationalError

from bot.errors import BadText
from tests.api.conftest import CONVERSATION, MESSAGE, FakeAssistant

ADDRESS = "/api/v1/messages"
JSON = {"content-type": "application/json"}


def assert_problem(response: Any, status: int) -> dict[str, Any]:
    assert response.status_code == status
    assert response.headers["content-type"] == "application/problem+json"
    body: dict[str, Any] = response.json()
    assert body["status"] == status
    assert {"type", "title", "detail"} <= body.keys()
    assert "Traceback" not in response.text
    assert "/srv" not in response.text
    assert ".py" not in response.text
    return body


def test_an_answer_has_every_field_of_the_contract(client: TestClient) -> None:
    body = client.post(ADDRESS, json={"text": "Combien ?"}).json()
    assert body["lang"] == "fr"
    assert set(body) == {
        "conversation_id", "message_id", "lang", "status", "text", "blocks", "sources", "quick_replies",
        "links", "contact",
    }  # fmt: skip
    assert [block["type"] for block in body["blocks"]] == ["paragraph", "list", "table", "quote", "figure"]
    assert body["sources"][0] == {
        "id": "s1", "title": "Titre", "publisher": "Éditeur", "url": "https://source.example",
        "locator": "p. 2", "date": "2018-01-02", "as_of": "2018-01-03", "quote": "mot à mot", "report": None,
    }  # fmt: skip
    assert body["contact"]["mailto"] == "mailto:a@site.example"


def test_the_conversation_and_the_language_reach_the_assistant(
    client: TestClient, fake: FakeAssistant
) -> None:
    client.post(ADDRESS, json={"text": "Et la deuxième ?", "conversation_id": CONVERSATION, "lang": "en"})
    client.post(ADDRESS, json={"text": "Bonjour", "conversation_id": None})
    assert fake.asked == [("Et la deuxième ?", CONVERSATION, "en"), ("Bonjour", None, None)]


def test_an_unknown_conversation_is_not_found(client: TestClient) -> None:
    problem = assert_problem(client.post(ADDRESS, json={"text": "Oui", "conversation_id": "chosen"}), 404)
    assert "chosen" not in problem["detail"]


@pytest.mark.parametrize("body", [b"{", b"", b"\xff\xfe\x00", b"nope", b'{"text": "x"'])
def test_what_is_no_json_is_malformed(client: TestClient, body: bytes) -> None:
    assert_problem(client.post(ADDRESS, content=body, headers=JSON), 400)


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({}, "text"),
        ({"text": ""}, "text"),
        ({"text": " \n\t"}, "text"),
        ({"text": "\u200b\u2028"}, "text"),
        ({"text": "a\x00b"}, "text"),
        ({"text": "a" * 2001}, "text"),
        ({"text": 12}, "text"),
        ({"text": None}, "text"),
        ({"text": "x", "lang": "de"}, "lang"),
        ({"text": "x", "conversation_id": 7}, "conversation_id"),
        ({"text": "x", "conversation_id": "c" * 300}, "conversation_id"),
        ([], "body"),
    ],
)
def test_what_cannot_be_taken_names_the_field(client: TestClient, body: object, field: str) -> None:
    problem = assert_problem(client.post(ADDRESS, json=body), 422)
    assert problem["errors"][0]["field"] == field


def test_half_a_character_is_invalid(client: TestClient) -> None:
    assert_problem(client.post(ADDRESS, content=rb'{"text": "\ud800"}', headers=JSON), 422)


@pytest.mark.parametrize(
    "text", ["a" * 2000, "<script>alert(1)</script>", "'; drop table answer; --", "🙂", "\u202eabc"]
)
def test_odd_text_is_answered(client: TestClient, fake: FakeAssistant, text: str) -> None:
    assert client.post(ADDRESS, json={"text": text}).status_code == 200
    assert fake.asked[0][0] == text


@pytest.mark.parametrize(
    "media_type", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""]
)
def test_only_json_is_taken(client: TestClient, media_type: str) -> None:
    for address in (ADDRESS, f"/api/v1/messages/{MESSAGE}/feedback"):
        response = client.post(address, content=b'{"text": "x"}', headers={"content-type": media_type})
        assert_problem(response, 415)


def test_a_text_the_assistant_refuses_is_invalid(client: TestClient, fake: FakeAssistant) -> None:
    fake.failure = BadText("the text is empty")
    problem = assert_problem(client.post(ADDRESS, json={"text": "x"}), 422)
    assert problem["detail"] == "text: le texte est vide"


def test_a_mistake_of_ours_is_not_the_callers(client: TestClient, fake: FakeAssistant) -> None:
    fake.failure = ValueError("invalid literal for int() with base 10: 'secret'")
    problem = assert_problem(client.post(ADDRESS, json={"text": "x"}), 500)
    assert "secret" not in problem["detail"]
    assert_problem(client.post("/webhooks/rest/webhook", json={"sender": "me", "message": "x"}), 500)


def test_no_answer_is_an_outage(client: TestClient, fake: FakeAssistant) -> None:
    response = client.post(ADDRESS, json={"text": "not ready"})
    assert_problem(response, 503)
    assert response.headers["retry-after"]
    fake.failure = OperationalError("insert", {}, Exception("disk full at /srv/secret"))
    assert_problem(client.post(ADDRESS, json={"text": "x"}), 503)


def test_an_unexpected_failure_says_nothing_of_itself(client: TestClient, fake: FakeAssistant) -> None:
    fake.failure = RuntimeError("at /srv/secret/model.py line 3")
    response = client.post(ADDRESS, json={"text": "x"}, headers={"origin": "https://site.example"})
    assert_problem(response, 500)
    assert response.headers["access-control-allow-origin"] == "https://site.example"
    assert response.headers["x-content-type-options"] == "nosniff"


def test_other_methods_and_addresses_are_problems(client: TestClient) -> None:
    response = client.get(ADDRESS)
    assert_problem(response, 405)
    assert response.headers["allow"] == "POST"
    assert_problem(client.get("/api/v1/nothing"), 404)
    assert_problem(client.delete("/health/live"), 405)


def test_why_an_answer_was_given(client: TestClient) -> None:
    body = client.get(f"/api/v1/answers/{MESSAGE}").json()
    assert body["question"] == "Combien ?"
    assert (body["intent"], body["confidence"]) == ("count", 0.9)
    assert body["rows"] == ["statement:1"]
    assert body["sources"][0]["id"] == "s1"
    assert "contact" not in body
    assert_problem(client.get("/api/v1/answers/unknown"), 404)


def test_opinions_are_kept(client: TestClient, fake: FakeAssistant) -> None:
    address = f"/api/v1/messages/{MESSAGE}/feedback"
    assert client.post(address, json={"helpful": True}).json() == {"message_id": MESSAGE, "helpful": True}
    client.post(address, json={"helpful": False, "comment": "faux"})
    assert fake.opinions == [(MESSAGE, True, None), (MESSAGE, False, "faux")]
    assert_problem(client.post("/api/v1/messages/other/feedback", json={"helpful": True}), 404)
    assert_problem(client.post(address, json={"helpful": True, "comment": "a" * 501}), 422)
    assert_problem(client.post(address, json={"helpful": 1}), 422)
    assert_problem(client.post(address, json={"helpful": True, "comment": "\x00"}), 422)
    assert_problem(client.post(address, json={}), 422)


def test_a_rasa_client_gets_what_rasa_sends(client: TestClient, fake: FakeAssistant) -> None:
    sent = {"sender": "me", "message": "Combien ?", "metadata": {"lang": "en"}, "input_channel": "x"}
    replies = client.post("/webhooks/rest/webhook", json=sent).json()
    assert replies[0]["recipient_id"] == "me"
    assert replies[0]["text"] == "Tout."
    assert replies[0]["buttons"] == [{"title": "Et après", "payload": "et la promotion 3 ?"}]
    assert replies[0]["custom"]["status"] == "answered"
    assert fake.senders == ["me"]
    assert fake.asked == [("Combien ?", None, "en")]
    assert client.get("/webhooks/rest/").json() == {"status": "ok"}


def test_a_rasa_client_never_gets_an_empty_list(client: TestClient, fake: FakeAssistant) -> None:
    assert_problem(client.post("/webhooks/rest/webhook", json={"sender": "me", "message": "not ready"}), 503)
    fake.failure = RuntimeError("broken")
    assert_problem(client.post("/webhooks/rest/webhook", json={"sender": "me", "message": "x"}), 500)
    assert_problem(client.post("/webhooks/rest/webhook", json={"sender": "me", "message": "a" * 2001}), 422)


@pytest.mark.parametrize("media_type", ["text/plain", ""])
def test_a_rasa_client_need_not_say_that_it_sends_json(client: TestClient, media_type: str) -> None:
    sent = b'{"sender": 42, "message": "x"}'
    replies = client.post("/webhooks/rest/webhook", content=sent, headers={"content-type": media_type})
    assert replies.json()[0]["recipient_id"] == "42"
    assert_problem(client.post("/webhooks/rest/webhook", content=b"no", headers=JSON), 400)


@pytest.mark.parametrize("sent", [{"message": ""}, {"message": " "}, {"message": None}, {}])
def test_an_empty_message_of_a_rasa_client_is_answered(
    client: TestClient, fake: FakeAssistant, sent: dict[str, Any]
) -> None:
    assert client.post("/webhooks/rest/webhook", json={"sender": None, **sent}).status_code == 200
    assert (fake.senders, fake.asked) == (["default"], [("?", None, None)])


def test_a_rasa_client_may_ask_for_lines(client: TestClient) -> None:
    sent = {"sender": "me", "message": "x", "metadata": ["any"]}
    lines = client.post("/webhooks/rest/webhook?stream=true", json=sent)
    assert lines.headers["content-type"].startswith("text/event-stream")
    assert [json.loads(line)["text"] for line in lines.text.splitlines()] == ["Tout."]


def test_a_language_rasa_clients_invent_is_left_out(client: TestClient, fake: FakeAssistant) -> None:
    client.post("/webhooks/rest/webhook", json={"message": "x", "metadata": {"lang": ["de"]}})
    assert fake.senders == ["default"]
    assert fake.asked == [("x", None, None)]
