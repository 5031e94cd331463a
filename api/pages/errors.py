"""Errors as pages, for people who typed or followed a wrong address; programs get problem documents."""

from __future__ import annotations

from fastapi import Request
from starlette.responses import Response

from api.pages.render import language, render
from api.pages.wording import WORDS

_OF_PROGRAMS = ("/api/", "/webhooks/", "/health/", "/metrics", "/openapi.json", "/static/", "/assistant.js")
_MESSAGES = {404: "nothing_here", 405: "nothing_here", 422: "wrong_address"}


def error_page(request: Request, problem: Response) -> Response | None:
    """The page for an error whose problem document is ``problem``; None where that document is wanted."""
    message = _MESSAGES.get(problem.status_code)
    asks_page = "text/html" in request.headers.get("accept", "")
    if message is None or not asks_page or request.url.path.startswith(_OF_PROGRAMS):
        return None
    page = render(request, "missing.html", problem.status_code, message=WORDS[language(request)][message])
    page.headers["Cache-Control"] = "no-store"
    if "allow" in problem.headers:
        page.headers["Allow"] = problem.headers["allow"]
    return page
