"""The base is made whole or not at all."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from knowledge import build as build_module
from knowledge.abandoned import ABANDONED_SECONDS
from knowledge.base import KnowledgeBase
from knowledge.build import build, has_vectors, is_stale, sources_fingerprint
from knowledge.embedding import Vector
from knowledge.entry_texts import entries_of
from knowledge.errors import KnowledgeError, SourcesRejected
from knowledge.source_files import load_facts

Change = Callable[[str, Callable[[Any], None]], None]


class TinyEmbedder:
    dimension = 4

    def query(self, text: str) -> Vector:
        return self.queries([text])[0]

    def queries(self, texts: Sequence[str]) -> Vector:
        return np.ones((len(texts), self.dimension), dtype=np.float32) / 2

    passages = queries


def test_every_table_is_filled(tmp_path: Path) -> None:
    counts = build(tmp_path / "made" / "base.sqlite3")
    assert counts.pop("question_space") == 0, "without sentence vectors there is no space to learn"
    assert all(counts.values()), counts
    assert counts["promotion"] == 8
    assert counts["challenge"] >= 131
    assert [p.name for p in (tmp_path / "made").iterdir()] == ["base.sqlite3"]


def test_every_row_that_states_something_names_a_source_and_a_day(base: KnowledgeBase) -> None:
    for table in ("statement", "step", "contact", "citation", "call_variant"):
        wrong = base.rows(
            f"select t.rowid from {table} t left join source s on s.id = t.source"
            " where s.id is null or t.locator is null or t.as_of is null"
        )
        assert not wrong, table
    for owner in ("challenge", "call", "faq"):
        assert not base.rows(
            f"select id from {owner} where id not in (select owner_id from citation where owner = ?)",
            (owner,),
        )


def test_a_mistake_keeps_the_old_base(tmp_path: Path, sources: Path, edit: Change) -> None:
    path = tmp_path / "base.sqlite3"
    build(path, sources)
    before = path.read_bytes()
    edit("calls.yml", lambda content: content[0].update(opens="never"))
    with pytest.raises(SourcesRejected, match=r"calls\.yml: aac-1: opens: "):
        build(path, sources)
    assert path.read_bytes() == before
    assert is_stale(path, sources)


def test_nothing_is_replaced_before_the_new_file_is_whole(
    tmp_path: Path, sources: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "base.sqlite3"
    build(path, sources)
    before = path.read_bytes()

    def fails(*_: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(os, "replace", fails)
    with pytest.raises(KnowledgeError, match="disk full"):
        build(path, sources)
    assert path.read_bytes() == before
    assert not [p for p in tmp_path.iterdir() if p.name.startswith(".base")]


def test_a_full_disk_is_said_with_what_to_do(
    tmp_path: Path, sources: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(os, "replace", fails)
    with pytest.raises(KnowledgeError, match=r"base\.sqlite3: the disk is full; free space"):
        build(tmp_path / "base.sqlite3", sources)


def test_what_a_killed_build_left_goes_with_the_next(tmp_path: Path, sources: Path) -> None:
    for name, age in ((".base.sqlite3.old", 2), (".base.sqlite3.old-journal", 2), (".base.sqlite3.new", 0)):
        (tmp_path / name).touch()
        os.utime(tmp_path / name, (0, time.time() - age * ABANDONED_SECONDS))
    build(tmp_path / "base.sqlite3", sources)
    assert {path.name for path in tmp_path.glob(".base*")} == {".base.sqlite3.new"}


def test_a_folder_that_cannot_be_written_is_one_clear_line(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(KnowledgeError, match="cannot write in"):
        build(tmp_path / "file" / "base.sqlite3")


def test_the_base_is_stale_when_its_sources_change(tmp_path: Path, sources: Path) -> None:
    path = tmp_path / "base.sqlite3"
    assert is_stale(path, sources)
    build(path, sources)
    assert not is_stale(path, sources)
    (sources / "skills.yml").open("a").write("\n# a remark\n")
    assert is_stale(path, sources)
    path.write_bytes(b"not a database")
    assert is_stale(path, sources)


def test_new_tables_make_older_bases_stale(monkeypatch: pytest.MonkeyPatch) -> None:
    before = sources_fingerprint()
    monkeypatch.setattr(build_module, "SCHEMA_VERSION", 0)
    assert sources_fingerprint() != before


def test_vectors_are_stored_beside_the_entries(tmp_path: Path) -> None:
    path = tmp_path / "base.sqlite3"
    build(path)
    assert not has_vectors(path)
    build(path, embedder=TinyEmbedder())
    assert has_vectors(path)
    with sqlite3.connect(path) as connection:
        stored = connection.execute("select vector from entry").fetchall()
    assert len(stored) == len(list(entries_of(load_facts())))
    assert all(np.frombuffer(row[0], dtype=np.float16).shape == (4,) for row in stored)


def test_withdrawn_people_are_named_nowhere(tmp_path: Path, sources: Path, edit: Change) -> None:
    path = tmp_path / "base.sqlite3"
    build(path, sources)
    base = KnowledgeBase(path)
    person = base.rows("select person from challenge_person limit 1")[0]["person"]
    (sources / "withdrawn_names.yml").write_text(f"- {person}\n", "utf-8")
    build(path, sources)
    assert not base.rows("select 1 from challenge_person where person = ?", (person,))
    assert not base.rows("select 1 from name where kind = 'person' and ref = ?", (person,))
    base.close()


def test_a_ministry_owns_the_challenges_of_its_directorates(base: KnowledgeBase) -> None:
    rows = base.rows(
        "select h.challenge, a.parent from challenge_administration h"
        " join administration a on a.id = h.administration"
        " where a.parent is not null"
    )
    assert rows
    for row in rows:
        assert base.rows(
            "select 1 from challenge_administration where challenge = ? and administration = ?",
            (row["challenge"], row["parent"]),
        )
