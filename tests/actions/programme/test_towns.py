"""Towns of the challenges of promotions."""

from __future__ import annotations

import pytest

from actions.conversation.focus import Focus
from actions.programme.towns import towns_by_promotion
from actions.question import read_message
from tests.actions.conftest import Talk


def test_the_towns_of_a_promotion_are_counted(talk: Talk) -> None:
    answer = talk.ask("quelles villes accueillent les projets de la promotion 7 ?", "work_location")
    assert "Paris : " in answer.text and answer.sources
    assert all(row.startswith("challenge:") for row in answer.rows)


@pytest.mark.parametrize(
    "text",
    ["quelles villes ont des projets ?", "quels projets en promotion 7 ?", "quelles villes en promotion 7 ?"],
)
def test_other_questions_go_their_ordinary_way(text: str, talk: Talk) -> None:
    question = read_message(talk.message(text, "work_location"), Focus(), talk.desk.now)
    assert towns_by_promotion(question, talk.desk) is None
