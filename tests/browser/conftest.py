"""A real browser, Debian's Chromium, against a pretended server. Skipped where there is none."""

from __future__ import annotations

import json
import os
import socket
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.actions.report_base import make_base
from tests.browser.backend import World, application
from tests.browser.talk import Watched

ROOT = Path(__file__).resolve().parents[2]
WIDGET = ROOT / "api" / "widget"
AXE = WIDGET / "node_modules" / "axe-core" / "axe.min.js"
SCREENSHOTS = Path(__file__).parent / "screenshots"
CHROMIUM = Path(os.environ.get("CHROMIUM", "/usr/bin/chromium"))
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="session")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    """What the pretended server answers and saw; three invented reports."""
    folder = tmp_path_factory.mktemp("world")
    make_base(folder)
    return World(folder=folder)


@pytest.fixture(scope="session")
def base_url(world: World) -> Iterator[str]:
    """Address of the pretended server."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    config = uvicorn.Config(application(world), port=port, log_level="error", timeout_graceful_shutdown=1)
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(5)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all tests."""
    if not CHROMIUM.exists():
        pytest.skip(f"no browser at {CHROMIUM}: install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=list(FLAGS), headless=True)
        yield browser
        browser.close()


@pytest.fixture
def new_context(browser: Browser, world: World) -> Iterator[Callable[..., BrowserContext]]:
    """Makes browser contexts with the options of ``Browser.new_context``; closes them afterwards."""
    world.reset()
    contexts: list[BrowserContext] = []

    def make(**options: Any) -> BrowserContext:
        context = browser.new_context(
            **({"viewport": {"width": 1280, "height": 800}, "locale": "fr-FR"} | options)
        )
        context.set_default_timeout(5000)
        contexts.append(context)
        return context

    yield make
    for context in contexts:
        context.close()


@pytest.fixture
def page(new_context: Callable[..., BrowserContext], base_url: str) -> Iterator[Page]:
    """A wide window whose page must not complain; expected failures of the network aside."""
    page = new_context(base_url=base_url).new_page()
    watched = Watched(page)
    yield page
    unexpected = [text for text in watched.complaints if "Failed to load resource" not in text]
    assert unexpected == []


@pytest.fixture(scope="session")
def axe_source() -> str:
    """The accessibility checker."""
    if not AXE.exists():
        pytest.skip("no axe-core: run npm ci in api/widget")
    return AXE.read_text(encoding="utf-8")


@pytest.fixture
def axe(axe_source: str) -> Callable[[Page], list[str]]:
    """Runs axe on a page (WCAG 2.2 AA and best practice); one line for each violation."""

    def check(page: Page) -> list[str]:
        # Through the protocol: the page's own policy would refuse the script.
        page.evaluate(axe_source)
        tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
        options = json.dumps({"runOnly": {"type": "tag", "values": tags}, "resultTypes": ["violations"]})
        found = page.evaluate(f"axe.run(document, {options}).then((result) => result.violations)")
        return [f"{item['id']}: {[node['target'] for node in item['nodes']]}" for item in found]

    return check


@pytest.fixture(scope="session")
def shot() -> Callable[[Page, str], None]:
    """Keeps a picture of a page for the eye."""
    SCREENSHOTS.mkdir(exist_ok=True)

    def take(page: Page, name: str) -> None:
        page.screenshot(path=SCREENSHOTS / f"{name}.png")

    return take
