"""Fit :mod:`actions.reports.figures.likely` on figures that people marked as the one asked for, or not.

``nlu/evaluation/figure_marks.yml`` says of training questions which of the figures found in the report meant
answer, by what is printed and the year. Judged by cross-fitting over reports: those of one report are learnt
or judged, never both. What is stored is the fit on all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.model_selection import GroupKFold

from actions.desk import Desk
from actions.reports.figures.found import sought
from actions.reports.figures.heads import first_and_elsewhere
from actions.reports.figures.likely import TOLD, WEIGHTS, candidates, signs
from bot.evaluation.boosting import boosting, store_trees, written
from bot.evaluation.examinee import Examinee
from bot.evaluation.report_subjects import base_of, subject_asked
from bot.evaluation.sets import FigureMarks

PARTS = 10
RISING = frozenset(
    "fits of_kind on measured own year_right latest readable passage label near quote above ruled whole score"
    " rank".split()
)
FALLING = frozenset("another part year_wrong foreseen planned extra behind class".split())
"""Signs that can only tell for a figure, or only against it."""


@dataclass(frozen=True)
class Weighed:
    """The figures looked at for one question: their signs, which of them answer, and whether the rules' own
    first figure does; None where they tell none.
    """

    report: str
    signs: Sequence[dict[str, float]]
    right: Sequence[bool]
    ruled: bool | None


async def gather(
    candidate: Examinee, marks: Sequence[FigureMarks], desk: Desk, tick: Callable[[], object]
) -> list[Weighed]:
    """The signs of the figures of every question marked whose report is found; raises :class:`BadSet`
    without reports.
    """
    base = base_of(desk)
    weighed = []
    for mark in marks:
        tick()
        looked = sought(await subject_asked(candidate, mark.question.text, desk, base), base)
        best = next(iter(looked.findings.reports), None)
        if best is None or best.id not in mark.question.reports:
            continue
        head, _ = first_and_elsewhere(
            looked.subject, base, looked.found, looked.asked, looked.years, looked.shown
        )
        found = candidates(looked, base, head)
        right = [(figure.printed, figure.year) in mark.right for figure in found]
        ruled = (head[0].printed, head[0].year) in mark.right if head else None
        weighed.append(Weighed(best.id, signs(found, looked, base, head), right, ruled))
    return weighed


def fit(weighed: Sequence[Weighed]) -> dict[str, Any]:
    """What ``actions/reports/figures/likely.json`` holds, with how the rules and the trees tell figures."""
    weighed = [one for one in weighed if one.signs]
    names = list(weighed[0].signs[0])
    likely: list[npt.NDArray[np.float64]] = [np.zeros(0)] * len(weighed)
    groups = [one.report for one in weighed]
    for learnt, judged in GroupKFold(PARTS).split(groups, groups=groups):
        model = _fitted([weighed[place] for place in learnt], names)
        for place in judged:
            likely[place] = model.predict_proba(_rows(weighed[place], names))[:, 1]
    best = [int(np.argmax(each)) for each in likely]
    told = [float(each[at]) >= TOLD for each, at in zip(likely, best, strict=True)]
    right = [one.right[at] for one, at in zip(weighed, best, strict=True)]
    return {
        "made_by": "greffier evaluate calibrate-figures",
        "cross_fitted": {
            "questions": len(weighed),
            "right_among_candidates": sum(any(one.right) for one in weighed),
            "right_by_rules": sum(one.ruled is True for one in weighed),
            "wrong_by_rules": sum(one.ruled is False for one in weighed),
            "right_by_trees": sum(a and b for a, b in zip(told, right, strict=True)),
            "wrong_by_trees": sum(a and not b for a, b in zip(told, right, strict=True)),
        },
        **written(_fitted(weighed, names), names),
    }


def store(result: dict[str, Any], path: Path = WEIGHTS) -> None:
    """Write the trees that the assistant reads."""
    store_trees(result, path)


def _fitted(weighed: Sequence[Weighed], names: Sequence[str]) -> HistGradientBoostingClassifier:
    rows = np.vstack([_rows(one, names) for one in weighed])
    return boosting(names, RISING, FALLING).fit(rows, [right for one in weighed for right in one.right])


def _rows(one: Weighed, names: Sequence[str]) -> npt.NDArray[np.float64]:
    return np.array([[each[name] for name in names] for each in one.signs])
