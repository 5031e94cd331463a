"""What a message names, and in which language."""

from __future__ import annotations

import os
import shutil
import sqlite3
from pathlib import Path

import pytest

from knowledge.base import KnowledgeBase
from nlu.entities import Finder, bare, detect_language, mask, without_courtesy


@pytest.fixture(scope="module")
def finder(base: KnowledgeBase) -> Finder:
    return Finder(base)


def found(finder: Finder, text: str) -> set[tuple[str, str]]:
    return {(entity.kind, entity.value) for entity in finder.find(text)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("combien d'EIG dans la promotion 3 ?", ("promotion", "3")),
        ("et la deuxième ?", ("promotion", "2")),
        ("en 2018", ("year", "2018")),
        ("à Lyon", ("town", "Lyon")),
        ("le défi Zorglub", ("unknown_challenge", "Zorglub")),
        ("le ministère de la Magie", ("unknown_administration", "Magie")),
        ("nous sommes une mairie, notre projet", ("audience", "administrations")),
        ("je voudrais candidater", ("audience", "candidates")),
        ("the next deadline for public bodies to apply", ("audience", "administrations")),
        ("on voudrait un EIG, quelle échéance ?", ("audience", "administrations")),
    ],
)
def test_entities(finder: Finder, text: str, expected: tuple[str, str]) -> None:
    assert expected in found(finder, text)


def test_administrations_that_apply_are_no_candidates(finder: Finder) -> None:
    text = "jusqu'à quand les administrations pouvaient candidater"
    assert [one for one in found(finder, text) if one[0] == "audience"] == [("audience", "administrations")]


def test_spans_stand_in_the_text(finder: Finder) -> None:
    text = "Quels défis de data science à Paris dans la promotion 3 ?"
    entities = finder.find(text)
    assert {entity.kind for entity in entities} >= {"skill", "town", "promotion"}
    for entity in entities:
        assert 0 <= entity.start < entity.end <= len(text)
        data = entity.to_dict()
        assert (data["entity"], data["value"]) == (entity.kind, entity.value)


def test_who_says_it_is_not_what_it_is_about(finder: Finder) -> None:
    kinds = {kind for kind, _ in found(finder, "selon la DINUM, combien d'EIG ?")}
    assert "administration" not in kinds


def test_names_of_a_new_base_are_taken_up_though_the_text_was_heard_before(
    knowledge_path: Path, tmp_path: Path
) -> None:
    path = Path(shutil.copy(knowledge_path, tmp_path / "base.sqlite3"))
    finder = Finder(KnowledgeBase(path))
    assert ("town", "Lyon") in found(finder, "à Lyon") == found(finder, "à Lyon")
    new = Path(shutil.copy(path, tmp_path / "new.sqlite3"))
    with sqlite3.connect(new) as connection:
        connection.execute("delete from name where kind = 'town'")
    connection.close()
    os.replace(new, path)
    assert ("town", "Lyon") not in found(finder, "à Lyon")


def test_without_a_base_nothing_is_found() -> None:
    assert Finder(None).find("le défi Signaux Faibles de la promotion 3") == []


def test_masking_leaves_the_wording(finder: Finder) -> None:
    text = "Pourriez-vous m'indiquer combien d'EIG travaillent à Lyon dans la promotion 3 ?"
    masked = mask(text, finder.find(text))
    assert "Lyon" not in masked and "3" not in masked and "Pourriez" not in masked
    assert "combien" in masked and "xxtownxx" in masked
    assert mask("promotion 3", finder.find("promotion 3"))


def test_what_is_compared_by_meaning_names_no_promotion(finder: Finder) -> None:
    text = "combien d'EIG à Lyon dans la promotion 3"
    spans = [(e.start, e.end, e.kind) for e in finder.find(text)]
    assert "Lyon" in bare(text, spans) and "promotion 3" not in bare(text, spans)
    both = "quelle différence entre un DIG et un EIG ?"
    assert "DIG" in bare(both, [(e.start, e.end, e.kind) for e in finder.find(both)])


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (
            "Je vous serais reconnaissant de m'indiquer les dates de l'appel",
            "les dates de l'appel",
        ),
        ("reconnaissante de bien vouloir m'indiquer les dates de l'appel", "les dates de l'appel"),
        ("gré à gré, combien de marchés ?", "gré à gré, combien de marchés ?"),
    ],
)
def test_a_wish_goes_before_what_is_wished(text: str, asked: str) -> None:
    assert without_courtesy(text) == asked


@pytest.mark.parametrize(
    ("text", "lang"),
    [("combien gagne un EIG ?", "fr"), ("how much is an EIG paid?", "en"), ("salaire", "fr"), ("", "fr"),
     ("cb gagne 1 eig", "fr"), ("par an ?", "fr"), ("when does the call close", "en"), ("😀", "fr"),
     ("défis open data", "fr"), ("defi open data", "fr"), ("eligibility requirements", "en"),
     ("who made Prévisecours?", "en"), ("help", "en"), ("que dit Le Monde ?", "fr"),
     ("is there a Cour des comptes report on La Poste?", "en"),
     ("y a-t-il un rapport de la Cour des comptes sur La Poste ?", "fr")],
)  # fmt: skip
def test_languages(text: str, lang: str) -> None:
    assert detect_language(text) == lang
