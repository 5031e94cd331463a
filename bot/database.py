"""The database of conversations and answers, SQLite by default, tuned for many small writes."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa


def tune(engine: Any) -> Any:
    """Let SQLite write ahead, so that readers never wait and a write need not wait for the disk.

    A power cut may lose the last moments of a conversation, never the file (SQLite's
    documentation of WAL with ``synchronous=NORMAL``). Other databases are left as they are.
    """
    if engine.dialect.name == "sqlite":
        sa.event.listen(engine, "connect", _set_pragmas)
    return engine


def _set_pragmas(connection: Any, _record: Any) -> None:
    cursor = connection.cursor()
    for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "busy_timeout=5000"):
        cursor.execute(f"pragma {pragma}")
    cursor.close()
