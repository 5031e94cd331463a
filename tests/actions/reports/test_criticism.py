"""What a report finds wrong, told where that is asked."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from actions.reports.criticism import asks_what_is_wrong, criticised
from knowledge.reports.models import PassageHit, Place


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("c'est quoi le principal problème", True),
        ("je veux savoir ce qui ne va pas", True),
        ("quel est le souci ?", True),
        ("what's wrong with it?", True),
        ("le fiasco du logiciel de paie", True),
        ("la plateforme qui marche pas", True),
        ("que dit le rapport ?", False),
        ("résumez", False),
        ("combien de critères ?", False),
    ],
)
def test_what_is_wrong_is_asked_in_many_ways(text: str, asks: bool) -> None:
    assert asks_what_is_wrong(text) is asks


def test_the_sentences_that_find_fault_are_told_those_that_find_most_first() -> None:
    praised = "La situation financière est saine."
    said = "Le temps de travail est inférieur à la durée légale."
    blamed = "Les primes, irrégulières, ne reposent sur aucune délibération."
    base: Any = SimpleNamespace(opening=lambda *_: [_hit(f"{praised} {said}\n{blamed}")])
    found, every = criticised(base, "1")
    assert [hit.text for hit in found] == [blamed, said]
    assert every == [praised, said, blamed]


def test_of_a_letter_the_sentences_of_its_text_that_find_most_are_told() -> None:
    once = "Le coût de la gestion est excessif."
    twice = "Le contrôle est insuffisant et la situation se dégrade."
    base: Any = SimpleNamespace(opening=lambda *_: [_hit(f"{once} {twice}", "Le Premier président")])
    found, _ = criticised(base, "1")
    assert [hit.text for hit in found] == [twice]


def _hit(text: str, heading: str = "Synthèse") -> PassageHit:
    report: Any = SimpleNamespace(id="1")
    return PassageHit(report, Place("a", (heading,)), 0, "text", text, "", 1.0, 1.0, (), "")
