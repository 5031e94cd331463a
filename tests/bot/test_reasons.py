"""Why someone asks, said after the question."""

from __future__ import annotations

import pytest

from bot.reasons import without_reason


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (
            "combien de dossiers pour la promo 6, parce que mon fils avait postulé",
            "combien de dossiers pour la promo 6",
        ),
        ("l'adresse exacte à Lyon c'est pour calculer mon trajet", "l'adresse exacte à Lyon"),
        ("how many fellows were there because my boss wants to know", "how many fellows were there"),
    ],
)
def test_it_is_left_out(text: str, asked: str) -> None:
    assert without_reason(text) == asked


@pytest.mark.parametrize(
    "text",
    [
        "puis-je candidater parce que je suis fonctionnaire ?",
        "je ne peux pas venir parce que je suis à Brest",
        "c'est pour savoir si on peut postuler",
        "pourquoi la dette monte car elle était basse ?",
    ],
)
def test_it_stays_where_it_may_be_the_point(text: str) -> None:
    assert without_reason(text) == text
