"""A page as an integrator would have it, and the lines to copy, taken from the integration guide."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from api.pages.assets import WIDGET, assets
from api.pages.render import render

GUIDE = Path(__file__).resolve().parents[2] / "docs" / "integration.md"
_FENCE = re.compile(r"^```\w+ snippet=(?P<name>\w+)\n(?P<code>.*?)^```$", re.MULTILINE | re.DOTALL)
_HOST = "https://greffier.example"
_INTEGRITY = re.compile(r"sha384-[A-Za-z0-9+/=…]+")

router = APIRouter()


@dataclass(frozen=True)
class Snippet:
    """Lines to copy: ``name`` is the kind of site they are for."""

    name: str
    code: str


def snippets(base_url: str) -> list[Snippet]:
    """The guide's marked code blocks, with this server's address and the widget's own digest in them.

    Empty when the guide is not installed with the code.
    """
    if not GUIDE.is_file():
        return []
    integrity = assets()[WIDGET].integrity
    return [
        Snippet(found["name"], _INTEGRITY.sub(integrity, found["code"]).replace(_HOST, base_url).rstrip())
        for found in _FENCE.finditer(GUIDE.read_text(encoding="utf-8"))
    ]


@router.get("/demo", response_class=HTMLResponse)
def demo(request: Request) -> HTMLResponse:
    """A host page with the widget, under the strict policy."""
    return render(request, "demo.html", snippets=snippets(str(request.base_url).rstrip("/")))
