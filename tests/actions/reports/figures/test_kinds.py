"""Of what kind a number of a table is, by what stands over it."""

from __future__ import annotations

import pytest

from actions.reports.figures.asked import asked_of
from actions.reports.figures.kinds import can_answer
from knowledge.reports.models import FigureRow
from tests.actions.reports.figures.test_choice import _cell, _told


@pytest.mark.parametrize(
    ("text", "figure", "above", "fits"),
    [
        ("que rapporte la taxe d'habitation", _cell("TH", "2014", "556 409"), "Le produit fiscal", True),
        (
            "combien rapporte la cantine",
            _cell("Cantine", "2014", "556 409"),
            "Recettes, nombre de repas",
            False,
        ),
        ("combien d'agents", _cell("Total pourvu", "2014", "278"), "En agents", True),
        ("combien de voyageurs", _cell("Ligne 2", "2015", "3,72"), "(En millions de voyageurs)", True),
        ("combien de voyageurs", _cell("Ligne 2", "2015", "3,72"), "(En millions de km)", False),
        ("combien d'agents", _cell("Total pourvu", "2014", "278"), "En logements", False),
        ("combien de passagers", _cell("2014", "Passagers", "4 024 201"), "", True),
        ("combien la ville a-t-elle donné au club", _told("75 %", "%", "la ville détient"), "", False),
        ("combien coûtent les employés communaux", _told("16 agents", "agents", "les effectifs"), "", False),
        ("quelle part des malades", _cell("CH de Sens", "2014", "33,5"), "Part de marché en médecine", True),
        ("part des agents titulaires", _cell("Titulaires", "2014", "33,5"), "(en %)", True),
        ("quelle part des malades", _cell("CH de Sens", "2014", "33,5"), "Lits par service", False),
        ("quelle part des prêts", _cell("prêt à taux zéro", "2014", "33,5"), "Les aides", False),
        ("part prêts cadres 2015", _told("11 %", "%", "les cadres"), "", True),
        ("le car qui part de Gap, ça coûte combien ?", _told("11 %", "%", "le car"), "", False),
        ("le prix, une part de gâteau", _told("11 %", "%", "les cadres"), "", False),
        ("combien de gens au rsa", _told("1 948 bénéficiaires", "bénéficiaires", "le rsa"), "", True),
    ],
)
def test_what_stands_over_a_table_says_what_its_numbers_are(
    text: str, figure: FigureRow, above: str, fits: bool
) -> None:
    assert can_answer(figure, asked_of(text), above) is fits
