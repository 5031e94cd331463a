"""The corrector follows the base, the examples and the audited bodies."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest

from knowledge.base import KnowledgeBase
from nlu import speller as module
from nlu.speller import Speller, example_texts


def _bodies(path: Path, *names: str) -> None:
    with sqlite3.connect(path) as database:
        database.execute("create table if not exists organisation_alias (alias text)")
        database.executemany("insert into organisation_alias values (?)", [(name,) for name in names])


def test_the_examples_are_read_without_their_intents(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text("nlu:\n  - intent: x\n    examples: |\n      - un deux\n      - trois\n")
    assert list(example_texts(tmp_path)) == ["un deux", "trois"]
    assert len(list(example_texts())) > 3_000


def test_audited_bodies_are_words_too(base: KnowledgeBase, tmp_path: Path) -> None:
    reports = tmp_path / "reports.sqlite3"
    _bodies(reports, "Pays de Loudéac")
    assert Speller(base, reports).correct("rapport sur loudeac") == "rapport sur loudeac"
    assert Speller(base, reports).correct("rapport sur loudeca") == "rapport sur loudéac"


def test_bodies_added_later_are_read(
    base: KnowledgeBase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "REPORTS_EVERY", 0.0)
    reports = tmp_path / "reports.sqlite3"
    speller = Speller(base, reports)
    typed = "la mairie de plouvarce"
    assert speller.correct(typed) == typed
    _bodies(reports, "Commune de Plouvarec")
    os.utime(reports, ns=(1, 1))
    assert speller.correct(typed) == "la mairie de plouvarec"
