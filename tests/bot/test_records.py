"""Answers and opinions kept in the database."""

from __future__ import annotations

import datetime as dt
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest
from sqlalchemy.exc import IntegrityError

from bot.records import Records


@pytest.fixture
def records(tmp_path: Path) -> Records:
    return Records(f"sqlite:///{tmp_path / 'conversations.sqlite3'}")


def test_an_answer_is_explained(records: Records) -> None:
    records.keep("m1", "answered", {"question": "Combien d'élèves ?", "rows": ["statement:1"]})
    assert records.explain("m1") == {"question": "Combien d'élèves ?", "rows": ["statement:1"]}
    assert records.explain("m2") is None
    assert records.explain("' or 1=1 --") is None


def test_the_last_opinion_counts(records: Records) -> None:
    records.keep("m1", "answered", {})
    assert records.feedback("m1", True, None)
    assert records.feedback("m1", False, "non")
    assert not records.feedback("m2", True, None)


def test_two_opinions_at_once_leave_one(records: Records) -> None:
    records.keep("m1", "answered", {"question": "Combien ?"})
    together = Barrier(8)

    def say(number: int) -> bool:
        together.wait()
        return records.feedback("m1", False, str(number))

    with ThreadPoolExecutor(8) as threads:
        assert all(threads.map(say, range(8)))
    (kept,) = records.unanswered(dt.datetime.now(dt.UTC) - dt.timedelta(hours=1))
    assert kept.comment in "01234567"


def test_an_opinion_between_two_statements_is_replaced(
    records: Records, monkeypatch: pytest.MonkeyPatch
) -> None:
    records.keep("m1", "answered", {"question": "Combien ?"})
    replace, before = records._replace, [IntegrityError("insert", {}, Exception("message_id"))]

    def raced(opinion: dict[str, Any]) -> None:
        if before:
            raise before.pop()
        replace(opinion)

    monkeypatch.setattr(records, "_replace", raced)
    assert records.feedback("m1", False, "non")
    assert len(records.unanswered(dt.datetime.now(dt.UTC) - dt.timedelta(hours=1))) == 1


@pytest.mark.parametrize("identifier", ["", "a\x00b", "é", "m1/..", "m1 "])
def test_what_is_no_id_never_reaches_the_database(
    records: Records, monkeypatch: pytest.MonkeyPatch, identifier: str
) -> None:
    monkeypatch.setattr(records, "_engine", None)
    assert records.explain(identifier) is None
    assert not records.feedback(identifier, True, None)


def test_old_answers_are_forgotten_with_their_opinions(records: Records) -> None:
    records.keep("m1", "answered", {})
    records.feedback("m1", True, None)
    now = dt.datetime.now(dt.UTC)
    assert records.forget_before(now - dt.timedelta(days=1)) == 0
    assert records.forget_before(now + dt.timedelta(days=1)) == 1
    assert records.explain("m1") is None
    assert not records.feedback("m1", True, None)


def test_many_old_answers_are_forgotten_in_several_transactions(
    records: Records, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.forgetting.BATCH", 2)
    for number in range(5):
        records.keep(f"m{number}", "answered", {})
    assert records.forget_before(dt.datetime.now(dt.UTC) + dt.timedelta(days=1)) == 5
    assert records.explain("m4") is None


def test_they_outlive_the_process(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'conversations.sqlite3'}"
    Records(url).keep("m1", "answered", {"a": 1})
    assert Records(url).explain("m1") == {"a": 1}
