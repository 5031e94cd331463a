"""Pages of prose: what Greffier is, where its facts come from, what it keeps, who can use it."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from api.pages.ports import contact_email, retention_days, sources_of
from api.pages.render import page

router = APIRouter(default_response_class=HTMLResponse)


@router.get("/about")
def about(request: Request) -> HTMLResponse:
    """What it answers, how, and what it does not do."""
    return page(request, "about", email=contact_email(request))


@router.get("/sources")
def sources(request: Request) -> HTMLResponse:
    """Where the facts come from."""
    return page(request, "sources", sources=list(sources_of(request)))


@router.get("/privacy")
def privacy(request: Request) -> HTMLResponse:
    """What is sent, what is kept and for how long."""
    return page(request, "privacy", email=contact_email(request), retention_days=retention_days(request))


@router.get("/accessibility")
def accessibility(request: Request) -> HTMLResponse:
    """The draft accessibility statement."""
    return page(request, "accessibility", email=contact_email(request))
