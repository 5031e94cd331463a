"""Fitting the confidence on held-out questions."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from actions.answer import Answer
from actions.logistic import Logistic
from bot.evaluation import calibration
from bot.evaluation.calibration import UNREAD, Example, Fit, fit, gather, is_right, store
from bot.evaluation.sets import Question

RULES = {"told": 0.0, "silent": 0.0}


def made(number: int, fits: float, right: bool) -> Example:
    return Example(number, {"fit": fits, **RULES}, right)


@pytest.fixture(scope="module")
def examples() -> list[Example]:
    """Answerable questions (even) whose right answer fits, unanswerable ones whose answer does not."""
    found = []
    for number in range(60):
        known = number % 2 == 0
        found.append(made(number, 0.8 + number / 1000 if known else 0.2, known))
        found.append(made(number, 0.1, False))
    return found


def test_what_fits_is_answered_and_the_rest_refused(examples: list[Example]) -> None:
    result = fit(examples, {number: number % 2 == 0 for number in range(60)})
    assert result.weights["fit"] > 0
    assert result.figures["answered_rightly"] == 30
    assert result.figures["answered_though_unanswerable"] == 0
    assert 0 <= result.curve.area < 0.7


def test_what_nobody_mended_for_counts_more(examples: list[Example]) -> None:
    """Where both contradict each other, the fit goes with the questions that were not read."""
    kept = [made(number, 0.5, number % 2 == 0) for number in range(40)]
    unread = [replace(made(number, 0.5, False), weight=9.0) for number in range(40, 60)]
    known = {number: number % 2 == 0 for number in range(60)}
    assert _likely(fit([*kept, *unread], known)) < 0.2 < _likely(fit(kept, known))


def _likely(result: Fit) -> float:
    return Logistic(result.weights, result.intercept).probability({"fit": 0.5, **RULES})


async def test_questions_nobody_mended_for_are_weighed_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(calibration, "examples", lambda number, *_: [made(number, 0.5, True)])

    async def parse(question: Question) -> dict[str, str]:
        return {"text": question.text}

    read, unread = (Question(one, one, "fr", "", (), (), ()) for one in ("a1", "b1"))
    found, _ = await gather([read], [unread], parse, None, lambda: None)  # type: ignore[arg-type]
    assert [one.weight for one in found] == [1.0, UNREAD]


def test_the_stored_file_is_what_the_assistant_reads(examples: list[Example], tmp_path: Path) -> None:
    result = fit(examples, {number: number % 2 == 0 for number in range(60)})
    store(result, tmp_path / "confidence.json")
    stored = json.loads((tmp_path / "confidence.json").read_text())
    assert set(stored["thresholds"]) == {"answer_from", "offer_from", "certain_from"}
    assert set(stored["weights"]) == {"fit", "told", "silent"}


@pytest.mark.parametrize(
    ("status", "text", "right"),
    [("answered", "28 EIG", True), ("answered", "27 EIG", False), ("not_found", "28", False)],
)
def test_an_example_is_right_by_status_and_facts(status: str, text: str, right: bool) -> None:
    question = Question("q", "combien", "fr", "count", ("answered",), (("28",),), ())
    assert is_right(question, Answer(status, text)) is right  # type: ignore[arg-type]
