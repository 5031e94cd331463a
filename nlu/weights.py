"""What is kept of scikit-learn's fitted models to read one short text: arrays, and the few sums over them.

The library checks and copies its input at every call and stage, which takes ten times as long as the
sums themselves when the input is one question.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.sparse import _sparsetools, csr_matrix
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
        counts = Counter(map(self._places.get, self._analyse(text)))
        counts.pop(None, None)
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
        """Cosine of the nearest example of each class by sparse features.

        By what scipy itself calls: its checks and copies take as long again, numpy three times as long.
        """
        places, number = features.places.astype(self._bounds.dtype), len(features.places)
        bounds = np.zeros(number + 1, dtype=self._bounds.dtype)
        np.cumsum(self._bounds[places + 1] - self._bounds[places], out=bounds[1:])
        rows = np.empty(bounds[-1], dtype=self._rows.dtype)
        values = np.empty(bounds[-1], dtype=self._values.dtype)
        _sparsetools.csr_row_index(number, places, self._bounds, self._rows, self._values, rows, values)
        near = np.zeros(len(self.order), dtype=np.float32)
        _sparsetools.csc_matvec(len(near), number, bounds, rows, values, features.values, near)
        return self.best(near)

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
