"""What routes and pages on reports ask for: the base of reports, and the number of a body."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends

from api.dependencies import ServiceDep
from knowledge.reports.base import ReportBase


def _reports(service: ServiceDep) -> ReportBase | None:
    """The report base of the settings, None while no report has been added."""
    return service.reports.base()


ReportsDep = Annotated[ReportBase | None, Depends(_reports)]


def body_number(said: str) -> int | None:
    """The number of a body when ``said`` is one that the base can hold: « ² » is a digit, and no number."""
    return int(said) if said.isascii() and said.isdigit() and len(said) < 16 else None
