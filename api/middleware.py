"""What holds for every request, whatever its route: size, headers, origins, failures.

Plain ASGI, so that nothing is buffered that need not be. From the outside in:
:class:`Headers`, :class:`Origins`, :class:`Failures`, :class:`api.rate_limit.RateLimit`, :class:`BodySize`.
"""

from __future__ import annotations

import logging
import re
import secrets
from collections.abc import Sequence
from urllib.parse import urlsplit

from sqlalchemy.exc import SQLAlchemyError
from starlette.datastructures import Headers as HeaderView
from starlette.datastructures import MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.language import requested_language
from api.metrics import Metrics
from api.pages import content_security_policy, for_whom
from api.problems import CANNOT_ANSWER, problem

logger = logging.getLogger(__name__)
LARGEST_BODY = 64 * 1024
_MOST_REFUSED = 100
"""Origins named in the log, so that no client fills it or the memory."""
_REQUEST_ID = re.compile(r"^[A-Za-z0-9._-]{8,64}$")
_API = ("/api/", "/webhooks/")
_NOTHING = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'"


class Headers:
    """Security headers, a request id, a count of responses, and HEAD wherever there is GET."""

    def __init__(self, app: ASGIApp, origins: Sequence[str], metrics: Metrics) -> None:
        self.app, self.origins, self.metrics = app, tuple(origins), metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; complete the headers of its response."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        given = HeaderView(scope=scope).get("x-request-id", "")
        request_id = given if _REQUEST_ID.match(given) else secrets.token_hex(8)
        head = scope["method"] == "HEAD"

        async def complete(message: Message) -> None:
            if message["type"] == "http.response.start":
                self.metrics.responses.labels(str(message["status"])).inc()
                self._complete(MutableHeaders(scope=message), scope, request_id)
            elif head and message["type"] == "http.response.body":
                message = {**message, "body": b""}
            await send(message)

        await self.app({**scope, "method": "GET"} if head else scope, receive, complete)

    def _complete(self, headers: MutableHeaders, scope: Scope, request_id: str) -> None:
        path = scope["path"]
        html = headers.get("content-type", "").startswith("text/html")
        policy = content_security_policy(path, self.origins) if html else _NOTHING
        headers.setdefault("Content-Security-Policy", policy)
        headers.setdefault("X-Content-Type-Options", "nosniff")
        headers.setdefault("Referrer-Policy", "no-referrer")
        headers.setdefault("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()")
        headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        if "frame-ancestors 'none'" in headers["Content-Security-Policy"]:
            headers.setdefault("X-Frame-Options", "DENY")
        if path.startswith(_API):
            headers.setdefault("Cache-Control", "no-store")
        if scope.get("scheme") == "https":
            headers.setdefault("Strict-Transport-Security", "max-age=31536000")
        headers["X-Request-ID"] = request_id


class Origins:
    """CORS for the exact origins of the settings; nothing for the others."""

    def __init__(self, app: ASGIApp, origins: Sequence[str]) -> None:
        self.app, self.origins = app, frozenset(origins)
        self._refused: set[str] = set()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a preflight request, or mark the response as readable by the origin that asked."""
        if scope["type"] != "http" or not scope["path"].startswith(_API):
            await self.app(scope, receive, send)
            return
        headers = HeaderView(scope=scope)
        origin = headers.get("origin", "")
        allowed = origin in self.origins
        if origin and not allowed and urlsplit(origin).netloc != headers.get("host"):
            self._log_refused(origin)
        if scope["method"] == "OPTIONS" and "access-control-request-method" in headers:
            await self._preflight(origin if allowed else None)(scope, receive, send)
            return

        async def mark(message: Message) -> None:
            if message["type"] == "http.response.start":
                marked = MutableHeaders(scope=message)
                marked.add_vary_header("Origin")
                if allowed:
                    marked["Access-Control-Allow-Origin"] = origin
                    marked["Access-Control-Expose-Headers"] = "Retry-After, X-Request-ID"
            await send(message)

        await self.app(scope, receive, mark)

    def _log_refused(self, origin: str) -> None:
        """Tell the operator once, as the browser hides the reason from the people on that site."""
        if origin not in self._refused and len(self._refused) < _MOST_REFUSED:
            self._refused.add(origin)
            logger.warning("origin %.200r refused: GREFFIER_ALLOWED_ORIGINS does not name it", origin)

    @staticmethod
    def _preflight(origin: str | None) -> Response:
        headers = {"Vary": "Origin, Access-Control-Request-Method, Access-Control-Request-Headers"}
        if origin is not None:
            headers |= {
                "Access-Control-Allow-Origin": origin,
                "Access-Control-Allow-Methods": "GET, HEAD, POST",
                "Access-Control-Allow-Headers": "Content-Type, X-Request-ID",
                "Access-Control-Max-Age": "600",
            }
        return Response(status_code=204, headers=headers)


class Failures:
    """Turns what no route expected into a problem document; the log has the rest."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on and answer 503 or 500 when it breaks before the response began."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        started = False

        async def watch(message: Message) -> None:
            nonlocal started
            started = started or message["type"] == "http.response.start"
            await send(message)

        try:
            await self.app(scope, receive, watch)
        except SQLAlchemyError as error:
            logger.error("the database of conversations failed: %s", str(error).splitlines()[0])
            lang = requested_language(scope)
            response = problem(503, CANNOT_ANSWER, {"Retry-After": "30"}, lang=lang)
        except Exception:
            logger.exception("%s %s failed", scope["method"], scope["path"])
            response = problem(500, lang=requested_language(scope))
        else:
            return
        if not started:
            await response(scope, receive, send)


class BodySize:
    """Refuses bodies over ``largest`` bytes, announced or not (chunked), before they are parsed."""

    def __init__(self, app: ASGIApp, largest: int = LARGEST_BODY) -> None:
        self.app, self.largest = app, largest

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Read the body within the limit, then hand it on whole."""
        if scope["type"] != "http" or scope["method"] in ("GET", "HEAD", "OPTIONS"):
            await self.app(scope, receive, send)
            return
        announced = HeaderView(scope=scope).get("content-length", "0")
        body = await self._read(receive) if announced.isdigit() and int(announced) <= self.largest else None
        if body is None:
            refusal = problem(
                413,
                "The body is larger than {size} KiB.",
                {"Connection": "close"},
                lang=requested_language(scope),
                size=self.largest // 1024,
            )
            await for_whom(scope, refusal)(scope, receive, send)
            return
        pending: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

        async def replay() -> Message:
            return pending.pop() if pending else await receive()

        await self.app(scope, replay, send)

    async def _read(self, receive: Receive) -> bytes | None:
        """The whole body, or None when it is too large."""
        body = bytearray()
        while True:
            message = await receive()
            if message["type"] == "http.disconnect":
                return bytes(body)
            body += message.get("body", b"")
            if len(body) > self.largest:
                return None
            if not message.get("more_body", False):
                return bytes(body)
