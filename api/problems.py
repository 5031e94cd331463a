"""Errors as RFC 9457 problem documents: the one place where an exception becomes a response.

A detail is written for the caller; it never holds a path, a stack trace or what was sent.
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
    """Raised by a route or dependency to answer with a problem document."""

    def __init__(self, status: int, detail: str, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(detail)
        self.status, self.detail, self.headers = status, detail, headers


def problem(
    status: int,
    detail: str | None = None,
    headers: Mapping[str, str] | None = None,
    errors: Sequence[FieldProblem] = (),
) -> JSONResponse:
    """A problem document as a response."""
    content = Problem(
        title=HTTPStatus(status).phrase,
        status=status,
        detail=detail or _DETAILS.get(status, HTTPStatus(status).description or HTTPStatus(status).phrase),
        errors=list(errors) or None,
    )
    body = content.model_dump(exclude_none=True)
    return JSONResponse(body, status, {"Cache-Control": "no-store", **(headers or {})}, MEDIA_TYPE)


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


def _http(_: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)
    return problem(error.status_code, _DETAILS.get(error.status_code), error.headers)


def _ours(_: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, ProblemError)
    return problem(error.status, error.detail, error.headers)


def _invalid(_: Request, error: Exception) -> JSONResponse:
    """400 when the body is no JSON at all, 422 when it says something we cannot take."""
    assert isinstance(error, RequestValidationError)
    found = error.errors()
    if any(
        item["type"] == "json_invalid" or (item["type"], item["loc"]) == ("missing", ("body",))
        for item in found
    ):
        return problem(400, "The body is not a JSON document.")
    fields = [FieldProblem(field=_field(item["loc"]), reason=_reason(item)) for item in found[:10]]
    return problem(422, "; ".join(f"{item.field}: {item.reason}" for item in fields), errors=fields)


def _field(location: Sequence[str | int]) -> str:
    return ".".join(str(part) for part in location[1:])[:80] or str(location[0])


def _reason(item: Mapping[str, Any]) -> str:
    return str(item["msg"]).removeprefix("Value error, ")[:200]


def _bad_text(_: Request, error: Exception) -> JSONResponse:
    return problem(422, f"text: {error}")


def _unknown_conversation(_: Request, _error: Exception) -> JSONResponse:
    return problem(404, "Unknown conversation_id: leave it out to begin a conversation.")


def _not_ready(_: Request, error: Exception) -> JSONResponse:
    logger.error("no answer: %s", error)
    return problem(503, CANNOT_ANSWER, {"Retry-After": "30"})


def _unexpected(_: Request, error: Exception) -> JSONResponse:
    logger.error("invalid response: %s", error)
    return problem(500)
