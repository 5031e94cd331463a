"""Shorter lists offered below a long one: of a kind of body, of the areas with most reports."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from actions.answer import QuickReply
from actions.compose import reply
from actions.wording import join, say
from knowledge.reports.base import ReportBase
from knowledge.reports.catalogue_queries import ReportFilter
from knowledge.reports.models import ReportSummary

_OFFERED = 4
"""Shorter lists offered."""
_OFFERED_KINDS = ("commune", "hospital")
"""Kinds of body that a long list may be narrowed to."""


def narrower(
    lang: str,
    base: ReportBase,
    reports: Sequence[ReportSummary],
    said: Sequence[str] = (),
    wanted: ReportFilter | None = None,
) -> list[QuickReply]:
    """The same list of fewer reports: of a kind of body, and of the areas with most of them."""
    within = wanted or ReportFilter()
    kinds = () if within.kind or said and wanted is None else _OFFERED_KINDS
    bodies = [
        say(lang, f"report_bodies_{kind}")
        for kind in kinds
        if 0 < base.find_reports(replace(within, kind=kind), size=1).total < len(reports)
    ]
    areas = Counter(area for r in reports if (area := r.department if within.region else r.region))
    named = [area for area, number in areas.most_common() if number < len(reports)]
    chosen = [*bodies, *([] if within.department else named)][:_OFFERED]
    return [reply(one, say(lang, "report_ask_list", criteria=join([*said, one], lang))) for one in chosen]
