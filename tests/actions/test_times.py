"""Of what time a message asks."""

from __future__ import annotations

import pytest

from actions.conversation.focus import Focus
from actions.question import read_message
from actions.times import asks_how_it_was
from tests.actions.conftest import Talk


@pytest.mark.parametrize(
    ("text", "past"),
    [
        ("combien gagnait un designer ?", True),
        ("on était payé combien avant la promotion 7 ?", True),
        ("how much were they paid?", True),
        ("combien gagne un designer ?", False),
        ("combien gagnait-on alors, et maintenant ?", False),
        ("que faut-il faire avant de candidater ?", False),
    ],
)
def test_some_messages_ask_of_the_past_alone(talk: Talk, text: str, past: bool) -> None:
    assert asks_how_it_was(read_message(talk.message(text, "pay"), Focus(), talk.desk.now)) is past


def test_the_pay_of_the_past_is_told_without_that_of_today(talk: Talk) -> None:
    answer = talk.ask("combien gagnait un EIG avant 2024 ?", "pay")
    assert "3 500" in answer.text and "4 250" not in answer.text


def test_what_is_of_the_promotion_asked_about_comes_before_a_history_of_all(talk: Talk) -> None:
    answer = talk.ask("on payait combien un EIG dans la promotion 5 ?", "pay")
    assert "promotion 5" in answer.text.split("\n")[0] and "promotion 3" not in answer.text.split("\n")[0]
