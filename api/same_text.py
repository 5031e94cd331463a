"""The same text under two keys, as when a group and its subsidiary get one report: shown once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from knowledge.reports.base import ReportBase
from knowledge.reports.models import ReportSummary
from knowledge.reports.same_text import alike
from knowledge.text import fold

Row = TypeVar("Row")


def once(rows: Iterable[Row], text: Callable[[Row], str]) -> list[Row]:
    """``rows`` in order, the first of each text; case, accents and spaces make no difference."""
    kept: dict[str, Row] = {}
    for row in rows:
        kept.setdefault(" ".join(fold(text(row)).split()), row)
    return list(kept.values())


def distinct_reports(base: ReportBase, reports: Iterable[ReportSummary]) -> list[ReportSummary]:
    """``reports`` in order, the first of those that were published on one day with one text."""
    kept: list[ReportSummary] = []
    for report in reports:
        twins = [other for other in kept if other.date is not None and other.date == report.date]
        if not twins or not any(alike(_texts(base, other), _texts(base, report)) for other in twins):
            kept.append(report)
    return kept


def _texts(base: ReportBase, report: ReportSummary) -> frozenset[str]:
    return frozenset(passage.text for passage in base.passages(report.id))
