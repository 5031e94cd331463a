"""The reports on all bodies of a kind, or in a place: « les CHU », « quels aéroports ? », « l'île de Ré »."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from actions.reports.bodies.kinds import BODIES, LINKS
from actions.reports.lists.criteria import Criteria, criteria, kinds_named
from actions.reports.matters import name_stems
from actions.reports.passages.answer import titled
from actions.reports.subject import Subject, reports_of
from knowledge.reports.base import ReportBase
from knowledge.reports.catalogue_queries import ReportFilter
from knowledge.reports.communes import communes_in
from knowledge.reports.lay_vocabulary import report_words
from knowledge.reports.models import ReportSummary
from knowledge.reports.name_forms import distinctive, kinds, name_tokens
from knowledge.text import STOP_WORDS, content_stems, fold, stem, stems, words

MOST = 500
"""More reports than any list has."""
BETWEEN = re.compile(r"\s*(?:[,;/&]|\b(?:et|ou|ainsi que|and|or)\b)\s*")
"""Between several matters or kinds of body."""
_NARROWER = (
    (
        r"chr?us?|centres hospitaliers (?:regiona\w+ )?universitaires",
        r"chr?u\b|hospitaliers? (?:regiona\w+ )?universitaires?",
    ),
    (r"musees?|museums?", "musee"), (r"theatres?", "theatre"), (r"orchestres?", "orchestre"),
    (r"sivom", r"sivom|syndicats? intercommuna\w+ a vocation multiple"),
    (r"sivu", r"sivu|syndicats? intercommuna\w+ a vocation unique"),
    (r"cci|chambres? de commerce", "chambre de commerce"),
    (r"chambres? d.agriculture", "chambre d agriculture"),
    (r"ehpad|maisons? de retraite", r"ehpad|maisons? de retraite|personnes agees|residence autonomie"),
)  # fmt: skip
"""Words for some bodies of a kind, with how titles say them."""
_OF_MANY_SORTS = frozenset(("school", "cultural-body"))
_OF_ALL_SORTS = re.compile(r"\b(?:structures?|organismes?|etablissements?|institutions?) culturel")
"""« orchestres ou structures culturelles » are no longer some bodies of their kind."""
_ISLAND = re.compile(r"\biles? (?!de (?:la )?(?:france|reunion))(?P<name>(?:de |d['’])(?:la |l['’])?[a-z]+)")

_OPENING = re.compile(
    r"\W*(?:(?:et|ok|and) )?(?:(?:quels?|quelles?|which|tous|toutes|all|les|des|the) ){1,2}"
    r"(?P<bodies>[a-z]+[sx])\b"
)
_WHICH_TREAT = re.compile(
    r"\W*(?:lesquel\w*|les quels) (?:ce qui )?(?:parl|trait|port|concern|abord|evoqu)\w+ "
)
_A_QUESTION = re.compile(
    r"\b(?:combien|pourquoi|comment|est[- ]ce|how|why|do|does)\b|-(?:t-)?(?:ils?|elles?)\b"
)
_WAYS_TO_SAY = 3
"""Standard phrases for a topic that are looked for."""


def of_every_kind(text: str, base: ReportBase, read: Criteria) -> list[ReportSummary]:
    """The reports within a filter, of all the kinds of body named."""
    wanted = read.filter
    pages = [base.find_reports(replace(wanted, kind=kind), size=MOST) for kind in read.kinds or [None]]
    found = {report.id: report for page in pages for report in page.reports}
    area = wanted.department or wanted.region
    if area and wanted == ReportFilter(department=wanted.department, region=wanted.region):
        for report in base.titled([word for word in words(area) if word not in STOP_WORDS]):
            if report.department is None:  # « la Polynésie française » is all its title says of where it is
                found.setdefault(report.id, report)
    for report in _titled_as_well(text, read, base):
        found.setdefault(report.id, report)
    return _called_so(base, list(found.values()), " ".join(words(text)), wanted)


def of_kinds_beside(text: str, base: ReportBase, read: Criteria) -> tuple[ReportSummary, ...]:
    """The reports within an area or a date on the kinds of body that titles name and no filter knows, said
    beside one that it knows: « les musées et opéras », not « les communes qui ont un port ».
    """
    parts = [part for part in BETWEEN.split(fold(text)) if set(read.rest) & set(content_stems(part))]
    if not read.kinds or any(kinds_named(" ".join(words(part))) for part in parts):
        return ()
    within = {report.id for report in base.find_reports(replace(read.filter, kind=None), size=MOST).reports}
    return tuple(report for report in titled_by_kind(text, read.rest, base) if report.id in within)


def _titled_as_well(text: str, read: Criteria, base: ReportBase) -> list[ReportSummary]:
    """The reports within a filter whose title has the very word for a kind of which there are many sorts: an
    « école d'art » is audited as a body of culture.
    """
    said = BODIES.intersection(name_tokens(text)) if _OF_MANY_SORTS & set(read.kinds) else frozenset()
    within = base.find_reports(replace(read.filter, kind=None), size=MOST).reports if said else ()
    return [report for report in within if said.intersection(name_tokens(report.title))]


def _called_so(
    base: ReportBase, reports: list[ReportSummary], folded: str, wanted: ReportFilter
) -> list[ReportSummary]:
    """Of the reports on a kind of body those whose title says the very word: « CHU » of all hospitals.

    Where none does, those of any kind that treat of it: « musées » of all cultural bodies; else none.
    """
    named = [
        (match, written) for said, written in _NARROWER if (match := re.search(rf"\b(?:{said})\b", folded))
    ]
    if not named or _OF_ALL_SORTS.search(folded):
        return reports
    within = {r.id for r in base.find_reports(replace(wanted, kind=None), size=MOST).reports}
    found: list[ReportSummary] = []
    for match, written in named:
        own = [r for r in reports if re.search(rf"\b(?:{written})", " ".join(words(r.title)))]
        own = own or [r for r in base.on_topic(stems(match.group())) if r.id in within]
        found += [report for report in own if report not in found]
    return found


def titled_by_kind(text: str, topic: Sequence[str], base: ReportBase) -> tuple[ReportSummary, ...]:
    """The reports whose title has the kind of body that is all a list is asked for: « quels aéroports ? ».

    The syndicate of an « aérodrome » is one of them; those in which airports are told of are not.
    """
    said = {stem(word): kinds for word in words(text) if (kinds := BODIES.intersection(name_tokens(word)))}
    if not topic or not set(topic) <= said.keys():
        return ()
    kinds = frozenset().union(*(said[one] for one in topic))
    every = base.find_reports(size=MOST).reports
    return tuple(report for report in every if kinds.intersection(name_tokens(report.title)))


def on_the_place(text: str, subject: Subject, base: ReportBase) -> list[ReportSummary]:
    """The reports that audit the bodies named, and those whose title names the same place, or as much of it
    as is said and the kind of body: the « Société aéroportuaire de Beauvais » for « l'aéroport de Beauvais ».
    """
    found = {report.id: report for report in reports_of(subject, base)}
    for body in (*subject.bodies, *subject.places):
        for report in titled(body, base):
            found.setdefault(report.id, report)
    said = set(name_tokens(text))
    for body in subject.bodies:
        place, kind = (
            [token for token in distinctive(body.name) if token in said],
            kinds(name_tokens(body.name)),
        )
        for report in base.titled(place) if place and kind else ():
            if kind <= set(name_tokens(report.title)):
                found.setdefault(report.id, report)
    return list(found.values())


def asks_which_bodies(text: str, base: ReportBase) -> bool:
    """« les hôpitaux en déficit en Bretagne »: which bodies of a kind in an area, with no verb; or which
    reports treat a matter: « lesquels parlent de ports ? ».
    """
    folded = fold(text)
    if _WHICH_TREAT.match(folded):
        return True
    opening = _OPENING.match(folded)
    if opening is None or _A_QUESTION.search(folded):
        return False
    if not any(word.startswith(opening["bodies"]) for word, _ in kinds_named(folded)):
        return False
    wanted = criteria(text, base).filter
    return bool(wanted.department or wanted.region)


def on_it_as_reports_say(topic: Sequence[str], base: ReportBase) -> tuple[ReportSummary, ...]:
    """The reports on what they call a topic that is said in several words: « retards de paiement aux
    fournisseurs » are « délais de paiement » and « intérêts moratoires ».
    """
    meant = Counter(phrase for phrases in report_words(topic).values() for phrase in phrases)
    standard = [phrase for phrase, words_of_it in meant.items() if words_of_it > 1 and len(phrase) > 1]
    found = {one.id: one for phrase in standard[:_WAYS_TO_SAY] for one in base.on_topic(sorted(phrase))}
    return tuple(found.values())


def island_named(text: str) -> list[str]:
    """The tokens of the name of an island, as titles have it: « Saint-Martin-de-Ré » of « l'île de Ré »."""
    found = _ISLAND.search(fold(text))
    return [token for token in name_tokens(found["name"]) if token not in LINKS] if found else []


def found_by_kind(subject: Subject, read: Criteria) -> bool:
    """Whether a body was found by the words for a kind: « sociétés d'économie mixte » is no ministry."""
    kind = set(stems(" ".join(read.said)))
    return not name_stems(subject) & set(stems(subject.text)) - kind


def town_asked(text: str, rest: Sequence[str]) -> str | None:
    """The town that is all a list of bodies of a kind is narrowed to: « les hôpitaux de Marseille »."""
    towns = communes_in(text) if rest else ()
    return next((town for town in towns if set(rest) <= set(stems(town))), None)


def titled_with(town: str, reports: Sequence[ReportSummary]) -> list[ReportSummary]:
    """Those of some reports whose title has the name of a town."""
    name = name_tokens(town)
    return [report for report in reports if set(name) <= set(name_tokens(report.title))]
