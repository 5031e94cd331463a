"""The risk–coverage curve and the threshold it suggests."""

from pathlib import Path

import pytest

from bot.evaluation.risk import curve_of, draw, risk_coverage
from tests.bot.evaluation.samples import graded

ANSWERED = [(0.9, True), (0.8, True), (0.5, False), (0.7, True), (0.5, True)]


def test_points_go_from_the_surest_on() -> None:
    curve = risk_coverage(ANSWERED, questions=10)
    assert [(p.threshold, p.coverage, p.risk) for p in curve.points] == [
        (0.9, 0.1, 0.0),
        (0.8, 0.2, 0.0),
        (0.7, 0.3, 0.0),
        (0.5, 0.5, 0.2),
    ]


def test_area_is_the_mean_risk() -> None:
    assert risk_coverage([(0.9, True), (0.5, False)], 2).area == pytest.approx(0.25)
    assert risk_coverage([(0.9, False), (0.5, True)], 2).area == pytest.approx(0.75)


def test_threshold_answers_most_within_the_risk() -> None:
    curve = risk_coverage(ANSWERED, questions=10)
    strict, loose = curve.threshold_for(0.1), curve.threshold_for(0.5)
    assert strict and strict.threshold == 0.7
    assert loose and loose.threshold == 0.5
    assert risk_coverage([(0.9, False)], 1).threshold_for(0.1) is None


def test_only_statements_are_covered() -> None:
    curve = curve_of([graded("28"), graded("?", "not_found"), graded("12", confidence=0.3)])
    assert curve.questions == 3
    assert curve.to_dict(0.02)["coverage"] == 0.6667
    assert curve.to_dict(0.02)["coverage_at_threshold"] == 0.3333


def test_no_answer_at_all() -> None:
    assert risk_coverage([], 3).to_dict(0.02)["threshold"] is None


def test_drawn(tmp_path: Path) -> None:
    draw(risk_coverage(ANSWERED, 10), 0.1, tmp_path / "curve.png")
    assert (tmp_path / "curve.png").read_bytes().startswith(b"\x89PNG")
