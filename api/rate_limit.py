"""How many messages a minute one address may send, in memory or in Redis when there are several workers."""

from __future__ import annotations

import ipaddress
import logging
import math
import re
import time
from collections.abc import Mapping

from limits import RateLimitItemPerMinute
from limits.storage import storage_from_string
from limits.strategies import MovingWindowRateLimiter
from starlette.concurrency import run_in_threadpool
from starlette.types import ASGIApp, Receive, Scope, Send

from api.language import requested_language
from api.pages import for_whom, takes_questions
from api.problems import problem
from knowledge.settings import REDIS_TIMEOUTS, Settings

logger = logging.getLogger(__name__)
MESSAGES: Mapping[str, str] = {
    "/api/v1/messages": "messages",
    "/webhooks/rest/webhook": "messages",
    "/": "messages",
    "/embed": "messages",
}
"""The addresses that take a message by POST, and the counter they share."""
DESK = re.compile(r"/(?:api/v1/)?desk(?:/|$)")
"""Where a token opens a door: every request counts, so that nobody tries token after token."""


class RateLimit:
    """Counts POST requests, and all to the desk, by address; 429 with ``Retry-After`` above the limit.

    The address is the connection's: behind a proxy, the one that uvicorn takes from a proxy it trusts
    (``FORWARDED_ALLOW_IPS``), never what a client claims.
    """

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self.app = app
        self._item = RateLimitItemPerMinute(settings.rate_limit) if settings.rate_limit else None
        self._shared = settings.redis_url is not None
        url, options = (settings.redis_url, REDIS_TIMEOUTS) if settings.redis_url else ("memory://", {})
        self._storage = storage_from_string(url, **options)  # the limiter only keeps a weak reference
        self._limiter = MovingWindowRateLimiter(self._storage)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or refuse it."""
        counter = _counter(scope) if scope["type"] == "http" and self._item else None
        if counter:
            wait = await self._wait(counter, address_of(scope))
            if wait and takes_questions(scope["path"]):  # the page keeps the question
                scope = {**scope, "state": {**scope.get("state", {}), "wait": wait}}
            elif wait:
                response = problem(
                    429,
                    "Too many requests from this address; try again in {wait} s.",
                    {"Retry-After": str(wait)},
                    lang=requested_language(scope),
                    wait=wait,
                )
                await for_whom(scope, response)(scope, receive, send)
                return
        await self.app(scope, receive, send)

    async def _wait(self, counter: str, address: str) -> int:
        """Seconds to wait; 0 when the request may pass. A limiter out of order lets requests pass."""
        try:
            if self._shared:
                return await run_in_threadpool(self._hit, counter, address)
            return self._hit(counter, address)
        except Exception as error:  # noqa: BLE001 - whatever the storage raises, counting is not worth an outage
            logger.error("rate limit not checked: %s", error)
            return 0

    def _hit(self, counter: str, address: str) -> int:
        assert self._item is not None
        if self._limiter.hit(self._item, counter, address):
            return 0
        reset = self._limiter.get_window_stats(self._item, counter, address)[0]
        return max(1, math.ceil(reset - time.time()))


def _counter(scope: Scope) -> str | None:
    """What a request counts as, None when it does not count."""
    if DESK.match(scope["path"]):
        return "desk"
    return MESSAGES.get(scope["path"], "other") if scope["method"] == "POST" else None


def address_of(scope: Scope) -> str:
    """The client's address; an IPv6 network of 64 bits counts as one client."""
    client = scope.get("client")
    try:
        address = ipaddress.ip_address(client[0] if client else "")
    except ValueError:
        return "unknown"
    if isinstance(address, ipaddress.IPv6Address):
        return str(address.ipv4_mapped or ipaddress.ip_network((address, 64), strict=False))
    return str(address)
