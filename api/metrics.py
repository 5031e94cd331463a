"""What operators measure: messages by status, time to answer, responses by code."""

from __future__ import annotations

import os
import time
from collections.abc import Awaitable

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.multiprocess import MultiProcessCollector

from actions.answer import Reply
from bot.errors import BadText, UnknownConversation

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"
SHARED_FOLDER = "PROMETHEUS_MULTIPROC_DIR"
"""Variable of prometheus-client: the folder where several workers add up their figures."""
_SECONDS = (0.005, 0.01, 0.02, 0.03, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0)


class Metrics:
    """The counters of one application, in a registry of their own."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        self.messages = Counter(
            "greffier_messages_total", "Messages answered", ["status"], registry=self._registry
        )
        self.failures = Counter(
            "greffier_message_failures_total", "Messages not answered", registry=self._registry
        )
        self.seconds = Histogram(
            "greffier_message_seconds", "Time to answer a message", buckets=_SECONDS, registry=self._registry
        )
        self.responses = Counter(
            "greffier_responses_total", "HTTP responses", ["code"], registry=self._registry
        )
        self.ready = Gauge(
            "greffier_ready",
            "1 when questions can be answered",
            registry=self._registry,
            multiprocess_mode="livemin",
        )

    async def measured(self, answering: Awaitable[Reply]) -> Reply:
        """Await the reply, count it and time it; what only the sender can mend is no failure."""
        started = time.perf_counter()
        try:
            reply = await answering
        except (BadText, UnknownConversation):
            raise
        except Exception:
            self.failures.inc()
            raise
        self.seconds.observe(time.perf_counter() - started)
        self.messages.labels(reply.answer.status).inc()
        return reply

    def text(self) -> bytes:
        """All figures in Prometheus' text format, those of every worker when there are several."""
        if SHARED_FOLDER not in os.environ:
            return generate_latest(self._registry)
        registry = CollectorRegistry()
        MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
        return generate_latest(registry)
