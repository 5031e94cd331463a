"""How much is wrong among the answers the assistant is surest of: the risk–coverage curve.

Only answers that state something (status « answered ») can do harm, so only they are covered;
coverage is their share of all questions asked, those without an answer included. The curve
therefore ends at the share the assistant answers today.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.evaluation.answering import Grade


@dataclass(frozen=True)
class Point:
    """Answering from confidence ``threshold`` on: share of questions answered, of those the share wrong."""

    threshold: float
    coverage: float
    risk: float


@dataclass(frozen=True)
class Curve:
    """Points from the surest answer on, over ``questions`` questions; ``area`` is the mean risk (AURC)."""

    points: tuple[Point, ...]
    area: float
    questions: int

    def threshold_for(self, risk: float) -> Point | None:
        """The point that answers most while at most ``risk`` of its answers are wrong; None without one."""
        good = [point for point in self.points if point.risk <= risk]
        return max(good, key=lambda point: point.coverage, default=None)

    def to_dict(self, target: float) -> dict[str, Any]:
        """The curve for ``evaluation.json`` with the threshold suggested for ``target``."""
        chosen, last = self.threshold_for(target), self.points[-1] if self.points else None
        return {
            "questions": self.questions,
            "aurc": round(self.area, 4),
            "coverage": last.coverage if last else 0.0,
            "risk": last.risk if last else 0.0,
            "target": target,
            "threshold": chosen and chosen.threshold,
            "coverage_at_threshold": chosen and chosen.coverage,
            "points": [[point.threshold, point.coverage, point.risk] for point in self.points],
        }


def curve_of(grades: Sequence[Grade]) -> Curve:
    """The curve of answers graded."""
    answered = [(one.said.confidence, one.right) for one in grades if one.answered]
    return risk_coverage(answered, len(grades))


def risk_coverage(answered: Sequence[tuple[float, bool]], questions: int) -> Curve:
    """Curve from (confidence, right) of each answer; answers of one confidence stand or fall together."""
    ranked = sorted(answered, key=lambda one: -one[0])
    points, risks, wrong = [], [], 0
    for number, (confidence, right) in enumerate(ranked, 1):
        wrong += not right
        risks.append(wrong / number)
        if number == len(ranked) or ranked[number][0] < confidence:
            points.append(Point(round(confidence, 4), round(number / questions, 4), round(wrong / number, 4)))
    return Curve(tuple(points), sum(risks) / len(risks) if risks else 0.0, questions)


def draw(curve: Curve, target: float, path: Path) -> None:
    """Write the curve as a PNG, the suggested threshold marked."""
    import matplotlib

    matplotlib.use("Agg")
    from matplotlib import pyplot

    figure, axes = pyplot.subplots(figsize=(7, 4.5), dpi=150)
    axes.step(
        [p.coverage for p in curve.points], [p.risk for p in curve.points], where="post", color="#000091"
    )
    axes.axhline(target, color="#666666", linewidth=0.8, linestyle="--", label=f"target {target:.0%}")
    chosen = curve.threshold_for(target)
    if chosen:
        label = f"confidence ≥ {chosen.threshold:.2f}: {chosen.coverage:.0%} answered"
        axes.plot([chosen.coverage], [chosen.risk], "o", color="#c9191e", label=label)
    axes.set(
        xlabel="coverage (share of questions answered)", ylabel="risk (share of answers wrong)", xlim=(0, 1)
    )
    axes.set_ylim(bottom=0)
    axes.set_title(f"Risk–coverage, {curve.questions} questions, AURC {curve.area:.3f}")
    axes.legend(frameon=False, loc="lower right")
    figure.tight_layout()
    figure.savefig(path)
    pyplot.close(figure)
