"""What operators measure: messages by status, time to answer, responses by code."""

from __future__ import annotations

import os

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.multiprocess import MultiProcessCollector

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

    def text(self) -> bytes:
        """All figures in Prometheus' text format, those of every worker when there are several."""
        if SHARED_FOLDER not in os.environ:
            return generate_latest(self._registry)
        registry = CollectorRegistry()
        MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
        return generate_latest(registry)
