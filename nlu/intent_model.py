"""The intent classifier itself, free of Rasa: letters and words, then sentence vectors when they matter.

A *quick* logistic regression sees character and word n-grams only: a question whose quick
reading is beyond doubt never pays for a sentence vector. Otherwise three readers that see
n-grams and vector (multilingual-e5-small) vote with their probabilities: a logistic
regression, a linear support vector machine, and the nearest example of each intent, by
meaning, by spelling and by words.
"""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import Indel
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression
from sklearn.svm import LinearSVC

from knowledge.text import STOP_WORDS, stem, words
from nlu.weights import Linear, Neighbours, Sparse, Tfidf, Vector

_ALIKE = Indel.normalized_similarity
MOST_NEIGHBOURS = 12
"""Intents, the likeliest by the regression, whose examples are compared by meaning."""
VECTOR_WEIGHT = 2.5
"""Length of the vector beside n-grams of length 1 + 1 (chosen on two public French sets)."""
REGRESSION_WEIGHT, SVM_SHARPNESS = 1.0, 3.0
MEANING_SHARPNESS, LETTERS_SHARPNESS, WORDS_SHARPNESS = 8.0, 8.0, 2.0
SVM_STRENGTH = 0.035
"""Strength of the support vector machine beside that of the regression."""
CERTAIN, CLEAR_MARGIN = 0.96, 0.92
COMMON = 4
"""A word that the examples of this many intents use says nothing of what is asked."""


@dataclass(frozen=True)
class Ranking:
    """Intents from most to least likely, with probabilities that sum to one.

    ``similarity`` is the cosine of the question with the nearest training example of the
    first intent, None when no vector was needed.
    """

    intents: tuple[str, ...]
    probabilities: tuple[float, ...]
    similarity: float | None

    @property
    def margin(self) -> float:
        """How far the first intent is ahead of the second."""
        return self.probabilities[0] - (self.probabilities[1] if len(self.probabilities) > 1 else 0.0)


class IntentModel:
    """Fit on texts and labels, with or without sentence vectors (then only the quick model exists)."""

    def __init__(self, strength: float = 20.0) -> None:
        self._strength = strength
        self._letters = Tfidf(_letter_groups)
        self._words = Tfidf(_stems_and_pairs)
        self._classes: list[str] = []
        self._quick: Linear | None = None
        self._full: Linear | None = None
        self._svm: Linear | None = None
        self._neighbours: Neighbours | None = None
        self._by_words: Neighbours | None = None
        self._mean: Vector | None = None
        self._examples: Vector | None = None
        self._vocabulary: dict[str, frozenset[str]] = {}
        self._common: frozenset[str] = frozenset()

    def fit(self, texts: Sequence[str], labels: Sequence[str], vectors: Vector | None) -> IntentModel:
        """Learn; ``vectors`` is (number of texts, dimensions), rows of unit length."""
        normal = [_normal(text) for text in texts]
        spelled = self._letters.fit(normal)
        worded = self._words.fit(normal)
        surface = hstack([spelled, worded]).tocsr()
        self._vocabulary = _vocabulary(normal, labels)
        spread = Counter(word for known in self._vocabulary.values() for word in known)
        self._common = frozenset(word for word, intents in spread.items() if intents >= COMMON)
        quick = self._regression().fit(surface, labels)
        self._quick, self._classes = Linear(quick), [str(name) for name in quick.classes_]
        if vectors is not None:
            self._mean = vectors.mean(axis=0)
            centred = self._centred(vectors)
            joint = hstack([surface, csr_matrix(centred * VECTOR_WEIGHT)]).tocsr()
            self._full = Linear(self._regression().fit(joint, labels))
            self._svm = Linear(self._machine().fit(joint, labels))
            codes = np.searchsorted(self._classes, labels)
            self._neighbours, self._by_words = Neighbours(spelled, codes), Neighbours(worded, codes)
            self._examples = np.ascontiguousarray(centred[self._neighbours.order])
        return self

    def rank(self, text: str, vector: Callable[[], Vector | None], limit: int = 5) -> Ranking:
        """Rank the intents of ``text``; ``vector`` is called only if the quick reading leaves a doubt."""
        if self._quick is None:
            raise RuntimeError("the intent model has not been trained")
        normal = _normal(text)
        letters, stems = self._letters.read(normal), self._words.read(normal)
        surface = Sparse(
            np.concatenate([letters.places, stems.places + self._letters.size]),
            np.concatenate([letters.values, stems.values]),
        )
        quick = self._quick.probabilities(surface)
        second, first = np.sort(quick)[-2:]
        certain = first >= CERTAIN and first - second >= CLEAR_MARGIN
        value = None if self._full is None or certain else vector()
        if value is None:
            return self._ranking(quick, None, limit)
        return self._vote(surface, letters, stems, self._centred(value[np.newaxis, :])[0], limit)

    def unfamiliar(self, text: str, intent: str) -> list[str]:
        """Meaningful words of ``text`` that no two examples of ``intent`` use, spelling forgiven.

        What they mean for the answer is for the answer to say: « combien de femmes » is not
        « combien d'EIG ».
        """
        known = self._vocabulary.get(intent, frozenset())
        return [
            word
            for word in dict.fromkeys(words(text))
            if len(word) > 2
            and word not in STOP_WORDS
            and not word.startswith("xx")
            and stem(word) not in self._common
            and not _knows(known, stem(word))
        ]

    def predict_all(self, texts: Sequence[str], vectors: Vector | None) -> list[str]:
        """The most likely intent of each text, for measuring."""
        return [
            self.rank(text, lambda row=row: None if vectors is None else vectors[row]).intents[0]  # type: ignore[misc]
            for row, text in enumerate(texts)
        ]

    def _regression(self) -> LogisticRegression:
        return LogisticRegression(C=self._strength, solver="liblinear", dual=True, tol=0.05, random_state=0)

    def _machine(self) -> LinearSVC:
        return LinearSVC(C=self._strength * SVM_STRENGTH, loss="hinge", random_state=0)

    def _vote(self, surface: Sparse, letters: Sparse, stems: Sparse, centred: Vector, limit: int) -> Ranking:
        """What the three readers make of the features and the vector together."""
        assert self._full is not None and self._svm is not None
        assert self._neighbours is not None and self._by_words is not None and self._examples is not None
        dense = centred * np.float32(VECTOR_WEIGHT)
        likely = self._full.probabilities(surface, dense)
        meant = self._neighbours.meant(self._examples, centred, np.argsort(likely)[-MOST_NEIGHBOURS:])
        near = MEANING_SHARPNESS * meant + LETTERS_SHARPNESS * self._neighbours.nearest(letters)
        near += WORDS_SHARPNESS * self._by_words.nearest(stems)
        machine = _softmax(SVM_SHARPNESS * self._svm.scores(surface, dense))
        votes = REGRESSION_WEIGHT * likely + machine + _softmax(near)
        return self._ranking(votes / (2 + REGRESSION_WEIGHT), meant, limit)

    def _centred(self, vectors: Vector) -> Vector:
        """e5 vectors all point the same way; what tells them apart is left when their mean is taken off."""
        assert self._mean is not None
        shifted = vectors - self._mean
        unit: Vector = shifted / np.maximum(np.linalg.norm(shifted, axis=1, keepdims=True), 1e-9)
        return unit

    def _ranking(self, probabilities: Vector, nearest: Vector | None, limit: int) -> Ranking:
        best = np.argsort(probabilities)[::-1][:limit]
        return Ranking(
            tuple(self._classes[i] for i in best),
            tuple(float(probabilities[i]) for i in best),
            None if nearest is None else float(nearest[best[0]]),
        )


def _vocabulary(texts: Sequence[str], labels: Sequence[str]) -> dict[str, frozenset[str]]:
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for text, label in zip(texts, labels, strict=True):
        counts[label].update({stem(word) for word in text.split()})
    return {label: frozenset(w for w, n in counted.items() if n >= 2) for label, counted in counts.items()}


def _knows(known: frozenset[str], wanted: str) -> bool:
    if wanted in known:
        return True
    return len(wanted) >= 4 and process.extractOne(wanted, known, scorer=_ALIKE, score_cutoff=0.8) is not None


def _softmax(scores: Vector) -> Vector:
    powers = np.exp(scores - scores.max())
    result: Vector = powers / powers.sum()
    return result


def _normal(text: str) -> str:
    return " ".join(words(text))


def _letter_groups(text: str) -> list[str]:
    """Two to five neighbouring letters inside words, whose ends are marked by a space."""
    return [group for word in text.split() for group in _groups_of(word)]


@lru_cache(maxsize=8_192)
def _groups_of(word: str) -> tuple[str, ...]:
    marked, groups = f" {word} ", []
    for size in range(2, 6):
        groups += [marked[place : place + size] for place in range(max(1, len(marked) - size + 1))]
        if len(marked) <= size:
            break
    return tuple(groups)


def _stems_and_pairs(text: str) -> list[str]:
    stems = [stem(word) for word in text.split()]
    return stems + [f"{a} {b}" for a, b in itertools.pairwise(stems)]
