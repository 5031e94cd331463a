"""Questions without an answer are grouped, and answers counted by day in Paris."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

from bot import records as kept
from bot.records import Counted, Records, Unanswered
from bot.statistics import activity, grouped

NIGHT = dt.datetime(2026, 3, 1, 23, 30, tzinfo=dt.UTC)


def _asked(number: int, question: str, status: str = "not_found", **opinion: object) -> Unanswered:
    values = {"helpful": None, "comment": None} | opinion
    moment = NIGHT - dt.timedelta(minutes=number)
    return Unanswered(f"m{number}", moment, status, question, **values)  # type: ignore[arg-type]


def test_the_same_question_is_counted_once_with_its_latest_words() -> None:
    rows = [
        _asked(0, "Où est le règlement ?"),
        _asked(1, "Quel est le salaire ?"),
        _asked(2, "ou est le reglement", helpful=False, comment="rien"),
        _asked(3, "Ou est le règlement ?", helpful=False, comment="rien"),
        _asked(4, "Où est le règlement ?", status="clarify"),
    ]
    first, second, third = grouped(rows)
    assert (first.question, first.count, first.unhelpful) == ("Où est le règlement ?", 3, 2)
    assert (first.message_id, first.comments) == ("m0", ("rien",))
    assert first.last_asked == NIGHT
    assert (second.question, second.count) == ("Quel est le salaire ?", 1)
    assert third.status == "clarify"
    assert [one.status for one in grouped(rows, "clarify")] == ["clarify"]


def test_questions_without_words_stay_apart() -> None:
    assert len(grouped([_asked(0, "???"), _asked(1, "…")])) == 2


def test_days_are_those_of_paris() -> None:
    hour = NIGHT.replace(minute=0)
    counts = [
        Counted(hour, "answered", True, 2),
        Counted(hour, "not_found", False, 1),
        Counted(hour - dt.timedelta(hours=2), "answered", None, 4),
    ]
    done = activity(counts)
    assert (done.total, done.statuses) == (7, {"answered": 6, "not_found": 1})
    assert (done.helpful, done.unhelpful) == (2, 1)
    assert [(day.day.isoformat(), day.total) for day in done.days] == [("2026-03-02", 3), ("2026-03-01", 4)]
    assert activity([]).days == ()


@pytest.fixture
def records(tmp_path: Path) -> Records:
    records = Records(f"sqlite:///{tmp_path / 'conversations.sqlite3'}")
    for number, status in enumerate(("answered", "answered", "not_found", "smalltalk", "clarify")):
        records.keep(f"m{number}", status, {"question": f"L'été « {number} » ?", "rows": []})
    records.feedback("m0", True, "merci")
    records.feedback("m1", False, "faux")
    records.feedback("m3", False, None)
    return records


def test_the_desk_sees_what_was_not_answered_or_did_not_help(records: Records) -> None:
    before = dt.datetime.now(dt.UTC) - dt.timedelta(days=1)
    found = {row.message_id: row for row in records.unanswered(before)}
    assert set(found) == {"m1", "m2", "m3", "m4"}
    assert found["m2"].question == "L'été « 2 » ?"
    assert (found["m1"].helpful, found["m1"].comment, found["m2"].helpful) == (False, "faux", None)
    assert records.unanswered(before + dt.timedelta(days=2)) == []


def test_answers_are_counted_by_status_and_opinion(records: Records) -> None:
    now = dt.datetime.now(dt.UTC)
    counts = records.counts(now - dt.timedelta(days=1))
    assert sum(one.number for one in counts) == 5
    assert {(one.status, one.helpful) for one in counts} >= {("answered", True), ("answered", False)}
    assert all(now - one.hour < dt.timedelta(hours=2) for one in counts)
    assert records.counts(now + dt.timedelta(days=1)) == []


def test_postgresql_reads_the_question_from_json(records: Records, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(records._engine, "dialect", postgresql.dialect())
    written = str(sa.select([records._question]).compile(dialect=postgresql.dialect()))
    assert "CAST(greffier_answer.content AS JSON) ->> " in written
    assert kept.ANSWERED == ("answered", "smalltalk")
