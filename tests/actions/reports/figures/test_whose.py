"""A report on a body has tables of others, whose figures are not its own."""

from __future__ import annotations

from dataclasses import replace

import pytest

from actions.reports.figures.choice import at_the_head
from actions.reports.figures.whose import is_of_another, of_the_body
from knowledge.reports.models import FigureRow, Place
from tests.actions.reports.figures.test_choice import _base, _cell


def _under(figure: FigureRow, *path: str) -> FigureRow:
    return replace(figure, place=Place("s9-b1", path))


OWN = _cell("CAF brute", "2014", "462 600 €", "EUR", 2014)
OTHER = _under(_cell("CAF brute", "2014", "-28 847 €", "EUR", 2014), "Annexes", "Analyse du CCAS")


def test_the_body_itself_comes_before_others_of_its_report() -> None:
    assert at_the_head([OTHER, OWN], "la CAF brute en 2014", _base()) == [OWN]
    assert of_the_body([OTHER], "la caf brute en 2014", _base()) == [OTHER]


@pytest.mark.parametrize(
    ("figure", "asked", "of_another"),
    [
        (OTHER, "la caf brute", True),
        (OTHER, "la caf brute du ccas", False),
        (_under(OWN, "Le budget principal et les budgets annexes"), "la caf brute", False),
        (_under(OWN, "Le budget annexe de l’eau"), "la caf brute", True),
        (_cell("Rémunérations du personnel titulaire", "2014"), "les remunerations", True),
        (_cell("Rémunérations du personnel titulaire", "2014"), "remunerations des titulaires", False),
        (_cell("Total des titulaires et non titulaires", "2014"), "les remunerations", False),
    ],
)
def test_headings_and_rows_name_whose_figure_it_is(figure: FigureRow, asked: str, of_another: bool) -> None:
    assert is_of_another(figure, asked, _base()) is of_another


def test_the_title_of_a_table_names_whose_figure_it_is() -> None:
    base = _base(caption="Journées d’absence du personnel non titulaire")
    assert is_of_another(_cell("Taux d’absentéisme", "2014"), "l’absenteisme", base)


def test_a_sentence_on_a_neighbour_gives_no_figure_of_the_body() -> None:
    said = "Ces hectares sont la surface de Grisemer, qui compte 2 700 habitants."
    figure = replace(OWN, row_heading=None, column_heading=None, printed="2 700 habitants", quote=said)
    assert is_of_another(figure, "combien d’habitants", _base())
    own = replace(figure, quote="La commune est petite, qui compte 2 700 habitants.")
    assert not is_of_another(own, "combien d’habitants", _base())


def test_how_many_there_is_room_for_is_not_how_many_came() -> None:
    room, came = (
        replace(OWN, row_heading=None, column_heading=None, unit="passagers", printed=printed, quote=quote)
        for printed, quote in (
            ("5 000 passagers", "Deux aérogares acceptent jusqu’à 5 000 passagers."),
            ("4 000 passagers", "L’aéroport a reçu 4 000 passagers."),
        )
    )
    assert at_the_head([room, came], "combien de passagers", _base()) == [came]
    assert at_the_head([room], "quelle capacité en passagers", _base()) == [room]
