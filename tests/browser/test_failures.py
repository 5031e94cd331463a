"""The server refuses, breaks, hangs or is gone: a clear message, and the question one key away."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.backend import World
from tests.browser.talk import ask, field, focused, host_page, open_widget

QUESTION = "Quand ferme l’appel à candidatures ?"
Axe = Callable[[Page], list[str]]
Shot = Callable[[Page, str], None]

MESSAGES = {
    "429": "Trop de questions en peu de temps. Vous pourrez renvoyer la vôtre dans 7 s.",
    "500": "Le service a rencontré une erreur. Votre question est conservée.",
    "empty": "Le service a rencontré une erreur. Votre question est conservée.",
    "html": "Le service a rencontré une erreur. Votre question est conservée.",
    "malformed": "Le service a rencontré une erreur. Votre question est conservée.",
    "422": "Le service a rencontré une erreur. Votre question est conservée.",
    "hang": "La réponse tarde trop. Votre question est conservée.",
}


@pytest.fixture
def impatient(page: Page, world: World) -> Page:
    """A page whose widget gives up after a second and a half."""
    world.hosts["impatient"] = host_page(
        '<main><h1>Site</h1></main><greffier-tchat timeout="1500"></greffier-tchat>'
    )
    open_widget(page, "/host/impatient")
    return page


@pytest.mark.parametrize("failure", MESSAGES)
def test_the_message_is_clear_and_enter_sends_again(impatient: Page, world: World, failure: str) -> None:
    world.failure = failure
    ask(impatient, QUESTION, answered=False)
    expect(impatient.locator("[role=alert] p")).to_have_text(MESSAGES[failure])
    expect(field(impatient)).to_have_value(QUESTION)
    assert "Votre question" in focused(impatient)
    world.failure = None
    impatient.keyboard.press("Enter")
    expect(impatient.locator(".msg.answer")).to_have_count(1)
    expect(impatient.locator(".msg.question")).to_have_count(1)
    expect(impatient.locator("[role=alert]")).to_have_text("")
    expect(field(impatient)).to_have_value("")


def test_an_error_is_accessible_and_its_button_sends_again(
    page: Page, world: World, axe: Axe, shot: Shot
) -> None:
    open_widget(page)
    world.failure = "500"
    ask(page, QUESTION, answered=False)
    retry = page.get_by_role("button", name="Renvoyer la question")
    expect(retry).to_be_visible()
    shot(page, "error")
    assert axe(page) == []
    world.failure = None
    retry.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".msg.answer")).to_have_count(1)
    assert "Votre question" in focused(page)


def test_a_failed_quick_reply_is_sent_again_by_the_same_key(page: Page, world: World) -> None:
    open_widget(page)
    ask(page, "mayenne")
    reply = page.get_by_role("button", name="La commune de Mayenne")
    reply.focus()
    world.failure = "500"
    page.keyboard.press("Enter")
    expect(page.locator("[role=alert] p")).to_be_visible()
    assert "La commune de Mayenne" in focused(page)
    world.failure = None
    page.keyboard.press("Enter")
    expect(page.locator(".msg.answer")).to_have_count(2)
    expect(page.locator(".msg.question")).to_have_count(2)


def test_another_question_takes_the_place_of_one_that_failed(page: Page, world: World) -> None:
    open_widget(page)
    world.failure = "500"
    ask(page, QUESTION, answered=False)
    expect(page.locator("[role=alert] p")).to_be_visible()
    world.failure = None
    ask(page, "mayenne")
    expect(page.locator(".msg.question")).to_have_count(1)
    expect(page.locator(".msg.question")).to_contain_text("mayenne")


def test_what_is_being_written_is_not_overwritten(page: Page, world: World) -> None:
    open_widget(page)
    world.failure = "slow"
    ask(page, QUESTION, answered=False)
    page.keyboard.type("La suite")
    page.route("**/api/v1/messages", lambda route: route.abort())
    expect(page.locator(".msg.answer")).to_have_count(1)
    expect(field(page)).to_have_value("La suite")


def test_the_server_goes_and_comes_back(page: Page) -> None:
    open_widget(page)
    page.route("**/api/v1/messages", lambda route: route.abort())
    ask(page, QUESTION, answered=False)
    expect(page.locator("[role=alert] p")).to_have_text(
        "Le service est injoignable. Votre question est conservée."
    )
    page.unroute("**/api/v1/messages")
    page.keyboard.press("Enter")
    expect(page.locator(".msg.answer")).to_have_count(1)


def test_offline(page: Page, shot: Shot) -> None:
    open_widget(page)
    page.context.set_offline(True)
    ask(page, QUESTION, answered=False)
    expect(page.locator("[role=alert] p")).to_have_text(
        "Vous semblez hors connexion. Votre question est conservée."
    )
    shot(page, "offline")
    page.context.set_offline(False)
    page.keyboard.press("Enter")
    expect(page.locator(".msg.answer")).to_have_count(1)


def test_a_failed_question_survives_a_reload(page: Page, world: World) -> None:
    open_widget(page)
    world.failure = "500"
    ask(page, QUESTION, answered=False)
    expect(page.locator("[role=alert] p")).to_be_visible()
    page.reload()
    expect(field(page)).to_have_value(QUESTION)


def test_a_conversation_the_server_forgot_begins_again(page: Page, world: World) -> None:
    page.goto("/demo")
    page.evaluate(
        "sessionStorage.setItem('greffier:0', JSON.stringify({turns: [], conversation: 'forgotten'}))"
    )
    open_widget(page)
    ask(page, QUESTION)
    assert [body.get("conversation_id") for body in world.asked] == ["forgotten", None]


def test_a_damaged_thread_is_forgotten(page: Page, world: World) -> None:
    page.goto("/demo")
    page.evaluate("sessionStorage.setItem('greffier:0', '{\"turns\": 3')")
    open_widget(page)
    ask(page, QUESTION)
    assert [body.get("conversation_id") for body in world.asked] == [None]
    assert page.evaluate("JSON.parse(sessionStorage.getItem('greffier:0')).turns.length") == 1
