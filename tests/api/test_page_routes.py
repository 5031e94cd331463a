"""The pages over HTTP: status, language, policy, and the files they load."""

from __future__ import annotations

import re
from types import SimpleNamespace

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from sqlalchemy.exc import OperationalError

from actions.answer import Answer, Paragraph, Reply
from api.metrics import Metrics
from api.pages import content_security_policy, router
from api.pages.assets import assets
from api.pages.links import web_address
from bot.errors import BadText, NotReady
from knowledge.base import KnowledgeBase
from knowledge.faq import current_address

PATHS = ("/", "/about", "/sources", "/privacy", "/accessibility", "/demo", "/embed")


class _Assistant:
    """Answers anything, refuses nothing but the empty text."""

    asked: list[tuple[str, str | None, str | None]]

    def __init__(self) -> None:
        self.asked = []

    async def ask(self, text: str, conversation_id: str | None = None, lang: str | None = None) -> Reply:
        if not text:
            raise BadText("empty")
        if text == "panne":
            raise RuntimeError("broken")
        if text == "base":
            raise OperationalError("insert", {"asked": "secret"}, Exception("disk full"))
        if text == "inner":
            raise ValueError("invalid literal for int()")
        self.asked.append((text, conversation_id, lang))
        return Reply("c1", "m1", Answer("answered", "Réponse <b>.", (Paragraph("Réponse <b>."),)))

    async def meant(self, text: str) -> str:
        return text.replace("motnclair", "Montclair")

    def explain(self, message_id: str) -> dict[str, object] | None:
        known = {
            "question": "Q",
            "status": "answered",
            "intent": "pay",
            "confidence": 0.5,
            "text": "Deux\n\nparties",
        }
        return known if message_id == "m1" else None


@pytest.fixture
def assistant() -> _Assistant:
    return _Assistant()


@pytest.fixture
def client(assistant: _Assistant) -> TestClient:
    app = FastAPI()
    app.state.assistant = assistant
    app.state.service = SimpleNamespace(metrics=Metrics())
    app.state.settings = SimpleNamespace(
        allowed_origins=["https://site.test"], contact_email="a@site.test", retention_days=90
    )
    app.include_router(router)
    return TestClient(app)


@pytest.mark.parametrize("path", PATHS)
def test_a_page_follows_the_browsers_language(client: TestClient, path: str) -> None:
    french = client.get(path, headers={"Accept-Language": "de, fr;q=0.9, en;q=0.8"})
    english = client.get(path, headers={"Accept-Language": "en-GB,en;q=0.9,fr;q=0.1"})
    assert '<html lang="fr">' in french.text
    assert '<html lang="en">' in english.text
    assert english.headers["content-language"] == "en"
    assert "accept-language" in english.headers["vary"].lower()


def test_the_link_to_the_other_language_keeps_what_is_asked(client: TestClient) -> None:
    page = client.get("/about?q=d%C3%A9chets&year=2016&lang=fr&page=2").text
    assert 'href="?q=d%C3%A9chets&amp;year=2016&amp;page=2&amp;lang=en"' in page


def test_a_print_names_its_address_and_the_day(client: TestClient) -> None:
    assert re.search(r'<p class="printed">http://testserver/about, consulté le \d', client.get("/about").text)


def test_the_language_asked_for_wins_and_is_kept_by_the_links(client: TestClient) -> None:
    page = client.get("/about?lang=en", headers={"Accept-Language": "fr"}).text
    assert '<html lang="en">' in page
    assert 'href="/sources?lang=en"' in page
    assert '<html lang="fr">' in client.get("/about?lang=xx", headers={"Accept-Language": "q=;,"}).text


@pytest.mark.parametrize("path", PATHS)
def test_pages_run_no_foreign_or_inline_code(client: TestClient, path: str) -> None:
    response = client.get(path)
    assert response.headers["content-security-policy"] == content_security_policy(path, ["https://site.test"])
    assert not re.search(r"<style|style=|\son\w+=|<script(?![^>]*\ssrc=\"/)", response.text.split("<pre")[0])


def test_only_the_embeddable_page_may_be_framed() -> None:
    assert content_security_policy("/", ["https://site.test"]).endswith("frame-ancestors 'none'")
    assert content_security_policy("/embed", ["https://site.test"]).endswith(
        "frame-ancestors 'self' https://site.test"
    )


def test_a_question_by_form(client: TestClient, assistant: _Assistant) -> None:
    page = client.post("/?lang=en", data={"text": " Combien ?\r\n", "conversation_id": "c0"})
    assert page.status_code == 200
    assert page.headers["cache-control"] == "no-store"
    assert assistant.asked == [("Combien ?", "c0", "en")]
    assert "Réponse &lt;b&gt;." in page.text
    assert 'name="conversation_id" value="c1"' in page.text
    assert 'href="/answers/m1?lang=en"' in page.text


@pytest.mark.parametrize("text", ["", "x" * 40_000])
def test_a_text_that_cannot_be_taken_is_explained(client: TestClient, text: str) -> None:
    page = client.post("/", data={"text": text})
    assert page.status_code == 422
    assert 'aria-invalid="true"' in page.text
    assert "entre 1 et 2 000 caractères" in page.text


@pytest.mark.parametrize("text", ["panne", "base", "inner"])
def test_a_failure_keeps_the_question(
    client: TestClient, caplog: pytest.LogCaptureFixture, text: str
) -> None:
    page = client.post("/", data={"text": text})
    assert page.status_code == 503
    assert f">{text}</textarea>" in page.text
    assert caplog.text and "secret" not in caplog.text


def test_a_question_by_form_is_measured(client: TestClient) -> None:
    for text in ("Combien ?", "panne", ""):
        client.post("/", data={"text": text})
    figures = client.app.state.service.metrics.text().decode()  # type: ignore[attr-defined]
    assert 'greffier_messages_total{status="answered"} 1.0' in figures
    assert "greffier_message_failures_total 1.0" in figures


def test_an_assistant_that_cannot_answer_is_no_assistant_that_is_loading(
    client: TestClient, assistant: _Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def broken(*_: object) -> Reply:
        raise NotReady("no model at /srv/secret: run « greffier train »")

    monkeypatch.setattr(assistant, "ask", broken)
    page = client.post("/", data={"text": "Combien ?"})
    assert page.status_code == 503
    assert "a rencontré une erreur" in page.text
    assert "se prépare" not in page.text and "/srv" not in page.text


def test_not_ready(client: TestClient) -> None:
    client.app.state.assistant = None  # type: ignore[attr-defined]
    assert client.get("/").status_code == 200
    assert client.post("/", data={"text": "Combien ?"}).status_code == 503
    assert client.get("/answers/m1").status_code == 503


def test_the_page_of_an_answer(client: TestClient) -> None:
    page = client.get("/answers/m1")
    assert page.status_code == 200
    assert page.headers["x-robots-tag"] == "noindex"
    assert page.headers["cache-control"] == "no-store"
    assert "<p>Deux</p>" in page.text and "50 %" in page.text
    assert client.get("/answers/unknown").status_code == 404


def test_the_privacy_page_states_the_retention(client: TestClient) -> None:
    assert "au bout de 90 jours" in client.get("/privacy").text


def test_the_address_to_write_to_is_the_programmes_unless_set(
    client: TestClient, base: KnowledgeBase
) -> None:
    assert "mailto:a@site.test" in client.get("/privacy").text
    state = client.app.state  # type: ignore[attr-defined]
    state.settings.contact_email, state.service.base = None, base
    assert f"mailto:{current_address(base)}" in client.get("/privacy").text
    state.service.base = None
    assert "mailto:" not in client.get("/privacy").text


def test_the_widget_may_be_loaded_by_any_site(client: TestClient) -> None:
    response = client.get("/assistant.js", headers={"Accept-Encoding": "gzip"})
    assert response.headers["content-type"] == "text/javascript; charset=utf-8"
    assert response.headers["access-control-allow-origin"] == "*"
    assert response.headers["content-encoding"] == "gzip"
    assert response.content == assets()["assistant.js"].body
    again = client.get("/assistant.js", headers={"If-None-Match": response.headers["etag"]})
    assert again.status_code == 304 and not again.content
    plain = client.get("/assistant.js", headers={"Accept-Encoding": "identity"})
    assert plain.content == response.content and "content-encoding" not in plain.headers


def test_only_named_files_are_served(client: TestClient) -> None:
    versioned = re.search(r'href="(/static/page\.css\?v=\w+)"', client.get("/").text)
    assert versioned and "immutable" in client.get(versioned[1]).headers["cache-control"]
    assert "immutable" not in client.get("/static/page.css?v=old").headers["cache-control"]
    assert client.get("/static/none.css").status_code == 404
    assert client.get("/static/..%2Fpages%2Fdemo.py").status_code == 404


@pytest.mark.parametrize(
    ("url", "followed"),
    [
        ("https://site.test/a", True),
        ("/rapports/1", True),
        ("//site.test", False),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("", False),
        ("http://[abc", False),
        (None, False),
    ],
)
def test_links_are_followed_only_to_web_pages(url: str | None, followed: bool) -> None:
    assert (web_address(url) is not None) is followed


def test_why_an_answer_was_given_is_told_in_words(client: TestClient) -> None:
    page = client.get("/answers/m1").text
    assert "la rémunération" in page
    assert "<code>" not in page
