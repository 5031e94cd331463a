"""Questions on a report known by its card: told are the lines that say it, or that none does."""

from __future__ import annotations

from typing import Any

import pytest

from actions.answer import Answer
from actions.conversation.focus import Focus
from actions.conversation.next_focus import next_focus
from actions.reports.answers import ask_reports
from actions.reports.card_answers import told_by_cards
from knowledge.report_cards import load_report_cards
from tests.actions.report_base import asked
from tests.actions.reports.card_base import desk_of_cards

CARDS = {card.key: card for card in load_report_cards()}


@pytest.fixture(scope="module")
def cards(tmp_path_factory: pytest.TempPathFactory) -> Any:
    return desk_of_cards(tmp_path_factory.mktemp("cards_told"))


def on_card(key: str, cards: Any) -> Focus:
    question = asked(f"Que dit la Cour sur {CARDS[key].title} ?", "report_search")
    answer = ask_reports(question, cards)
    assert {source.report for source in answer.sources} == {key}
    return next_focus(question, answer)


def told(text: str, key: str, cards: Any, intent: str = "report_search", lang: str = "fr") -> Answer:
    question = asked(text, intent, on_card(key, cards), lang)
    return told_by_cards(ask_reports(question, cards), question, cards.reports)


def lines(answer: Answer) -> list[str]:
    return [getattr(block, "text", "") for block in answer.blocks[1:]]


@pytest.mark.parametrize(
    ("key", "text", "figures"),
    [
        ("395050", "combien de ménages attendent ?", ["60 000"]),
        ("390077", "et de points de contact ?", ["17 075"]),
        ("395047", "combien au départ et à la fin ?", ["60 millions", "320 millions"]),
        ("389794", "combien de logements de fonction avant ?", ["1 140"]),
        ("392975", "quels crédits en 2012 ?", ["535,8"]),
        ("388284", "combien ça coûte par jeune ?", ["142 euros"]),
        ("389063", "combien gagne un docteur ?", ["2 280"]),
        ("389464", "quel délai moyen pour une extraction ?", ["18 mois"]),
    ],
)
def test_a_figure_asked_is_told_alone(cards: Any, key: str, text: str, figures: list[str]) -> None:
    answer = told(text, key, cards, "report_figure")
    assert answer.status == "answered"
    assert all(any(figure in line for line in lines(answer)) for figure in figures)
    assert len(lines(answer)) <= 3
    assert CARDS[key].summary_fr not in answer.text


@pytest.mark.parametrize(
    ("key", "text", "said"),
    [
        ("389901", "c'est quoi Copernicus ?", "programme européen d’observation de la Terre"),
        ("395047", "pourquoi ça a dérapé ?", "complexité sous-estimée"),
        ("394691", "qui gère le fonds ?", "Caisse des dépôts"),
        ("389464", "qui gère le SNIIRAM ?", "par la CNAMTS"),
        ("389464", "depuis quand il existe ?", "1998"),
        ("392964", "c'est où ?", "fort d’Ivry"),
        ("392964", "les films sont numérisés ?", "déjà numérisés"),
        ("392806", "l'État a-t-il une stratégie ?", "sans stratégie d’ensemble"),
        ("389290", "la Cour veut supprimer l'agence ?", "Agence des espaces verts"),
    ],
)
def test_a_question_in_words_is_told_the_sentences_that_say_it(
    cards: Any, key: str, text: str, said: str
) -> None:
    answer = told(text, key, cards)
    assert answer.status == "answered"
    assert said in answer.text
    assert CARDS[key].summary_fr not in answer.text and len(answer.text) < 900


@pytest.mark.parametrize(
    ("key", "text", "intent"),
    [
        ("392975", "combien d'élèves ?", "report_figure"),
        ("388634", "qui est le prestataire ?", "report_search"),
        ("388284", "et le service national universel ?", "report_search"),
        ("389957", "combien de salariés ?", "report_figure"),
        ("393081", "et pour les fonctionnaires ?", "report_search"),
        ("393494", "combien de votants ?", "report_figure"),
        ("390077", "combien de facteurs ?", "report_figure"),
        ("395052", "combien gagne un remplaçant ?", "report_figure"),
        ("392847", "laquelle coûte le plus cher ?", "report_search"),
    ],
)
def test_what_a_card_does_not_say_is_not_answered(cards: Any, key: str, text: str, intent: str) -> None:
    answer = told(text, key, cards, intent)
    assert answer.status == "not_found"
    assert answer.text.startswith("La fiche que j'ai de ce rapport ne le dit pas")
    assert answer.quick_replies and answer.links
    assert len(answer.blocks) <= 2


def test_what_the_court_asks_for_answers_what_it_wants(cards: Any) -> None:
    answer = told("la Cour veut supprimer la journée ?", "388284", cards)
    assert answer.status == "answered"
    assert "recommande de la centrer davantage sur la défense" in answer.text


def test_a_line_that_comes_near_is_shown_with_the_refusal(cards: Any) -> None:
    answer = told("combien de logements en zone tendue ?", "390122", cards, "report_figure")
    assert answer.status == "not_found"
    assert "3 324 logements" in answer.text or len(answer.blocks) == 1


def test_recommendations_on_a_matter_are_told_alone(cards: Any) -> None:
    answer = told("que recommande la Cour sur les notaires ?", "395340", cards, "report_recommendations")
    assert "Télé@ctes" in answer.text and "n° 3" not in answer.text


def test_a_report_without_recommendation_says_so(cards: Any) -> None:
    answer = told("quelles recommandations ?", "388355", cards, "report_recommendations")
    assert "ne contient pas de recommandation" in answer.text and len(answer.text) < 400


def test_single_sentences_are_told_in_english_to_readers_of_english(cards: Any) -> None:
    answer = told("why did the cost increase?", "395047", cards, lang="en")
    assert "underestimated complexity" in answer.text and "sous-estimée" not in answer.text
