"""Delete old rows a few at a time, so that a message never waits long for the database."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

BATCH = 500
"""Rows of one transaction: SQLite has one writer, and a message must write too."""


def delete_before(engine: Any, table: Any, key: str, moment: str, limit: float | str) -> int:
    """Delete the rows of ``table`` whose column ``moment`` is below ``limit``; how many.

    ``key`` is the primary key: the old rows are looked for without a lock, then deleted by it.
    """
    identity = table.c[key]
    old = sa.select([identity]).where(table.c[moment] < limit).order_by(identity).limit(BATCH)
    deleted = 0
    while True:
        with engine.connect() as connection:
            found = [row[0] for row in connection.execute(old)]
        if not found:
            return deleted
        with engine.begin() as connection:
            connection.execute(table.delete().where(identity.in_(found)))
        deleted += len(found)
