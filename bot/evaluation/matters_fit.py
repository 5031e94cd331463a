"""Fit :mod:`actions.reports.matters`: which questions are of the kind that audit reports answer.

Judged by cross-fitting over the sets of questions: those of one author are learnt or judged, never both, as
an author's way of writing says nothing of what reports tell.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from actions.reports.matters import WEIGHTS, read_matters
from knowledge.embedding import Vector

Values = npt.NDArray[np.float64]
Known = npt.NDArray[np.bool_]
PARTS, LEAST_SAID, PENALTY, VECTOR_SCALE = 10, 5, 0.3, 0.1
"""Parts of the cross-fitting; questions in which a stem must stand; inverse weight of the penalty; how much a
dimension of the vectors, of spread one, counts beside a stem."""


@dataclass(frozen=True)
class Asked:
    """A question: its stems without names, its sentence vector if any, and the set it was written for."""

    stems: tuple[str, ...]
    vector: Vector | None
    written_for: str


def fit_matters(asked: Sequence[Asked], known: Known) -> dict[str, Any]:
    """What ``actions/reports/matters.json`` holds; ``known`` tells which questions have an answer."""
    words = TfidfVectorizer(analyzer=_as_given, binary=True, min_df=LEAST_SAID)
    said = words.fit_transform([one.stems for one in asked])
    vectors = _vectors(asked)
    mean, spread = vectors.mean(axis=0), float(vectors.std()) or 1.0
    scale = VECTOR_SCALE / spread
    rows = hstack([said, csr_matrix((vectors - mean) * scale)]).tocsr()
    model = LogisticRegression(C=PENALTY, class_weight="balanced", max_iter=3_000).fit(rows, known)
    by_word, by_dimension = np.split(model.coef_[0], [said.shape[1]])
    vector = by_dimension * scale
    return {
        "made_by": "greffier evaluate calibrate-reports",
        "start": round(float(model.intercept_[0]), 4),
        "shift": round(float(-vector @ mean), 4),
        "vector": [round(float(weight), 4) for weight in vector],
        "stems": {
            word: [round(float(words.idf_[place]), 3), round(float(by_word[place]), 3)]
            for word, place in sorted(words.vocabulary_.items())
        },
    }


def cross_fitted_matters(asked: Sequence[Asked], known: Known) -> Values:
    """The log-odds of each question, by models that saw no question written for the same set."""
    groups = [one.written_for for one in asked]
    parts = min(PARTS, len(set(groups)))
    found = np.zeros(len(asked))
    if parts < 2:
        return found
    for learnt, judged in GroupKFold(parts).split(groups, known, groups):
        model = read_matters(fit_matters([asked[place] for place in learnt], known[learnt]))
        for place in judged:
            found[place] = model.log_odds(asked[place].stems, asked[place].vector)
    return found


def store_matters(result: Mapping[str, Any], path: Path = WEIGHTS) -> None:
    """Write the model that the assistant reads, one stem a line."""
    text = json.dumps(result, ensure_ascii=False, separators=(",", ":"))
    path.write_text(text.replace('],"', '],\n"') + "\n", encoding="utf-8")


def _as_given(stems: Sequence[str]) -> Sequence[str]:
    return stems


def _vectors(asked: Sequence[Asked]) -> Values:
    """The sentence vectors, one a row; of one dimension and zero where there are none."""
    if any(one.vector is None for one in asked):
        return np.zeros((len(asked), 1))
    return np.array([one.vector for one in asked], dtype=np.float64)
