"""Familiar words are read as the standard ones."""

from __future__ import annotations

import pytest

from knowledge.familiar import in_standard_words
from nlu.spelling import expand


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("prendre un flingue en photo", "prendre un arme en photo"),
        ("je bossais avec mon chum", "je travaillais avec mon conjoint"),
        ("vous bossez où ?", "vous travaillez où ?"),
        ("obligé de claquer la porte", "obligé de démissionner"),
        ("je plaque mon boulot", "je démissionne"),
        ("une boite privée, 4000 balles", "une entreprise privée, 4000 euros"),
        ("les toubibs de l'hosto", "les médecins de l'hôpital"),
        ("j'ai reçu un pv", "j'ai reçu une amende"),
        ("un village de 900 âmes", "un village de 900 habitants"),
        ("GOSSES", "enfants"),
    ],
)
def test_a_familiar_word_is_read_as_the_standard_one(said: str, read: str) -> None:
    assert in_standard_words(said) == read


@pytest.mark.parametrize(
    "said",
    [
        "une boîte aux lettres",
        "reçu un PV de séance",
        "des balles de tennis",
        "les états d'âmes",
        "AssistProf",
        "Bled-sur-Mer",
        "",
    ],
)
def test_words_that_mean_something_else_stay(said: str) -> None:
    assert in_standard_words(said) == said


def test_abbreviations_are_written_out_first() -> None:
    assert expand("jbosse ds une boite") == "je travaille dans une entreprise"


def test_what_the_state_pays_from_is_the_state() -> None:
    assert in_standard_words("ça coûte combien aux caisses de l'État") == "ça coûte combien à l'État"
    assert in_standard_words("et à paname ?") == "et à Paris ?"
