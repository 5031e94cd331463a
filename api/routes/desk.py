"""``/api/v1/desk``: what people asked in vain, for the support staff; closed without a token."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Annotated, Any

from fastapi import APIRouter, Depends, Query
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from actions.answer import Status
from api.dependencies import ServiceDep, not_ready
from api.desk_access import is_token
from api.desk_models import DeskQuestions, DeskSummary
from api.desk_queries import questions_since, summary_since
from api.problems import NOTHING_HERE, ProblemError, responses

if TYPE_CHECKING:
    from bot.records import Records

router = APIRouter(prefix="/desk", tags=["support desk"])
LONGEST = 366
"""Days one may look back: a year."""
DaysQuery = Annotated[int, Query(ge=1, le=LONGEST, description="how far to look back")]
_bearer = HTTPBearer(auto_error=False, description="the value of `GREFFIER_ADMIN_TOKEN`")


async def _records(
    service: ServiceDep, given: Annotated[HTTPAuthorizationCredentials | None, Depends(_bearer)]
) -> Records:
    token = service.settings.admin_token
    if token is None:
        raise ProblemError(404, NOTHING_HERE)
    if given is None or not is_token(token, given.credentials):
        raise ProblemError(
            401, "Send the token of the desk as a bearer token.", {"WWW-Authenticate": "Bearer"}
        )
    if service.assistant is None:
        raise not_ready(service)
    return service.assistant.records


RecordsDep = Annotated[Any, Depends(_records)]


@router.get(
    "/questions", summary="Questions without a good answer", responses=responses(401, 404, 422, 429, 503)
)
def desk_questions(
    records: RecordsDep,
    status: Annotated[Status | None, Query(description="answered: those found of no help")] = None,
    days: DaysQuery = 30,
    page: Annotated[int, Query(ge=1, le=10_000)] = 1,
    size: Annotated[int, Query(ge=1, le=200)] = 50,
) -> DeskQuestions:
    """Questions that were not answered, or whose answer was found of no help; the most asked first."""
    since = _ago(days)
    return questions_since(records, since, status, page, size)


@router.get(
    "/summary", summary="Answers by status, opinion and day", responses=responses(401, 404, 422, 429, 503)
)
def desk_summary(records: RecordsDep, days: DaysQuery = 30) -> DeskSummary:
    """How many answers were given, with which status, and what people thought of them."""
    return summary_since(records, _ago(days))


def _ago(days: int) -> dt.datetime:
    return dt.datetime.now(dt.UTC) - dt.timedelta(days=days)
