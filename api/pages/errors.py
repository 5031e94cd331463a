"""Errors as pages, for people who use a browser; programs get problem documents."""

from __future__ import annotations

from fastapi import Request
from starlette.responses import Response
from starlette.types import Scope

from api.pages.render import language, render
from api.pages.wording import WORDS

_OF_PROGRAMS = ("/api/", "/webhooks/", "/health/", "/metrics", "/openapi.json", "/static/", "/assistant.js")
_MESSAGES = {
    404: ("missing_title", "nothing_here"),
    405: ("missing_title", "nothing_here"),
    413: ("too_large_title", "too_large"),
    422: ("missing_title", "wrong_address"),
    429: ("busy_title", "busy"),
}
_KEPT = ("Allow", "Retry-After", "Connection")


def error_page(request: Request, problem: Response) -> Response | None:
    """The page for an error whose problem document is ``problem``; None where that document is wanted."""
    words = _MESSAGES.get(problem.status_code)
    asks_page = "text/html" in request.headers.get("accept", "")
    if words is None or not asks_page or request.url.path.startswith(_OF_PROGRAMS):
        return None
    title, message = (WORDS[language(request)][word] for word in words)
    kept = {name: problem.headers[name] for name in _KEPT if name in problem.headers}
    message = message.format(kept.get("Retry-After"))
    page = render(request, "missing.html", problem.status_code, title=title, message=message)
    page.headers.update({"Cache-Control": "no-store", **kept})
    return page


def for_whom(scope: Scope, problem: Response) -> Response:
    """What middleware answers with instead of a route: the page, or the problem document, of an error."""
    return error_page(Request(scope), problem) or problem
