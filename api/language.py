"""The language that a request asks for, of a page as of an error."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from starlette.datastructures import Headers, QueryParams

from actions.answer import Lang


def requested_language(scope: Mapping[str, Any]) -> Lang:
    """The language named by ``?lang=``, else by the body, else the client's first choice, else French.

    A route that reads a language in the body keeps it in ``request.state.lang``.
    """
    asked = QueryParams(scope.get("query_string", b"")).get("lang")
    said = scope.get("state", {}).get("lang")
    header = Headers(raw=list(scope.get("headers", ()))).get("accept-language", "")
    for choice in (asked, said, *_preferences(header)):
        if choice in ("fr", "en"):
            return cast(Lang, choice)
    return "fr"


def _preferences(header: str) -> list[str]:
    """Primary language subtags of an Accept-Language header, the most wanted first."""
    weighted: list[tuple[float, str]] = []
    for part in header.split(","):
        tag, _, parameters = part.strip().partition(";")
        try:
            weight = float(parameters.strip().removeprefix("q=") or 1)
        except ValueError:
            weight = 0.0
        weighted.append((weight, tag.split("-")[0].lower()))
    return [tag for weight, tag in sorted(weighted, key=lambda item: -item[0]) if weight > 0]
