"""What an action needs, made again when the base is replaced."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import sqlite3
from itertools import count
from pathlib import Path

import pytest

from actions.desk import Desk
from knowledge.base import KnowledgeBase
from knowledge.reports.base import ReportBase
from knowledge.reports.errors import BaseUnavailable
from knowledge.settings import PARIS
from tests.actions.report_base import make_base


def test_what_is_derived_follows_the_base(knowledge_path: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(knowledge_path, tmp_path / "base.sqlite3"))
    base = KnowledgeBase(path)
    desk = Desk(base, lambda: dt.datetime(2018, 10, 1, tzinfo=PARIS))
    assert len(desk.promotions) == 8
    before = desk.search
    assert desk.search is before
    other = Path(shutil.copy(path, tmp_path / "other.sqlite3"))
    with sqlite3.connect(other) as connection:
        connection.execute("delete from promotion where id = 'dig'")
    connection.close()
    os.replace(other, path)
    base.rows("select 1")
    assert len(desk.promotions) == 7
    assert desk.search is not before
    base.close()


def test_the_operators_address_wins(base: KnowledgeBase, shared_desk: Desk) -> None:
    assert "@" in shared_desk.contact_email()
    own = Desk(base, lambda: dt.datetime(2018, 10, 1, tzinfo=PARIS), contact_email="aide@site.example")
    assert own.contact_email() == "aide@site.example"


def test_promotions_by_id(shared_desk: Desk) -> None:
    promotion = shared_desk.promotion("3")
    assert promotion is not None and promotion.year == 2019
    assert shared_desk.promotion("12") is None
    assert "promotion" in shared_desk.vocabulary


def test_entries_on_a_challenge_are_found_by_its_usual_name(shared_desk: Desk) -> None:
    """« MI - matchID » is called « matchID » in the entries that tell what became of it."""
    assert "c12-matchid-reuse" in shared_desk.faq_on("mi-matchid")


@pytest.mark.parametrize(
    ("later", "kept"),
    [
        (dt.datetime(2018, 10, 1, 18, tzinfo=PARIS), True),
        (dt.datetime(2018, 10, 2, 9, tzinfo=PARIS), False),
        (dt.datetime(2017, 10, 27, 16, 59, 40, tzinfo=PARIS), False),
    ],
    ids=["the same day", "the next day", "another day"],
)
def test_what_is_remembered_holds_for_the_day(base: KnowledgeBase, later: dt.datetime, kept: bool) -> None:
    desk, made = Desk(base, lambda: dt.datetime(2018, 10, 1, 9, tzinfo=PARIS)), count()
    assert [desk.remember(key, lambda: next(made)) for key in ("a", "a", "b")] == [0, 0, 1]
    desk.clock = lambda: later
    assert desk.remember("a", lambda: next(made)) == (0 if kept else 2)


def test_on_the_day_a_call_closes_it_holds_for_the_minute(base: KnowledgeBase) -> None:
    """The second call for candidates closed on 27 October 2017 at 17:00."""
    closes = dt.datetime(2017, 10, 27, 17, tzinfo=PARIS)
    desk, made = Desk(base, lambda: closes - dt.timedelta(seconds=50)), count()
    assert [desk.remember("a", lambda: next(made)) for _ in range(2)] == [0, 0]
    desk.clock = lambda: closes - dt.timedelta(seconds=5)
    assert desk.remember("a", lambda: next(made)) == 0
    desk.clock = lambda: closes + dt.timedelta(seconds=5)
    assert desk.remember("a", lambda: next(made)) == 1


def test_what_is_remembered_follows_the_reports(base: KnowledgeBase, tmp_path: Path) -> None:
    path, made = tmp_path / "reports.sqlite3", count()
    desk = Desk(base, lambda: dt.datetime(2018, 10, 1, 9, tzinfo=PARIS), reports_path=path)
    assert [desk.remember("a", lambda: next(made)) for _ in range(2)] == [0, 0]
    os.replace(make_base(tmp_path / "made"), path)
    assert [desk.remember("a", lambda: next(made)) for _ in range(2)] == [1, 1]


def test_what_fails_is_not_remembered(base: KnowledgeBase) -> None:
    desk = Desk(base, lambda: dt.datetime(2018, 10, 1, 9, tzinfo=PARIS))
    with pytest.raises(ZeroDivisionError):
        desk.remember("a", lambda: 1 / 0)
    assert desk.remember("a", lambda: 1.0) == 1.0


def test_reports_that_cannot_be_read_keep_nothing_from_being_answered(
    base: KnowledgeBase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def damaged(_: ReportBase) -> tuple[int, int]:
        raise BaseUnavailable("damaged")

    monkeypatch.setattr(ReportBase, "state", property(damaged))
    path, made = make_base(tmp_path / "made"), count()
    desk = Desk(base, lambda: dt.datetime(2018, 10, 1, 9, tzinfo=PARIS), reports_path=path)
    assert desk.reports is not None
    assert [desk.remember("a", lambda: next(made)) for _ in range(2)] == [0, 1]
