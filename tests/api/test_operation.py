"""Health, figures, the description of the interface and its page."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlalchemy.exc import OperationalError

from api import preparation
from api.app import create_app
from api.metrics import SHARED_FOLDER
from api.preparation import StartFailed
from knowledge.base import KnowledgeBase
from knowledge.settings import Settings
from tests.api.conftest import FakeAssistant


def test_ready_when_a_question_can_be_answered(client: TestClient) -> None:
    assert client.get("/health/live").json() == {"status": "live"}
    assert client.get("/health/ready").json() == {"status": "ready"}


def test_not_ready_when_conversations_cannot_be_reached(
    client: TestClient, fake: FakeAssistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(_: str) -> None:
        raise OperationalError("select", {}, Exception("away"))

    monkeypatch.setattr(fake, "explain", away)
    response = client.get("/health/ready")
    assert response.status_code == 503
    assert "conversations" in response.json()["detail"]


class _Steps:
    """Stands for the preparation; each step waits until the test lets it go on."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, base: KnowledgeBase) -> None:
        self.go_on = threading.Event()
        self.failure: Exception | None = None
        self.base = base
        monkeypatch.setattr(preparation, "ensure_base", lambda _: base)
        monkeypatch.setattr(preparation, "ensure_model", self._train)
        monkeypatch.setattr(preparation, "load_assistant", lambda _: FakeAssistant())

    def _train(self, *_: object) -> None:
        self.go_on.wait(20)
        if self.failure:
            raise self.failure


def test_live_at_once_and_ready_after_the_preparation(
    settings: Settings, base: KnowledgeBase, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps, done = _Steps(monkeypatch, base), threading.Event()
    with TestClient(create_app(settings, finished=lambda error: done.set())) as client:
        assert client.get("/health/live").status_code == 200
        waiting = client.get("/health/ready")
        assert waiting.status_code == 503
        assert waiting.headers["content-type"] == "application/problem+json"
        assert client.post("/api/v1/messages", json={"text": "x"}).status_code == 503
        assert client.get("/").status_code == 200
        steps.go_on.set()
        assert done.wait(20)
        assert client.get("/health/ready").status_code == 200
        assert client.post("/api/v1/messages", json={"text": "x"}).status_code == 200


def test_a_failed_start_is_told_without_a_path(
    settings: Settings, base: KnowledgeBase, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps, outcome = _Steps(monkeypatch, base), list[BaseException | None]()
    steps.failure = StartFailed("the model could not be trained: see /srv/training.log")
    steps.go_on.set()
    done = threading.Event()

    def finished(error: BaseException | None) -> None:
        outcome.append(error)
        done.set()

    with TestClient(create_app(settings, finished=finished)) as client:
        assert done.wait(20)
        response = client.get("/health/ready")
    assert outcome == [steps.failure]
    assert response.status_code == 503
    assert "/srv" not in response.text


def test_a_worker_waits_for_its_assistant(
    settings: Settings, base: KnowledgeBase, monkeypatch: pytest.MonkeyPatch
) -> None:
    _Steps(monkeypatch, base).go_on.set()
    with TestClient(create_app(settings, wait=True)) as client:
        assert client.get("/health/ready").status_code == 200


def test_figures_count_messages_by_status(client: TestClient, fake: FakeAssistant) -> None:
    client.post("/api/v1/messages", json={"text": "x"})
    fake.failure = RuntimeError("broken")
    client.post("/api/v1/messages", json={"text": "x"})
    text = client.get("/metrics").text
    assert 'greffier_messages_total{status="answered"} 1.0' in text
    assert "greffier_message_failures_total 1.0" in text
    assert "greffier_message_seconds_bucket" in text
    assert 'greffier_responses_total{code="500"} 1.0' in text
    assert "greffier_ready 1.0" in text


def test_figures_of_several_workers_are_read_from_their_folder(
    client: TestClient, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(SHARED_FOLDER, str(tmp_path))
    assert client.get("/metrics").text == ""


def test_openapi_describes_the_contract(client: TestClient) -> None:
    description: dict[str, Any] = client.get("/openapi.json").json()
    paths = description["paths"]
    assert {
        "/api/v1/messages", "/api/v1/answers/{message_id}", "/api/v1/messages/{message_id}/feedback",
        "/api/v1/promotions", "/api/v1/promotions/{n}", "/api/v1/challenges",
        "/api/v1/challenges/{challenge_id}", "/api/v1/calls", "/api/v1/calls.ics", "/webhooks/rest/webhook",
        "/health/live", "/health/ready", "/metrics",
    } <= set(paths)  # fmt: skip
    shapes = description["components"]["schemas"]
    blocks = shapes["MessageResponse"]["properties"]["blocks"]["items"]
    assert set(blocks["discriminator"]["mapping"]) == {"paragraph", "list", "table", "quote", "figure"}
    assert set(shapes["MessageResponse"]["required"]) == set(shapes["MessageResponse"]["properties"])
    assert {"Problem", "FieldProblem"} <= set(shapes)
    assert "HTTPValidationError" not in str(description)
    refused = paths["/api/v1/messages"]["post"]["responses"]
    assert set(refused) == {"200", "400", "404", "413", "415", "422", "429", "503"}
    assert all("application/problem+json" in refused[code]["content"] for code in refused if code != "200")


def test_the_page_of_the_interface_needs_nothing_from_elsewhere(client: TestClient) -> None:
    response = client.get("/docs")
    assert response.status_code == 200
    assert "/api/v1/messages" in response.text
    assert 'id="shape-MessageResponse"' in response.text
    assert "https://" not in response.text.replace("https://www.w3.org", "")
    assert "<script" not in response.text
    assert "style=" not in response.text


def test_the_sources_page_lists_the_base(client: TestClient) -> None:
    page = client.get("/sources?lang=fr").text
    assert "Règlement" in page
    assert "(DINUM) · Licence Ouverte 2.0" in page
