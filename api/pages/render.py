"""Templates, the language of a page and its headers."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from actions.answer import Lang
from api.language import requested_language
from api.pages.assets import asset_path
from api.pages.dates import written_day
from api.pages.figures import bars, caption, key_figure, unbroken
from api.pages.links import web_address
from api.pages.policy import content_security_policy
from api.pages.ports import allowed_origins
from api.pages.wording import WORDS
from knowledge.settings import PARIS

TEMPLATES = Path(__file__).resolve().parents[1] / "templates"

environment = Environment(
    loader=FileSystemLoader(TEMPLATES),
    autoescape=select_autoescape(default=True),
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
environment.globals.update(asset=asset_path, bars=bars, caption=caption)
environment.filters.update(
    web_address=web_address, written_day=written_day, unbroken=unbroken, key_figure=key_figure
)


def language(request: Request) -> Lang:
    """The language to read a page in."""
    return requested_language(request.scope)


def render(
    request: Request, template: str, status: int = 200, *, lang: Lang | None = None, **context: Any
) -> HTMLResponse:
    """A page as a response, with its headers.

    Besides ``context``, templates find ``t`` (words), ``lang``, ``path``, ``here`` (a link that keeps the
    language asked for), ``other_language`` (the query of this page in the other language), and ``consulted``
    and ``today``, its address and the day, for paper.
    """
    lang = lang or language(request)
    asked = request.query_params.get("lang") == lang

    def here(path: str) -> str:
        return f"{path}?{urlencode({'lang': lang})}" if asked else path

    asks = [(name, value) for name, value in request.query_params.multi_items() if name != "lang"]
    other = urlencode([*asks, ("lang", "en" if lang == "fr" else "fr")])
    html = environment.get_template(template).render(
        t=WORDS[lang],
        lang=lang,
        path=request.url.path,
        here=here,
        other_language=other,
        consulted=request.url,
        today=dt.datetime.now(PARIS).date().isoformat(),
        **context,
    )
    policy = content_security_policy(request.url.path, allowed_origins(request))
    headers = {"Content-Security-Policy": policy, "Content-Language": lang, "Vary": "Accept-Language"}
    return HTMLResponse(html, status, headers=headers)


def page(request: Request, name: str, **context: Any) -> HTMLResponse:
    """A page of prose, which exists once in each language."""
    lang = language(request)
    return render(request, f"{lang}/{name}.html", lang=lang, **context)
