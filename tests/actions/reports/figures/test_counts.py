"""Whether a passage counts the things asked for."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from actions.reports.figures.asked import asked_of
from actions.reports.figures.counts import counts_things, says_count
from knowledge.reports.models import PassageHit, Place
from tests.actions.reports.figures.test_choice import REPORT


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Le service compte 12 infirmiers.", True),
        ("Le service compte douze infirmiers.", True),
        ("Le déficit de 2008, de 0,5 M€, tient aux infirmiers.", False),
        ("Le service compte 12 médecins.", False),
        ("Au 31 décembre 2014 comme au 1er avril 2016, les infirmiers manquent.", False),
        ("Les communes de 3 500 infirmiers et plus y sont tenues.", False),
        ("Le service compte une centaine d’infirmiers.", True),
        ("Le centre de Sixte manque d’infirmiers depuis septembre.", False),
        ("Poste | Nombre\nInfirmiers | 12\nMédecins | 3", True),
        ("Nombre d’infirmiers\n2014 | 12", True),
        ("Pôle | Commune\nFormation des infirmiers | Brume\nSecours | 3", False),
    ],
)
def test_a_passage_that_counts_the_things_asked_for(text: str, says: bool) -> None:
    hit: Any = SimpleNamespace(kind="text", text=text)
    assert says_count(hit, asked_of("combien d'infirmiers ?").counted) is says


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("En 2015, la ville compte 23 020 habitants.", True),
        ("La ville a perdu des habitants depuis 2008.", False),
        ("La dette atteint 1 200 € par habitant et 30 % des habitants.", False),
        ("Les comptes de 2014 : habitants et usagers s’en plaignent.", False),
        ("| 2013 | 2014\nNombre d’habitants | 23 100 | 23 020", True),
        ("| 2013 | 2014\nNombre d’habitants | n.c. | n.c.", False),
    ],
)
def test_a_number_right_before_things_counts_them(text: str, counts: bool) -> None:
    hit = PassageHit(REPORT, Place("s1-b1", ()), 1, "text", text, "", 1.0, 1.0, (), "")
    assert counts_things(hit, asked_of("combien d'habitants ?").counted) is counts
