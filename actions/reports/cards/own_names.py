"""The words by which a report known by its card is called, which name no matter of its own."""

from __future__ import annotations

from knowledge.reports.base import ReportBase
from knowledge.reports.card_texts import short_names
from knowledge.reports.models import ReportSummary
from knowledge.text import stems


def own_names(report: ReportSummary, base: ReportBase) -> frozenset[str]:
    """Stems of the title of a report and of the bodies it audits."""
    details = base.report(report.id)
    names = [one.name for one in details.audited] if details else []
    return frozenset(stems(" ".join([report.title, *names, *(alias for alias, _ in short_names(report.id))])))


def main_body(report: ReportSummary, base: ReportBase) -> frozenset[str]:
    """Stems of the names of the body that a report is on first."""
    first = base.first_audited(report.id) or ""
    short = (alias for alias, name in short_names(report.id) if name == first)
    return frozenset(stems(" ".join((first, *short))))


def names_of_the_matter(report: ReportSummary, base: ReportBase, subtitle: bool = True) -> frozenset[str]:
    """Stems of a report's title, with its ``subtitle`` or without, and of the body that it is on first."""
    title = report.title if subtitle else report.title.partition(" - ")[0]
    return frozenset(stems(title)) | main_body(report, base)
