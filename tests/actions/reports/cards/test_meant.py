"""Messages that mean the report of a card whatever was heard of them."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

from actions.reports.cards.meant import is_of_a_card, words_of_a_card
from tests.actions.report_base import asked


def _desk(card: float, other: float) -> Any:
    """A desk whose nearest card is that of one report, with « DALO » in its title."""

    def search(_: str, __: int, kinds: tuple[str, ...]) -> list[Any]:
        score = card if kinds == ("card",) else other
        return [SimpleNamespace(ref="395050", score=score, similarity=score)]

    def titled(names: list[str]) -> list[Any]:
        return [SimpleNamespace(id="395050")] if names == ["dalo"] else []

    return SimpleNamespace(
        search=SimpleNamespace(search=search),
        reports=SimpleNamespace(titled=titled),
        vocabulary=frozenset({"logement"}),
    )


@pytest.mark.parametrize(
    ("text", "card", "other", "meant"),
    [
        ("dalo ça marche ou pas", 0.7, 0.3, True),
        ("dalo ça marche ou pas", 0.4, 0.5, False),
        ("le logement ça marche ou pas", 0.7, 0.3, False),
        ("le DALO d'un EIG", 0.7, 0.3, False),
    ],
)
def test_a_word_of_the_title_that_nothing_else_uses(
    text: str, card: float, other: float, meant: bool
) -> None:
    assert is_of_a_card(asked(text, "remote_work"), _desk(card, other)) is meant


def test_a_challenge_named_is_no_card() -> None:
    question = replace(asked("dalo", "pay"), entities={"challenge": ("smash",)})
    assert not words_of_a_card(question, _desk(0.7, 0.3))
    assert words_of_a_card(asked("le DALO", "pay"), _desk(0.7, 0.3)) == ["dalo"]
