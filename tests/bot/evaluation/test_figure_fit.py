"""Fitting which figure of a report is the one asked for."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from actions.boosted import Boosted, read_tree
from actions.desk import Desk
from bot.evaluation.figure_fit import Weighed, fit, gather, store
from bot.evaluation.sets import BadSet, figure_marks, report_training


def made(number: int, ruled: bool | None) -> Weighed:
    signs = [{"near": 0.9, "extra": 0.1}, {"near": 0.1, "extra": 0.2}]
    return Weighed(f"report {number % 12}", signs, [True, False], ruled)


def test_trees_learn_from_the_figures_marked_and_are_judged_on_other_reports(tmp_path: Path) -> None:
    weighed = [made(number, (True, False, None)[number % 3]) for number in range(120)]
    result = fit([*weighed, Weighed("report 1", [], [], None)])
    assert result["cross_fitted"] == {
        "questions": 120,
        "right_among_candidates": 120,
        "right_by_rules": 40,
        "wrong_by_rules": 40,
        "right_by_trees": 120,
        "wrong_by_trees": 0,
    }
    store(result, tmp_path / "likely.json")
    stored = json.loads((tmp_path / "likely.json").read_text(encoding="utf-8"))
    trees = Boosted([read_tree(tree) for tree in stored["trees"]], stored["start"])
    assert trees.probability({"near": 0.9}) > 0.5 > trees.probability({"near": 0.1})


def test_every_mark_is_of_a_training_question_with_a_report() -> None:
    marks = figure_marks()
    asked = {question.id for question in report_training() if question.reports}
    assert len({mark.question.id for mark in marks}) == len(marks)
    assert {mark.question.id for mark in marks} <= asked
    assert any(mark.right for mark in marks)
    assert any(not mark.right for mark in marks)


async def test_it_cannot_be_fitted_without_reports(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Desk, "reports", None)
    with pytest.raises(BadSet, match="no report"):
        await gather(None, [], object.__new__(Desk), lambda: None)  # type: ignore[arg-type]
