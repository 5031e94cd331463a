"""The small chart of a figure block, drawn without script or inline style."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Bar:
    """One bar: where it starts and how long it is, in hundredths of the chart's width."""

    label: str
    text: str
    start: float
    length: float


def bars(points: Sequence[Mapping[str, Any]]) -> list[Bar]:
    """The bars of points (``label``, ``value``, ``text``), on one scale that holds zero."""
    values = [float(point["value"]) for point in points]
    low = min(0.0, *values) if values else 0.0
    span = (max(0.0, *values) if values else 0.0) - low or 1.0
    return [
        Bar(
            str(point["label"]),
            str(point["text"]),
            round((min(value, 0.0) - low) / span * 100, 2),
            max(round(abs(value) / span * 100, 2), 0.5),
        )
        for point, value in zip(points, values, strict=True)
    ]
