"""The intent classifier itself, free of Rasa: letters and words, then sentence vectors when they matter.

A *quick* logistic regression sees character and word n-grams only: a question whose quick
reading is beyond doubt never pays for a sentence vector. Otherwise three readers that see
n-grams and vector (multilingual-e5-small) vote with their probabilities: a logistic
regression, a linear support vector machine, and the nearest example of each intent, by
meaning and by spelling.
"""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from rapidfuzz import process
from rapidfuzz.distance import Indel
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.svm import LinearSVC

from knowledge.text import STOP_WORDS, stem, words

_ALIKE = Indel.normalized_similarity

Vector = npt.NDArray[np.float32]
VECTOR_WEIGHT = 2.5
"""Length of the vector beside n-grams of length 1 + 1 (chosen on two public French sets)."""
REGRESSION_WEIGHT, SVM_SHARPNESS, MEANING_SHARPNESS, LETTERS_SHARPNESS = 1.0, 3.0, 6.0, 8.0
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
        self._characters = TfidfVectorizer(
            analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True, dtype=np.float32
        )
        self._words = TfidfVectorizer(analyzer=_stems_and_pairs, sublinear_tf=True, dtype=np.float32)
        self._quick: LogisticRegression | None = None
        self._full: LogisticRegression | None = None
        self._svm: LinearSVC | None = None
        self._mean: Vector | None = None
        self._spelled: csr_matrix | None = None
        self._letters = 0
        self._examples: Vector | None = None
        self._labels: npt.NDArray[np.str_] = np.array([])
        self._codes: npt.NDArray[np.intp] = np.array([], dtype=np.intp)
        self._vocabulary: dict[str, frozenset[str]] = {}
        self._common: frozenset[str] = frozenset()

    def fit(self, texts: Sequence[str], labels: Sequence[str], vectors: Vector | None) -> IntentModel:
        """Learn; ``vectors`` is (number of texts, dimensions), rows of unit length."""
        normal = [_normal(text) for text in texts]
        self._spelled = self._characters.fit_transform(normal)
        self._letters = self._spelled.shape[1]
        surface = hstack([self._spelled, self._words.fit_transform(normal)]).tocsr()
        self._labels = np.array(labels)
        self._vocabulary = _vocabulary(normal, labels)
        spread = Counter(word for known in self._vocabulary.values() for word in known)
        self._common = frozenset(word for word, intents in spread.items() if intents >= COMMON)
        self._quick = self._regression().fit(surface, self._labels)
        self._codes = np.searchsorted(self._quick.classes_, self._labels)
        if vectors is not None:
            self._mean = vectors.mean(axis=0)
            self._examples = self._centred(vectors)
            joint = hstack([surface, csr_matrix(self._examples * VECTOR_WEIGHT)]).tocsr()
            self._full = self._regression().fit(joint, self._labels)
            self._svm = LinearSVC(C=self._strength / 20, random_state=0).fit(joint, self._labels)
        return self

    def rank(self, text: str, vector: Callable[[], Vector | None], limit: int = 5) -> Ranking:
        """Rank the intents of ``text``; ``vector`` is called only if the quick reading leaves a doubt."""
        if self._quick is None:
            raise RuntimeError("the intent model has not been trained")
        normal = [_normal(text)]
        surface = hstack([self._characters.transform(normal), self._words.transform(normal)]).tocsr()
        quick = self._quick.predict_proba(surface)[0]
        second, first = np.sort(quick)[-2:]
        certain = first >= CERTAIN and first - second >= CLEAR_MARGIN
        value = None if self._full is None or certain else vector()
        if value is None:
            return self._ranking(quick, None, limit)
        centred = self._centred(value[np.newaxis, :])
        nearest = self._nearest(centred[0])
        return self._ranking(self._vote(surface, centred, nearest), nearest, limit)

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

    def _vote(self, surface: csr_matrix, centred: Vector, nearest: Vector) -> Vector:
        assert self._full is not None and self._svm is not None
        joint = hstack([surface, csr_matrix(centred * VECTOR_WEIGHT)]).tocsr()
        letters = self._best_of_each(
            np.asarray((self._spelled @ surface[:, : self._letters].T).todense()).ravel()
        )
        votes: Vector = (
            REGRESSION_WEIGHT * self._full.predict_proba(joint)[0]
            + _softmax(SVM_SHARPNESS * np.atleast_1d(self._svm.decision_function(joint)[0]))
            + _softmax(MEANING_SHARPNESS * nearest + LETTERS_SHARPNESS * letters)
        )
        return votes / (2 + REGRESSION_WEIGHT)

    def _centred(self, vectors: Vector) -> Vector:
        """e5 vectors all point the same way; what tells them apart is left when their mean is taken off."""
        assert self._mean is not None
        shifted = vectors - self._mean
        unit: Vector = shifted / np.maximum(np.linalg.norm(shifted, axis=1, keepdims=True), 1e-9)
        return unit

    def _nearest(self, centred: Vector) -> Vector:
        """Cosine of the nearest example of each intent, in the order of the classes."""
        assert self._examples is not None
        return self._best_of_each(self._examples @ centred)

    def _best_of_each(self, similarities: Vector) -> Vector:
        """The highest similarity among the examples of each intent, in the order of the classes."""
        assert self._quick is not None
        best = np.full(len(self._quick.classes_), -1.0, dtype=np.float32)
        np.maximum.at(best, self._codes, similarities.astype(np.float32))
        return best

    def _ranking(self, probabilities: Vector, nearest: Vector | None, limit: int) -> Ranking:
        assert self._quick is not None
        best = np.argsort(probabilities)[::-1][:limit]
        return Ranking(
            tuple(str(self._quick.classes_[i]) for i in best),
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


def _stems_and_pairs(text: str) -> list[str]:
    stems = [stem(word) for word in text.split()]
    return stems + [f"{a} {b}" for a, b in itertools.pairwise(stems)]
