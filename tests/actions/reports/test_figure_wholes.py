"""The whole of what is asked for stands before its parts, and alone where it says so."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from actions.reports.figure_choice import at_the_head
from actions.reports.figure_kinds import in_words_of_staff
from knowledge.reports.models import FigureRow, Place
from tests.actions.reports.test_figure_choice import _base, _cell, _told


def _count(number: int, label: str, quote: str = "") -> FigureRow:
    told = _told(f"{number} lits", "lits", label, quote)
    return replace(told, value=Decimal(number))


def test_a_number_of_the_whole_stands_before_those_of_its_parts() -> None:
    parts = [_count(n, "Le site", f"Il a {n} lits.") for n in (40, 30, 25)]
    whole = replace(_count(609, "Il compte"), place=Place("s7-b1", ()))
    assert at_the_head([*parts, whole], "combien de lits", _base()) == [whole]
    assert at_the_head([*parts[:2], whole], "combien de lits", _base()) == [whole]


@pytest.mark.parametrize(
    ("label", "quote"),
    [
        ("Le service compte", ""),
        ("Le département compte", ""),
        ("Les effectifs consacrés à cette mission", ""),
        ("Il compte", "L’absentéisme compte pour 900 lits."),
        ("Il compte", "Il regroupe neuf communes et compte 900 lits."),
        ("Il compte", "Elle compte 900 lits mis à disposition de cinq associations."),
        ("Il compte", "À l’horizon 2020, il comptera 900 lits."),
        ("Il compte", "À titre de comparaison, celui d’Alès compte 900 lits."),
    ],
)
def test_a_service_a_larger_area_or_another_body_is_not_the_body(label: str, quote: str) -> None:
    other, own = _count(900, label, quote), _count(320, "L’hôpital compte")
    assert at_the_head([other, own], "combien de lits", _base()) == [own]


def test_a_part_is_told_where_it_is_asked_for_by_its_name() -> None:
    part = _count(40, "Le service compte")
    assert at_the_head([part], "combien de lits dans ce service", _base()) == [part]
    assert at_the_head([part], "combien de lits", _base()) == []


def test_the_body_may_be_a_department() -> None:
    figure = _count(900, "Le département compte")
    own = replace(figure, report=replace(figure.report, title="Département de la Creuse"))
    assert at_the_head([own, _count(20, "Le foyer a")], "combien de lits", _base())[0] == own


def test_what_came_or_went_stands_first_where_it_is_asked_for() -> None:
    there, closed = _count(609, "Il compte"), _count(9, "", "Il a décidé la fermeture de 9 lits.")
    assert at_the_head([there, closed], "combien de lits fermés", _base())[0] == closed


def test_the_total_of_a_row_stands_for_its_columns() -> None:
    cells = [_cell("Nombre d’agents", f"2012 – {c}", n, year=2012) for c, n in (("B", "23"), ("T", "130"))]
    assert at_the_head(cells, "combien d'agents", _base(*cells)) == cells[1:]


def test_a_number_is_told_once() -> None:
    twice = [_count(609, "Il compte", quote) for quote in ("Il compte 609 lits.", "Avec 609 lits en tout.")]
    assert at_the_head(twice, "combien de lits", _base()) == twice[:1]


@pytest.mark.parametrize(
    ("row", "printed", "score", "told"),
    [
        ("Parking payant", "0", 0.85, False),
        ("Parking payant", "0", 1.0, True),
        ("Crédit d’impôt", "21", 1.0, False),
        ("Prix du crédit", "21", 1.0, True),
    ],
)
def test_a_row_of_zeros_or_without_a_unit_says_nothing(
    row: str, printed: str, score: float, told: bool
) -> None:
    cell = replace(_cell(row, "2014", printed, year=2014), value=Decimal(printed), score=score)
    assert at_the_head([cell], "crédit", _base()) == ([cell] if told else [])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("combien de personnes emploie la ville ?", "combien d'agents la ville ?"),
        ("la ville emploie combien de gens", "la ville combien d'agents"),
        ("combien de femmes emploie la ville ?", "combien de femmes emploie la ville ?"),
        ("combien coûte la ville ?", "combien coûte la ville ?"),
    ],
)
def test_people_who_work_there_are_counted_as_agents(text: str, said: str) -> None:
    assert in_words_of_staff(text) == said
