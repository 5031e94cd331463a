"""Figures as pages show them: numbers that stay whole, charts without script or inline style."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from actions.reports.figures.choice import column_words
from actions.reports.figures.kinds import kind_of
from actions.reports.figures.names import without_sign
from knowledge.reports.forecasts import is_foreseen
from knowledge.reports.models import FigureRow
from knowledge.text import fold

_UNITS = r"(?:[kKM]|Md)?€|[%‰°]|(?:[kKM]?euros?|milli(?:ers|ons?|ards?)|points?|ETPT?|k?m[²³]?|ha|h)\b"
_IN_A_NUMBER = re.compile(rf"(?<=\d) (?=\d{{3}}(?!\d)|{_UNITS})")
_AFTER_A_SIGN = re.compile(r"(?<=\B[+±\N{MINUS SIGN}–-]) (?=\d)")
_SIGNS = {"EUR": "€", "XPF": "F CFP"}
_NAMES_A_UNIT = re.compile(r"€|\beuros?\b|\bk ?e\b|\bfrancs?\b|\bcfp\b")
_MARK = re.compile(r"[*]")
_CHARTS = 4


@dataclass(frozen=True)
class Bar:
    """One bar: where it starts and how long it is, in hundredths of the chart's width."""

    label: str
    text: str
    start: float
    length: float


@dataclass(frozen=True)
class Chart:
    """One measure over the years, in one unit. ``unitless`` when the report does not say which."""

    title: str
    points: list[dict[str, Any]]
    unitless: bool


@dataclass(frozen=True)
class KeyFigure:
    """A figure of a table as a page shows it: ``when`` with the words of its column, ``value`` as printed."""

    row: FigureRow
    what: str
    when: str
    value: str
    foreseen: bool
    unitless: bool


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


def unbroken(text: str) -> str:
    """``text`` with spaces that no line ends at in its numbers, after their signs, before their units."""
    text = _IN_A_NUMBER.sub("\N{NO-BREAK SPACE}", text)
    return _AFTER_A_SIGN.sub("\N{WORD JOINER}\N{NO-BREAK SPACE}", text)  # a line may end after a hyphen


def caption(title: str, unit: str | None) -> str:
    """The title of a chart with its unit as people write it, said once."""
    return title if not unit or _NAMES_A_UNIT.search(fold(title)) else f"{title} ({_SIGNS.get(unit, unit)})"


def key_figure(row: FigureRow) -> KeyFigure:
    """A figure as the table of a page shows it."""
    when = row.column_heading if column_words(row) and row.column_heading else str(row.year or "")
    return KeyFigure(row, without_sign(row.label), when, _shown(row), is_foreseen(row), _is_unitless(row))


def charts(figures: Iterable[FigureRow], foreseen: str) -> list[Chart]:
    """Series of at least two years, each in one unit; ``foreseen`` marks the years of a forecast."""
    series: dict[tuple[str, ...], dict[int, FigureRow]] = {}
    for row in figures:
        if row.year is not None:
            key = (row.label, row.unit or "", _printed_unit(row), row.report.id, column_words(row))
            series.setdefault(key, {}).setdefault(row.year, row)
    return [
        Chart(
            without_sign(key[0]),
            [
                {
                    "label": f"{year}\N{NO-BREAK SPACE}({foreseen})" if is_foreseen(row) else str(year),
                    "value": float(row.value),
                    "text": _shown(row),
                }
                for year, row in sorted(rows.items())
            ],
            any(map(_is_unitless, rows.values())),
        )
        for key, rows in series.items()
        if len(rows) > 1
    ][:_CHARTS]


def _shown(row: FigureRow) -> str:
    """A value as printed, without the mark of a note that does not stand here."""
    return unbroken(_MARK.sub("", row.printed).strip())


def _printed_unit(row: FigureRow) -> str:
    return re.sub(r"[^a-z€%]", "", fold(row.printed))


def _is_unitless(row: FigureRow) -> bool:
    """Whether an amount of money is without its unit, which may be a thousand times another's."""
    said = fold(f"{row.label} {row.row_heading or ''} {row.column_heading or ''}")
    return row.unit is None and kind_of(row) == "money" and not _NAMES_A_UNIT.search(said)
