"""Answers kept for « why this answer » and people's opinion of them, without personal data."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import sqlalchemy as sa

from bot.database import connect
from bot.forgetting import delete_before

_METADATA = sa.MetaData()
_ANSWER = sa.Table(
    "greffier_answer", _METADATA,
    sa.Column("message_id", sa.String(64), primary_key=True),
    sa.Column("created", sa.String(32), index=True),
    sa.Column("status", sa.String(16)),
    sa.Column("content", sa.Text),
)  # fmt: skip
_FEEDBACK = sa.Table(
    "greffier_feedback", _METADATA,
    sa.Column("message_id", sa.String(64), primary_key=True),
    sa.Column("created", sa.String(32)),
    sa.Column("helpful", sa.Boolean),
    sa.Column("comment", sa.String(500)),
)  # fmt: skip
_KEEP = _ANSWER.insert()


class Records:
    """One table of answers and one of opinions, in the database of the conversations."""

    def __init__(self, url: str) -> None:
        self._engine = connect(url)
        _METADATA.create_all(self._engine)

    def keep(self, message_id: str, status: str, content: dict[str, Any]) -> None:
        """Store what :meth:`explain` gives back."""
        row = {
            "message_id": message_id,
            "created": _now(),
            "status": status,
            "content": json.dumps(content, ensure_ascii=False),
        }
        with self._engine.begin() as connection:
            connection.execute(_KEEP, row)

    def explain(self, message_id: str) -> dict[str, Any] | None:
        """Question, status, intent, rows and sources of one answer; None for an unknown id."""
        query = sa.select([_ANSWER.c.content]).where(_ANSWER.c.message_id == message_id)
        with self._engine.connect() as connection:
            row = connection.execute(query).fetchone()
        return None if row is None else dict(json.loads(row[0]))

    def feedback(self, message_id: str, helpful: bool, comment: str | None) -> bool:
        """Store an opinion, the last one replacing earlier ones; False for an unknown answer."""
        if self.explain(message_id) is None:
            return False
        with self._engine.begin() as connection:
            connection.execute(_FEEDBACK.delete().where(_FEEDBACK.c.message_id == message_id))
            connection.execute(
                _FEEDBACK.insert().values(
                    message_id=message_id, created=_now(), helpful=helpful, comment=comment
                )
            )
        return True

    def forget_before(self, moment: dt.datetime) -> int:
        """Delete answers older than ``moment`` with their opinions; returns how many answers."""
        limit = moment.astimezone(dt.UTC).isoformat(timespec="seconds")
        forgotten = delete_before(self._engine, _ANSWER, "message_id", "created", limit)
        if forgotten:
            known = sa.select([_ANSWER.c.message_id])
            with self._engine.begin() as connection:
                connection.execute(_FEEDBACK.delete().where(_FEEDBACK.c.message_id.not_in(known)))
        return forgotten


def _now() -> str:
    return dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
