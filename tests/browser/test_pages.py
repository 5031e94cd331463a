"""The pages: accessible, in both languages, and of use without JavaScript."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.answers import answer_to
from tests.browser.backend import World
from tests.browser.talk import ask, field, sideways

Axe = Callable[[Page], list[str]]
Shot = Callable[[Page, str], None]
PATHS = ("/", "/about", "/sources", "/privacy", "/accessibility", "/demo", "/embed", "/answers/none")


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_page_is_accessible(page: Page, axe: Axe, shot: Shot, lang: str) -> None:
    found = {}
    for path in PATHS:
        page.goto(f"{path}?lang={lang}")
        assert page.locator("html").get_attribute("lang") == lang
        shot(page, f"page{path.replace('/', '-')}-{lang}")
        found[path] = axe(page)
    assert found == {path: [] for path in PATHS}


def test_every_page_fits_a_phone(
    new_context: Callable[..., BrowserContext], base_url: str, shot: Shot
) -> None:
    context = new_context(base_url=base_url, viewport={"width": 320, "height": 640}, color_scheme="dark")
    page = context.new_page()
    widths = {}
    for path in PATHS:
        page.goto(path)
        shot(page, f"phone{path.replace('/', '-')}")
        widths[path] = page.evaluate("document.documentElement.scrollWidth")
    assert widths == dict.fromkeys(PATHS, 320)


def test_why_this_answer(page: Page, axe: Axe, shot: Shot) -> None:
    page.goto("/")
    ask(page, "riche")
    with page.expect_popup() as popup:
        page.get_by_role("link", name="Pourquoi cette réponse ?").click()
    why = popup.value
    expect(why.locator("h1")).to_have_text("Pourquoi cette réponse ?")
    expect(why.locator(".asked")).to_have_text("riche")
    expect(why.locator(".facts")).to_contain_text("%")
    expect(why.locator("main")).not_to_contain_text("promotion:3")  # rows of the base are no words for people
    expect(why.locator(".sources li")).to_have_count(12)
    why.screenshot(path="tests/browser/screenshots/why.png", full_page=True)
    assert axe(why) == []


def test_the_example_questions_are_asked(page: Page, world: World) -> None:
    page.goto("/")
    page.get_by_role("button", name="Qui peut candidater ?").click()
    expect(page.locator(".msg.answer")).to_have_count(1)
    assert world.asked == [{"text": "Qui peut candidater ?"}]
    assert page.url.endswith("/")
    expect(page.get_by_role("button", name="Qui peut candidater ?")).to_be_hidden()


def test_the_conversation_of_the_page_scrolls_with_it(page: Page) -> None:
    page.goto("/")
    ask(page, "riche")
    assert page.evaluate("scrollY") > 0
    assert sideways(page) == [0, 0]


def test_the_field_stays_in_sight_on_a_phone(
    new_context: Callable[..., BrowserContext], base_url: str
) -> None:
    page = new_context(base_url=base_url, viewport={"width": 390, "height": 844}).new_page()
    page.goto("/")
    expect(field(page)).to_be_in_viewport()
    ask(page, "riche")
    expect(field(page)).to_be_in_viewport()


def test_a_text_that_is_too_long_is_kept_whole_and_said(page: Page, world: World) -> None:
    page.goto("/")
    field(page).fill("x" * 2001)
    failure = page.locator(".failure")
    expect(failure).to_have_text("Question trop longue : 2 000 caractères au plus.")
    expect(field(page)).to_have_attribute("aria-invalid", "true")
    field(page).press("Enter")
    assert world.asked == [] and len(field(page).input_value()) == 2001
    field(page).fill("riche")
    expect(failure).to_be_empty()


def test_a_source_is_named_with_its_section(page: Page) -> None:
    page.goto("/")
    ask(page, "riche")
    source = answer_to("riche").sources[0]
    expect(page.locator(".sources summary").first).to_have_text(f"{source.title}, {source.locator}")


@pytest.fixture
def bare(new_context: Callable[..., BrowserContext], base_url: str) -> Page:
    """A page of a browser that runs no script."""
    return new_context(base_url=base_url, java_script_enabled=False).new_page()


def test_without_script_a_form_asks_and_the_page_answers(bare: Page, shot: Shot) -> None:
    bare.goto("/")
    shot(bare, "no-script")
    bare.get_by_label("Votre question").fill("mayenne")
    bare.get_by_role("button", name="Envoyer").click()
    expect(bare.locator(".msg.answer .blocks")).to_have_text("De quelle Mayenne parlez-vous ?")
    shot(bare, "no-script-answer")
    bare.get_by_role("button", name="Le département de la Mayenne").click()
    expect(bare.locator(".msg.question")).to_contain_text("Le département de la Mayenne")
    bare.locator(".sources summary").click()
    expect(bare.locator(".sources details")).to_contain_text("Publié le 10 septembre 2018")
    bare.get_by_role("link", name="Pourquoi cette réponse ?").click()
    expect(bare.locator("h1")).to_have_text("Pourquoi cette réponse ?")


def test_without_script_an_example_is_asked(bare: Page) -> None:
    bare.goto("/?lang=en")
    bare.get_by_role("button", name="Who can apply?").click()
    expect(bare.locator(".msg.question")).to_contain_text("Who can apply?")
    assert bare.locator("html").get_attribute("lang") == "en"


def test_without_script_the_contact_message_can_be_read(bare: Page, shot: Shot) -> None:
    bare.goto("/")
    bare.get_by_label("Votre question").fill("contact")
    bare.get_by_role("button", name="Envoyer").click()
    expect(bare.locator(".card")).to_contain_text("si mon dossier était complet")
    shot(bare, "no-script-contact")
    expect(bare.get_by_role("link", name="Ouvrir dans ma messagerie")).to_have_attribute(
        "href", "mailto:contact@exemple.test?subject=Question"
    )


def test_the_pages_print_without_their_controls(page: Page) -> None:
    page.goto("/")
    page.emulate_media(media="print")
    expect(page.locator(".site nav").first).to_be_hidden()
    expect(page.locator(".examples")).to_be_hidden()


def test_snippets_can_be_copied(new_context: Callable[..., BrowserContext], base_url: str) -> None:
    page = new_context(base_url=base_url, permissions=["clipboard-read", "clipboard-write"]).new_page()
    page.goto("/demo")
    page.get_by_role("button", name="Copier – Page HTML", exact=True).click()
    expect(page.locator("#said")).to_have_text("Copié")
    assert f'<script src="{base_url}/assistant.js" defer></script>' in page.evaluate(
        "navigator.clipboard.readText()"
    )
