"""Everyday words and names, kept for the next start."""

from __future__ import annotations

from pathlib import Path

from knowledge.everyday import Names, everyday_words


def test_words_are_folded_and_keep_their_accents() -> None:
    everyday = everyday_words()
    assert everyday.is_usual("developpement")
    assert everyday.spelling["developpement"] == "développement"
    assert "cetait" not in everyday.uses
    assert {"interet", "apres"} <= everyday.accented
    assert "paye" not in everyday.accented


def test_names_of_people_and_places_are_known() -> None:
    names = everyday_words().names
    assert "poitiers" in names
    assert "evreux" in names
    assert "combein" not in names
    assert "poitiers" not in Names([])


def test_the_lists_are_kept_for_the_next_start(tmp_path: Path) -> None:
    cache = tmp_path / "everyday.pickle"
    made = everyday_words.__wrapped__(cache)
    assert everyday_words.__wrapped__(cache).uses == made.uses
    cache.write_bytes(b"damaged")
    assert everyday_words.__wrapped__(cache).uses == made.uses
    assert everyday_words.__wrapped__(tmp_path / "nowhere" / "everyday.pickle").uses == made.uses
