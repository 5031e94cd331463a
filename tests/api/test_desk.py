"""The support desk: closed without a token, open with it, by program and by page."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from pydantic import SecretStr

from api.app import create_app
from api.desk_access import LASTING, is_session, is_token, session_of
from bot.records import Records
from knowledge.base import KnowledgeBase
from knowledge.settings import Settings
from tests.api.conftest import FakeAssistant

TOKEN = "a-token-for-the-desk"
BEARER = {"Authorization": f"Bearer {TOKEN}"}
QUESTIONS, SUMMARY = "/api/v1/desk/questions", "/api/v1/desk/summary"


@pytest.fixture
def desk_settings(tmp_path: Path) -> Settings:
    return Settings(data_dir=tmp_path, rate_limit=None, admin_token=SecretStr(TOKEN))


@pytest.fixture
def desk(desk_settings: Settings, fake: FakeAssistant, base: KnowledgeBase) -> Iterator[TestClient]:
    fake.records = Records(desk_settings.conversations_url)
    asked = [
        ("Quel est le salaire ?", "not_found"), ("quel est le salaire", "not_found"),
        ("Le règlement <b>", "clarify"), ("Combien d'EIG ?", "answered"), ("Qui ?", "answered"),
    ]  # fmt: skip
    for number, (question, status) in enumerate(asked):
        fake.records.keep(f"m{number}", status, {"question": question})
    fake.records.feedback("m3", False, "C'est faux")
    with TestClient(create_app(desk_settings, fake, base), raise_server_exceptions=False) as client:
        yield client


def _items(response: Any) -> list[tuple[str, int]]:
    assert response.status_code == 200
    return [(item["status"], item["count"]) for item in response.json()["items"]]


@pytest.mark.parametrize("path", [QUESTIONS, SUMMARY])
def test_the_desk_is_closed_without_a_token_of_its_own(client: TestClient, path: str) -> None:
    for headers in ({}, BEARER, {"Authorization": "Bearer "}):
        response = client.get(path, headers=headers)
        assert response.status_code == 404
        assert response.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize("path", [QUESTIONS, SUMMARY])
@pytest.mark.parametrize(
    "given", [None, "Bearer wrong", f"Basic {TOKEN}", "Bearer", f"Bearer {TOKEN}x", "Bearer é"]
)
def test_another_token_opens_nothing(desk: TestClient, path: str, given: str | None) -> None:
    headers = {"Authorization": given.encode()} if given else {}
    response = desk.get(path, headers=headers)
    assert response.status_code == 401
    assert response.headers["www-authenticate"] == "Bearer"
    assert response.headers["content-type"] == "application/problem+json"
    assert "salaire" not in response.text


def test_questions_without_a_good_answer(desk: TestClient) -> None:
    body = desk.get(QUESTIONS, headers=BEARER).json()
    assert (body["items"][0]["status"], body["items"][0]["count"]) == ("not_found", 2)
    assert {(item["status"], item["count"]) for item in body["items"][1:]} == {
        ("answered", 1),
        ("clarify", 1),
    }
    assert body["total"] == 3
    rated = next(item for item in body["items"] if item["status"] == "answered")
    assert rated["question"] == "Combien d'EIG ?"
    assert (rated["unhelpful"], rated["comments"], rated["message_id"]) == (1, ["C'est faux"], "m3")


def test_questions_are_filtered_and_paged(desk: TestClient) -> None:
    assert _items(desk.get(f"{QUESTIONS}?status=not_found", headers=BEARER)) == [("not_found", 2)]
    assert _items(desk.get(f"{QUESTIONS}?status=contact&days=1", headers=BEARER)) == []
    page = desk.get(f"{QUESTIONS}?page=2&size=2", headers=BEARER).json()
    assert (page["total"], page["page"], page["size"], len(page["items"])) == (3, 2, 2, 1)
    for wrong in ("status=bad", "days=0", "days=400", "size=0", "page=x"):
        assert desk.get(f"{QUESTIONS}?{wrong}", headers=BEARER).status_code == 422


def test_the_summary(desk: TestClient) -> None:
    body = desk.get(SUMMARY, headers=BEARER).json()
    assert body["total"] == 5
    assert body["statuses"] == {"answered": 2, "clarify": 1, "not_found": 2}
    assert (body["helpful"], body["unhelpful"], body["unrated"]) == (0, 1, 4)
    assert sum(day["total"] for day in body["days"]) == 5


def test_the_desk_waits_for_the_assistant(desk: TestClient) -> None:
    desk.app.state.service.assistant = None  # type: ignore[attr-defined]
    assert desk.get(QUESTIONS, headers=BEARER).status_code == 503
    desk.post("/desk", data={"token": TOKEN})
    assert desk.get("/desk").status_code == 503


def test_guesses_are_limited(desk_settings: Settings, fake: FakeAssistant, base: KnowledgeBase) -> None:
    app = create_app(desk_settings.model_copy(update={"rate_limit": 3}), fake, base)
    client = TestClient(app, client=("192.0.2.1", 1))
    paths = [QUESTIONS, SUMMARY, "/desk", QUESTIONS]
    assert [client.get(path).status_code for path in paths] == [401, 401, 200, 429]
    assert client.post("/desk", data={"token": "x"}).status_code == 429
    assert client.get("/api/v1/calls").status_code == 200


def test_the_page_is_closed_without_a_token_of_its_own(client: TestClient) -> None:
    assert client.get("/desk").status_code == 404
    assert client.post("/desk", data={"token": ""}).status_code == 404


def test_the_page_asks_for_the_token_and_keeps_it_out_of_the_browser(desk: TestClient) -> None:
    form = desk.get("/desk")
    assert form.status_code == 200
    assert 'type="password"' in form.text and "salaire" not in form.text
    entered = desk.post("/desk?lang=en", data={"token": f" {TOKEN} "}, follow_redirects=False)
    assert (entered.status_code, entered.headers["location"]) == (303, "/desk?lang=en")
    cookie = entered.headers["set-cookie"]
    for part in ("HttpOnly", "SameSite=strict", "Path=/desk"):
        assert part in cookie
    assert "Max-Age" not in cookie and "expires" not in cookie.lower().split(";", 1)[1]
    assert TOKEN not in cookie
    page = desk.get("/desk?lang=en")
    assert "Quel est le salaire" in page.text or "quel est le salaire" in page.text
    assert "Le règlement &lt;b&gt;" in page.text and "C&#39;est faux" in page.text
    assert page.headers["cache-control"] == "no-store"
    assert page.headers["x-robots-tag"] == "noindex"


def test_over_tls_the_cookie_stays_there(desk: TestClient) -> None:
    entered = desk.post("https://testserver/desk", data={"token": TOKEN}, follow_redirects=False)
    assert "Secure" in entered.headers["set-cookie"]


@pytest.mark.parametrize("body", ["token=wrong", "", "&".join(f"token={n}" for n in range(20)), "token=%ff"])
def test_a_wrong_token_is_told(desk: TestClient, body: str) -> None:
    response = desk.post("/desk", content=body)
    assert response.status_code == 403
    assert 'aria-invalid="true"' in response.text
    assert "set-cookie" not in response.headers


def test_the_page_filters_and_can_be_left(desk: TestClient) -> None:
    desk.post("/desk", data={"token": TOKEN})
    page = desk.get("/desk?status=clarify&days=7").text
    assert "Le règlement" in page and "salaire" not in page
    assert 'value="clarify" selected' in page and 'value="7" selected' in page
    assert desk.get("/desk?status=nonsense&days=5").status_code == 200
    desk.post("/desk/leave")
    assert "salaire" not in desk.get("/desk").text


def test_a_session_runs_out_and_cannot_be_made_without_the_token() -> None:
    token, now = SecretStr(TOKEN), dt.datetime(2026, 3, 1, tzinfo=dt.UTC)
    session = session_of(token, now)
    assert is_session(token, session, now + LASTING / 2)
    assert not is_session(token, session, now + LASTING)
    assert not is_session(SecretStr(f"{TOKEN}2"), session, now)
    later = str(int(session.split(".")[0]) + 10**6)
    for forged in ("", ".", "x", TOKEN, f"{later}.{session.split('.')[1]}", f"é.{session}", "\udcff.a"):
        assert not is_session(token, forged, now)


def test_a_token_is_compared_whole() -> None:
    assert is_token(SecretStr("clé-de-seize-caractères"), "clé-de-seize-caractères")
    assert not is_token(SecretStr(TOKEN), "")
    assert not is_token(SecretStr(TOKEN), "\udcff")
