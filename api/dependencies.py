"""What routes ask for, by name: the service, the base, the assistant, the language.

All are coroutines: in a thread of their own, requests would overtake each other on their way in.
"""

from __future__ import annotations

from typing import Annotated, cast

from fastapi import Depends, Query, Request

from api.models import Lang
from api.problems import ProblemError
from api.service import Assistant, Service
from knowledge.base import KnowledgeBase


async def _service(request: Request) -> Service:
    return cast(Service, request.app.state.service)


ServiceDep = Annotated[Service, Depends(_service)]


def not_ready(service: Service) -> ProblemError:
    """503, with what is being waited for."""
    return ProblemError(503, "Not ready: {stage}.", {"Retry-After": "10"}, stage=service.stage)


async def _assistant(service: ServiceDep) -> Assistant:
    if service.assistant is None:
        raise not_ready(service)
    return service.assistant


async def _base(service: ServiceDep) -> KnowledgeBase:
    if service.base is None:
        raise not_ready(service)
    return service.base


async def require_json(request: Request) -> None:
    """415 unless the body says it is JSON."""
    media_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media_type != "application/json":
        raise ProblemError(415, "Send the body as application/json.")


AssistantDep = Annotated[Assistant, Depends(_assistant)]
BaseDep = Annotated[KnowledgeBase, Depends(_base)]
JsonBody = Depends(require_json)
LangQuery = Annotated[Lang, Query(description="language of labels and texts")]
