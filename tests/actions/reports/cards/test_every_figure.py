"""« Ses chiffres » gives all figures of a card, and only where no matter is named."""

from __future__ import annotations

from typing import Any

import pytest

from actions.answer import ItemList
from actions.conversation.next_focus import next_focus
from actions.reports.answers import ask_reports
from knowledge.report_cards import load_report_cards
from tests.actions.report_base import asked
from tests.actions.reports.card_base import desk_of_cards


@pytest.fixture(scope="module")
def cards(tmp_path_factory: pytest.TempPathFactory) -> Any:
    return desk_of_cards(tmp_path_factory.mktemp("cards"))


@pytest.mark.parametrize("card", load_report_cards(), ids=lambda card: card.key)
def test_the_buttons_give_all_of_a_card(cards: Any, card: Any) -> None:
    question = asked(f"Que dit la Cour sur {card.title} ?", "report_search")
    answer = ask_reports(question, cards)
    assert answer.sources[0].report == card.key
    for reply in answer.quick_replies:
        wanted = card.figures if reply.label == "Ses chiffres" else card.recommendations
        shown = ask_reports(asked(reply.text, "report_search"), cards)
        assert {source.report for source in shown.sources} == {card.key}
        assert [len(one.items) for one in shown.blocks if isinstance(one, ItemList)] == [len(wanted)]


@pytest.mark.parametrize("text", ["ses chiffres", "les chiffres clés ?", "et les chiffres ?"])
def test_in_a_talk_they_are_those_of_the_card(cards: Any, text: str) -> None:
    first = asked("Que dit la Cour des comptes sur La Poste ?", "report_search")
    focus = next_focus(first, ask_reports(first, cards))
    answer = ask_reports(asked(text, "report_search", focus), cards)
    assert [len(block.items) for block in answer.blocks if isinstance(block, ItemList)] == [8]


@pytest.mark.parametrize(
    "text", ["les chiffres de la sous-activité des bureaux ruraux", "quel chiffre d'affaires ?"]
)
def test_a_matter_named_is_looked_for(cards: Any, text: str) -> None:
    first = asked("Que dit la Cour des comptes sur La Poste ?", "report_search")
    focus = next_focus(first, ask_reports(first, cards))
    answer = ask_reports(asked(text, "report_figure", focus), cards)
    assert not [block for block in answer.blocks if isinstance(block, ItemList) and len(block.items) == 8]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("chiffres du rapport élections des Français de l'étranger", "393494"),
        ("chiffres du rapport SNIIRAM données personnelles de santé", "389464"),
        ("chiffres du rapport conflits d'intérêts", "389120"),
        ("les chiffres importants du rapport sur La Poste", "390077"),
        ("les chiffres clés dans le rapport sur la PNIJ", "388634"),
    ],
)
def test_what_follows_the_report_only_says_which(cards: Any, text: str, key: str) -> None:
    answer = ask_reports(asked(text, "report_figure"), cards)
    every = next(len(card.figures) for card in load_report_cards() if card.key == key)
    assert {source.report for source in answer.sources} == {key}
    assert [len(block.items) for block in answer.blocks if isinstance(block, ItemList)] == [every]
