"""Boosted decision trees fitted beforehand, read from a file: whether an answer is right depends on several
signs together, which a sum of weights cannot say.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple


class Split(NamedTuple):
    """One node of a tree: ``left`` where the sign is at most ``at``, ``right`` where it is above."""

    sign: str
    at: float
    left: Split | float
    right: Split | float


@dataclass(frozen=True)
class Boosted:
    """A sum of trees whose leaves are log-odds (gradient boosting, Friedman 2001), and where it starts."""

    trees: Sequence[Split | float]
    start: float

    def probability(self, signs: Mapping[str, float]) -> float:
        """How likely a case with these signs is, from 0 to 1; a sign that is not given counts as 0."""
        total = self.start
        for node in self.trees:
            while not isinstance(node, float):
                sign, at, left, right = node
                node = left if signs.get(sign, 0.0) <= at else right
            total += node
        return 1 / (1 + math.exp(-total))


def read_tree(stored: Sequence[object] | float) -> Split | float:
    """A tree of a file: a number, or a list of the sign, where it splits, the left and the right tree."""
    if isinstance(stored, (int, float)):
        return float(stored)
    sign, at, left, right = stored
    return Split(sys.intern(str(sign)), float(at), read_tree(left), read_tree(right))  # type: ignore[arg-type]
