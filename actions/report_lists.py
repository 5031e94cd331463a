"""Lists of reports: by department, region, year, type, jurisdiction, kind of body, theme; and how many."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from actions.answer import Answer, ItemList, Paragraph
from actions.compose import answered, not_found, reply
from actions.desk import Desk
from actions.question import Question
from actions.report_parts import links_to, report_line, report_source, subject_rows
from actions.report_passages import overview, passages, titled
from actions.report_subject import Subject, reports_of
from actions.wording import join, say
from knowledge.reports.base import ReportBase
from knowledge.reports.catalogue_queries import ReportFilter
from knowledge.reports.models import ReportSummary
from knowledge.reports.name_forms import distinctive
from knowledge.reports.questions import read_question
from knowledge.reports.report_ranking import areas_meant
from knowledge.text import STOP_WORDS, fold, stem, words

_SHOWN, _MOST = 20, 500
_LONG_NAME = 7
_BEFORE_AREA = r"dans|en|departement|au|aux|de l|du|des|de la|d|sur|concern\w+|pour|la|le|les|l"
_PREPOSITION = re.compile(r"\b(?:dans|en|au|aux|de|du|des|d|l|la|le|les|sur|pour)\b")
"""What a message put into French from English has none of."""
_KINDS = (
    (r"hopita\w*|hospital\w*|centres? hospitaliers?|chu\b|chru", "hospital"),
    (r"communes(?! (?:du|de la) pays)|mairies|villes|municipal\w*|towns", "commune"),
    (
        r"intercommunalites?|intercos?|comcoms?|communautes? (?:de communes|d.agglomeration)|agglo\w*s",
        "intercommunality",
    ),
    (r"ehpad|maisons? de retraite|care homes?", "nursing-home"),
    (r"associations", "association"),
    (r"syndicats", "syndicate"),
    (r"offices? (?:de |du )?tourisme", "tourist-office"),
    (r"departements|conseils (?:departementaux|generaux)", "department"),
    (r"chambres? (?:de commerce|d.agriculture|des? metiers)\w*|chambres consulaires|cci", "consular-chamber"),
    (r"entreprises|societes(?! d.economie)", "company"),
    (r"societes d.economie mixte|sem", "semi-public-company"),
    (r"ccas|centres? communa\w+ d.action sociale", "social-action"),
    (r"lycees|colleges|ecoles|universites", "school"),
    (r"theatres|musees|orchestres|festivals", "cultural-body"),
    (r"bailleurs|offices? (?:publics? )?(?:de l.)?habitat|hlm", "social-housing"),
    (r"aeroports", "airport"),
    (r"ministeres", "ministry"),
)  # fmt: skip
_NARROWER = (
    (r"chr?us?", r"chr?u\b|hospitaliers? (?:regiona\w+ )?universitaires?"),
    (r"musees?", "musee"), (r"theatres?", "theatre"), (r"orchestres?", "orchestre"),
    (r"festivals?", "festival"), (r"cci|chambres? de commerce", "chambre de commerce"),
    (r"chambres? d.agriculture", "chambre d agriculture"),
)  # fmt: skip
"""Words for some bodies of a kind, with how titles say them."""
_TYPES = (
    (r"referes?", "référé"),
    (
        r"(?:communications?|reports?|rapports?)(?: \w+){0,6} (?:au|to) (?:parlement|parliament)",
        "communication au Parlement",
    ),
)
_COURT = re.compile(r"cour des comptes")
_FORMALITIES = frozenset(
    stem(fold(word))
    for word in """rapport rapports liste lister quels combien report reports list chambre chambres régionale
    cour comptes concernent concerne concernant sur dans portent portant publié publiés existe avez base
    disponibles observations tous toutes département région année which how many have ont eu svp stp sait
    contrôle contrôler contrôles contrôlée contrôlées audit audité auditées examiné examinés examinées quoi
    comme vous communauté communautés commune communes intercommunalité agglomération organisme organismes
    structure structures entité entités document documents department departments region regions body bodies
    not audited objet fait font sont traite traiter traitent deal parlement parliament communication
    communications""".split()
)


def report_list(question: Question, desk: Desk, base: ReportBase, subject: Subject) -> Answer:
    """The reports that meet the criteria said, their number first."""
    wanted, said = criteria(subject.text, base)
    if wanted.empty and subject.continued:
        found = _beside_the_last(subject, base)
        return _tell(question, found, len(found), [])
    if wanted.empty and (subject.bodies or subject.places):
        found = _on_the_place(subject, base)
        if found:
            return _tell(question, found, len(found), [])
    if wanted.empty and subject.bodies:
        return overview(question, desk, base, subject)
    rest = _free_words(subject.text, said, base)
    if wanted.empty and rest:
        return _about(question, desk, base, subject)
    reports = _of_every_kind(subject.text, base, wanted)
    if rest and len(reports) > 1:
        narrowed = _narrowed(base, reports, rest)
        if narrowed:
            return _tell(question, narrowed, len(narrowed), said)
    if not reports:
        return not_found(
            question, desk, say(question.lang, "report_none_of", criteria=join(said, question.lang))
        )
    return _tell(question, reports[:_SHOWN], len(reports), said)


def criteria(text: str, base: ReportBase) -> tuple[ReportFilter, list[str]]:
    """What a message narrows a list to, and those criteria in words."""
    folded = f" {' '.join(words(text))} "
    facets = base.facets()
    department = _facet(folded, [value for value, _ in facets["department"]])
    region = _facet(folded, [value for value, _ in facets["region"]])
    if department and region:
        region = None if fold(region) in fold(department) else region
        department = None if region and fold(department) in fold(region) else department
    region = region or (None if department else _meant_region(text, base))
    if department and _PREPOSITION.search(folded):
        if not re.search(rf"\b(?:{_BEFORE_AREA}).{{0,20}}{_first_words(department)}", folded):
            department = None
    kinds = _kinds(folded)
    sort = next((name for pattern, name in _TYPES if re.search(rf"\b(?:{pattern})\b", folded)), None)
    published = {value for value, _ in facets["year"]}
    years = [year for year in read_question(text).years if str(year) in published]
    court = "Cour des comptes" if _COURT.search(folded) and "chambre" not in folded and not sort else None
    wanted = ReportFilter(
        department=department,
        region=region,
        kind=kinds[0][1] if kinds else None,
        type=sort,
        year=years[0] if years else None,
        jurisdiction=court if re.search(r"\bde la cour des comptes\b", folded) and not kinds else None,
    )
    said = [department, region, sort, wanted.jurisdiction, *(word for word, _ in kinds), *map(str, years[:1])]
    return wanted, [value for value in said if value]


def _meant_region(text: str, base: ReportBase) -> str | None:
    """The region that a word for its people means: « les hôpitaux bretons »."""
    meant = {area for word in words(text) for area in areas_meant(word)}
    return next((value for value, _ in base.facets()["region"] if " ".join(words(value)) in meant), None)


def _kinds(folded: str) -> list[tuple[str, str]]:
    """The kinds of body a message names, each with its words there."""
    found = [(re.search(rf"\b(?:{pattern})\b", folded), kind) for pattern, kind in _KINDS]
    return [(match.group(0), kind) for match, kind in found if match]


def _called_so(reports: list[ReportSummary], folded: str) -> list[ReportSummary]:
    """Of the reports on a kind of body those whose title says the very word: « CHU » of all hospitals."""
    for said, written in _NARROWER:
        if re.search(rf"\b(?:{said})\b", folded):
            own = [r for r in reports if re.search(rf"\b(?:{written})", " ".join(words(r.title)))]
            return own or reports
    return reports


def _of_every_kind(text: str, base: ReportBase, wanted: ReportFilter) -> list[ReportSummary]:
    """The reports within a filter, of all the kinds of body named."""
    folded = f" {' '.join(words(text))} "
    kinds: list[str | None] = [kind for _, kind in _kinds(folded)]
    pages = [base.find_reports(replace(wanted, kind=kind), size=_MOST) for kind in kinds or [None]]
    found = {report.id: report for page in pages for report in page.reports}
    area = wanted.department or wanted.region
    if area and wanted == ReportFilter(department=wanted.department, region=wanted.region):
        for report in base.titled([word for word in words(area) if word not in STOP_WORDS]):
            if report.department is None:  # « la Polynésie française » is all its title says of where it is
                found.setdefault(report.id, report)
    return _called_so(list(found.values()), folded)


def _on_the_place(subject: Subject, base: ReportBase) -> list[ReportSummary]:
    """The reports that audit the bodies named, and those whose title names the same place."""
    found = {report.id: report for report in reports_of(subject, base)}
    for body in (*subject.bodies, *subject.places):
        for report in titled(body, base):
            found.setdefault(report.id, report)
    return list(found.values())


def _beside_the_last(subject: Subject, base: ReportBase) -> list[ReportSummary]:
    """The report spoken of, those on the same bodies, and those whose title names their town."""
    found = {report.id: report for report in reports_of(subject, base)}
    details = [base.report(key) for key in found]
    bodies = [m.organisation for d in details if d for m in d.organisations if m.role == "audited"]
    for body in dict.fromkeys(bodies):
        for report in (*base.reports_on(body.id), *base.titled(distinctive(body.name)[:1])):
            found.setdefault(report.id, report)
    return list(found.values())


def _facet(folded: str, values: Sequence[str]) -> str | None:
    """The longest value that stands in the message as whole words, or by its own first word."""
    held = [value for value in values if f" {' '.join(words(value))} " in folded]
    if not held:
        starts = Counter(words(value)[0] for value in values if words(value))
        held = [
            value
            for value in values
            if len(first := words(value)[0]) >= _LONG_NAME and starts[first] == 1 and f" {first} " in folded
        ]
    return max(held, key=len, default=None)


def _first_words(name: str) -> str:
    return re.escape(words(name)[0])


def _free_words(text: str, said: Sequence[str], base: ReportBase) -> list[str]:
    """The other words of a message: what the reports are to be about."""
    formal = _FORMALITIES | {stem(w) for value in said for w in words(value)}
    terms = base.well_spelt(read_question(text).terms)
    return [t for t in terms if t not in formal and len(t) > 2 and not areas_meant(t)]


def _narrowed(base: ReportBase, reports: Sequence[ReportSummary], rest: Sequence[str]) -> list[ReportSummary]:
    """The reports that say every other word of the message, those that speak most of them."""
    held = {report.id: report for report in reports if not base.absent_terms(report.id, rest)}
    return [held[key] for key in base.most_about(rest, list(held))][:_SHOWN]


def _about(question: Question, desk: Desk, base: ReportBase, subject: Subject) -> Answer:
    """Reports on a matter or a place that is no criterion: those whose passages speak of it most."""
    result = base.search_passages(subject.text, limit=60)
    if not result.hits or result.hits[0].coverage < 0.4:
        return passages(question, desk, base, subject)
    best = result.hits[0]
    place_reports = [
        report
        for place in subject.places
        for report in base.find_reports(ReportFilter(organisation=place.id), size=200).reports
        if base.mainly_about(report.id, place.id)
    ]
    found = [hit.report for hit in result.hits if hit.coverage >= 0.6 * best.coverage]
    reports = list(dict.fromkeys([*place_reports, *found]))[:10]
    return _tell(question, reports, len(reports), [])


def _tell(question: Question, reports: Sequence[ReportSummary], total: int, said: Sequence[str]) -> Answer:
    lang = question.lang
    key = "report_list_one" if total == 1 else "report_list"
    lead = Paragraph(say(lang, key, number=total, criteria=f" ({join(list(said), lang)})" if said else ""))
    items = ItemList(tuple(report_line(report, lang) for report in reports))
    replies = [reply(r.title, say(lang, "report_ask_report", title=r.title)) for r in reports[:4]]
    return answered(
        [lead, items],
        [report_source(report) for report in reports],
        rows=subject_rows(reports[:5]),
        quick_replies=replies,
        links=links_to(lang, reports),
    )
