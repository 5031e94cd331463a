"""Processes that a test has started and that must have ended, and services that never answer."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def is_running(number: int) -> bool:
    """Whether a process goes on for five seconds more; one that has ended and waits to be read does not."""
    for _ in range(100):
        state = Path(f"/proc/{number}/stat")
        if not state.exists() or state.read_text().rpartition(")")[2].split()[0] == "Z":
            return False
        time.sleep(0.05)
    return True


@contextmanager
def silent_service(seconds: float = 15) -> Iterator[int]:
    """The port of a service that takes calls and says nothing, as one that hangs; it breaks off at last."""
    server, over = socket.create_server(("127.0.0.1", 0)), threading.Event()

    def hang() -> None:
        over.wait(seconds)
        server.close()

    thread = threading.Thread(target=hang)
    thread.start()
    try:
        yield server.getsockname()[1]
    finally:
        over.set()
        thread.join()
