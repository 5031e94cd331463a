"""So many messages a minute for one address."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.rate_limit import RateLimit, address_of
from knowledge.base import KnowledgeBase
from knowledge.settings import Settings
from tests.api.conftest import MESSAGE, FakeAssistant
from tests.processes import silent_service

ADDRESS = "/api/v1/messages"


@pytest.fixture
def limited(tmp_path: Path, fake: FakeAssistant, base: KnowledgeBase) -> Iterator[TestClient]:
    app = create_app(Settings(data_dir=tmp_path, rate_limit=3), fake, base)
    with TestClient(app, client=("192.0.2.1", 1)) as client:
        yield client


def test_too_many_messages_are_told_when_to_come_back(limited: TestClient) -> None:
    statuses = [limited.post(ADDRESS, json={"text": "x"}).status_code for _ in range(4)]
    assert statuses == [200, 200, 200, 429]
    refused = limited.post("/webhooks/rest/webhook", json={"sender": "a", "message": "x"})
    assert refused.status_code == 429
    assert refused.headers["content-type"] == "application/problem+json"
    assert 1 <= int(refused.headers["retry-after"]) <= 60


@pytest.mark.parametrize(
    ("path", "said"),
    [("/", "est conservée : renvoyez-la dans"), ("/embed?lang=en", "is kept: send it again in")],
)
def test_a_form_refused_is_a_page_with_the_question(limited: TestClient, path: str, said: str) -> None:
    for _ in range(4):
        page = limited.post(path, data={"text": "Qui peut candidater ?"}, headers={"accept": "text/html"})
    assert page.status_code == 429
    assert page.headers["content-type"].startswith("text/html")
    assert f"{said} {page.headers['retry-after']} s" in page.text
    assert "Qui peut candidater ?</textarea>" in page.text


def test_the_desk_refused_is_a_page_too(limited: TestClient) -> None:
    for _ in range(4):
        page = limited.get("/desk", headers={"accept": "text/html"})
    assert page.status_code == 429
    assert f"Réessayez dans {page.headers['retry-after']} s" in page.text


def test_opinions_and_reading_are_counted_apart(limited: TestClient) -> None:
    for _ in range(4):
        limited.post(ADDRESS, json={"text": "x"})
    assert limited.post(f"/api/v1/messages/{MESSAGE}/feedback", json={"helpful": True}).status_code == 200
    assert limited.get("/api/v1/calls").status_code == 200


def test_an_address_a_client_claims_is_not_believed(limited: TestClient) -> None:
    for number in range(4):
        last = limited.post(ADDRESS, json={"text": "x"}, headers={"x-forwarded-for": f"198.51.100.{number}"})
    assert last.status_code == 429


def test_addresses_do_not_disturb_each_other(
    tmp_path: Path, fake: FakeAssistant, base: KnowledgeBase
) -> None:
    app = create_app(Settings(data_dir=tmp_path, rate_limit=1), fake, base)
    for address in ("192.0.2.1", "192.0.2.2"):
        assert TestClient(app, client=(address, 1)).post(ADDRESS, json={"text": "x"}).status_code == 200


def test_a_limiter_out_of_order_lets_messages_pass(
    tmp_path: Path, fake: FakeAssistant, base: KnowledgeBase, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> int:
        raise ConnectionError("redis is away")

    monkeypatch.setattr(RateLimit, "_hit", broken)
    app = create_app(Settings(data_dir=tmp_path, rate_limit=1, redis_url="redis://127.0.0.1:1"), fake, base)
    assert TestClient(app).post(ADDRESS, json={"text": "x"}).status_code == 200


def test_a_limiter_that_hangs_lets_messages_pass(
    tmp_path: Path, fake: FakeAssistant, base: KnowledgeBase
) -> None:
    started = time.monotonic()
    with silent_service() as port:
        settings = Settings(data_dir=tmp_path, rate_limit=1, redis_url=f"redis://127.0.0.1:{port}")
        app = create_app(settings, fake, base)
        assert TestClient(app).post(ADDRESS, json={"text": "x"}).status_code == 200
    assert time.monotonic() - started < 10


@pytest.mark.parametrize(
    ("client", "address"),
    [
        (("192.0.2.7", 5), "192.0.2.7"),
        (("2001:db8:1:2:3:4:5:6", 5), "2001:db8:1:2::/64"),
        (("::ffff:192.0.2.7", 5), "192.0.2.7"),
        (("a socket", 0), "unknown"),
        (None, "unknown"),
    ],
)
def test_what_counts_as_one_address(client: tuple[str, int] | None, address: str) -> None:
    assert address_of({"type": "http", "client": client}) == address
