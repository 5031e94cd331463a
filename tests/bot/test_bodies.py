"""What a shorter form of a message keeps of what is named around it."""

from __future__ import annotations

from typing import Any

import pytest

from bot.bodies import of_their_promotion


def _parsed(*promotions: str) -> dict[str, Any]:
    return {"entities": [{"entity": "promotion", "value": value} for value in promotions]}


@pytest.mark.parametrize(
    ("asked", "named", "whole"),
    [
        ("on était combien ?", ("3",), "on était combien (promotion 3) ?"),
        ("combien payait l'administration ?", ("4",), "combien payait l'administration (promotion 4) ?"),
        ("qui était dans ma promo ?", ("2",), "qui était dans ma promo (promotion 2) ?"),
        ("quand est le prochain appel ?", ("3",), "quand est le prochain appel ?"),
        ("on avait combien de défis en promo 2 ?", ("3",), "on avait combien de défis en promo 2 ?"),
        ("on était combien ?", ("3", "4"), "on était combien ?"),
        ("on était combien ?", (), "on était combien ?"),
    ],
)
def test_what_was_then_is_of_the_promotion_one_was_in(asked: str, named: tuple[str, ...], whole: str) -> None:
    assert of_their_promotion(asked, _parsed(*named)) == whole
