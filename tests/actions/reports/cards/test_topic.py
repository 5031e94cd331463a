"""A topic typed alone is told what its report says, a number only where one is asked for."""

from __future__ import annotations

from typing import Any

import pytest

from actions.answer import Answer
from actions.reports.answers import ask_reports
from actions.reports.cards.answers import told_by_cards
from knowledge.report_cards import load_report_cards
from tests.actions.report_base import asked
from tests.actions.reports.card_base import desk_of_cards

CARDS = {card.key: card for card in load_report_cards()}


@pytest.fixture(scope="module")
def cards(tmp_path_factory: pytest.TempPathFactory) -> Any:
    return desk_of_cards(tmp_path_factory.mktemp("card_topics"))


def first(text: str, cards: Any, intent: str = "report_search") -> Answer:
    question = asked(text, intent)
    return told_by_cards(ask_reports(question, cards), question, cards.reports)


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("388634", "interceptions judiciaires"),
        ("388355", "gestion des aéronefs retirés du service de l'État"),
        ("395340", "fiscalité directe locale DGFIP"),
        ("394171", "aides à l'accession à la propriété"),
        ("391191", "syndicats intercommunaux SIVU SIVOM"),
    ],
)
def test_a_topic_alone_opens_on_what_the_report_says(cards: Any, key: str, text: str) -> None:
    answer = first(text, cards)
    assert answer.status == "answered" and CARDS[key].summary_fr in answer.text
    assert all(figure.text_fr not in answer.text for figure in CARDS[key].figures)


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("coût du programme SIRHEN au départ", "60 millions"),
        ("masse des douanes, nombre de logements domaniaux", "3 324"),
        ("dépense interceptions judiciaires 2015", "122,55"),
    ],
)
def test_words_for_a_number_are_told_the_number(cards: Any, text: str, figure: str) -> None:
    assert figure in first(text, cards, "report_figure").text


def test_a_part_named_is_told_its_sentences_and_its_figures(cards: Any) -> None:
    answer = first("insertion professionnelle des jeunes docteurs chômage", cards)
    assert "Cour juge décevante" in answer.text and "près de 9 %" in answer.text
    assert CARDS["389063"].summary_fr not in answer.text


def test_the_court_is_named_where_a_sentence_of_the_summary_stands_first(cards: Any) -> None:
    answer = first("pourquoi le programme SIRHEN est-il en retard ?", cards)
    assert not any(getattr(block, "text", "").startswith("Elle ") for block in answer.blocks)
