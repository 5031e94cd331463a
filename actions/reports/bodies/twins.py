"""Two bodies of one place in one message: « Vannes et son agglo », « la ville ou l'agglo de Vannes »."""

from __future__ import annotations

import re

from knowledge.reports.base import ReportBase
from knowledge.reports.models import OrganisationRow
from knowledge.reports.name_forms import distinctive, kinds, name_tokens
from knowledge.reports.organisation_index import LIKELY_NAMED, NAMED

_JOINT = re.compile(r"\s(?:et|ou|avec|à|a|et celle|que|vs|versus|and|or|with|than)\s", re.IGNORECASE)


def of_one_place(text: str, base: ReportBase) -> tuple[OrganisationRow, ...]:
    """The two audited bodies of one place that the sides of an « et » name, each by the place or by its kind;
    none where it is not so. The name of a place stands for one body only where a text is read as a whole.
    """
    named = [m for m in base.names().find(text, 8) if m.form.reports and m.score >= LIKELY_NAMED]
    if not named:
        return ()
    place = distinctive(named[0].form.organisation.name)[:1]
    for joint in _JOINT.finditer(text):
        sides = text[: joint.start()], text[joint.end() :]
        found = [_named_in(side, place, base) for side in sides]
        bodies = [one for one in found if one is not None]
        if len(bodies) == 2 and bodies[0] != bodies[1]:
            return tuple(bodies)
    return ()


def _named_in(side: str, place: list[str], base: ReportBase) -> OrganisationRow | None:
    """The body of a place that one side names, if only by its kind."""
    said = set(name_tokens(side))
    if not said & {*place} and not kinds(name_tokens(side)):
        return None
    whole = side if said & {*place} else f"{side} {' '.join(place).title()}"
    found = (m for m in base.names().find(whole, 8) if m.form.reports and m.score >= NAMED)
    return next((m.form.organisation for m in found if {*place} & {*distinctive(m.form.form)}), None)
