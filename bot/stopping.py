"""A process that must not outlive the program that started it."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType


@contextmanager
def stopped_with_us(stop: Callable[[], None]) -> Iterator[None]:
    """Call ``stop`` at the end, whatever ended it, also when SIGTERM stops this program.

    Only the main thread hears signals: who waits in another one is told to stop by the server.
    """

    def heard(number: int, _: FrameType | None) -> None:
        stop()
        signal.signal(number, before)
        signal.raise_signal(number)

    hears = threading.current_thread() is threading.main_thread()
    before = signal.signal(signal.SIGTERM, heard) if hears else None
    try:
        yield
    finally:
        stop()
        if hears:
            signal.signal(signal.SIGTERM, before)
