"""Words and how likely each is after another."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from knowledge.base import KnowledgeBase
from knowledge.everyday import everyday_words
from knowledge.lexicon import START, Lexicon, Texts, build_lexicon


def test_a_word_is_likelier_after_the_word_it_follows() -> None:
    lexicon = Lexicon(everyday_words(), [Texts(["appel à projets", "appel à candidatures"] * 30)])
    assert lexicon.cost("projets", "a") < lexicon.cost("projets", START)
    assert lexicon.cost("projets", "a") < lexicon.cost("crocodile", "a")


def test_examples_may_be_misspelt_and_are_not_what_is_meant() -> None:
    lexicon = Lexicon(everyday_words(), [Texts(["comben deig"], written=False)])
    assert lexicon.knows("comben")
    assert not lexicon.trusts("comben")
    assert "comben" not in set(lexicon.targets())


def test_the_words_of_the_base_are_known(base: KnowledgeBase, tmp_path: Path) -> None:
    lexicon = build_lexicon(base, [], tmp_path / "no reports")
    assert lexicon.is_written("candidatures")
    assert lexicon.spelled("defis") == "défis"
    assert lexicon.knows("mayenne")


def test_a_damaged_base_of_reports_does_not_stop_the_start(base: KnowledgeBase, tmp_path: Path) -> None:
    damaged = tmp_path / "reports.sqlite3"
    damaged.write_bytes(b"not a database, only some bytes")
    assert build_lexicon(base, [], damaged).knows("programme")


def test_an_everyday_word_that_reports_often_say_is_one_of_theirs(
    base: KnowledgeBase, tmp_path: Path
) -> None:
    path = tmp_path / "reports.sqlite3"
    with sqlite3.connect(path) as reports:
        reports.execute("create table organisation_alias (alias)")
        reports.execute("create table term_frequency (term, doc)")
        reports.executemany("insert into term_frequency values (?, ?)", [("aren", 40), ("amen", 1)])
    lexicon = build_lexicon(base, [], path)
    assert lexicon.is_said("arenes")
    assert not lexicon.is_said("amenes"), "hardly said"
    assert not lexicon.is_said("arenz"), "no word"
