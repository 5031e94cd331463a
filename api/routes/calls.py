"""``GET /api/v1/calls`` and the same as a calendar to subscribe to."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Query
from starlette.responses import Response

from api.calendar import MEDIA_TYPE, calendar_of
from api.catalogue_models import Call, CallStatus, CallVariant, Page, source_of
from api.dependencies import BaseDep, LangQuery, ServiceDep
from api.problems import responses
from api.service import Service
from knowledge import calls as query
from knowledge.base import KnowledgeBase

router = APIRouter(tags=["programme"])
Audience = Annotated[Literal["candidates", "administrations"] | None, Query()]
StatusQuery = Annotated[CallStatus | None, Query()]


@router.get("/calls", summary="Calls for projects and applications", responses=responses(422, 503))
def list_calls(
    base: BaseDep,
    service: ServiceDep,
    audience: Audience = None,
    status: StatusQuery = None,
    lang: LangQuery = "fr",
) -> Page[Call]:
    """Every call with its status today, by opening date."""
    now = service.settings.now()
    items = [
        Call(
            **{name: getattr(call, name) for name in _SAME},
            title=call.title(lang),
            status=call.status(now),
            procedure=call.procedure(lang),
            variants=[
                CallVariant(
                    field=v.field,
                    value=v.value,
                    text=v.text_en if lang == "en" else v.text_fr,
                    source=source_of(v.cited),
                )
                for v in call.variants
            ],
            sources=[source_of(cited) for cited in call.cited],
        )
        for call in _found(base, service, audience, status)
    ]
    return Page(total=len(items), page=1, size=len(items), items=items)


@router.get(
    "/calls.ics",
    summary="The calls as a calendar",
    response_class=Response,
    responses={200: {"content": {"text/calendar": {}}}, **responses(422, 503)},
)
def calls_calendar(
    base: BaseDep,
    service: ServiceDep,
    audience: Audience = None,
    status: StatusQuery = None,
    lang: LangQuery = "fr",
) -> Response:
    """Openings and deadlines as events, with reminders before a deadline (RFC 5545)."""
    content = calendar_of(_found(base, service, audience, status), service.settings.now(), lang)
    return Response(
        content, media_type=MEDIA_TYPE, headers={"Content-Disposition": 'inline; filename="calls.ics"'}
    )


_SAME = (
    "id", "promotion", "audience", "round", "opens", "opens_time_known", "closes", "closes_time_known",
    "first_deadline", "extended", "url",
)  # fmt: skip


def _found(
    base: KnowledgeBase, service: Service, audience: str | None, status: str | None
) -> list[query.Call]:
    now = service.settings.now()
    return [call for call in query.calls(base, audience) if status is None or call.status(now) == status]
