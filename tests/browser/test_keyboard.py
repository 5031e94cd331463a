"""The whole way without a mouse, and where the focus goes."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, ViewportSize, expect

from tests.browser.backend import World
from tests.browser.talk import ask, focused, host_page, inside, open_widget, tab_to, until

Shot = Callable[[Page, str], None]
PHONE: ViewportSize = {"width": 360, "height": 640}


def _outlined(page: Page) -> bool:
    """Whether the focus can be seen."""
    style = """() => {
      let node = document.activeElement;
      while (node.shadowRoot?.activeElement) node = node.shadowRoot.activeElement;
      const style = getComputedStyle(node);
      return style.outlineStyle != "none" && parseFloat(style.outlineWidth) >= 2;
    }"""
    return bool(page.evaluate(style))


def test_open_ask_choose_check_judge_close(page: Page, world: World, shot: Shot) -> None:
    page.goto("/demo")
    tab_to(page, "launcher")
    assert _outlined(page)
    page.keyboard.press("Enter")
    assert "Votre question" in focused(page)
    page.keyboard.type("mayenne")
    page.keyboard.press("Enter")
    expect(page.locator(".msg.answer")).to_have_count(1)
    tab_to(page, "Le département de la Mayenne", key="Shift+Tab")
    assert _outlined(page)
    page.keyboard.press("Enter")
    expect(page.locator(".msg.answer")).to_have_count(2)
    assert "Le département de la Mayenne" in focused(page)
    tab_to(page, "summary.")
    shot(page, "keyboard-focus-on-a-source")
    page.keyboard.press("Enter")
    expect(page.locator(".sources details")).to_have_attribute("open", "")
    tab_to(page, "button. Utile")
    page.keyboard.press("Space")
    expect(page.get_by_role("button", name="Utile", exact=True).last).to_have_attribute(
        "aria-pressed", "true"
    )
    assert len(world.feedback) == 1
    assert "Utile" in focused(page)
    page.keyboard.press("Escape")
    expect(page.locator("dialog.panel")).to_be_hidden()
    assert "launcher" in focused(page)


def test_every_stop_of_the_panel_is_visible(page: Page) -> None:
    open_widget(page)
    ask(page, "contact")
    seen = set()
    for _ in range(14):
        page.keyboard.press("Shift+Tab")
        stop = focused(page)
        if "launcher" in stop or stop.startswith(("body", "html")) or "greffier" not in _host_of_focus(page):
            break
        assert _outlined(page), stop
        seen.add(stop)
    assert len(seen) >= 8


def _host_of_focus(page: Page) -> str:
    return str(page.evaluate("document.activeElement.localName"))


def test_escape_returns_the_focus_to_the_button(page: Page) -> None:
    open_widget(page)
    page.keyboard.press("Escape")
    expect(page.locator(".launcher")).to_be_visible()
    assert "launcher" in focused(page)
    assert inside(page, "root.querySelector('.launcher').getAttribute('aria-expanded')") == "false"


def test_the_close_button_does_too(page: Page) -> None:
    open_widget(page)
    page.get_by_role("button", name="Fermer").click()
    expect(page.locator("dialog.panel")).to_be_hidden()
    assert "launcher" in focused(page)


def test_no_trap_on_a_wide_screen(page: Page, world: World) -> None:
    body = "<button>Avant</button><greffier-tchat></greffier-tchat><button>Après</button>"
    world.hosts["trap"] = host_page(body)
    open_widget(page, "/host/trap")
    tab_to(page, "Après", limit=10)
    tab_to(page, "Avant", limit=20, key="Shift+Tab")
    expect(page.locator("dialog.panel")).to_be_visible()
    assert not inside(page, "root.querySelector('dialog').matches(':modal')")


def test_closing_by_script_leaves_the_focus_elsewhere_alone(page: Page, world: World) -> None:
    world.hosts["script"] = host_page("<button id=b>Ailleurs</button><greffier-tchat></greffier-tchat>")
    open_widget(page, "/host/script")
    page.locator("#b").focus()
    page.evaluate("document.querySelector('greffier-tchat').close()")
    expect(page.locator(".launcher")).to_be_visible()
    assert "Ailleurs" in focused(page)


@pytest.fixture
def phone(new_context: Callable[..., BrowserContext], base_url: str) -> Page:
    """A page on a phone."""
    return new_context(base_url=base_url, viewport=PHONE, has_touch=True).new_page()


def test_on_a_phone_it_is_a_modal_dialog(phone: Page, world: World) -> None:
    world.hosts["phone"] = host_page(
        "<button>Hôte</button><greffier-tchat></greffier-tchat><button>Hôte</button>"
    )
    open_widget(phone, "/host/phone")
    assert inside(phone, "root.querySelector('dialog').matches(':modal')")
    for _ in range(25):
        phone.keyboard.press("Tab")
        assert not focused(phone).startswith("button. Hôte") and "launcher" not in focused(phone)
    phone.keyboard.press("Escape")
    expect(phone.locator("dialog.panel")).to_be_hidden()
    assert "launcher" in focused(phone)


def test_on_a_phone_opening_brings_up_no_keyboard(phone: Page) -> None:
    open_widget(phone)
    assert focused(phone).startswith("p.name")


def test_a_reload_on_a_phone_does_not_cover_the_page(phone: Page) -> None:
    open_widget(phone)
    ask(phone, "mayenne")
    phone.reload()
    expect(phone.locator(".launcher")).to_be_visible()
    phone.locator(".launcher").click()
    expect(phone.locator(".msg.answer")).to_have_count(1)


def test_turning_the_screen_keeps_the_panel_and_what_was_written(phone: Page) -> None:
    open_widget(phone)
    phone.locator(".field textarea").fill("Une question commencée")
    phone.set_viewport_size({"width": 1100, "height": 800})
    until(
        phone,
        "!document.querySelector('greffier-tchat').shadowRoot.querySelector('dialog').matches(':modal')",
    )
    expect(phone.locator("dialog.panel")).to_be_visible()
    expect(phone.locator(".field textarea")).to_have_value("Une question commencée")
    phone.set_viewport_size(PHONE)
    until(
        phone, "document.querySelector('greffier-tchat').shadowRoot.querySelector('dialog').matches(':modal')"
    )


def test_an_example_chosen_with_the_keyboard_leaves_the_focus_on_the_conversation(page: Page) -> None:
    page.goto("/")
    page.get_by_role("button", name="Que dit la Cour des comptes sur La Poste ?").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".msg.answer")).to_have_count(1)
    assert inside(page, "root.activeElement.getAttribute('role')") == "log"
