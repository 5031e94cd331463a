"""A figure of a card answers only if it measures the very thing asked; its neighbour at most comes near."""

from __future__ import annotations

from typing import Any

import pytest

from actions.answer import Answer
from actions.conversation.next_focus import next_focus
from actions.reports.answers import ask_reports
from actions.reports.cards.answers import told_by_cards
from knowledge.report_cards import load_report_cards
from tests.actions.report_base import asked
from tests.actions.reports.card_base import desk_of_cards

CARDS = {card.key: card for card in load_report_cards()}


@pytest.fixture(scope="module")
def cards(tmp_path_factory: pytest.TempPathFactory) -> Any:
    return desk_of_cards(tmp_path_factory.mktemp("card_agreement"))


def talk(cards: Any, key: str, *texts: str) -> Answer:
    question = asked(f"Que dit la Cour sur {CARDS[key].title} ?", "report_search")
    answer = ask_reports(question, cards)
    for text in texts:
        question = asked(text, "report_figure", next_focus(question, answer))
        answer = ask_reports(question, cards)
    return told_by_cards(answer, question, cards.reports)


@pytest.mark.parametrize(
    ("key", "text", "neighbour"),
    [
        ("395052", "quel taux de remplacement des absences courtes ?", "97 %"),
        ("396018", "combien d'agents à l'administration centrale ?", "71 agents"),
        ("392064", "son budget 2015", "746 millions"),
        ("392975", "quel est le budget de l'agence ?", "492,1 millions"),
        ("392975", "les frais de scolarité ont augmenté de combien ?", "1,8 milliard"),
        ("395050", "combien l'État a payé d'astreintes en 2015 ?", "89,3 millions"),
        ("392975", "part des élèves français", "réseau scolaire est unique"),
    ],
)
def test_a_neighbouring_figure_is_no_answer(cards: Any, key: str, text: str, neighbour: str) -> None:
    answer = talk(cards, key, text)
    assert answer.status == "not_found"
    assert neighbour not in answer.text or "en ces termes" in answer.text


@pytest.mark.parametrize(
    ("key", "text", "figure", "other"),
    [
        ("395052", "quel taux pour les absences longues ?", "97 %", "31 %"),
        ("396018", "combien d'agents au cabinet de la ministre ?", "71 agents", "40 %"),
        ("395050", "combien l'État a payé d'astreintes de 2010 à 2015 ?", "89,3 millions", "41 862"),
        ("389957", "combien en réserve ?", "26 millions", "224 millions"),
        ("389957", "quelle est la réserve exigée ?", "224 millions", "26 millions"),
        ("389901", "combien la France paye ?", "1,5 milliard", "8,4 milliards"),
        ("395047", "quel budget au départ ?", "60 millions", "320 millions"),
    ],
)
def test_the_figure_of_the_very_thing_is_told(
    cards: Any, key: str, text: str, figure: str, other: str
) -> None:
    answer = talk(cards, key, text)
    assert answer.status == "answered" and figure in answer.text and other not in answer.text


def test_what_a_thing_is_is_asked_for_itself_after_a_figure(cards: Any) -> None:
    answer = talk(cards, "389901", "combien la France paye ?", "c'est quoi exactement Copernicus ?")
    assert "programme européen d’observation de la Terre" in answer.text


def test_a_year_asked_after_a_figure_keeps_the_one_of_that_year(cards: Any) -> None:
    answer = talk(cards, "388284", "combien de jeunes ont participé à la JDC ?", "et en 2014 ?")
    assert "783 153" in answer.text and "28 783" not in answer.text


def test_an_overrun_is_told_by_what_was_planned_and_what_it_came_to(cards: Any) -> None:
    for key, planned, reached in (("395047", "60 millions", "320 millions"), ("388634", "42,1", "82,67")):
        answer = talk(cards, key, "quel est le dérapage budgétaire ?")
        assert planned in answer.text and reached in answer.text
    assert "complexité sous-estimée" in talk(cards, "395047", "pourquoi ce dérapage ?").text


def test_how_far_a_number_fell_is_told_with_its_years(cards: Any) -> None:
    answer = talk(cards, "395038", "combien de familles adhérentes ?", "ça a baissé depuis 2002 ?")
    assert all(figure in answer.text for figure in ("16 %", "797 000", "668 000"))


def test_the_years_looked_at_are_told_by_title_or_scope(cards: Any) -> None:
    assert "2012-2015" in talk(cards, "394691", "sur quelle période porte-t-il ?").text
    assert "de 2009 à 2014" in talk(cards, "390077", "sur quelle période porte-t-il ?").text
