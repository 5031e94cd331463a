"""Which court wrote a report and what type of report it is, in the forms filters use."""

import re
from collections import Counter

from knowledge.extraction.lines import Line, fold_in_place
from knowledge.extraction.places import Department, department, region
from knowledge.reports.document import Metadata
from knowledge.text import fold

COURT = "Cour des comptes"
_CHAMBER = re.compile(
    r"(?P<kind>chambre (?:regionale|territoriale) des comptes|\bcrtc?|\bctc) (?:de la |de l.|du |des |de "
    r"|d.)?(?P<name>[a-z][a-z' ,-]{3,60})"
)
_HEAD_LINES = 160
_NATIONAL = re.compile(r"\bla cour (des comptes )?(a|formule|recommande|constate|m.a demande|estime)\b")
_TYPES = (
    (re.compile(r"observations? definitives?"), "ROD"),
    (re.compile(r"\brefere\b"), "référé"),
    (
        re.compile(r"communication au parlement|communication a (la commission|l.assemblee|au senat)"),
        "communication au Parlement",
    ),
    (re.compile(r"rapport public annuel"), "rapport public annuel"),
    (re.compile(r"rapport public thematique"), "rapport public thématique"),
    (re.compile(r"rapport public"), "rapport public"),
    (re.compile(r"audit flash"), "audit flash"),
    (re.compile(r"avis budgetaire"), "avis budgétaire"),
    (re.compile(r"certification"), "certification"),
)


def report_type(metadata: Metadata, lines: list[Line]) -> str | None:
    """Normalised type: of the catalogue first, else of the first page."""
    if metadata.type:
        folded = re.sub(r"\W+", " ", fold(metadata.type))
        for pattern, name in _TYPES:
            if pattern.search(folded):
                return name
        return metadata.type
    head = " ".join(fold_in_place(line.text) for line in lines[:40])
    return next((name for pattern, name in _TYPES if pattern.search(head)), None)


def is_national(metadata: Metadata, lines: list[Line]) -> bool:
    """Whether the report is the Cour's own, not a regional chamber's."""
    stated = fold(metadata.jurisdiction or "")
    if "cour des comptes" in stated:
        return True
    if "crc" in stated or "crtc" in stated or "chambre" in stated or "ctc" in stated:
        return False
    head = " ".join(fold_in_place(line.text) for line in lines[:_HEAD_LINES])
    return bool(_NATIONAL.search(head)) and not _CHAMBER.search(head)


def find_jurisdiction(metadata: Metadata, lines: list[Line], place: Department | None) -> str | None:
    """« Cour des comptes », or « CRC Bretagne » by today's regions (« CTC » for the overseas territories)."""
    if is_national(metadata, lines):
        return COURT
    chamber = find_chamber(metadata, lines)
    if place is not None and chamber in (None, place.chamber):
        chamber = place.chamber
    return _named(chamber) if chamber is not None else None


def find_chamber(metadata: Metadata, lines: list[Line]) -> str | None:
    """Region or territory of the chamber that a regional report names itself most on its first pages."""
    names: Counter[str] = Counter()
    texts = [metadata.jurisdiction or "", *(line.text for line in lines[:_HEAD_LINES])]
    for text in texts:
        for match in _CHAMBER.finditer(fold_in_place(text)):
            name = _chamber(match["name"])
            if name is not None:
                names[name] += 1
    return names.most_common(1)[0][0] if names else None


def _named(chamber: str) -> str:
    territorial = chamber in ("Polynésie française", "Nouvelle-Calédonie", "Saint-Pierre-et-Miquelon")
    return f"{'CTC' if territorial else 'CRC'} {chamber}"


def _chamber(words: str) -> str | None:
    """The region or territory that begins `words`, the longest first."""
    tokens = re.split(r"[ ,]+", words.strip())
    for size in range(min(7, len(tokens)), 0, -1):
        name = " ".join(tokens[:size])
        found = region(name)
        if found is not None:
            return found
        overseas = department(name)
        if overseas is not None and overseas.chamber == overseas.name:
            return overseas.chamber
    return None
