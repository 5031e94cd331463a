"""What is told of a card: as of a report, but never as its words."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from actions.answer import Answer, ItemList, Paragraph, Quote
from actions.conversation.next_focus import next_focus
from actions.question import Question
from actions.reports.answers import ask_reports
from actions.reports.cards.answers import told_by_cards
from knowledge.report_cards import load_report_cards
from knowledge.reports.base import ReportBase
from tests.actions.report_base import asked, desk_with, make_base
from tests.actions.reports.card_base import desk_of_cards

CARDS = {card.key: card for card in load_report_cards()}


@pytest.fixture(scope="module")
def cards(tmp_path_factory: pytest.TempPathFactory) -> Any:
    return desk_of_cards(tmp_path_factory.mktemp("cards"))


def told(question: Question, desk: Any) -> Answer:
    return told_by_cards(ask_reports(question, desk), question, desk.reports)


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_talk_on_a_card_goes_on_as_on_a_report(cards: Any, lang: str) -> None:
    first = asked("Que dit la Cour des comptes sur La Poste ?", "report_search", lang=lang)
    answer = ask_reports(first, cards)
    assert {source.report for source in answer.sources} == {"390077"}
    focus = next_focus(first, answer)
    cost = told(asked("combien ça coûte ?", "report_figure", focus, lang), cards)
    assert {source.report for source in cost.sources} == {"390077"}
    assert ("environ 4,2 milliards d’euros" if lang == "fr" else "about 4.2 billion euros") in cost.text
    advice = told(asked("et ses recommandations ?", "report_recommendations", focus, lang), cards)
    first_one = CARDS["390077"].recommendations[0]
    assert (first_one.text_fr if lang == "fr" else first_one.text_en) in advice.text


@pytest.mark.parametrize("intent", ["report_search", "report_figure", "report_recommendations"])
def test_nothing_of_a_card_is_shown_as_the_words_of_its_report(cards: Any, intent: str) -> None:
    answer = told(asked("Combien coûte la journée défense et citoyenneté ?", intent), cards)
    assert answer.status == "answered"
    assert not [block for block in answer.blocks if isinstance(block, Quote)]
    assert not [source for source in answer.sources if source.quote]
    assert "fiche" in answer.text and "«" not in answer.text


def test_a_reader_of_english_is_told_in_english(cards: Any) -> None:
    answer = told(asked("What does the Court say about La Poste?", "report_search", lang="en"), cards)
    assert CARDS["390077"].summary_en in answer.text
    assert CARDS["390077"].summary_fr not in answer.text


def test_a_body_without_a_report_is_told_what_there_is(cards: Any) -> None:
    answer = told(asked("Que dit la Cour sur la commune de Vannes ?", "report_search"), cards)
    assert answer.status == "not_found"
    assert "Je connais 31 rapports nationaux, par leurs fiches" in answer.text
    assert answer.text.endswith("sur une ville ou un hôpital, sont sur www.ccomptes.fr.")


def test_a_refusal_says_that_only_the_card_is_known(cards: Any) -> None:
    first = asked("Que dit la Cour des comptes sur La Poste ?", "report_search")
    focus = next_focus(first, ask_reports(first, cards))
    answer = told(asked("et les piscines olympiques ?", "report_search", focus), cards)
    assert answer.status == "not_found"
    assert answer.text.startswith("La fiche que j'ai de ce rapport ne le dit pas")
    assert "piscine" not in answer.text and len(answer.blocks) == 1


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Quels rapports parus en septembre 2016 ?", {"392847", "392806", "392799"}),
        ("Quels rapports de 2017 ?", {"395340", "395038"}),
        ("Quels rapports portent sur l'outre-mer ?", {"396018"}),
    ],
)
def test_lists_are_filtered(cards: Any, text: str, keys: set[str]) -> None:
    answer = told(asked(text, "report_list"), cards)
    assert {source.report for source in answer.sources} == keys


def test_a_full_report_is_still_quoted(tmp_path: Path) -> None:
    desk = desk_with(ReportBase(make_base(tmp_path)))
    question = asked("Quelle est la dette de Montclair ?", "report_search")
    answer = ask_reports(question, desk)
    assert told_by_cards(answer, question, desk.reports) == answer
    assert [block for block in answer.blocks if isinstance(block, Quote)]


def test_figures_of_a_card_stand_alone(cards: Any) -> None:
    answer = told(asked("Combien de bureaux de poste ?", "report_figure"), cards)
    assert isinstance(answer.blocks[0], Paragraph) and answer.blocks[0].text.startswith("D'après la fiche")
    assert answer.blocks[1] == Paragraph("Bureaux de poste, 2014 : 9 574 bureaux de poste.")
    assert not [block for block in answer.blocks if isinstance(block, ItemList)]
