"""« c'est quoi un EIG ? » inside a story."""

from __future__ import annotations

import pytest

from bot.what_it_is import only_asks_what_it_is


@pytest.mark.parametrize(
    "text",
    [
        "bonjour c koi exactement eig j'ai vu une affiche a la fac",
        "j'ai fait un bootcamp Le Wagon, c'est quoi un EIG ?",
        "ma petite-fille parle tout le temps des EIG, expliquez-moi simplement",
        "mon chef m'en a parlé hier à la cantine, c'est quoi votre programme EIG ?",
    ],
)
def test_the_story_is_left_out(text: str) -> None:
    assert only_asks_what_it_is(text) == "c'est quoi un EIG ?"


@pytest.mark.parametrize(
    "text",
    [
        "c'est quoi un EIG ?",
        "je suis à la fac, c'est quoi un EIG et comment postuler ?",
        "dans la promo 3 c'était quoi l'EIG Link, vous savez ?",
        "j'ai vu une affiche, c'est quoi le salaire d'un EIG ?",
        "ma petite-fille est partie en vacances, expliquez-moi",
    ],
)
def test_what_asks_more_or_tells_no_story_stays(text: str) -> None:
    assert only_asks_what_it_is(text) is None
