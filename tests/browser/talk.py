"""What a person does with the widget, and what a test looks at."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import ConsoleMessage, Locator, Page, expect

_DEEPEST = """() => {
  let node = document.activeElement;
  while (node?.shadowRoot?.activeElement) node = node.shadowRoot.activeElement;
  const label = node?.getAttribute("aria-label") || node?.textContent?.trim() || "";
  return `${node?.localName}.${node?.className} ${label}`.slice(0, 120);
}"""


class Watched:
    """What went wrong in a page, and what it asked of the network."""

    def __init__(self, page: Page) -> None:
        self.complaints: list[str] = []
        self.requests: list[str] = []
        page.on("console", self._note)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("request", lambda request: self.requests.append(request.url))

    def _note(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.complaints.append(message.text)


def host_page(body: str, *, head: str = "", lang: str = "fr", script: bool = True) -> str:
    """A page of an integrator."""
    loader = '<script src="/assistant.js" defer></script>' if script else ""
    return (
        f'<!doctype html><html lang="{lang}"><head><meta charset="utf-8"><title>Site hôte</title>'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<link rel="icon" href="data:,">{head}{loader}</head><body>{body}</body></html>'
    )


def open_widget(page: Page, path: str = "/demo") -> None:
    """Goes to a page and opens its widget."""
    page.goto(path)
    page.locator(".launcher").click()
    expect(page.locator("dialog.panel")).to_be_visible()


def field(page: Page) -> Locator:
    """Where the question is written."""
    return page.locator(".field textarea")


def ask(page: Page, text: str, *, answered: bool = True) -> None:
    """Types a question, sends it with Enter and, if it is to be answered, awaits the answer."""
    field(page).fill(text)
    field(page).press("Enter")
    if answered:
        # Of the turn of this question, which is there at once: how many there are stays, the oldest go away.
        expect(page.locator(".turn").last.locator(".msg.answer")).to_have_count(1)


def focused(page: Page) -> str:
    """Tag, class and name of the node that has the focus, inside shadow roots too."""
    return str(page.evaluate(_DEEPEST))


def tab_to(page: Page, wanted: str, limit: int = 40, key: str = "Tab") -> None:
    """Presses Tab until the focus is on a node whose description holds ``wanted``."""
    for _ in range(limit):
        if wanted in focused(page):
            return
        page.keyboard.press(key)
    raise AssertionError(f"{wanted} not reached; focus on {focused(page)}")


def inside(page: Page, script: str) -> Any:
    """Evaluates an expression of ``root``, the first widget's shadow root."""
    return page.evaluate(
        f"(() => {{ const root = document.querySelector('greffier-tchat').shadowRoot; return {script}; }})()"
    )


def until(page: Page, condition: str) -> None:
    """Waits for an expression to hold; Playwright's own way needs ``eval``, which the pages forbid."""
    for _ in range(100):
        if page.evaluate(condition):
            return
        page.wait_for_timeout(30)
    raise AssertionError(condition)


def sideways(page: Page) -> list[int]:
    """Pixels that overflow to the side: of the page, then of the conversation."""
    document = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    scroller = inside(page, "root.querySelector('.scroller')")
    if scroller is None:
        return [document]
    return [
        document,
        inside(
            page, "root.querySelector('.scroller').scrollWidth - root.querySelector('.scroller').clientWidth"
        ),
    ]
