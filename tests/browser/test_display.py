"""Small, zoomed, dark, forced colours, still, widely spaced: readable, and inside the window."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.backend import World
from tests.browser.talk import ask, inside, open_widget, sideways

Axe = Callable[[Page], list[str]]
Shot = Callable[[Page, str], None]

DISPLAYS: dict[str, dict[str, Any]] = {
    "320-px": {"viewport": {"width": 320, "height": 640}},
    "zoom-200": {"viewport": {"width": 640, "height": 400}, "device_scale_factor": 2},
    "zoom-400": {"viewport": {"width": 320, "height": 200}, "device_scale_factor": 4},
    "dark": {"color_scheme": "dark"},
    "forced-colours": {"forced_colors": "active"},
    "forced-colours-dark": {"forced_colors": "active", "color_scheme": "dark"},
    "more-contrast": {"contrast": "more"},
    "reduced-motion": {"reduced_motion": "reduce"},
    "english": {"locale": "en-GB"},
}
_SPACING = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    * { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
    p { margin-bottom: 2em !important }`);
  document.adoptedStyleSheets.push(sheet);
  document.querySelector("greffier-tchat").shadowRoot.adoptedStyleSheets.push(sheet);
}"""


@pytest.mark.parametrize("display", DISPLAYS)
def test_a_conversation_on_every_display(
    new_context: Callable[..., BrowserContext], base_url: str, axe: Axe, shot: Shot, display: str
) -> None:
    page = new_context(base_url=base_url, **DISPLAYS[display]).new_page()
    page.goto("/demo")
    shot(page, f"{display}-closed")
    page.locator(".launcher").click()
    ask(page, "mayenne")
    shot(page, f"{display}-choice")
    ask(page, "riche")
    inside(page, "root.querySelectorAll('figure')[0].scrollIntoView()")
    shot(page, f"{display}-rich")
    inside(page, "[...root.querySelectorAll('.sources summary')].slice(0, 2).forEach((node) => node.click())")
    inside(page, "root.querySelector('.turn:last-child .tools').scrollIntoView({block: 'end'})")
    shot(page, f"{display}-sources")
    assert sideways(page) == [0, 0]
    assert axe(page) == []
    page.goto("/")
    shot(page, f"page-{display}")
    assert sideways(page) == [0, 0]


@pytest.mark.parametrize("display", ["320-px", "zoom-200", "dark", "forced-colours"])
def test_the_full_page_is_accessible_on_every_display(
    new_context: Callable[..., BrowserContext], base_url: str, axe: Axe, shot: Shot, display: str
) -> None:
    page = new_context(base_url=base_url, **DISPLAYS[display]).new_page()
    page.goto("/")
    assert axe(page) == []
    ask(page, "riche")
    shot(page, f"page-{display}-answer")
    assert sideways(page) == [0, 0]
    assert axe(page) == []


def test_nothing_moves_even_while_waiting(page: Page, world: World) -> None:
    open_widget(page)
    world.failure = "slow"
    ask(page, "mayenne", answered=False)
    expect(page.locator(".waiting")).to_be_visible()
    assert inside(page, "[root, document].flatMap((tree) => tree.getAnimations()).length") == 0


def test_the_theme_attribute_wins_over_the_system(page: Page) -> None:
    page.goto("/demo")
    light = inside(page, "getComputedStyle(root.host).color")
    page.evaluate("document.querySelector('greffier-tchat').setAttribute('theme', 'dark')")
    assert inside(page, "getComputedStyle(root.host).color") != light


@pytest.mark.parametrize("path", ["/", "/demo"])
def test_wide_text_spacing_loses_nothing(
    new_context: Callable[..., BrowserContext], base_url: str, shot: Shot, path: str
) -> None:
    page = new_context(base_url=base_url, viewport={"width": 360, "height": 700}).new_page()
    page.goto(path)
    page.evaluate(_SPACING)
    if path == "/demo":
        page.locator(".launcher").click()
    ask(page, "riche")
    assert max(sideways(page)) <= 0
    shot(page, f"spacing{path.replace('/', '-')}")


def test_an_answer_says_its_language_and_the_controls_keep_theirs(page: Page) -> None:
    page.goto("/?lang=fr")
    ask(page, "english")
    expect(page.locator(".msg.answer")).to_have_attribute("lang", "en")
    for part in (".tools", ".sources"):
        expect(page.locator(f".msg.answer {part}")).to_have_attribute("lang", "fr")
