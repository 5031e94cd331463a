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


def unit(vectors: Vector) -> Vector:
    """Vectors of shape (number, dimension) brought to length one; a vector of zeros stays."""
    result: Vector = vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
    return result
