"""Fitting the confidence on held-out questions."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from actions.boosted import Boosted, read_tree
from bot.evaluation.calibration import Fit, fit, store
from bot.evaluation.weighed_answers import Example

RULES = {"told": 0.0, "silent": 0.0}
QUESTIONS = 240


def made(number: int, fits: float, right: bool) -> Example:
    return Example(number, {"fit": fits, **RULES}, right)


@pytest.fixture(scope="module")
def examples() -> list[Example]:
    """Answerable questions (even) whose right answer fits, unanswerable ones whose answer does not."""
    found = []
    for number in range(QUESTIONS):
        known = number % 2 == 0
        found.append(made(number, 0.8 + number / 10_000 if known else 0.2, known))
        found.append(made(number, 0.1, False))
    return found


def test_what_fits_is_answered_and_the_rest_refused(examples: list[Example]) -> None:
    result = fit(examples, {number: number % 2 == 0 for number in range(QUESTIONS)})
    assert result.figures["answered_rightly"] == QUESTIONS // 2
    assert result.figures["answered_though_unanswerable"] == 0
    assert 0 <= result.curve.area < 0.7


def test_what_nobody_mended_for_counts_more(examples: list[Example]) -> None:
    """Where both contradict each other, the fit goes with the questions that were not read."""
    kept = [made(number, 0.5, number % 2 == 0) for number in range(40)]
    unread = [replace(made(number, 0.5, False), weight=9.0) for number in range(40, 60)]
    known = {number: number % 2 == 0 for number in range(60)}
    assert _likely(fit([*kept, *unread], known)) < 0.2 < _likely(fit(kept, known))


def _likely(result: Fit) -> float:
    trees = tuple(read_tree(tree) for tree in result.trees["trees"])
    return Boosted(trees, result.trees["start"]).probability({"fit": 0.5, **RULES})


def test_the_stored_file_is_what_the_assistant_reads(examples: list[Example], tmp_path: Path) -> None:
    result = fit(examples, {number: number % 2 == 0 for number in range(QUESTIONS)})
    store(result, tmp_path / "confidence.json")
    stored = json.loads((tmp_path / "confidence.json").read_text())
    assert set(stored["thresholds"]) == {"answer_from", "offer_from", "certain_from"}
    assert set(stored["preference"]) == {"fit", "told", "silent"}
    assert stored["trees"] == result.trees["trees"]
