"""The files a browser gets: the widget and what the pages need, read once and served compressed."""

from __future__ import annotations

import gzip
import hashlib
from base64 import b64encode
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from fastapi import APIRouter, HTTPException, Request, Response

STATIC: Final = Path(__file__).resolve().parents[1] / "static"
WIDGET: Final = "assistant.js"
MARK: Final = "mark.svg"
_TYPES: Final = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml"}
_FOREVER: Final = "public, max-age=31536000, immutable"
_AN_HOUR: Final = "public, max-age=3600"

router = APIRouter()


@dataclass(frozen=True)
class Asset:
    """A file in memory: its bytes, also compressed, its media type and what identifies its content."""

    body: bytes
    compressed: bytes
    media_type: str
    digest: str
    integrity: str


@cache
def assets() -> dict[str, Asset]:
    """Every file of the static folder by name; other names are not served."""
    found: dict[str, Asset] = {}
    for file in sorted(STATIC.iterdir()):
        if file.suffix in _TYPES:
            body = file.read_bytes()
            found[file.name] = Asset(
                body=body,
                compressed=gzip.compress(body, 9, mtime=0),
                media_type=f"{_TYPES[file.suffix]}; charset=utf-8",
                digest=hashlib.sha256(body).hexdigest()[:16],
                integrity="sha384-" + b64encode(hashlib.sha384(body).digest()).decode(),
            )
    return found


def asset_path(name: str) -> str:
    """Where a page finds a file; the address changes with the content, so it may be cached for good."""
    return f"/static/{name}?v={assets()[name].digest}"


def _respond(request: Request, name: str, cache_control: str) -> Response:
    asset = assets().get(name)
    if asset is None:
        raise HTTPException(404)
    headers = {
        "ETag": f'"{asset.digest}"',
        "Cache-Control": cache_control,
        "Vary": "Accept-Encoding",
        # Any site may load these files, with or without subresource integrity.
        "Access-Control-Allow-Origin": "*",
        "Cross-Origin-Resource-Policy": "cross-origin",
        "X-Content-Type-Options": "nosniff",
    }
    if request.headers.get("if-none-match") == headers["ETag"]:
        return Response(status_code=304, headers=headers)
    if "gzip" in request.headers.get("accept-encoding", ""):
        headers["Content-Encoding"] = "gzip"
        return Response(asset.compressed, media_type=asset.media_type, headers=headers)
    return Response(asset.body, media_type=asset.media_type, headers=headers)


@router.get("/assistant.js")
def widget(request: Request) -> Response:
    """The widget, at the address integrators write in their pages."""
    return _respond(request, WIDGET, _AN_HOUR)


@router.get("/static/{name}")
def static(request: Request, name: str) -> Response:
    """A file of the pages."""
    asset = assets().get(name)
    known = asset is not None and request.query_params.get("v") == asset.digest
    return _respond(request, name, _FOREVER if known else _AN_HOUR)


@router.get("/favicon.ico")
def favicon(request: Request) -> Response:
    """The mark, where browsers look for it by themselves."""
    return _respond(request, MARK, _AN_HOUR)


@router.get("/robots.txt")
def robots() -> Response:
    """Which addresses are of no use to search engines: answers to one person, the support desk, the API."""
    closed = "".join(f"Disallow: {path}\n" for path in ("/answers/", "/api/", "/desk", "/embed"))
    return Response(f"User-agent: *\n{closed}", media_type="text/plain; charset=utf-8")
