"""Trees read from a file."""

from __future__ import annotations

import math

import pytest

from actions.boosted import Boosted, Split, read_tree

TREE = read_tree(["fit", 0.5, -1.0, ["unsaid", 0.2, 2.0, 0.0]])


def test_a_tree_is_read_as_written() -> None:
    assert Split("fit", 0.5, -1.0, Split("unsaid", 0.2, 2.0, 0.0)) == TREE
    assert read_tree(0.25) == 0.25


@pytest.mark.parametrize(
    ("signs", "log_odds"),
    [
        ({"fit": 0.5}, -1.0),
        ({"fit": 0.51, "unsaid": 0.2}, 2.0),
        ({"fit": 0.9, "unsaid": 0.21}, 0.0),
        ({"fit": 0.9}, 2.0),
        ({}, -1.0),
    ],
)
def test_the_leaves_reached_are_added(signs: dict[str, float], log_odds: float) -> None:
    made = Boosted((TREE, 0.5), -0.25)
    assert made.probability(signs) == pytest.approx(1 / (1 + math.exp(-(log_odds + 0.25))))
