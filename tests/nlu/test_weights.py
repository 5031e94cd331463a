"""The sums over kept weights give what scikit-learn's own models give."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.svm import LinearSVC

from nlu.intent_model import _letter_groups
from nlu.weights import Linear, Neighbours, Sparse, Tfidf

TEXTS = ["combien gagne un eig", "quel est le salaire", "qui est dans le jury", "qui preside le jury",
         "bonjour", "bonjour a tous", "a"]  # fmt: skip
CODES = np.array([1, 1, 2, 2, 0, 0, 0])
UNSEEN = ["le salaire du jury", "bonjour le jury jury", "zzz", ""]


def dense(features: Sparse, size: int) -> np.ndarray:  # type: ignore[type-arg]
    row = np.zeros(size, dtype=np.float32)
    row[features.places] = features.values
    return row


def test_letter_groups_are_those_of_char_wb() -> None:
    theirs = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5)).build_analyzer()
    for text in (*TEXTS, *UNSEEN, "de l eig 3"):
        assert sorted(_letter_groups(text)) == sorted(theirs(text))


@pytest.mark.parametrize("text", [*TEXTS, *UNSEEN])
def test_features_weigh_as_in_the_vectorizer(text: str) -> None:
    theirs = TfidfVectorizer(analyzer=_letter_groups, sublinear_tf=True, dtype=np.float32).fit(TEXTS)
    ours = Tfidf(_letter_groups)
    assert np.allclose(ours.fit(TEXTS).toarray(), theirs.transform(TEXTS).toarray())
    assert np.allclose(dense(ours.read(text), ours.size), theirs.transform([text]).toarray()[0], atol=1e-6)


@pytest.mark.parametrize("classes", [2, 3])
def test_scores_and_probabilities_are_the_estimators(classes: int) -> None:
    features = Tfidf(_letter_groups)
    rows, codes = features.fit(TEXTS), np.minimum(CODES, classes - 1)
    extra = np.random.default_rng(0).normal(size=(len(TEXTS), 4)).astype(np.float32)
    joint = hstack([rows, csr_matrix(extra)]).tocsr()
    regression = LogisticRegression(solver="liblinear").fit(joint, codes)
    svm = LinearSVC(random_state=0).fit(joint, codes)
    for number, text in enumerate(TEXTS):
        read = features.read(text)
        probabilities = Linear(regression).probabilities(read, extra[number])
        assert np.allclose(probabilities, regression.predict_proba(joint[number])[0], atol=1e-5)
        scores = Linear(svm).scores(read, extra[number])
        assert np.allclose(scores[-1], np.ravel(svm.decision_function(joint[number]))[-1], atol=1e-5)


def test_the_nearest_example_of_each_class_is_found() -> None:
    features = Tfidf(_letter_groups)
    rows = features.fit(TEXTS)
    neighbours = Neighbours(rows, CODES)
    for text in (*TEXTS, *UNSEEN):
        read = features.read(text)
        cosines = rows.toarray() @ dense(read, features.size)
        expected = [cosines[code == CODES].max() for code in range(3)]
        assert np.allclose(neighbours.nearest(read), expected, atol=1e-6)
        assert np.allclose(neighbours.best(cosines[neighbours.order]), expected, atol=1e-6)
