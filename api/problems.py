"""Errors as RFC 9457 problem documents: the one place where an exception becomes a response.

A detail is written for the caller, in the language of the request; it never holds a path, a stack trace or
what was sent.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError, ResponseValidationError
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response

from actions.answer import Lang
from api.language import requested_language
from api.problem_words import reason, worded
from bot.errors import BadText, NotReady, UnknownConversation

logger = logging.getLogger(__name__)
Handler = Callable[[Request, Exception], JSONResponse]
AsPage = Callable[[Request, Response], Response | None]
MEDIA_TYPE = "application/problem+json"
CANNOT_ANSWER = "The assistant cannot answer at the moment; try again in a minute."
NOTHING_HERE = "There is nothing at this address."
_DETAILS = {
    400: "The request could not be read.",
    404: NOTHING_HERE,
    405: "This address does not take this method.",
    500: "The server failed to handle the request; the failure has been logged.",
}


class FieldProblem(BaseModel):
    """One field of a request that is wrong, and why."""

    field: str
    reason: str


class Problem(BaseModel):
    """The body of every error (RFC 9457)."""

    type: str = Field("about:blank", description="about:blank: the status says what kind of problem it is")
    title: str
    status: int
    detail: str
    errors: list[FieldProblem] | None = Field(None, description="the fields at fault, for status 422")


class ProblemError(Exception):
    """Raised by a route or dependency to answer with a problem document, in the language of the request.

    ``values`` are those of the detail's braces; ``field`` is the one at fault, when there is one.
    """

    def __init__(
        self,
        status: int,
        detail: str,
        headers: Mapping[str, str] | None = None,
        field: str | None = None,
        **values: object,
    ) -> None:
        super().__init__(detail)
        self.status, self.detail, self.headers = status, detail, headers
        self.field, self.values = field, values


def problem(
    status: int,
    detail: str | None = None,
    headers: Mapping[str, str] | None = None,
    errors: Sequence[FieldProblem] = (),
    lang: Lang = "fr",
    **values: object,
) -> JSONResponse:
    """A problem document as a response, its detail in ``lang``."""
    detail = detail or _DETAILS.get(status, HTTPStatus(status).description or HTTPStatus(status).phrase)
    content = Problem(
        title=HTTPStatus(status).phrase,
        status=status,
        detail=worded(detail, lang, **values),
        errors=list(errors) or None,
    )
    body = content.model_dump(exclude_none=True)
    ours = {"Cache-Control": "no-store", "Content-Language": lang}
    return JSONResponse(body, status, {**ours, **(headers or {})}, MEDIA_TYPE)


def responses(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """What OpenAPI says of the errors of a route."""
    schema = {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    return {status: {"description": HTTPStatus(status).phrase, "content": schema} for status in statuses}


def install(app: FastAPI, as_page: AsPage = lambda _request, _problem: None) -> None:
    """Make every expected error of ``app`` a problem document; unexpected ones are the middleware's.

    ``as_page`` may give a page instead, to people.
    """
    handlers: dict[type[Exception], Handler] = {
        HTTPException: _http,
        ProblemError: _ours,
        RequestValidationError: _invalid,
        ResponseValidationError: _unexpected,
        BadText: _bad_text,
        UnknownConversation: _unknown_conversation,
        NotReady: _not_ready,
    }
    for kind, handler in handlers.items():
        app.add_exception_handler(kind, _for_whom(handler, as_page))


def _for_whom(handler: Handler, as_page: AsPage) -> Callable[[Request, Exception], Response]:
    def handle(request: Request, error: Exception) -> Response:
        document = handler(request, error)
        return as_page(request, document) or document

    return handle


def describe(app: FastAPI) -> None:
    """Add the shape of a problem, which no route returns as such, to the OpenAPI description of ``app``."""
    generated = app.openapi

    def openapi() -> dict[str, Any]:
        description = generated()
        shape = Problem.model_json_schema(ref_template="#/components/schemas/{model}")
        shapes = description.setdefault("components", {}).setdefault("schemas", {})
        shapes |= {**shape.pop("$defs", {}), "Problem": shape}
        for unused in ("HTTPValidationError", "ValidationError"):
            shapes.pop(unused, None)
        return description

    app.openapi = openapi  # type: ignore[method-assign]


def _http(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)
    lang = requested_language(request.scope)
    return problem(error.status_code, _DETAILS.get(error.status_code), error.headers, lang=lang)


def _ours(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, ProblemError)
    lang = requested_language(request.scope)
    if error.field is None:
        return problem(error.status, error.detail, error.headers, (), lang, **error.values)
    fault = FieldProblem(field=error.field, reason=worded(error.detail, lang, **error.values))
    return problem(error.status, f"{fault.field}: {fault.reason}", error.headers, [fault], lang)


def _invalid(request: Request, error: Exception) -> JSONResponse:
    """400 when the body is no JSON at all, 422 when it says something we cannot take."""
    assert isinstance(error, RequestValidationError)
    found = error.errors()
    said = error.body.get("lang") if isinstance(error.body, dict) else None
    lang = said if said in ("fr", "en") else requested_language(request.scope)
    if any(
        item["type"] == "json_invalid" or (item["type"], item["loc"]) == ("missing", ("body",))
        for item in found
    ):
        return problem(400, "The body is not a JSON document.", lang=lang)
    fields = [FieldProblem(field=_field(item["loc"]), reason=reason(item, lang)[:200]) for item in found[:10]]
    return problem(
        422, "; ".join(f"{item.field}: {item.reason}" for item in fields), errors=fields, lang=lang
    )


def _field(location: Sequence[str | int]) -> str:
    return ".".join(str(part) for part in location[1:])[:80] or str(location[0])


def _bad_text(request: Request, error: Exception) -> JSONResponse:
    lang = requested_language(request.scope)
    return problem(422, f"text: {worded(str(error), lang)}", lang=lang)


def _unknown_conversation(request: Request, _error: Exception) -> JSONResponse:
    detail = "Unknown conversation_id: leave it out to begin a conversation."
    return problem(404, detail, lang=requested_language(request.scope))


def _not_ready(request: Request, error: Exception) -> JSONResponse:
    logger.error("no answer: %s", error)
    return problem(503, CANNOT_ANSWER, {"Retry-After": "30"}, lang=requested_language(request.scope))


def _unexpected(request: Request, error: Exception) -> JSONResponse:
    logger.error("invalid response: %s", error)
    return problem(500, lang=requested_language(request.scope))
