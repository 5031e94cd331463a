"""Whether the process runs, and whether a question can be answered."""

from __future__ import annotations

import logging
from typing import Literal

from fastapi import APIRouter
from pydantic import BaseModel
from sqlalchemy.exc import SQLAlchemyError

from api.dependencies import AssistantDep, BaseDep
from api.problems import ProblemError, responses

logger = logging.getLogger(__name__)
router = APIRouter(prefix="/health", tags=["operation"])
_NO_ANSWER = "health"
"""An id no answer has: looking for it shows that the database of conversations can be reached."""


class Health(BaseModel):
    """A short word on the state."""

    status: Literal["live", "ready"]


@router.get("/live", summary="The process is up")
async def live() -> Health:
    """200 as soon as the process takes requests."""
    return Health(status="live")


@router.get("/ready", summary="A question can be answered", responses=responses(503))
def ready(assistant: AssistantDep, base: BaseDep) -> Health:
    """200 when a question can be answered, 503 with the reason before."""
    try:
        assistant.explain(_NO_ANSWER)
    except SQLAlchemyError as error:
        logger.error("the database of conversations failed: %s", str(error).splitlines()[0])
        raise ProblemError(503, "Not ready: the database of conversations cannot be reached.") from error
    base.rows("select 1")
    return Health(status="ready")
