"""Answers kept for « why this answer » and people's opinion of them, without personal data."""

from __future__ import annotations

import datetime as dt
import json
import re
from dataclasses import dataclass
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
IDENTIFIER = re.compile(r"[A-Za-z0-9_-]+")
"""What an id minted here looks like. Others never reach the database, some of which refuse NUL."""
_KEEP = _ANSWER.insert()
ANSWERED = ("answered", "smalltalk")
"""Statuses of answers after which nobody needs to write to the team."""


@dataclass(frozen=True)
class Unanswered:
    """One question without an answer, or with one that a person found of no help; no personal data."""

    message_id: str
    asked: dt.datetime
    status: str
    question: str
    helpful: bool | None
    comment: str | None


@dataclass(frozen=True)
class Counted:
    """How many answers of one hour have the same status and opinion."""

    hour: dt.datetime
    status: str
    helpful: bool | None
    number: int


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
        if not IDENTIFIER.fullmatch(message_id):
            return None
        query = sa.select([_ANSWER.c.content]).where(_ANSWER.c.message_id == message_id)
        with self._engine.connect() as connection:
            row = connection.execute(query).fetchone()
        return None if row is None else dict(json.loads(row[0]))

    def feedback(self, message_id: str, helpful: bool, comment: str | None) -> bool:
        """Store an opinion, the last one replacing earlier ones; False for an unknown answer."""
        if self.explain(message_id) is None:
            return False
        opinion = {"message_id": message_id, "created": _now(), "helpful": helpful, "comment": comment}
        try:
            self._replace(opinion)
        except sa.exc.IntegrityError:  # another opinion came between the two statements: it is replaced
            self._replace(opinion)
        return True

    def _replace(self, opinion: dict[str, Any]) -> None:
        with self._engine.begin() as connection:
            connection.execute(_FEEDBACK.delete().where(_FEEDBACK.c.message_id == opinion["message_id"]))
            connection.execute(_FEEDBACK.insert(), opinion)

    def unanswered(self, since: dt.datetime) -> list[Unanswered]:
        """Questions asked from ``since`` on that the desk should see, the newest first."""
        unhelpful = _FEEDBACK.c.helpful.is_(False)
        query = (
            self._asked_since(since, _ANSWER.c.message_id, _ANSWER.c.created, _ANSWER.c.status)
            .add_columns(self._question, _FEEDBACK.c.helpful, _FEEDBACK.c.comment)
            .where(sa.or_(_ANSWER.c.status.not_in(ANSWERED), unhelpful))
            .order_by(_ANSWER.c.created.desc(), _ANSWER.c.message_id)
        )
        with self._engine.connect() as connection:
            rows = connection.execute(query).fetchall()
        return [Unanswered(row[0], _moment(row[1]), row[2], row[3] or "", row[4], row[5]) for row in rows]

    def counts(self, since: dt.datetime) -> list[Counted]:
        """Answers given from ``since`` on, by hour, status and opinion."""
        hour = sa.func.substr(_ANSWER.c.created, 1, 13)
        columns = (hour, _ANSWER.c.status, _FEEDBACK.c.helpful)
        query = self._asked_since(since, *columns, sa.func.count()).group_by(*columns).order_by(hour)
        with self._engine.connect() as connection:
            rows = connection.execute(query).fetchall()
        return [Counted(_moment(f"{row[0]}:00:00+00:00"), row[1], row[2], row[3]) for row in rows]

    @staticmethod
    def _asked_since(since: dt.datetime, *columns: Any) -> Any:
        joined = _ANSWER.outerjoin(_FEEDBACK, _ANSWER.c.message_id == _FEEDBACK.c.message_id)
        return sa.select(list(columns)).select_from(joined).where(_ANSWER.c.created >= _written(since))

    @property
    def _question(self) -> Any:
        """The question, read by the database: SQLite takes JSON from a text, PostgreSQL wants a cast."""
        as_json = sa.cast if self._engine.dialect.name == "postgresql" else sa.type_coerce
        return as_json(_ANSWER.c.content, sa.JSON)["question"].as_string()

    def forget_before(self, moment: dt.datetime) -> int:
        """Delete answers older than ``moment`` with their opinions; returns how many answers."""
        forgotten = delete_before(self._engine, _ANSWER, "message_id", "created", _written(moment))
        if forgotten:
            known = sa.select([_ANSWER.c.message_id])
            with self._engine.begin() as connection:
                connection.execute(_FEEDBACK.delete().where(_FEEDBACK.c.message_id.not_in(known)))
        return forgotten


def _now() -> str:
    return _written(dt.datetime.now(dt.UTC))


def _written(moment: dt.datetime) -> str:
    """A moment as the tables keep it, so that texts compare as times do."""
    return moment.astimezone(dt.UTC).isoformat(timespec="seconds")


def _moment(written: str) -> dt.datetime:
    return dt.datetime.fromisoformat(written)
