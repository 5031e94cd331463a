"""The trade of whoever asks about the challenges of a body."""

from __future__ import annotations

import pytest

from bot.own_trade import without_own_trade


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("data scientist à l'IGN, combien de défis à l'IGN ?", "je suis à l'IGN, combien de défis à l'IGN ?"),
        ("Bonjour, je suis designer au Shom, quels projets ?", "Bonjour, je suis au Shom, quels projets ?"),
        (
            "responsable juridique de l'Ademe, quels EIG chez nous ?",
            "je suis de l'Ademe, quels EIG chez nous ?",
        ),
    ],
)
def test_it_narrows_nothing(text: str, told: str) -> None:
    assert without_own_trade(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "je suis designer au Shom, puis-je devenir EIG ?",
        "designer, quels projets pour moi ?",
        "data scientist à l'IGN, quel salaire ?",
        "quels défis de design au Shom ?",
        "les designers de la promo 4, quels défis ?",
    ],
)
def test_it_stays_where_it_may_be_the_point(text: str) -> None:
    assert without_own_trade(text) == text
