"""Words that are markup stay words; words that are too long stay inside."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.answers import HOSTILE
from tests.browser.talk import ask, inside, open_widget, sideways

Shot = Callable[[Page, str], None]
WIDTHS = (320, 768, 1280)


def test_markup_stays_text_in_the_widget(page: Page, shot: Shot) -> None:
    open_widget(page)
    ask(page, HOSTILE)
    page.get_by_role("button", name="Source 1").click()
    shot(page, "hostile")
    assert inside(page, "root.querySelectorAll('img').length") == 0
    for part in (
        ".question",
        ".blocks > p",
        ".blocks li",
        "caption",
        "figcaption",
        ".chips button",
        ".links li",
        "summary",
    ):
        expect(page.locator(part).first).to_contain_text(HOSTILE)
    assert inside(page, "[...root.querySelectorAll('a')].map((a) => a.protocol).join()") == "http:,http:"
    page.locator(".chips button").click()
    expect(page.locator(".msg.answer")).to_have_count(2)
    assert page.title() != "hacked"


def test_markup_stays_text_on_the_pages(page: Page) -> None:
    page.goto("/demo")
    identity = page.evaluate(
        "(text) => fetch('/api/v1/messages', {method: 'POST', body: JSON.stringify({text})})"
        ".then((response) => response.json()).then((reply) => reply.message_id)",
        HOSTILE,
    )
    page.goto(f"/answers/{identity}")
    assert page.locator("img").count() == 0
    expect(page.locator(".asked")).to_have_text(HOSTILE)
    assert page.locator("a[href^='javascript']").count() == 0


def test_markup_stays_text_without_script(new_context: Callable[..., BrowserContext], base_url: str) -> None:
    page = new_context(base_url=base_url, java_script_enabled=False).new_page()
    page.goto("/")
    page.locator("textarea").fill(HOSTILE)
    page.get_by_role("button", name="Envoyer").click()
    expect(page.locator(".question p")).to_have_text(HOSTILE)
    assert page.locator("img, a[href^='javascript']").count() == 0


@pytest.mark.parametrize("width", WIDTHS)
def test_long_words_do_not_break_the_layout(
    new_context: Callable[..., BrowserContext], base_url: str, shot: Shot, width: int
) -> None:
    page = new_context(base_url=base_url, viewport={"width": width, "height": 700}).new_page()
    open_widget(page)
    ask(page, "x" * 2000)
    inside(page, "root.querySelector('.blocks').lastElementChild.scrollIntoView()")
    shot(page, f"long-words-{width}")
    assert max(sideways(page)) <= 0
    panel = page.locator("dialog.panel").bounding_box()
    assert panel and panel["x"] >= 0 and panel["x"] + panel["width"] <= width
    page.goto("/")
    assert max(sideways(page)) <= 0
