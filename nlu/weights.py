"""What is kept of scikit-learn's fitted models to read one short text: arrays, and the few sums over them.

The library checks and copies its input at every call and stage, which takes ten times as long as the
sums themselves when the input is one question.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix
from scipy.special import expit
from sklearn.feature_extraction.text import TfidfVectorizer

Vector = npt.NDArray[np.float32]
Places = npt.NDArray[np.intp]


@dataclass(frozen=True)
class Sparse:
    """The values of a vector that are not zero, and their places."""

    places: Places
    values: Vector


class Tfidf:
    """Features of a text and their weights: 1 + log of the count, rarity in the examples, unit length."""

    def __init__(self, analyse: Callable[[str], Sequence[str]]) -> None:
        self._analyse = analyse
        self._places: dict[str, int] = {}
        self._rarity: Vector = np.array([], dtype=np.float32)

    @property
    def size(self) -> int:
        """How many features there are."""
        return len(self._places)

    def fit(self, texts: Sequence[str]) -> csr_matrix:
        """Learn the features of ``texts``; returns them, one row a text."""
        vectorizer = TfidfVectorizer(analyzer=self._analyse, sublinear_tf=True, dtype=np.float32)
        rows = vectorizer.fit_transform(texts)
        self._places = {feature: int(place) for feature, place in vectorizer.vocabulary_.items()}
        self._rarity = vectorizer.idf_.astype(np.float32)
        return rows

    def read(self, text: str) -> Sparse:
        """The known features of one text, weighted as in :meth:`fit`."""
        counts: dict[int, int] = {}
        for feature in self._analyse(text):
            place = self._places.get(feature)
            if place is not None:
                counts[place] = counts.get(place, 0) + 1
        places = np.fromiter(counts, dtype=np.intp, count=len(counts))
        values = np.fromiter(counts.values(), dtype=np.float32, count=len(counts))
        values = (np.log(values) + 1) * self._rarity[places]
        return Sparse(places, values / max(float(np.sqrt(values @ values)), 1e-9))


class Linear:
    """A fitted linear model: one score a class, from the sparse features and, after them, a dense vector."""

    def __init__(self, estimator: Any) -> None:
        """Keep the weights of a scikit-learn estimator, one row a feature, and its bias."""
        weights, bias = estimator.coef_, estimator.intercept_
        if len(weights) == 1:
            weights, bias = np.vstack([-weights, weights]), np.concatenate([-bias, bias])
        self._weights = np.ascontiguousarray(weights.T, dtype=np.float32)
        self._bias = bias.astype(np.float32)

    def scores(self, features: Sparse, dense: Vector | None = None) -> Vector:
        """Decision values, shape (classes,)."""
        result: Vector = features.values @ self._weights[features.places] + self._bias
        return result if dense is None else result + dense @ self._weights[-len(dense) :]

    def probabilities(self, features: Sparse, dense: Vector | None = None) -> Vector:
        """One against the rest, normalised: shape (classes,)."""
        each = expit(self.scores(features, dense))
        result: Vector = each / each.sum()
        return result


class Neighbours:
    """Examples sorted by class, and how near the nearest of each class is to a text."""

    def __init__(self, rows: csr_matrix, codes: Places) -> None:
        """``rows`` are the examples' features, ``codes`` the classes' numbers, each of them used."""
        self.order = np.argsort(codes, kind="stable")
        self._starts = np.searchsorted(codes[self.order], np.arange(codes.max() + 1))
        columns = rows[self.order].tocsc()
        self._bounds, self._rows, self._values = columns.indptr, columns.indices, columns.data

    def nearest(self, features: Sparse) -> Vector:
        """Cosine of the nearest example of each class by sparse features."""
        bounds = zip(self._bounds[features.places], self._bounds[features.places + 1], strict=True)
        stretches = [slice(start, end) for start, end in bounds]
        if not stretches:
            return np.zeros(len(self._starts), dtype=np.float32)
        rows = np.concatenate([self._rows[one] for one in stretches])
        shares = [self._values[one] * value for one, value in zip(stretches, features.values, strict=True)]
        near = np.bincount(rows, np.concatenate(shares), len(self.order))
        return self.best(near.astype(np.float32))

    def meant(self, vectors: Vector, vector: Vector, classes: Places) -> Vector:
        """Cosine of the nearest example of each of some ``classes`` to ``vector``, 0 for the others.

        ``vectors`` are the examples', in :attr:`order`: to look at all of them takes longest of all.
        """
        result = np.zeros(len(self._starts), dtype=np.float32)
        ends = np.append(self._starts[1:], len(self.order))
        for one in classes.tolist():
            result[one] = (vectors[self._starts[one] : ends[one]] @ vector).max()
        return result

    def best(self, similarities: Vector) -> Vector:
        """The highest of the similarities (in :attr:`order`) in each class."""
        result: Vector = np.maximum.reduceat(similarities, self._starts)
        return result
