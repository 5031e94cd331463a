"""Recommendations of a card: all of them, those on a matter, the one of a number, or of no report named."""

from __future__ import annotations

from typing import Any

import pytest

from actions.answer import Answer
from actions.reports.answers import ask_reports
from actions.reports.cards.answers import told_by_cards
from tests.actions.report_base import asked
from tests.actions.reports.card_base import desk_of_cards


@pytest.fixture(scope="module")
def cards(tmp_path_factory: pytest.TempPathFactory) -> Any:
    return desk_of_cards(tmp_path_factory.mktemp("card_recommended"))


def first(text: str, cards: Any, lang: str = "fr") -> Answer:
    question = asked(text, "report_recommendations", lang=lang)
    return told_by_cards(ask_reports(question, cards), question, cards.reports)


def test_the_words_of_the_title_are_no_matter_of_some_recommendations(cards: Any) -> None:
    answer = first("quelles recommandations dans les interceptions judiciaires", cards)
    assert (
        answer.text.startswith("Recommandations et rappels formulés : 7.") and "Les autres" not in answer.text
    )


def test_a_recommendation_of_a_number_is_told_alone(cards: Any) -> None:
    answer = first("la recommandation 4 du rapport sur le droit au logement opposable (DALO)", cards)
    assert "n° 4 :" in answer.text and "n° 3 :" not in answer.text
    told = first("recommandations n° 3 et 4 du rapport sur le droit au logement opposable (DALO)", cards)
    assert "n° 3 :" in told.text and "n° 4 :" in told.text and "n° 5 :" not in told.text
    missing = first("la recommandation n° 12 du rapport sur le droit au logement opposable (DALO)", cards)
    assert "pas de recommandation n° 12 : il en compte 5" in missing.text


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("recommandation n° 1 du rapport sur les aides à l'accession", "n° 1 :"),
        ("quelles sont les recommandations sur les données de santé, j'veux juste la première", "n° 1 :"),
        ("la première recommandation du rapport sur le DALO", "n° 1 :"),
        (
            "les recommandations du rapport sur le droit au logement opposable (DALO), juste la dernière",
            "n° 5 :",
        ),
    ],
)
def test_one_asked_for_of_a_report_in_one_message_is_told_alone(cards: Any, text: str, told: str) -> None:
    answer = first(text, cards)
    assert told in answer.text and answer.text.count("n° ") == 1


def test_what_followed_a_report_is_not_told(cards: Any) -> None:
    answer = first("Quelles suites ont été données au rapport sur La Poste ?", cards)
    assert answer.status == "not_found" and "ne dit pas si" in answer.text


@pytest.mark.parametrize(
    "text",
    [
        "quelle est la recommandation numéro 9 ?",
        "que recommande la Cour sur ce programme ?",
    ],
)
def test_of_no_report_it_is_asked_which_is_meant(cards: Any, text: str) -> None:
    answer = first(text, cards)
    assert answer.status == "clarify" and answer.text.startswith("De quel rapport parlez-vous ?")


def test_that_none_is_on_a_matter_or_called_the_main_one_is_said_first(cards: Any) -> None:
    none = first("recommandation sur le kérosène, compétitivité du transport aérien", cards)
    assert none.text.startswith("Aucune ne parle de « kérosène » en ces termes.")
    main = first("recommandation principale sur la compétitivité du transport aérien", cards)
    assert main.text.startswith("Le rapport ne dit pas laquelle est la principale.")
