"""The one way to the base of reports for a process that goes on while reports come and go."""

import threading
from pathlib import Path

from knowledge.embedding import Embedder
from knowledge.reports.base import ReportBase
from knowledge.reports.errors import BaseUnavailable


class ReportsAt:
    """The base of reports at a path, opened when it is first asked for; safe to use from many threads."""

    def __init__(self, path: Path | None, embedder: Embedder | None = None) -> None:
        """With no ``path`` there never is a base; ``embedder`` is for :class:`ReportBase`."""
        self._path = path
        self._embedder = embedder
        self._lock = threading.Lock()
        self._opened: tuple[tuple[int, int], ReportBase] | None = None

    def base(self) -> ReportBase | None:
        """The base, opened again when another file has taken its place; None while none can be used."""
        if self._path is None:
            return None
        with self._lock:
            try:
                state = self._path.stat()
            except OSError:
                self._opened = None
                return None
            file = (state.st_dev, state.st_ino)
            if self._opened is None or self._opened[0] != file:
                self._opened = None
                base = ReportBase(self._path, self._embedder)
                try:
                    base.count()
                except BaseUnavailable:
                    return None
                self._opened = file, base
            return self._opened[1]
