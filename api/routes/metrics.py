"""``GET /metrics`` for Prometheus."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import Response

from api.dependencies import ServiceDep
from api.metrics import CONTENT_TYPE

router = APIRouter(tags=["operation"])


@router.get("/metrics", summary="Figures for Prometheus", response_class=Response)
def get_metrics(service: ServiceDep) -> Response:
    """Messages by status, time to answer, responses by code, readiness."""
    return Response(service.metrics.text(), media_type=CONTENT_TYPE)
