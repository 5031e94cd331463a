"""The HTTP interface, one module a subject; :func:`include_all` puts them on the application."""

from __future__ import annotations

from fastapi import FastAPI

from api.routes import answers, calls, challenges, desk, health, messages, metrics, promotions, reports, rest

PREFIX = "/api/v1"


def include_all(app: FastAPI) -> None:
    """Mount every route of the contract but the pages'."""
    for module in (messages, answers, promotions, challenges, calls, reports, desk):
        app.include_router(module.router, prefix=PREFIX)
    for module in (rest, health, metrics):
        app.include_router(module.router)
