"""Fit :mod:`actions.report_evidence` on the questions to the reports: do those found hold an answer?

Each question that is weighed is one example: its signs, and whether the base answers it. The
logistic regression is judged by cross-fitting; what is stored is the fit on all of them.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import StratifiedKFold, cross_val_predict

from actions.desk import Desk
from actions.question import Focus, read_message
from actions.report_evidence import WEIGHTS, evidence
from actions.report_findings import search
from actions.report_routing import as_report_question
from actions.reports import in_words_of_reports, subject_of
from bot.evaluation.examinee import Examinee
from bot.evaluation.sets import BadSet, ReportQuestion

PARTS, REPEATS, STRENGTH = 10, 5, 3.0
NEARLY = 0.01
"""How much worse than the best a threshold may do: a few questions of the sets."""
NEVER_WEIGHED = ("list", "organisation", "find")
"""Kinds of question that are answered by lists of reports."""


@dataclass(frozen=True)
class Example:
    """The signs of one question, and whether it has an answer."""

    signs: Mapping[str, float]
    answerable: bool


async def gather(
    candidate: Examinee, questions: Sequence[ReportQuestion], desk: Desk, tick: Callable[[], object]
) -> list[Example]:
    """The signs of every question that is weighed; raises :class:`BadSet` without reports."""
    if desk.reports is None:
        raise BadSet("no report has been added: run « greffier reports add FOLDER » first")
    examples = []
    for question in questions:
        tick()
        read = read_message(await candidate.parse(question.text), Focus(), desk.now)
        subject = subject_of(as_report_question(in_words_of_reports(read)), desk, desk.reports)
        found = search(subject, desk.reports)
        unasked = question.kind == "recommendation" and subject.named
        if found.hits and not subject.rivals and not unasked and question.kind not in NEVER_WEIGHED:
            answerable = question.status == "answered"
            examples.append(Example(evidence(subject, found, desk.reports).signs, answerable))
    return examples


def fit(examples: Sequence[Example]) -> dict[str, Any]:
    """What ``actions/report_confidence.json`` holds, cross-fitted figures at the threshold included.

    The threshold is where the mean of two shares is highest: answerable questions answered,
    questions without an answer refused; of thresholds that come near the best, the middle one.
    """
    names = list(examples[0].signs)
    rows = np.array([[one.signs[name] for name in names] for one in examples])
    known = np.array([one.answerable for one in examples])
    likely = np.mean([_cross_fitted(rows, known, repeat) for repeat in range(REPEATS)], axis=0)
    steps = np.round(np.arange(0.2, 0.81, 0.02), 2)
    treated = [(np.mean(likely[known] >= step) + np.mean(likely[~known] < step)) / 2 for step in steps]
    threshold = float(
        np.median([s for s, t in zip(steps, treated, strict=True) if t >= max(treated) - NEARLY])
    )
    final = _regression().fit(rows, known)
    return {
        "made_by": "greffier evaluate calibrate-reports",
        "weights": {name: round(w, 4) for name, w in zip(names, final.coef_[0].tolist(), strict=True)},
        "intercept": round(float(final.intercept_[0]), 4),
        "answer_from": threshold,
        "cross_fitted": {
            "answerable": int(known.sum()),
            "answered": int((likely[known] >= threshold).sum()),
            "unanswerable": int((~known).sum()),
            "answered_though_unanswerable": int((likely[~known] >= threshold).sum()),
            "auc": round(float(roc_auc_score(known, likely)), 4),
        },
    }


def store(result: Mapping[str, Any], path: Path = WEIGHTS) -> None:
    """Write the weights that the assistant reads."""
    path.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")


def _regression() -> LogisticRegression:
    return LogisticRegression(C=STRENGTH, class_weight="balanced", max_iter=3000)


def _cross_fitted(rows: Any, known: Any, repeat: int) -> Any:
    parts = StratifiedKFold(PARTS, shuffle=True, random_state=repeat)
    return cross_val_predict(_regression(), rows, known, cv=parts, method="predict_proba")[:, 1]
