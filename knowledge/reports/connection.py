"""Read-only connections to the report base, one per thread, while another process may be writing."""

import sqlite3
import threading
from pathlib import Path
from weakref import WeakSet

from knowledge.database_uri import read_only_uri
from knowledge.reports.errors import BaseUnavailable
from knowledge.reports.schema import SCHEMA_VERSION


class ReadOnlyPool:
    """Hands each thread its own connection; raises BaseUnavailable when there is no usable base."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._local = threading.local()
        self._all: WeakSet[_Lent] = WeakSet()
        self._guard = threading.Lock()

    @property
    def connection(self) -> sqlite3.Connection:
        """The connection of the calling thread."""
        lent: _Lent | None = getattr(self._local, "lent", None)
        if lent is None:
            lent = self._local.lent = _Lent(_open(self._path))
            with self._guard:
                self._all.add(lent)
        return lent.connection

    def close(self) -> None:
        """Close the connections of all threads."""
        with self._guard:
            for lent in self._all:
                lent.connection.close()
            self._all.clear()
        self._local = threading.local()


class _Lent:
    """Only the thread holds it, so it goes with the thread, and closes the connection at that moment.

    A connection refers to itself: left alone it would stay open until the garbage collector comes by.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection

    def __del__(self) -> None:
        self.connection.close()


def _open(path: Path) -> sqlite3.Connection:
    if not path.exists():
        raise BaseUnavailable(f"no report base at {path.name}: add reports first")
    # On a read-only disk a base in write-ahead mode opens only when declared unchanging.
    for immutable in (False, True):
        try:
            db = sqlite3.connect(read_only_uri(path, immutable), uri=True, check_same_thread=False, timeout=5)
            db.row_factory = sqlite3.Row
            version = db.execute("PRAGMA user_version").fetchone()[0]
            db.execute("SELECT count(*) FROM sqlite_master").fetchone()
            db.execute("PRAGMA cache_size = -32000")
            db.execute("PRAGMA mmap_size = 1073741824")
        except sqlite3.Error as error:
            failure: sqlite3.Error = error
            continue
        if version != SCHEMA_VERSION:
            raise BaseUnavailable(
                f"{path.name} was made by another version: delete it and add the reports again"
            )
        return db
    raise BaseUnavailable.because(path, failure) from failure
