"""Lists of reports: by department, region, year, type, jurisdiction, kind of body, theme; and how many."""

from __future__ import annotations

import re
from collections.abc import Sequence

from actions.answer import Answer, ItemList, Paragraph
from actions.compose import answered, not_found, reply
from actions.desk import Desk
from actions.question import Question
from actions.report_parts import links_to, report_line, report_source, subject_rows
from actions.report_passages import overview, passages
from actions.report_subject import Subject
from actions.wording import join, say
from knowledge.reports.base import ReportBase
from knowledge.reports.catalogue_queries import ReportFilter
from knowledge.reports.models import ReportSummary
from knowledge.reports.questions import read_question
from knowledge.text import fold, stem, words

_SHOWN = 20
_KINDS = (
    (r"hopita\w*|hospital\w*|centres? hospitaliers?|chu\b|chru", "hospital"),
    (r"communes|mairies|villes|municipal\w*|towns", "commune"),
    (r"intercommunalites?|communautes? (?:de communes|d.agglomeration)|agglomerations", "intercommunality"),
    (r"ehpad|maisons? de retraite", "care-home"),
    (r"associations", "association"),
    (r"syndicats", "syndicate"),
    (r"offices? (?:de |du )?tourisme", "tourist-office"),
    (r"departements|conseils (?:departementaux|generaux)", "department"),
    (r"entreprises|societes", "company"),
)
_TYPES = ((r"referes?", "référé"), (r"communications? au parlement", "communication au Parlement"))
_COURT = re.compile(r"cour des comptes")
_FORMALITIES = frozenset(
    stem(word)
    for word in "rapport rapports liste lister quels combien report reports list chambre chambres regionale "
    "cour comptes "
    "concernent concerne concernant sur dans portent portant publié publiés existe avez base disponibles "
    "observations "
    "tous toutes département région année reports which how many have".split()
)


def report_list(question: Question, desk: Desk, base: ReportBase, subject: Subject) -> Answer:
    """The reports that meet the criteria said, their number first."""
    wanted, said = criteria(subject.text, base)
    if wanted.empty and subject.bodies:
        return overview(question, desk, base, subject)
    rest = _free_words(subject.text, said)
    if wanted.empty and rest:
        return _about(question, desk, base, subject)
    found = base.find_reports(wanted, size=_SHOWN)
    if rest and found.total > 1:
        narrowed = _narrowed(base, subject, wanted, rest)
        if narrowed:
            return _tell(question, narrowed, len(narrowed), [*said, *rest])
    if not found.total:
        return not_found(
            question, desk, say(question.lang, "report_none_of", criteria=join(said, question.lang))
        )
    return _tell(question, found.reports, found.total, said)


def criteria(text: str, base: ReportBase) -> tuple[ReportFilter, list[str]]:
    """What a message narrows a list to, and those criteria in words."""
    folded = f" {' '.join(words(text))} "
    facets = base.facets()
    named = {
        column: _facet(folded, [value for value, _ in facets[column]]) for column in ("department", "region")
    }
    if named["department"] and named["region"] and fold(named["region"]) in fold(named["department"]):
        named["region"] = None
    if named["department"] and not re.search(
        rf"\b(?:dans|en|departement|au|de l|du|des|de la|"
        rf"d)\b.{{0,20}}{re.escape(' '.join(words(named['department'])))}",
        folded,
    ):
        named["department"] = None
    kind = next((kind for pattern, kind in _KINDS if re.search(rf"\b(?:{pattern})\b", folded)), None)
    sort = next((name for pattern, name in _TYPES if re.search(rf"\b(?:{pattern})\b", folded)), None)
    years = [
        year for year in read_question(text).years if str(year) in {value for value, _ in facets["year"]}
    ]
    court = "Cour des comptes" if _COURT.search(folded) and "chambre" not in folded and not sort else None
    wanted = ReportFilter(
        department=named["department"],
        region=named["region"],
        kind=kind,
        type=sort,
        year=years[0] if years else None,
        jurisdiction=court if re.search(r"\bde la cour des comptes\b", folded) and not kind else None,
    )
    said = [
        v
        for v in (
            named["department"],
            named["region"],
            sort,
            wanted.jurisdiction,
            kind and _word(folded, kind),
            *map(str, years[:1]),
        )
        if v
    ]
    return wanted, said


def _facet(folded: str, values: Sequence[str]) -> str | None:
    """The longest value that stands in the message as whole words."""
    held = [value for value in values if f" {' '.join(words(value))} " in folded]
    return max(held, key=len, default=None)


def _word(folded: str, kind: str) -> str:
    pattern = next(pattern for pattern, name in _KINDS if name == kind)
    found = re.search(rf"\b(?:{pattern})\b", folded)
    return found.group(0) if found else kind


def _free_words(text: str, said: Sequence[str]) -> list[str]:
    formal = _FORMALITIES | {stem(w) for value in said for w in words(value)}
    return [t for t in read_question(text).terms if t not in formal and len(t) > 2]


def _narrowed(
    base: ReportBase, subject: Subject, wanted: ReportFilter, rest: Sequence[str]
) -> list[ReportSummary]:
    """The reports within the filter whose passages hold the other words of the message."""
    hits = base.search_passages(subject.text, wanted, limit=40).hits
    good = [hit for hit in hits if hit.score >= 0.6 * hits[0].score]
    return list(dict.fromkeys(hit.report for hit in good))[:_SHOWN]


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
