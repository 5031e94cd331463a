"""What holds for every request: headers, origins, size."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from tests.api.conftest import ORIGIN, FakeAssistant

ADDRESS = "/api/v1/messages"


def test_an_origin_refused_is_logged_once_with_the_remedy(
    client: TestClient, caplog: pytest.LogCaptureFixture
) -> None:
    for origin in ("https://other.example", "https://other.example", ORIGIN, "http://testserver"):
        client.post(ADDRESS, json={"text": "x"}, headers={"origin": origin})
    said = [record.getMessage() for record in caplog.records if "GREFFIER_ALLOWED_ORIGINS" in record.message]
    assert said == ["origin 'https://other.example' refused: GREFFIER_ALLOWED_ORIGINS does not name it"]


def test_large_responses_are_compressed_for_those_who_ask(client: TestClient) -> None:
    asked = {"accept-encoding": "gzip"}
    assert client.get("/openapi.json", headers=asked).headers["content-encoding"] == "gzip"
    assert "content-encoding" not in client.get("/health/live", headers=asked).headers


@pytest.mark.parametrize(
    "path", ["/", "/api/v1/calls", "/health/live", "/nothing", "/openapi.json", "/docs", "/metrics"]
)
def test_every_response_has_security_headers(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["referrer-policy"]
    assert headers["x-frame-options"] == "DENY"
    assert headers["x-request-id"]
    assert "strict-transport-security" not in headers
    assert "server" not in headers


def test_only_the_embeddable_page_may_be_framed(client: TestClient) -> None:
    headers = client.get("/embed").headers
    assert ORIGIN in headers["content-security-policy"]
    assert "x-frame-options" not in headers


def test_transport_security_over_tls(client: TestClient) -> None:
    assert client.get("https://testserver/health/live").headers["strict-transport-security"]


def test_answers_are_not_stored_by_caches(client: TestClient) -> None:
    assert client.post(ADDRESS, json={"text": "x"}).headers["cache-control"] == "no-store"


def test_a_sensible_request_id_is_kept(client: TestClient) -> None:
    assert (
        client.get("/health/live", headers={"x-request-id": "trace-1234"}).headers["x-request-id"]
        == "trace-1234"
    )
    assert client.get("/health/live", headers={"x-request-id": "a b\tc"}).headers["x-request-id"] != "a b\tc"


def test_head_is_get_without_a_body(client: TestClient) -> None:
    for path in ("/", "/health/live", "/api/v1/calls.ics"):
        response = client.head(path)
        assert response.status_code == 200
        assert response.content == b""


def test_an_allowed_origin_may_read(client: TestClient) -> None:
    headers = client.post(ADDRESS, json={"text": "x"}, headers={"origin": ORIGIN}).headers
    assert headers["access-control-allow-origin"] == ORIGIN
    assert "Origin" in headers["vary"]
    assert "access-control-allow-credentials" not in headers


@pytest.mark.parametrize(
    "origin",
    [
        "https://site.example.evil.test",
        "http://site.example",
        "https://SITE.example:444",
        "null",
        f"{ORIGIN}/",
        "*",
    ],
)
def test_other_origins_may_not(client: TestClient, origin: str) -> None:
    headers = client.post(ADDRESS, json={"text": "x"}, headers={"origin": origin}).headers
    assert "access-control-allow-origin" not in headers
    assert "Origin" in headers["vary"]
    preflight = {"origin": origin, "access-control-request-method": "POST"}
    assert "access-control-allow-origin" not in client.options(ADDRESS, headers=preflight).headers


def test_a_preflight_request_is_answered(client: TestClient) -> None:
    asked = {
        "origin": ORIGIN,
        "access-control-request-method": "POST",
        "access-control-request-headers": "content-type",
    }
    response = client.options(ADDRESS, headers=asked)
    assert response.status_code == 204
    assert response.headers["access-control-allow-origin"] == ORIGIN
    assert "POST" in response.headers["access-control-allow-methods"]
    assert "content-type" in response.headers["access-control-allow-headers"].lower()
    assert "Origin" in response.headers["vary"]


def test_the_widget_may_be_loaded_by_any_site(client: TestClient) -> None:
    headers = client.get("/assistant.js").headers
    assert headers["access-control-allow-origin"] == "*"
    assert headers["cross-origin-resource-policy"] == "cross-origin"


def test_a_large_body_is_refused_when_announced(client: TestClient, fake: FakeAssistant) -> None:
    response = client.post(ADDRESS, json={"text": "a" * 70_000})
    assert response.status_code == 413
    assert response.headers["content-type"] == "application/problem+json"
    assert fake.asked == []


def _chunks(number: int) -> Iterator[bytes]:
    yield b'{"text": "'
    for _ in range(number):
        yield b"a" * 1000
    yield b'"}'


def test_a_large_body_is_refused_when_it_comes_in_pieces(client: TestClient) -> None:
    headers = {"content-type": "application/json"}
    assert client.post(ADDRESS, content=_chunks(100), headers=headers).status_code == 413
    assert client.post(ADDRESS, content=_chunks(1), headers=headers).status_code == 200


def test_a_false_length_is_refused(client: TestClient) -> None:
    headers = {"content-type": "application/json", "content-length": "many"}
    assert client.post(ADDRESS, content=b"{}", headers=headers).status_code in (400, 413)
