"""The split follows from ids alone and halves every set."""

from __future__ import annotations

import pytest

from bot.evaluation import sets
from bot.evaluation.split import on_side, side_of


@pytest.mark.parametrize("read", [sets.questions, sets.unanswerable, sets.dialogues, sets.report_questions])
def test_both_sides_hold_about_half_and_everything(read) -> None:
    entries = read()
    fit, held_out = on_side(entries, "fit"), on_side(entries, "held_out")
    assert len(fit) + len(held_out) == len(entries)
    assert 0.45 < len(fit) / len(entries) < 0.55


def test_a_rewording_stands_where_its_question_does() -> None:
    questions = {question.id for question in on_side(sets.questions(), "held_out")}
    reworded = sets.reworded(sets.questions())
    assert {one.id.partition("#")[0] for one in on_side(reworded, "held_out")} <= questions


def test_the_side_never_changes() -> None:
    assert (side_of("q001"), side_of("q002")) == (side_of("q001"), side_of("q002"))
    assert {side_of(f"q{number:03}") for number in range(1, 20)} == {"fit", "held_out"}
