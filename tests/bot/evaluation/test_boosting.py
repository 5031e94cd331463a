"""Fitting trees and writing them down."""

from __future__ import annotations

import numpy as np
import pytest

from actions.boosted import Boosted, read_tree
from bot.evaluation.boosting import boosting, written

NAMES = ("fit", "unsaid", "odd")


@pytest.fixture(scope="module")
def cases() -> tuple[np.ndarray, np.ndarray]:
    """Right where it fits and nothing is unsaid; the third sign is chance."""
    rows = np.random.default_rng(0).random((600, 3))
    return rows, (rows[:, 0] > 0.4) & (rows[:, 1] < 0.6)


def test_what_is_written_gives_the_probabilities_of_the_fit(cases: tuple[np.ndarray, np.ndarray]) -> None:
    model = boosting(NAMES, {"fit"}, {"unsaid"}).fit(*cases)
    stored = written(model, NAMES)
    made = Boosted(tuple(read_tree(tree) for tree in stored["trees"]), stored["start"])
    read = [made.probability(dict(zip(NAMES, row, strict=True))) for row in cases[0][:100]]
    assert read == pytest.approx(model.predict_proba(cases[0][:100])[:, 1], abs=0.01)
    assert min(read) < 0.1 < 0.9 < max(read)


def test_a_sign_never_tells_the_other_way(cases: tuple[np.ndarray, np.ndarray]) -> None:
    rows, right = cases
    model = boosting(NAMES, {"fit"}, {"unsaid"}).fit(rows, ~right)  # as if everything was the other way round
    steps = np.column_stack([np.linspace(0, 1, 50), np.full(50, 0.3), np.full(50, 0.5)])
    assert np.all(np.diff(model.predict_proba(steps)[:, 1]) >= -1e-9)
