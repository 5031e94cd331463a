"""How a number has changed: the figures of a card that measure one thing in several years."""

from __future__ import annotations

from typing import Any

import pytest

from actions.answer import Answer
from actions.conversation.focus import Focus
from actions.conversation.next_focus import next_focus
from actions.reports.answers import ask_reports
from actions.reports.cards.answers import told_by_cards
from knowledge.report_cards import load_report_cards
from tests.actions.report_base import asked
from tests.actions.reports.card_base import desk_of_cards

CARDS = {card.key: card for card in load_report_cards()}


@pytest.fixture(scope="module")
def cards(tmp_path_factory: pytest.TempPathFactory) -> Any:
    return desk_of_cards(tmp_path_factory.mktemp("cards_series"))


def talk(key: str, cards: Any, *texts: str, lang: str = "fr") -> Answer:
    """What the last of several messages on one card is answered."""
    focus, answer = Focus(), None
    for text in (f"Que dit la Cour sur {CARDS[key].title} ?", *texts):
        intent = "report_figure" if "combien" in text or "how much" in text else "report_search"
        question = asked(text, intent, focus, lang)
        answer = told_by_cards(ask_reports(question, cards), question, cards.reports)
        focus = next_focus(question, answer)
    assert answer is not None
    return answer


def amounts(answer: Answer) -> list[str]:
    return [getattr(block, "text", "").rpartition(" : ")[2] for block in answer.blocks[1:]]


@pytest.mark.parametrize(
    "text",
    [
        "et c'est plus que l'année d'avant ?",
        "ça a augmenté ?",
        "évolution depuis 2005 ?",
        "et c'était moins avant ?",
        "ça a monté ?",
        "et avant ?",
    ],
)
def test_a_change_of_what_was_told_is_told_by_year(cards: Any, text: str) -> None:
    answer = talk("388634", cards, "combien coûtent les interceptions ?", text)
    assert answer.status == "answered"
    told = amounts(answer)
    assert told == sorted(told, key=lambda amount: float(amount.split()[0].replace(",", ".")))
    assert len(told) >= 2 and CARDS["388634"].summary_fr not in answer.text


def test_two_rows_are_both_told_where_the_question_is_of_neither(cards: Any) -> None:
    answer = talk("392847", cards, "et entre 2010 et 2015 ça a augmenté ?")
    assert all(amount in answer.text for amount in ("6 043", "6 899", "6 878", "4 973"))


def test_by_how_much_is_told_by_the_figure_that_says_it(cards: Any) -> None:
    answer = talk("391191", cards, "de combien le nombre de syndicats a baissé ?")
    assert "22 %" in answer.text and "14 368" not in answer.text


def test_a_change_that_no_two_figures_tell_is_told_in_words(cards: Any) -> None:
    answer = talk("393081", cards, "ça a augmenté ?")
    assert "285 millions" not in answer.text


def test_the_last_of_two_years_is_told_whatever_it_is_called(cards: Any) -> None:
    answer = talk("391191", cards, "combien de syndicats ?")
    assert "11 187" in answer.text and "14 368" not in answer.text


def test_what_they_are_is_told_of_the_last_year(cards: Any) -> None:
    question = asked("Quelles sont les dépenses fiscales défavorables à l'environnement ?", "report_search")
    assert "6 899 millions" in ask_reports(question, cards).text
