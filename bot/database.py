"""The database of conversations and answers, SQLite by default, tuned for many small writes."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from rasa.core.tracker_store import create_engine_kwargs


def connect(url: str) -> Any:
    """The engine for ``url``. SQLite keeps its connections open and writes ahead.

    Readers then never wait, and a write need not wait for the disk: a power cut may lose
    the last moments of a conversation, never the file (SQLite's documentation of WAL with
    ``synchronous=NORMAL``).
    """
    if not url.startswith("sqlite"):
        return sa.create_engine(url, **create_engine_kwargs(url))
    engine = sa.create_engine(url, poolclass=sa.pool.QueuePool, connect_args={"check_same_thread": False})
    sa.event.listen(engine, "connect", _set_pragmas)
    return engine


def _set_pragmas(connection: Any, _record: Any) -> None:
    cursor = connection.cursor()
    for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "busy_timeout=5000"):
        cursor.execute(f"pragma {pragma}")
    cursor.close()
