"""``/docs``: the interface described for people, written from ``/openapi.json``.

Swagger's own page loads its code from a third party and builds markup from strings, which the
policy of our pages forbids; this one is plain HTML and needs no script.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from fastapi import FastAPI, Request
from fastapi.responses import HTMLResponse
from jinja2 import ChoiceLoader, FileSystemLoader

from api.pages.render import TEMPLATES, environment
from api.pages.wording import WORDS
from api.reference.outline import outline

_environment = environment.overlay(
    loader=ChoiceLoader([FileSystemLoader(Path(__file__).parent), FileSystemLoader(TEMPLATES)])
)


def include(app: FastAPI) -> None:
    """Add the page to ``app``."""

    def docs(request: Request) -> HTMLResponse:
        return HTMLResponse(page(app.openapi(), request.url.path), headers={"Content-Language": "en"})

    app.get("/docs", include_in_schema=False, response_class=HTMLResponse)(docs)


def page(description: dict[str, Any], path: str = "/docs") -> str:
    """The page for one OpenAPI description."""
    template = _environment.get_template("reference.html")
    return template.render(
        t=WORDS["en"], lang="en", path=path, here=_plain, other_language="lang=fr", **outline(description)
    )


def _plain(path: str) -> str:
    return f"{path}?lang=en"
