"""Where a question may ask two things under one verb, and where it names two things of one matter."""

from __future__ import annotations

import time

import pytest

from bot.coordinated import coordinated


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        (
            "faut-il avoir un diplôme et une voiture ?",
            "faut-il avoir un diplôme ?",
            "faut-il avoir une voiture ?",
        ),
        (
            "Faut-il être français et avoir un casier vierge ?",
            "Faut-il être français ?",
            "Faut-il avoir un casier vierge ?",
        ),
        (
            "existe-t-il une association des anciens ou une newsletter",
            "existe-t-il une association des anciens ?",
            "existe-t-il une newsletter",
        ),
        (
            "on peut etre en teletravail ou faut habiter paris",
            "on peut etre en teletravail ?",
            "faut habiter paris",
        ),
        (
            "est-ce que les agents peuvent candidater et garder leur poste ?",
            "est-ce que les agents peuvent candidater ?",
            "est-ce que les agents peuvent garder leur poste ?",
        ),
        (
            "can I work remotely and keep my own company?",
            "can I work remotely ?",
            "can I keep my own company?",
        ),
        (
            "do I need French citizenship and a degree?",
            "do I need French citizenship ?",
            "do I need a degree?",
        ),
        (
            "le salaire est fixe et vous offrez quels congés",
            "le salaire est fixe ?",
            "vous offrez quels congés",
        ),
        (
            "est-ce qu'on a une prime et des tickets ?",
            "est-ce qu'on a une prime ?",
            "est-ce qu'on a des tickets ?",
        ),
        ("il y a des congés et une mutuelle ?", "il y a des congés ?", "il y a une mutuelle ?"),
    ],
)
def test_two_matters_are_asked_under_what_they_share(text: str, first: str, second: str) -> None:
    assert coordinated(text) == [(first, second)]


@pytest.mark.parametrize(
    "text",
    [
        "quelles administrations et collectivités ont participé ?",
        "des défis mêlant data et design ?",
        "quelle différence entre un EIG et un DIG ?",
        "c'est un CDD ou un CDI ?",
        "qui verse le salaire, nous ou la DINUM ?",
        "le contrat est avec la DINUM ou le ministère ?",
        "je suis fonctionnaire et je voudrais candidater, c'est possible ?",
        "j'ai droit au chômage et pendant combien de mois ?",
        "les mentors sont payés et ils font quoi ?",
        "peut-on cumuler le poste et une auto-entreprise ?",
        "c'est ouvert ou pas ? et combien sont pris ?",
        "le programme existe encore ou c'est fini ?",
        "qui et quand ?",
        "",
    ],
)
def test_one_matter_stays_whole(text: str) -> None:
    assert coordinated(text) == []


def test_a_long_message_is_read_in_no_time() -> None:
    begun = time.monotonic()
    for text in (
        "e" * 2_000,
        "faut-il " * 250,
        "et la " * 330 + "?",
        "un a, " * 300,
        "est " * 500 + "ou la dinum",
    ):
        coordinated(text)
    assert time.monotonic() - begun < 2
