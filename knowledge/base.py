"""Open the knowledge base for reading, and take up a new file when one replaces it."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar, cast

from knowledge.database_uri import read_only_uri
from knowledge.errors import DamagedKnowledgeBase, NoKnowledgeBase

Value = TypeVar("Value")
_NEEDED = {"source", "statement", "promotion", "challenge", "call", "faq", "name", "meta"}


class KnowledgeBase:
    """Read-only access for one process; safe to share between threads.

    Each call of :meth:`rows` sees one consistent file. When the file at ``path`` is
    replaced, the next call reads the new one; if that is damaged, the old one keeps serving.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = threading.Lock()
        self._stamp = self._file_stamp()
        self._connection = self._open()
        self._derived: dict[str, tuple[int, object]] = {}
        self.version = 0
        """Counts how often a new file was taken up, so that what was derived can be derived again."""

    def rows(self, sql: str, parameters: Iterable[Any] = ()) -> list[sqlite3.Row]:
        """The rows of one parameterised query."""
        with self._lock:
            self._refresh()
            return self._connection.execute(sql, tuple(parameters)).fetchall()

    def refresh(self) -> int:
        """Take up a file that has replaced the one open; returns :attr:`version`."""
        with self._lock:
            self._refresh()
            return self.version

    def derived(self, name: str, compute: Callable[[], Value]) -> Value:
        """What ``compute`` makes of the base, once for each state of it; ``name`` tells such things apart."""
        version = self.refresh()
        known = self._derived.get(name)
        if known is None or known[0] != version:
            known = self._derived[name] = (version, compute())
        return cast(Value, known[1])

    def close(self) -> None:
        """Release the file."""
        self._connection.close()

    def _file_stamp(self) -> tuple[int, int]:
        try:
            status = self.path.stat()
        except FileNotFoundError:
            raise NoKnowledgeBase(self.path) from None
        return status.st_ino, status.st_mtime_ns

    def _open(self) -> sqlite3.Connection:
        try:
            connection = sqlite3.connect(read_only_uri(self.path), uri=True, check_same_thread=False)
            tables = {
                row[0] for row in connection.execute("select name from sqlite_master where type = 'table'")
            }
        except sqlite3.Error as error:
            raise DamagedKnowledgeBase(self.path, str(error)) from error
        if not tables >= _NEEDED:
            connection.close()
            raise DamagedKnowledgeBase(self.path, f"no table {min(_NEEDED - tables)}")
        connection.row_factory = sqlite3.Row
        return connection

    def _refresh(self) -> None:
        try:
            stamp = self._file_stamp()
            if stamp == self._stamp:
                return
            connection = self._open()
        except (NoKnowledgeBase, DamagedKnowledgeBase):
            return
        self._connection.close()
        self._connection, self._stamp = connection, stamp
        self.version += 1
