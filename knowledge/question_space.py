"""The directions of the sentence vectors that tell entries apart, learnt from how each entry is asked for.

Two questions about the same entry share a meaning and differ in tone, length, spelling and
language; the general vectors hold all of it. Linear discriminant analysis (Fisher 1936) over the
wordings of every entry keeps the directions in which entries differ more than their wordings do.
It is learnt when the base is built, in a second, from nothing but the base's own texts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass

import numpy as np

from knowledge.embedding import Vector

DIRECTIONS = 128
SHRINKAGE = 0.1
"""Share of the covariance within entries that is replaced by an even one: wordings are few."""
PLANE_SHRINKAGE = 0.01
"""The same for all wordings in two groups, which are many."""


@dataclass(frozen=True)
class QuestionSpace:
    """``mean`` of shape (dimension,) is taken off, ``directions`` of shape (dimension, kept) are kept."""

    mean: Vector
    directions: Vector

    def project(self, vectors: Vector) -> Vector:
        """Vectors of shape (number, dimension) as unit vectors of shape (number, kept)."""
        found: Vector = (vectors - self.mean) @ self.directions
        return unit(found)


def learn_space(vectors: Vector, entries: Sequence[Hashable]) -> QuestionSpace:
    """The space in which wordings of one entry lie together; ``entries`` names that of each vector.

    Where there is nothing to learn, as without two entries of two wordings each, only the mean is taken off.
    """
    mean: Vector = vectors.mean(axis=0)
    counts = Counter(entries)
    chosen = [row for row, entry in enumerate(entries) if counts[entry] > 1]
    several = [entry for entry, count in counts.items() if count > 1]
    unchanged = QuestionSpace(mean, np.eye(vectors.shape[1], dtype=np.float32))
    if len(several) < 2:
        return unchanged
    from sklearn.discriminant_analysis import LinearDiscriminantAnalysis

    kept = min(DIRECTIONS, vectors.shape[1], len(several) - 1)
    numbers = {entry: number for number, entry in enumerate(several)}
    analysis = LinearDiscriminantAnalysis(solver="eigen", shrinkage=SHRINKAGE, n_components=kept)
    try:
        analysis.fit(vectors[chosen] - mean, [numbers[entries[row]] for row in chosen])
    except np.linalg.LinAlgError:
        return unchanged
    return QuestionSpace(mean, analysis.scalings_[:, :kept].astype(np.float32))


@dataclass(frozen=True)
class Untold:
    """Where questions that no source answers lie: ``weights`` of shape (dimension,), and a shift."""

    weights: Vector
    shift: float

    def log_odds(self, vector: Vector) -> float:
        """Of a question's vector, shape (dimension,): above 0 when it is more like those none answers."""
        return float(self.weights @ vector) + self.shift


def learn_untold(vectors: Vector, untold: Sequence[bool]) -> Untold | None:
    """The plane between wordings that an entry answers and those that none does, both as likely beforehand.

    Unlike the nearest entry, it hears that a question is of their kind (another body's pay, today's
    weather) when none of their wordings is near. None when there are not two wordings of each.
    """
    if min(sum(untold), len(untold) - sum(untold)) < 2:
        return None
    from sklearn.discriminant_analysis import LinearDiscriminantAnalysis

    plane = LinearDiscriminantAnalysis(solver="lsqr", shrinkage=PLANE_SHRINKAGE, priors=[0.5, 0.5])
    plane.fit(vectors, np.asarray(untold, dtype=bool))
    return Untold(plane.coef_[0].astype(np.float32), float(plane.intercept_[0]))


def unit(vectors: Vector) -> Vector:
    """Vectors of shape (number, dimension) brought to length one; a vector of zeros stays."""
    result: Vector = vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
    return result
