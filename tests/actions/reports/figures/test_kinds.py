"""Of what kind a number of a table is, by what stands over it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from actions.reports.figures.asked import asked_of
from actions.reports.figures.kinds import can_answer
from knowledge.reports.models import FigureRow
from knowledge.text import stem
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
        (
            "combien de représentations",
            _cell("Danse", "2012", "42"),
            "Tableau : Représentations par discipline",
            True,
        ),
        (
            "combien de spectateurs",
            _cell("Danse", "2012", "42"),
            "Tableau : Représentations par discipline",
            False,
        ),
        (
            "combien de jours",
            _cell("Maladie", "2013", "155"),
            "Jours d'absence par catégories de motifs",
            True,
        ),
        ("combien de lits", _cell("Chirurgie", "2013", "155"), "Lits et dépense par habitant", False),
        ("combien de kilomètres", _cell("Nbre de kilomètres offerts (1)", "2012", "2 812 553"), "", True),
        ("combien de postes pourvus", _cell("Effectifs pourvus", "2014", "46"), "", True),
        ("combien de postes", _cell("Effectifs des élèves", "2014", "46"), "", False),
        ("combien de passages", _cell("Total des urgences", "Nombre de passages – 2013", "27 736"), "", True),
        (
            "combien d'années pour se désendetter",
            _cell("Capacité de désendettement", "2014", "7,3"),
            "",
            True,
        ),
        ("quel taux de taxe d'habitation", _cell("Taux de la taxe d'habitation", "2013", "11,49"), "", True),
        ("quel taux de taxe", _cell("Taxe d'habitation", "2013", "16,49"), "Comparatif des taux", True),
        (
            "quel prix coûte le repas",
            _cell("Repas enfant", "2015", "4,48"),
            "Tarifs votés par le conseil",
            True,
        ),
        ("quel prix coûte le repas", _cell("Nombre de repas", "2015", "448"), "Tarifs votés", False),
        ("combien d'ATSEM", _cell("Sociale (ATSEM)", "2014", "48"), "Répartition des effectifs", True),
        ("combien d'ATSEM", _cell("Sociale (ATSEM)", "2014", "48"), "Les écoles", False),
        ("combien d'agents ont eu la prime", _cell("Prime", "Nbre de bénéficiaires", "181"), "", True),
        ("combien d'équivalents temps plein", _told("38,7 ETP", "ETP", "l'effectif total"), "", True),
        ("combien de CVAE", _told("283 M€", "EUR", "la CVAE"), "", True),
        ("combien de pour cent", _told("37,4 %", "%", "le parc"), "", True),
        ("combien y a t'il de caisses payées", _told("26 caisses", "caisses", "le réseau"), "", True),
    ],
)
def test_what_stands_over_a_table_says_what_its_numbers_are(
    text: str, figure: FigureRow, above: str, fits: bool
) -> None:
    assert can_answer(figure, asked_of(text), above) is fits


def test_the_row_named_counts_what_stands_over_its_table() -> None:
    asked = replace(asked_of("combien de lits en psychiatrie"), things=frozenset({stem("psychiatrie")}))
    assert can_answer(_cell("Psychiatrie", "Total", "472"), asked, "Capacités en lits et places")
    assert not can_answer(_cell("Chirurgie", "Total", "73"), asked, "Capacités en lits et places")


def test_what_a_number_came_to_is_no_change() -> None:
    row = _told("13,2 M€", "EUR", "La forte progression de l'encours, qui est passé de 3,9 M€ en 2009 à")
    assert can_answer(row, asked_of("quel était l'encours de la dette ?"))


def test_an_amount_by_home_is_one_by_the_home_asked_for() -> None:
    row = _told("653 €", "EUR", "Le coût est par foyer raccordé de")
    assert can_answer(row, asked_of("combien coûte chaque foyer raccordé ?"))
