"""Fit the confidence of :mod:`actions.confidence` on questions that the model was not trained on.

Every answer that could be given to a question of the evaluation sets, or to a turn of a conversation, is
one example: its features, and whether it would be right. Those of ``programme_training.yml``, for which
nobody has mended anything, count more in whether one is right. The trees are judged by cross-fitting,
each question by a fit that has not seen it; what is stored is the fit on all of them. A second
model tells which of the answers to one question is the right one. The
threshold is the point of the risk–coverage curve where most questions are treated rightly:
answered with the right facts, or refused when the base has no answer.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize
from sklearn.ensemble import HistGradientBoostingClassifier

from actions.choice import weighed
from actions.confidence import WEIGHTS
from bot.evaluation.boosting import boosting, store_trees, written
from bot.evaluation.risk import Curve, risk_coverage
from bot.evaluation.weighed_answers import Example

FOLDS, REPEATS, PENALTY = 6, 2, 5.0
_TINY = 1e-9
NEARLY = 0.003
"""How much worse than the best a threshold may do: a few questions of the sets."""
RISING = frozenset("probability margin fit coverage similarity told lead described_thing".split())
"""Features that can only tell for an answer."""
FALLING = frozenset(
    "unanswerable behind elsewhere unexplained key unsaid mistyped of_a_challenge apart elsewhere_promotion"
    " refused silence silent_kind plainly_untold first_untold three_untold twelve_untold nobody silent"
    " less_than_silence".split()
)
"""Features that can only tell against it."""
OFFERED, CERTAIN = 0.12, 0.85
"""How far below the threshold questions are still offered, and where no other reading is tried."""
Array = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Fit:
    """The trees, the curve and figures of cross-fitting, and the threshold chosen on it."""

    trees: dict[str, Any]
    preference: dict[str, float]
    threshold: float
    curve: Curve
    figures: dict[str, Any]

    def to_dict(self) -> dict[str, Any]:
        """What ``actions/confidence.json`` holds."""
        return {
            "made_by": "greffier evaluate calibrate",
            "preference": {name: round(value, 4) for name, value in self.preference.items()},
            "thresholds": {
                "answer_from": self.threshold,
                "offer_from": round(self.threshold - OFFERED, 3),
                "certain_from": CERTAIN,
            },
            "cross_fitted": self.figures,
            **self.trees,
        }


def fit(found: Sequence[Example], answerable: Mapping[int, bool]) -> Fit:
    """Fit and judge; ``answerable`` says of every question weighed whether the base has its answer."""
    names = list(found[0].features)
    rows = np.array([[one.features[name] for name in names] for one in found])
    right = np.array([one.right for one in found])
    groups = np.array([one.question for one in found])
    counts = np.array([one.weight for one in found])
    best = _best_of_each(found, *_cross_fitted(names, rows, right, groups, counts))
    threshold = _threshold(best, answerable)
    trees = written(_boosting(names).fit(rows, right, sample_weight=counts), names)
    curve = risk_coverage(list(best.values()), len(answerable))
    figures = _figures(best, answerable, threshold) | {"aurc": round(curve.area, 4), "examples": len(found)}
    preference = dict(zip(names, _preference(rows, right, groups).tolist(), strict=True))
    return Fit(trees, preference, threshold, curve, figures)


def store(result: Fit, path: Path = WEIGHTS) -> None:
    """Write what the assistant reads."""
    store_trees(result.to_dict(), path)


def _boosting(names: Sequence[str]) -> HistGradientBoostingClassifier:
    return boosting(names, RISING, FALLING)


def _preference(rows: Array, right: npt.NDArray[np.bool_], groups: npt.NDArray[np.intp]) -> Array:
    """Weights of a conditional logit: which of the answers to one question is right, where some are not.

    Fitted on standardised features, returned for them as they are.
    """
    spread = rows.std(axis=0) + _TINY
    several = [np.flatnonzero(groups == question) for question in np.unique(groups)]
    chosen = [(rows[k] / spread, right[k]) for k in several if right[k].any() and not right[k].all()]

    def loss(weights: Array) -> tuple[float, Array]:
        cost, slope = PENALTY / 2 * float(weights @ weights), PENALTY * weights
        for features, good in chosen:
            scores = features @ weights
            shares = np.exp(scores - scores.max())
            all_, best = shares / shares.sum(), shares * good / (shares * good).sum()
            cost -= float(np.log(all_[good].sum()))
            slope = slope - features.T @ (best - all_)
        return cost, slope

    found = minimize(loss, np.zeros(rows.shape[1]), jac=True, method="L-BFGS-B")
    result: Array = found.x / spread
    return result


def _cross_fitted(
    names: Sequence[str],
    rows: Array,
    right: npt.NDArray[np.bool_],
    groups: npt.NDArray[np.intp],
    counts: Array,
) -> tuple[Array, Array]:
    """The probability of every example and how far it is preferred, by fits that have not seen its question.

    Over several divisions of the questions.
    """
    probabilities, preferences = np.zeros(len(rows)), np.zeros(len(rows))
    questions = np.unique(groups)
    for repeat in range(REPEATS):
        order = np.random.default_rng(repeat).permutation(len(questions))
        fold = order[np.searchsorted(questions, groups)] % FOLDS
        for number in range(FOLDS):
            seen = fold != number
            model = _boosting(names).fit(rows[seen], right[seen], sample_weight=counts[seen])
            probabilities[~seen] += model.predict_proba(rows[~seen])[:, 1] / REPEATS
            if repeat == 0:
                preferences[~seen] = rows[~seen] @ _preference(rows[seen], right[seen], groups[seen])
    return probabilities, preferences


def _best_of_each(
    found: Sequence[Example], probabilities: Array, preferences: Array
) -> dict[int, tuple[float, bool]]:
    """The answer preferred of each question: its probability and whether it is right."""
    best: dict[int, tuple[float, bool]] = {}
    most: dict[int, float] = {}
    for one, fitted, preferred in zip(found, probabilities.tolist(), preferences.tolist(), strict=True):
        probability = weighed(fitted, one.features)
        total = preferred + float(np.log(probability / (1.0 - probability)))
        if one.question not in best or total > most[one.question]:
            best[one.question], most[one.question] = (probability, one.right), total
    return best


def _threshold(best: Mapping[int, tuple[float, bool]], answerable: Mapping[int, bool]) -> float:
    """Where most questions, with and without an answer, are treated rightly; of near ones, the middle one."""
    steps = np.round(np.arange(0.2, 0.81, 0.01), 2).tolist()
    treated = [_treated_rightly(best, answerable, step) for step in steps]
    near = [s for s, t in zip(steps, treated, strict=True) if t >= max(treated) - NEARLY]
    return float(near[len(near) // 2])


def _treated_rightly(
    best: Mapping[int, tuple[float, bool]], answerable: Mapping[int, bool], threshold: float
) -> float:
    """The mean of two shares: answerable questions answered rightly, unanswerable ones not answered."""
    shares: dict[bool, list[bool]] = {True: [], False: []}
    for number, known in answerable.items():
        probability, right = best.get(number, (0.0, False))
        shares[known].append(right if probability >= threshold else not known)
    return sum(sum(one) / max(1, len(one)) for one in shares.values()) / 2


def _figures(
    best: Mapping[int, tuple[float, bool]], answerable: Mapping[int, bool], threshold: float
) -> dict[str, Any]:
    said = {n: right for n, (probability, right) in best.items() if probability >= threshold}
    with_answer = [n for n, known in answerable.items() if known]
    without = [n for n, known in answerable.items() if not known]
    return {
        "answerable": len(with_answer),
        "answered_rightly": sum(said.get(n, False) for n in with_answer),
        "answered_wrongly": sum(n in said and not said[n] for n in with_answer),
        "unanswerable": len(without),
        "answered_though_unanswerable": sum(n in said and not said[n] for n in without),
    }
