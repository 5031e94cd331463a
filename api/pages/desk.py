"""The support desk as a page: a form that asks for the token, then what people asked in vain. No script."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any, get_args
from urllib.parse import parse_qs, urlencode

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from pydantic import SecretStr

from actions.answer import Status
from api.dependencies import ServiceDep
from api.desk_access import is_session, is_token, session_of
from api.desk_queries import questions_since, summary_since
from api.pages.desk_words import DESK_WORDS
from api.pages.render import language, render
from api.pages.wording import WORDS

router = APIRouter(default_response_class=HTMLResponse)
PATH = "/desk"
COOKIE = "greffier_desk"
PERIODS = (7, 30, 90, 365)
SIZE = 50
_HEADERS = {"X-Robots-Tag": "noindex", "Cache-Control": "no-store"}


@router.get(PATH)
def desk(
    request: Request,
    service: ServiceDep,
    status: str = "",
    days: int = 30,
    page: Annotated[int, Query(ge=1, le=10_000)] = 1,
) -> HTMLResponse:
    """What was asked in the last ``days``, for whoever gave the token; the form for the others."""
    token = service.settings.admin_token
    if token is None:
        return _closed(request)
    now = dt.datetime.now(dt.UTC)
    if not is_session(token, request.cookies.get(COOKIE, ""), now):
        return _page(request, 200, signed=False)
    if service.assistant is None:
        return render(request, "missing.html", 503, message=WORDS[language(request)]["error_ready"])
    wanted: Status | None = next((known for known in get_args(Status) if known == status), None)
    days = days if days in PERIODS else 30
    since = now - dt.timedelta(days=days)
    records = service.assistant.records
    return _page(
        request, 200, signed=True, chosen=wanted or "", days=days,
        found=questions_since(records, since, wanted, page, SIZE),
        summary=summary_since(records, since),
    )  # fmt: skip


@router.post(PATH)
async def enter(request: Request, service: ServiceDep) -> Response:
    """Take the token and give a session that the browser forgets when it is closed."""
    token = service.settings.admin_token
    if token is None:
        return _closed(request)
    if not await _gives(request, token):
        return _page(request, 403, signed=False, wrong=True)
    response = _back(request)
    response.set_cookie(
        COOKIE,
        session_of(token, dt.datetime.now(dt.UTC)),
        path=PATH,
        secure=request.url.scheme == "https",
        httponly=True,
        samesite="strict",
    )
    return response


@router.post(f"{PATH}/leave")
def leave(request: Request) -> Response:
    """End the session in this browser."""
    response = _back(request)
    response.delete_cookie(COOKIE, path=PATH, httponly=True, samesite="strict")
    return response


async def _gives(request: Request, token: SecretStr) -> bool:
    try:
        fields = parse_qs((await request.body()).decode("utf-8", "replace"), max_num_fields=10)
    except ValueError:
        return False
    return is_token(token, fields.get("token", [""])[0].strip())


def _back(request: Request) -> RedirectResponse:
    query = urlencode({"lang": language(request)}) if "lang" in request.query_params else ""
    return RedirectResponse(f"{PATH}?{query}" if query else PATH, 303, headers=_HEADERS)


def _closed(request: Request) -> HTMLResponse:
    return render(request, "missing.html", 404, message=DESK_WORDS[language(request)]["closed"])


def _page(request: Request, code: int, **context: Any) -> HTMLResponse:
    words = DESK_WORDS[language(request)]
    values: dict[str, Any] = {"wrong": False, "periods": PERIODS, "all_statuses": get_args(Status)}
    response = render(request, "desk.html", code, w=words, **(values | context))
    response.headers.update(_HEADERS)
    return response
