"""A client of the report routes and pages alone, on the base at a path."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

from fastapi import FastAPI
from fastapi.testclient import TestClient

from api import problems
from api.pages import error_page
from api.pages import router as pages
from api.routes import reports
from knowledge.reports.opening import ReportsAt
from tests.api.conftest import FakeAssistant


def report_client(path: Path) -> TestClient:
    """A client whose assistant only corrects spelling."""
    app = FastAPI()
    settings = SimpleNamespace(allowed_origins=())
    service = SimpleNamespace(reports=ReportsAt(path), assistant=FakeAssistant())
    app.state.service, app.state.settings = service, settings
    problems.install(app, error_page)
    app.include_router(reports.router, prefix="/api/v1")
    app.include_router(pages)
    return TestClient(app)
