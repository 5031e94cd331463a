"""English questions in the words of French reports."""

from __future__ import annotations

import pytest
import yaml

from knowledge.reports.english import GLOSSARY, in_french, words_in_french


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("What is the debt of the town hall of Montclair in 2014?", {"dette", "mairie", "Montclair", "2014"}),
        ("How many airports did they build?", {"combien", "aéroport", "construire"}),
        ("How many pupils?", {"combien", "de"}),
        ("How many people live in Montclair?", {"combien", "habitants", "Montclair"}),
        ("Why was the waste collection delayed?", {"collecte"}),
        ("staff costs?", {"personnel"}),
    ],
)
def test_known_words_are_put_in_french_and_names_stay(text: str, words: set[str]) -> None:
    assert words <= set(in_french(text).split())


@pytest.mark.parametrize("text", ["Quelle est la dette de la ville ?", "dette Montclair 2014", ""])
def test_what_is_no_english_stays_as_it_is(text: str) -> None:
    assert in_french(text) == text


def test_words_alone_are_put_in_french_where_english_is_read() -> None:
    assert words_in_french("waste") == "déchets"
    assert words_in_french("drinking water in Montclair") == "eau potable Montclair"


def test_the_glossary_is_sorted_out() -> None:
    loaded = yaml.safe_load(GLOSSARY.read_text(encoding="utf-8"))
    assert not set(loaded["words"]) & set(loaded["dropped"])
    assert all(isinstance(value, str) and value.strip() for value in loaded["words"].values())


def test_a_department_or_a_town_is_no_word() -> None:
    assert "Landes" in in_french("Which bodies in the Landes have been audited?").split()
    assert "Nice" in in_french("What did the Court say on Nice airport?").split()
    assert "terrain" in in_french("Who owns the land of the airport?").split()
