"""Fit :mod:`actions.reports.evidence` on the questions to the reports: do those found hold an answer?

Each question that is weighed is one example: its signs, and whether the base answers it. The
logistic regression is judged by cross-fitting; what is stored is the fit on all of them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import StratifiedKFold

from actions.desk import Desk
from actions.reports.evidence import WEIGHTS, evidence, scaled_kind
from actions.reports.matters import WEIGHTS as MATTERS
from actions.reports.matters import asked_stems
from actions.reports.passages.findings import search
from bot.evaluation.examinee import Examinee
from bot.evaluation.matters_fit import Asked, cross_fitted_matters, fit_matters, store_matters
from bot.evaluation.report_subjects import base_of, subject_asked
from bot.evaluation.sets import ReportQuestion

Values = npt.NDArray[np.float64]
Bounds = tuple[float | None, float | None]
PARTS, REPEATS, PENALTY = 10, 5, 0.3
NEARLY = 0.01
"""How much worse than the best a threshold may do: a few questions of the sets."""
NEVER_WEIGHED = ("list", "organisation", "find")
"""Kinds of question that are answered by lists of reports."""
AGAINST = frozenset(
    "unknown_body elsewhere unheard other_town town_untold hardly_a_matter rarest_missing share_missing "
    "year_untold year_after".split()
)
"""Signs that can only tell against an answer."""
EITHER = frozenset("figure year length".split())
"""Kinds of question: those with figures are answered less often, those told at length more often."""


@dataclass(frozen=True)
class Example:
    """The signs of one question, whether it has an answer, and what it asks, to fit the sign « kind » on."""

    signs: Mapping[str, float]
    answerable: bool
    asked: Asked | None = None


async def gather(
    candidate: Examinee, questions: Sequence[ReportQuestion], desk: Desk, tick: Callable[[], object]
) -> list[Example]:
    """The signs of every question that is weighed; raises :class:`BadSet` without reports."""
    base = base_of(desk)
    examples = []
    for question in questions:
        tick()
        subject = await subject_asked(candidate, question.text, desk, base)
        found = search(subject, base)
        unasked = question.kind == "recommendation" and subject.named
        if found.hits and not subject.rivals and not unasked and question.kind not in NEVER_WEIGHED:
            right = {report.id for report in found.reports} & set(question.reports)
            answerable = question.status == "answered" and bool(right or not question.reports)
            weighed = evidence(subject, found, base)
            signs = {**weighed.signs, "meaning": weighed.meaning.whole()}
            vector = base.vector(subject.text)
            asked = Asked(tuple(asked_stems(subject)), vector, _set_of(question))
            examples.append(Example(signs, answerable, asked))
    return examples


def fit(examples: Sequence[Example]) -> dict[str, Any]:
    """What ``actions/reports/evidence.json`` holds, cross-fitted figures at the threshold included.

    The threshold is where the mean of two shares is highest: answerable questions answered,
    questions without an answer refused; of thresholds that come near the best, the middle one.
    """
    names = list(examples[0].signs)
    rows = np.array([[one.signs[name] for name in names] for one in examples])
    known = np.array([one.answerable for one in examples])
    asked = [one.asked for one in examples if one.asked is not None]
    matters = fit_matters(asked, known) if asked else None
    if matters is not None:
        rows[:, names.index("kind")] = [scaled_kind(one) for one in cross_fitted_matters(asked, known)]
    bounds = [_bounds(name) for name in names]
    likely = np.mean([_cross_fitted(rows, known, bounds, repeat) for repeat in range(REPEATS)], axis=0)
    steps = np.round(np.arange(0.2, 0.81, 0.02), 2)
    treated = [(np.mean(likely[known] >= step) + np.mean(likely[~known] < step)) / 2 for step in steps]
    near = [step for step, share in zip(steps, treated, strict=True) if share >= max(treated) - NEARLY]
    threshold = float(near[len(near) // 2])
    final = _regression(rows, known, bounds)
    return {
        "made_by": "greffier evaluate calibrate-reports",
        "weights": {name: round(w, 4) for name, w in zip(names, final[1:].tolist(), strict=True)},
        "intercept": round(float(final[0]), 4),
        "answer_from": threshold,
        "cross_fitted": {
            "answerable": int(known.sum()),
            "answered": int((likely[known] >= threshold).sum()),
            "unanswerable": int((~known).sum()),
            "answered_though_unanswerable": int((likely[~known] >= threshold).sum()),
            "auc": round(float(roc_auc_score(known, likely)), 4),
        },
        "matters": matters,
    }


def store(result: Mapping[str, Any], path: Path = WEIGHTS, matters: Path = MATTERS) -> None:
    """Write the weights that the assistant reads, those of the kind of question apart."""
    own = {name: value for name, value in result.items() if name != "matters"}
    path.write_text(json.dumps(own, indent=1) + "\n", encoding="utf-8")
    if result["matters"] is not None:
        store_matters(result["matters"], matters)


def _set_of(question: ReportQuestion) -> str:
    """The letters that the identifiers of a set begin with."""
    return re.split(r"[\d-]", question.id)[0]


def _bounds(name: str) -> Bounds:
    """Where the weight of a sign may lie: the fit is not to learn that words found tell against an answer."""
    if name in EITHER:
        return (None, None)
    return (None, 0.0) if name in AGAINST else (0.0, None)


def _regression(rows: Values, known: npt.NDArray[np.bool_], bounds: Sequence[Bounds]) -> Values:
    """Intercept and weights of a logistic regression, both classes counting the same, within bounds."""
    shares = np.where(known, 0.5 / known.mean(), 0.5 / (1 - known.mean()))

    def loss(values: Values) -> tuple[float, Values]:
        total = rows @ values[1:] + values[0]
        cost = float(shares @ np.logaddexp(0.0, np.where(known, -total, total)))
        wrong = shares * (1 / (1 + np.exp(-total)) - known)
        slope = np.concatenate([[wrong.sum()], rows.T @ wrong + PENALTY * values[1:]])
        return cost + PENALTY / 2 * float(values[1:] @ values[1:]), slope

    start = np.zeros(rows.shape[1] + 1)
    found = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=[(None, None), *bounds])
    result: Values = found.x
    return result


def _cross_fitted(
    rows: Values, known: npt.NDArray[np.bool_], bounds: Sequence[Bounds], repeat: int
) -> Values:
    likely = np.zeros(len(known))
    for learnt, judged in StratifiedKFold(PARTS, shuffle=True, random_state=repeat).split(rows, known):
        values = _regression(rows[learnt], known[learnt], bounds)
        likely[judged] = 1 / (1 + np.exp(-(rows[judged] @ values[1:] + values[0])))
    return likely
