"""An amount answers where it is that of the thing asked for, not of another thing in the same report."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import pytest

from actions.reports.figures.things import (
    asks_a_price,
    class_counted,
    gives_amount,
    gives_share,
    is_a_price,
    is_on,
    things_asked,
)
from actions.reports.subject import Subject
from knowledge.reports.models import FigureRow
from knowledge.text import stems
from tests.actions.reports.figures.test_choice import _base, _cell, _told

_SPELT: Any = SimpleNamespace(well_spelt=lambda terms: terms)


@pytest.mark.parametrize(
    ("text", "things"),
    [
        ("combien coûte la piscine", {"piscin"}),
        ("combien le casino rapporte à la ville", {"casino"}),
        ("masse salariale 2014", {"salarial"}),
        ("quel est le montant de la dette", set()),
        ("combien la ville verse au total", set()),
    ],
)
def test_the_thing_is_what_the_question_names_beside_money(text: str, things: set[str]) -> None:
    assert things_asked(Subject(text), _SPELT) == things


@pytest.mark.parametrize(
    ("figure", "on_it"),
    [
        (_told("3 M€", "EUR", "Le coût de la piscine"), True),
        (_told("3 M€", "EUR", "La subvention au théâtre"), False),
        (_cell("Coût", "2014"), True),
    ],
)
def test_a_figure_is_on_the_thing_that_its_words_or_its_table_name(figure: FigureRow, on_it: bool) -> None:
    base = _base(caption="Budget de la piscine")
    assert is_on(figure, frozenset({"piscin"}), base) is on_it
    assert is_on(figure, frozenset(), base)


def test_a_thing_may_be_said_by_what_is_short_for_a_phrase() -> None:
    figure = _cell("TH", "2014")
    assert is_on(figure, frozenset({"habit"}), _base(), frozenset(stems("que rapporte la taxe d'habitation")))
    assert not is_on(figure, frozenset({"habit"}), _base())


@pytest.mark.parametrize(
    ("text", "one"),
    [
        ("combien de lits de chirurgie", {"chirurg"}),
        ("combien de lits", set()),
        ("combien de lits de la clinique", set()),
        ("la chirurgie a coûté combien", set()),
    ],
)
def test_the_class_of_what_is_counted_follows_it(text: str, one: set[str]) -> None:
    counted = frozenset(stems("lits")) if "lits" in text else frozenset()
    assert class_counted(Subject(text), counted, _SPELT) == one


def test_a_large_sum_is_no_price() -> None:
    assert is_a_price(_cell("Recette par journée", "2014"))
    assert not is_a_price(replace(_cell("Prix de journée", "2014"), value=Decimal(2_658_018)))


def test_a_word_of_money_said_for_the_staff_is_no_thing() -> None:
    other = _told("215 €", "EUR", "Les dépenses d’investissement et les charges à caractère général")
    assert not is_on(other, frozenset({"personnel"}), _base())
    assert is_on(_told("3 M€", "EUR", "Le coût des agents"), frozenset({"personnel"}), _base())


@pytest.mark.parametrize(
    ("text", "gives"),
    [
        ("La piscine a coûté 3 M€.", True),
        ("La piscine est à la charge de la ville. Le théâtre a coûté 3 M€.", False),
    ],
)
def test_a_passage_gives_the_amount_in_a_sentence_on_the_thing(text: str, gives: bool) -> None:
    hit: Any = SimpleNamespace(kind="text", text=text)
    assert gives_amount([hit], frozenset({"piscin"})) is gives


@pytest.mark.parametrize(
    ("figure", "price"),
    [
        (_told("5 €", "EUR", "L’entrée", "L’entrée est au prix de 5 €."), True),
        (_told("5 €", "EUR", "L’entrée", "Elle rapporte 5 € par entrée."), True),
        (_told("3 M€", "EUR", "Le déficit", "Pour 117 000 entrées, le déficit est de 3 M€."), False),
    ],
)
def test_a_price_is_no_amount_beside_the_thing(figure: FigureRow, price: bool) -> None:
    assert is_a_price(figure) is price
    hit: Any = SimpleNamespace(kind="text", text=figure.quote, place=SimpleNamespace(path=()))
    assert gives_amount([hit], frozenset({"entre"}), price=True) is price
    assert gives_amount([hit], frozenset({"entre"}))


def test_a_price_is_asked_by_its_name() -> None:
    assert asks_a_price("prix entrée") and asks_a_price("c'est quoi le tarif ?")
    assert not asks_a_price("combien coûte la piscine") and not asks_a_price("le prix de revient du repas")


@pytest.mark.parametrize(
    ("text", "gives"),
    [
        ("Le taux de réussite au bac est de 80 %.", True),
        ("Le taux de réussite au bac est passé de 8,3 à 6,7.", True),
        ("Les élèves de bac professionnel sont 19 %.", False),
        ("La réussite au bac est un objectif.", False),
    ],
)
def test_a_share_is_one_of_all_the_things(text: str, gives: bool) -> None:
    hit: Any = SimpleNamespace(kind="text", text=text, place=SimpleNamespace(path=()))
    assert gives_share([hit], frozenset({"reussit", "bac"})) is gives
