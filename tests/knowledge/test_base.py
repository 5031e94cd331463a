"""The base serves, takes up a new file, and keeps the old one when the new one is damaged."""

from __future__ import annotations

import os
import shutil
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from knowledge.base import KnowledgeBase
from knowledge.build import is_stale
from knowledge.errors import DamagedKnowledgeBase, NoKnowledgeBase


@pytest.fixture
def copy(knowledge_path: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(knowledge_path, tmp_path / "base.sqlite3"))


def replace(path: Path, content: bytes) -> None:
    new = path.with_name("new")
    new.write_bytes(content)
    os.replace(new, path)


def count(base: KnowledgeBase) -> int:
    return int(base.rows("select count(*) as n from promotion")[0]["n"])


def test_a_missing_base_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(NoKnowledgeBase, match="greffier knowledge build"):
        KnowledgeBase(tmp_path / "none.sqlite3")


@pytest.mark.parametrize("name", ["a#b", "a%41b", "a?b", "a b é"])
def test_a_folder_of_any_name_will_do(knowledge_path: Path, tmp_path: Path, name: str) -> None:
    path = tmp_path / name / "base.sqlite3"
    path.parent.mkdir()
    shutil.copy(knowledge_path, path)
    assert count(KnowledgeBase(path)) and not is_stale(path)
    assert [found.name for found in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize("content", [b"not a database at all, whatever its name says", b""])
def test_a_damaged_base_says_what_to_do(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "base.sqlite3"
    path.write_bytes(content)
    with pytest.raises(DamagedKnowledgeBase, match="greffier knowledge build") as caught:
        KnowledgeBase(path)
    assert "\n" not in str(caught.value)


def test_a_base_cut_short_is_damaged(copy: Path) -> None:
    copy.write_bytes(copy.read_bytes()[:3000])
    with pytest.raises(DamagedKnowledgeBase):
        KnowledgeBase(copy)


def test_a_new_file_is_taken_up(copy: Path) -> None:
    base = KnowledgeBase(copy)
    assert (count(base), base.version) == (8, 0)
    other = copy.with_name("other.sqlite3")
    shutil.copy(copy, other)
    with sqlite3.connect(other) as connection:
        connection.execute("delete from promotion where id = 'dig'")
    connection.close()
    os.replace(other, copy)
    assert (count(base), base.version) == (7, 1)
    base.close()


def test_what_is_derived_is_derived_once_for_each_file(copy: Path) -> None:
    base = KnowledgeBase(copy)
    counted: list[int] = []

    def count_once() -> int:
        counted.append(count(base))
        return counted[-1]

    assert [base.derived("count", count_once) for _ in range(3)] == [8, 8, 8]
    assert base.derived("other", lambda: "else") == "else"
    replace(copy, copy.read_bytes())
    assert base.refresh() == 1
    assert base.derived("count", count_once) == 8
    assert counted == [8, 8]
    base.close()


@pytest.mark.parametrize("content", [b"garbage" * 500, b""])
def test_the_old_base_keeps_serving_when_the_new_one_is_damaged(copy: Path, content: bytes) -> None:
    base = KnowledgeBase(copy)
    replace(copy, content)
    assert (count(base), base.version) == (8, 0)
    copy.unlink()
    assert count(base) == 8
    base.close()


def test_the_base_is_read_only(copy: Path) -> None:
    base = KnowledgeBase(copy)
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        base.rows("delete from promotion")
    base.close()


def test_threads_share_one_base(base: KnowledgeBase) -> None:
    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(lambda _: count(base), range(200))) == {8}
