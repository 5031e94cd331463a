"""The report on a body that is named by its kind and its place, not by its name: « l'agglo de Bergerac »."""

from __future__ import annotations

from collections.abc import Sequence

from actions.reports.bodies.kinds import AREAS, BODIES, LINKS
from actions.reports.bodies.other_names import mainly_about
from knowledge.reports.base import ReportBase
from knowledge.reports.catalogue_queries import ReportFilter
from knowledge.reports.communes import names_a_namesake
from knowledge.reports.demonyms import areas_meant, is_demonym
from knowledge.reports.models import OrganisationRow
from knowledge.reports.name_forms import KINDS, kinds, name_tokens
from knowledge.text import STOP_WORDS, stem


def titled_of_its_kind(name: str, places: Sequence[OrganisationRow], base: ReportBase) -> tuple[str, ...]:
    """The only report on a body of the kind named that has the place in its title: « l'agglo de Bergerac » is
    the « Communauté d'agglomération bergeracoise ».
    """
    found = _titled(*_kind_and_place(name, places), base)
    return found if len(found) == 1 else ()


def by_title(text: str, name: str, places: Sequence[OrganisationRow], base: ReportBase) -> tuple[str, ...]:
    """Reports whose title holds the name and another word of the question, the body not being recognised."""
    of_its_kind = _of_those_who_live_there(name, places, base)
    if of_its_kind:
        return of_its_kind
    said = set(name_tokens(name)) - LINKS
    asked = {stem(t) for t in name_tokens(text) if t not in STOP_WORDS and len(t) > 2}
    for report in base.find_reports(ReportFilter(q=text), size=8).reports:
        title = set(name_tokens(report.title))
        held = asked & {stem(t) for t in title}
        if title & (said - BODIES) and (
            said <= title or len(held) >= 3 or said & BODIES <= title and len(held) >= 2
        ):
            return (report.id,)
    return ()


def _of_those_who_live_there(
    name: str, places: Sequence[OrganisationRow], base: ReportBase
) -> tuple[str, ...]:
    """The report on a body of the kind named whose title has the place or the area of those who live there,
    or that is mainly about the place: « l'hôpital des Sables-d'Olonne » is the « Centre hospitalier Côte de
    Lumière », the « office HLM du Périgord » Dordogne's.
    """
    wanted, place = _kind_and_place(name, places)
    if not wanted or not place:
        return ()
    titled = _titled(wanted, place, base)
    if titled:
        return titled[:1]
    for area in dict.fromkeys(area for word in place if is_demonym(word) for area in areas_meant(word)):
        there = [one.id for one in base.titled(area.split()) if wanted & kinds(name_tokens(one.title))]
        if len(there) == 1:
            return tuple(there)
    found = (mainly_about(area, base, wanted) for area in places)
    return next((reports for reports in found if reports), ())


def _titled(wanted: frozenset[str], place: Sequence[str], base: ReportBase) -> tuple[str, ...]:
    """The reports with a place in their title, or a longer word for it, on bodies of the kinds wanted."""
    found = base.titled(place, families=True) if wanted and place else ()
    titles = ((report.id, name_tokens(report.title)) for report in found)
    return tuple(key for key, title in titles if wanted & kinds(title) and not names_a_namesake(place, title))


def _kind_and_place(name: str, places: Sequence[OrganisationRow]) -> tuple[frozenset[str], list[str]]:
    """The kinds of body and the place of a name that none audits; no place where that is a whole area."""
    tokens = name_tokens(name)
    place = [token for token in tokens if token not in KINDS | BODIES | LINKS]
    areas = [set(name_tokens(one.name)) for one in places if one.kind in AREAS]
    return kinds(tokens), [] if any(set(place) <= area for area in areas) else place
