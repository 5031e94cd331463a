"""What an action needs, made again when the base is replaced."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import sqlite3
from pathlib import Path

from actions.desk import Desk
from knowledge.base import KnowledgeBase
from knowledge.settings import PARIS


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
