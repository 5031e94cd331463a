"""The extractor that ingestion runs on every document."""

import re

from knowledge.extraction import jurisdictions, names, themes
from knowledge.extraction.audited import find_audited
from knowledge.extraction.entities import find_entities
from knowledge.extraction.figures import find_figures
from knowledge.extraction.lines import Line, document_lines
from knowledge.extraction.location import find_department
from knowledge.extraction.mentions import find_mentions
from knowledge.extraction.national import find_national_bodies
from knowledge.extraction.periods import find_period
from knowledge.extraction.places import Department, region
from knowledge.extraction.recommendations import find_recommendations
from knowledge.reports.document import Document, Metadata
from knowledge.reports.extracted import Extraction, OrganisationMention, ThemeDefinition
from knowledge.text import fold


class ReportExtractor:
    """Understands reports by rules, lists of names and, with `entities`, a model of named entities.

    Has no state but its settings, so that worker processes can be given a copy. The model (some 300 MB in
    each
    process) is loaded at the first document; without it, names that no rule introduces are not found.
    """

    def __init__(self, *, entities: bool = True) -> None:
        self.entities = entities

    def extract(self, document: Document) -> Extraction:
        """Everything understood of `document`."""
        lines = document_lines(document)
        metadata = document.metadata
        national = jurisdictions.is_national(metadata, lines)
        chamber = None if national else jurisdictions.find_chamber(metadata, lines)
        place = None if national else find_department(metadata.title, lines, chamber)
        bodies = _audited(metadata, lines, place, national)
        found = find_entities(lines, _explained(bodies)) if self.entities else []
        return Extraction(
            organisations=(*bodies, *find_mentions(lines, bodies, found)),
            figures=find_figures(document),
            recommendations=find_recommendations(lines),
            themes=themes.find_themes(metadata.title, lines),
            period=find_period(lines, metadata, national),
            type=jurisdictions.report_type(metadata, lines),
            jurisdiction=jurisdictions.find_jurisdiction(metadata, lines, place),
            department=place.name if place else None,
            region=_region(bodies, place, chamber),
        )

    def themes(self) -> tuple[ThemeDefinition, ...]:
        """The taxonomy of themes."""
        return themes.definitions()


def _audited(
    metadata: Metadata, lines: list[Line], place: Department | None, national: bool
) -> tuple[OrganisationMention, ...]:
    if national:
        return find_national_bodies(metadata.title, lines)
    body = find_audited(metadata.title, lines, place)
    return (body,) if body is not None else ()


def _explained(bodies: tuple[OrganisationMention, ...]) -> frozenset[str]:
    """Words of the audited bodies' own names: the model need not be shown sentences for them."""
    forms = (form for body in bodies for form in (body.name, *body.aliases))
    return frozenset(word for form in forms for word in re.findall(r"[\w-]+", fold(form)))


def _region(
    bodies: tuple[OrganisationMention, ...], place: Department | None, chamber: str | None
) -> str | None:
    """Region of an audited region by its name, else of the department, else of the chamber."""
    for body in bodies:
        if body.kind == "region":
            named = region(names.comparable(body.name).core)
            if named is not None:
                return named
    if place is not None:
        return place.region
    return region(chamber) if chamber is not None else None
