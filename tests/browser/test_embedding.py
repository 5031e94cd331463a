"""On other people's pages: nothing before it is opened, nothing to third parties, any number, at any time."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.backend import World
from tests.browser.talk import Watched, ask, field, host_page, inside, open_widget, until

Shot = Callable[[Page, str], None]
STRICT = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; "
    "require-trusted-types-for 'script'"
)
_LOAD_LATE = """() => {
  const trusted = trustedTypes.createPolicy("host", { createScriptURL: (url) => url });
  const script = document.createElement("script");
  script.src = trusted.createScriptURL("/assistant.js");
  document.head.append(script);
}"""
_LISTEN = """
window.events = [];
for (const name of ["open", "close", "answer", "feedback"])
  addEventListener(`greffier:${name}`, (event) => window.events.push([name, event.detail]));
"""


def test_nothing_is_asked_or_kept_before_it_is_opened(page: Page, base_url: str) -> None:
    watched = Watched(page)
    page.goto("/demo")
    page.wait_for_load_state("networkidle")
    assert {urlsplit(url).path.rsplit(".")[-1] for url in watched.requests} == {"/demo", "css", "js", "svg"}
    assert page.evaluate("[document.cookie, localStorage.length, sessionStorage.length]") == ["", 0, 0]
    loaded = len(watched.requests)
    page.locator(".launcher").click()
    assert len(watched.requests) == loaded
    ask(page, "riche")
    assert all(url.startswith((base_url, "data:")) for url in watched.requests)
    assert page.context.cookies() == []
    assert page.evaluate("localStorage.length") == 0


def test_the_demonstration_runs_under_the_strict_policy(page: Page) -> None:
    page.add_init_script(
        "window.violations = []; addEventListener('securitypolicyviolation', "
        "(event) => violations.push(event.violatedDirective))"
    )
    response = page.goto("/demo")
    assert response and response.headers["content-security-policy"].startswith(STRICT)
    page.locator(".launcher").click()
    for text in ("riche", "injection", "contact"):
        ask(page, text)
    page.get_by_role("button", name="Utile", exact=True).last.click()
    assert page.evaluate("violations") == []


def test_events_carry_no_words(page: Page) -> None:
    page.goto("/demo")
    page.evaluate(_LISTEN)
    page.locator(".launcher").click()
    ask(page, "mayenne")
    page.get_by_role("button", name="Utile", exact=True).click()
    expect(page.get_by_role("button", name="Utile", exact=True)).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("Escape")
    until(page, "events.length == 4")
    events = page.evaluate("events")
    assert [name for name, _ in events] == ["open", "answer", "feedback", "close"]
    assert set(events[1][1]) == {"conversation_id", "message_id", "status"}
    assert events[2][1]["helpful"] is True
    assert set(events[2][1]) == {"message_id", "helpful"}


def test_two_widgets_are_two_conversations(page: Page, world: World) -> None:
    other = '<greffier-tchat position="left" start-text="Autre"></greffier-tchat>'
    world.hosts["two"] = host_page(f"<greffier-tchat></greffier-tchat>{other}")
    page.goto("/host/two")
    first, second = page.locator("greffier-tchat").all()
    first.locator(".launcher").click()
    second.locator(".launcher").click()
    first.locator(".field textarea").fill("mayenne")
    first.locator(".field textarea").press("Enter")
    expect(first.locator(".msg.answer")).to_have_count(1)
    expect(second.locator(".msg")).to_have_count(1)
    second.locator(".field textarea").fill("riche")
    second.locator(".field textarea").press("Enter")
    expect(second.locator(".msg.answer")).to_have_count(1)
    assert page.evaluate("Object.keys(sessionStorage).sort()") == ["greffier:0", "greffier:1"]
    boxes = [widget.locator("dialog").bounding_box() for widget in (first, second)]
    assert boxes[0] and boxes[1] and boxes[1]["x"] + boxes[1]["width"] <= boxes[0]["x"]
    page.reload()
    expect(first.locator(".msg.question")).to_contain_text("mayenne")
    expect(second.locator(".msg.question")).to_contain_text("riche")


def test_two_widgets_at_the_same_place_stand_above_each_other(page: Page, world: World) -> None:
    world.hosts["same"] = host_page("<greffier-tchat></greffier-tchat>" * 2)
    page.goto("/host/same")
    first, second = (widget.locator(".launcher") for widget in page.locator("greffier-tchat").all())
    boxes = [first.bounding_box(), second.bounding_box()]
    assert boxes[0] and boxes[1] and boxes[1]["y"] + boxes[1]["height"] <= boxes[0]["y"]
    first.click()
    expect(page.locator("dialog:visible")).to_have_count(1)
    page.locator("greffier-tchat").first.evaluate("(tchat) => tchat.close()")
    second.click()
    page.locator("greffier-tchat").first.evaluate("(tchat) => tchat.open()")
    expect(page.locator("dialog:visible")).to_have_count(1)
    expect(second).to_be_visible()


def test_a_widget_put_before_another_has_its_own_conversation(page: Page, world: World) -> None:
    world.hosts["before"] = host_page("<greffier-tchat></greffier-tchat>")
    open_widget(page, "/host/before")
    ask(page, "mayenne")
    page.evaluate("document.body.prepend(document.createElement('greffier-tchat'))")
    first = page.locator("greffier-tchat").first
    first.evaluate("(tchat) => tchat.open()")
    expect(first.locator(".start")).to_be_visible()
    expect(first.locator(".msg.answer")).to_have_count(0)


def test_added_by_script_after_load(page: Page, world: World) -> None:
    world.hosts["late"] = host_page("<p>Page</p>")
    page.goto("/host/late")
    page.evaluate(
        "() => { const tchat = document.createElement('greffier-tchat'); tchat.lang = 'en'; "
        "document.body.append(tchat); }"
    )
    page.get_by_role("button", name="Ask a question").click()
    ask(page, "mayenne")
    assert world.asked == [{"text": "mayenne", "lang": "en"}]


def test_a_script_loaded_after_the_element(page: Page, world: World) -> None:
    world.hosts["later"] = host_page("<greffier-tchat></greffier-tchat>", script=False)
    page.goto("/host/later")
    page.evaluate(_LOAD_LATE)
    expect(page.locator(".launcher")).to_be_visible()


def test_removed_during_a_request(page: Page, world: World) -> None:
    world.hosts["gone"] = host_page("<p>Page</p><greffier-tchat></greffier-tchat>")
    open_widget(page, "/host/gone")
    page.evaluate(_LISTEN)
    world.failure = "slow"
    ask(page, "mayenne", answered=False)
    page.evaluate("() => { window.tchat = document.querySelector('greffier-tchat'); tchat.remove(); }")
    page.wait_for_timeout(1300)
    assert page.evaluate("events") == []
    world.failure = None
    page.evaluate("document.body.append(tchat)")
    expect(field(page)).to_have_value("mayenne")
    field(page).press("Enter")
    expect(page.locator(".msg.answer")).to_have_count(1)


def test_another_origin(new_context: Callable[..., BrowserContext], base_url: str, world: World) -> None:
    other = base_url.replace("127.0.0.1", "localhost")
    script = f'<script src="{base_url}/assistant.js" defer crossorigin></script>'
    world.hosts["other"] = host_page("<greffier-tchat></greffier-tchat>", head=script, script=False)
    page = new_context(base_url=other).new_page()
    open_widget(page, "/host/other")
    ask(page, "mayenne")
    world.failure = "429"
    ask(page, "encore", answered=False)
    expect(page.locator("[role=alert] p")).to_contain_text("dans 7 s")


def test_attributes_and_methods(page: Page, world: World) -> None:
    world.hosts["attributes"] = host_page(
        '<greffier-tchat lang="en" position="left" start-text="Need help?" greeting="Welcome.">'
        "</greffier-tchat>"
    )
    page.goto("/host/attributes")
    launcher = page.get_by_role("button", name="Need help?")
    box = launcher.bounding_box()
    assert box and box["x"] < 100
    page.evaluate("document.querySelector('greffier-tchat').ask('mayenne')")
    expect(page.locator(".msg.answer")).to_have_count(1)
    page.evaluate("document.querySelector('greffier-tchat').restart()")
    expect(page.locator(".start")).to_have_text("Welcome.")
    page.evaluate("document.querySelector('greffier-tchat').lang = 'fr'")
    expect(page.get_by_role("button", name="Envoyer")).to_be_visible()


def _launcher_style(page: Page) -> list[str]:
    style = "getComputedStyle(root.querySelector('.launcher'))"
    return [
        inside(page, f"{style}.{name}") for name in ("backgroundColor", "borderRadius", "fontFamily", "right")
    ]


def test_a_site_sets_colour_radius_font_and_place(page: Page, world: World) -> None:
    css = (
        "<style>greffier-tchat { --greffier-color: #5a2a6e; --greffier-radius: 4px; --greffier-font: serif; "
        "--greffier-offset-inline: 40px } * { letter-spacing: 9px; font-size: 40px }</style>"
    )
    world.hosts["theme"] = host_page("<greffier-tchat></greffier-tchat>", head=css)
    page.goto("/host/theme")
    assert _launcher_style(page) == ["rgb(90, 42, 110)", "4px", "serif", "40px"]
    assert inside(page, "getComputedStyle(root.querySelector('.launcher')).letterSpacing") == "normal"


def test_a_page_of_the_state_lends_its_colours(page: Page, world: World, shot: Shot) -> None:
    css = (
        "<style>:root { --background-action-high-blue-france: #000091; --text-inverted-blue-france: #f5f5fe; "
        "--background-default-grey: #fff; --text-default-grey: #3a3a3a; --background-alt-grey: #f6f6f6; "
        "--text-mention-grey: #666; --border-default-grey: #ddd }</style>"
    )
    world.hosts["state"] = host_page("<h1>Un service</h1><greffier-tchat></greffier-tchat>", head=css)
    page.goto("/host/state")
    assert _launcher_style(page)[0] == "rgb(0, 0, 145)"
    page.locator(".launcher").click()
    ask(page, "mayenne")
    shot(page, "state-colours")
    assert inside(page, "getComputedStyle(root.querySelector('.panel')).color") == "rgb(58, 58, 58)"


def test_a_browser_that_refuses_storage(page: Page, world: World) -> None:
    page.add_init_script(
        "Object.defineProperty(window, 'sessionStorage', "
        "{ get() { throw new DOMException('no', 'SecurityError'); } })"
    )
    open_widget(page)
    ask(page, "mayenne")
    page.get_by_role("button", name="Recommencer").click()
    expect(page.locator(".msg.answer")).to_have_count(0)


def test_the_framed_page_answers(page: Page, world: World) -> None:
    page.goto("/embed?lang=fr")
    ask(page, "mayenne")
    assert page.locator("header").count() == 0


@pytest.mark.parametrize("path", ["/demo", "/"])
def test_nothing_shifts_while_the_page_loads_or_the_widget_opens(page: Page, path: str) -> None:
    page.add_init_script(
        "window.shifts = 0; new PerformanceObserver((list) => list.getEntries().forEach((entry) => "
        "{ window.shifts += entry.value; })).observe({ type: 'layout-shift', buffered: true })"
    )
    page.goto(path)
    page.wait_for_load_state("networkidle")
    if path == "/demo":
        page.locator(".launcher").click()
    page.wait_for_timeout(300)
    assert page.evaluate("shifts") == 0
