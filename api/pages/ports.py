"""What the pages ask of the application that includes them, found on ``request.app.state``."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import cast

from fastapi import Request

from api.metrics import Metrics
from api.service import Assistant
from knowledge.citations import Publication
from knowledge.faq import current_address


class StillLoading(RuntimeError):
    """No question can be answered yet; what cannot be answered at all is :class:`bot.errors.NotReady`."""


def assistant_of(request: Request) -> Assistant:
    """The application's assistant; ``StillLoading`` while it is loading."""
    assistant = getattr(request.app.state, "assistant", None)
    if assistant is None:
        raise StillLoading
    return cast(Assistant, assistant)


def metrics_of(request: Request) -> Metrics:
    """The counters of the application, which count a question sent by form like any other."""
    return cast(Metrics, request.app.state.service.metrics)


def sources_of(request: Request) -> Iterable[Publication]:
    """The sources of the knowledge base, when the application lists them (``app.state.sources``)."""
    return cast(Iterable[Publication], getattr(request.app.state, "sources", ()))


def allowed_origins(request: Request) -> Sequence[str]:
    """The exact origins that may embed the assistant, from the settings."""
    settings = getattr(request.app.state, "settings", None)
    return tuple(getattr(settings, "allowed_origins", None) or ())


def contact_email(request: Request) -> str | None:
    """The address to write to: the settings', else the programme's, known once the base is open."""
    settings = getattr(request.app.state, "settings", None)
    base = getattr(request.app.state.service, "base", None)
    return getattr(settings, "contact_email", None) or (current_address(base) if base else "") or None


def retention_days(request: Request) -> int:
    """Days after which conversations are erased, from the settings."""
    return cast(int, request.app.state.settings.retention_days)
