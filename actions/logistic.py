"""A fitted logistic regression: weights by feature and an intercept, read from a file beside the module."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Logistic:
    """Weights by feature, and the intercept."""

    weights: Mapping[str, float]
    intercept: float

    def probability(self, features: Mapping[str, float]) -> float:
        """How likely a case with these features is, from 0 to 1; one without a weight counts nothing."""
        total = self.intercept + sum(self.weights.get(name, 0.0) * value for name, value in features.items())
        return 1 / (1 + math.exp(-total))

    def needed(self, name: str, others: Mapping[str, float], probability: float) -> float:
        """What a feature must at least be, beside the ``others``, for a case to be so likely.

        Infinite, one way or the other, where its weight is not above 0.
        """
        total = self.intercept + sum(self.weights.get(one, 0.0) * value for one, value in others.items())
        lacking = math.log(probability / (1 - probability)) - total
        weight = self.weights.get(name, 0.0)
        return lacking / weight if weight > 0 else math.copysign(math.inf, lacking)
