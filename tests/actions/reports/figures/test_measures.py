"""An amount that has a name of its own is answered by no other amount of the same report."""

from __future__ import annotations

from dataclasses import replace

import pytest

from actions.reports.figures.measures import (
    flows_the_other_way,
    in_words_of_amounts,
    is_measured,
    measures_asked,
    names_measure,
)
from knowledge.reports.models import FigureRow, Place
from tests.actions.reports.figures.test_choice import _base, _cell, _told


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("quelle est la dette ?", {"det"}),
        ("combien coûte la piscine ?", set()),
        ("et le directeur il gagnait combien", {"salair", "indemnit"}),
        ("combien touche le maire ?", {"salair", "indemnit"}),
        ("combien gagnaient les gérants ?", {"salair", "indemnit"}),
        ("combien la ville touche avec le casino ?", set()),
    ],
)
def test_amounts_are_named_or_meant_by_who_earns(text: str, measures: set[str]) -> None:
    assert measures_asked(text) == measures


@pytest.mark.parametrize(
    ("text", "figure", "measured"),
    [
        ("le budget en 2013", _cell("produits artistiques", "2013"), False),
        ("le budget en 2013", _cell("Total des charges", "2013"), True),
        ("le budget en 2013", _told("13 M€", "EUR", "Dotée d’un budget"), True),
        ("quel déficit", _cell("Résultat de l’exercice", "2013"), True),
        ("quel déficit", _told("77 500 €", "EUR", "une économie"), False),
        ("la masse salariale", _told("3,5 M€", "EUR", "Les charges à caractère général"), False),
        ("la masse salariale", _cell("Charges de personnel", "2014"), True),
        ("la dette", _cell("Encours", "2014"), True),
        ("la dette", replace(_cell("Trésorerie nette", "2014"), place=Place("s2-b1", ("La dette",))), False),
        ("le budget", _cell("Charges de gestion – Charges à caractère général sauf achats", "2013"), False),
        ("quel déficit", _cell("Quote-part transférée au compte de résultat", "2014"), False),
        ("quel déficit", _cell("Solde créditeur", "2014"), False),
        ("combien coûte la piscine", _cell("Travaux", "2014"), True),
    ],
)
def test_a_figure_is_the_amount_named(text: str, figure: FigureRow, measured: bool) -> None:
    assert is_measured(figure, measures_asked(text), _base()) is measured


@pytest.mark.parametrize(
    ("text", "caption", "against"),
    [
        ("combien le département verse de rsa", "Les recettes", True),
        ("combien le département verse de rsa", "Les dépenses", False),
        ("combien le departement recoit pour le rsa", "Les dépenses", True),
        ("le rsa en 2014", "Les recettes", False),
    ],
)
def test_receipts_are_no_answer_to_what_is_paid(text: str, caption: str, against: bool) -> None:
    base = _base(caption=caption)
    assert flows_the_other_way(_cell("RSA", "2014"), text, base) is against
    assert not flows_the_other_way(_told("3 M€", "EUR", "Les recettes"), text, base)


def test_a_row_of_receipts_is_no_cost_whatever_stands_above_it() -> None:
    base = _base(caption="Les dépenses et recettes du musée")
    receipts = _cell("Recettes de fonctionnement (entrées)", "2014")
    assert flows_the_other_way(receipts, "combien coute le musee", base)
    assert not flows_the_other_way(_cell("Le musée", "2014"), "combien coute le musee", base)


def test_the_title_of_a_table_names_the_amount_too() -> None:
    assert is_measured(_cell("Capital restant dû", "2014"), frozenset({"det"}), _base(caption="La dette"))


def test_without_a_name_any_text_is_on_the_amount() -> None:
    assert names_measure("Les travaux ont coûté 3 M€.", frozenset())
    assert not names_measure("Les travaux ont coûté 3 M€.", frozenset({"det"}))
    assert not names_measure("Un arrêté du ministre chargé du budget fixe 2 000 €.", frozenset({"budget"}))
    assert names_measure("Le budget est de 2 000 €.", frozenset({"budget"}))


@pytest.mark.parametrize(
    ("text", "owed"),
    [
        ("combien la ville devait encore fin 2012", True),
        ("que restait-il à rembourser au lycée", True),
        ("combien la commune doit-elle ?", True),
        ("combien doit payer un usager", False),
        ("combien la ville doit dépenser", False),
        ("il reste combien de places", False),
    ],
)
def test_what_is_still_owed_is_the_debt(text: str, owed: bool) -> None:
    assert ("det" in measures_asked(text)) is owed


@pytest.mark.parametrize(
    ("text", "added"),
    [
        ("combien elle doit encore", "encours de la dette"),
        ("combien gagne le directeur", "rémunération"),
        ("le camping rapporte combien", "recettes chiffre d'affaires"),
        ("que dit le rapport sur le camping", ""),
    ],
)
def test_an_amount_asked_for_by_a_verb_is_called_as_reports_do(text: str, added: str) -> None:
    assert in_words_of_amounts(text) == f"{text} {added}".strip()
