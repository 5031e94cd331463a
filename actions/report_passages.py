"""What the reports say: the best passages word for word, or an honest « it is not said »."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from actions.answer import Answer, Paragraph
from actions.compose import answered, not_found, reply
from actions.desk import Desk
from actions.question import Question
from actions.report_parts import (
    body_name,
    links_to,
    nothing_on,
    quotation,
    report_line,
    report_source,
    subject_rows,
    ways_on,
)
from actions.report_subject import BODIES, Subject, reports_of
from actions.report_words import is_mention_question, unsaid_words
from actions.wording import join, say
from knowledge.reports.base import ReportBase
from knowledge.reports.catalogue_queries import ReportFilter
from knowledge.reports.models import PassageHit, ReportSummary, SearchResult
from knowledge.reports.name_forms import name_tokens
from knowledge.reports.questions import read_question
from knowledge.text import fold, stem

_SHOWN_NAMED, _SHOWN_SEARCHED = 4, 5
_DEEP = 80
_LEAST_COVERAGE = 0.12
_SYNTHESIS = re.compile(r"synth|resume|principales obs|observations principales")
_SAYS_FINDINGS = 0.5
"""What a passage of the synthesis gains: it says what the report finds, the body of the text how."""

_FAR = 0.75
"""A passage of another report is shown beside the best one when it scores at least this share of it."""


def search(subject: Subject, base: ReportBase, limit: int = 25) -> SearchResult:
    """The passages for a subject: of its reports alone when it names any."""
    if subject.reports and not subject.bodies:
        return _findings_first(base.search_passages(subject.text, report_id=subject.reports[0], limit=_DEEP))
    result = base.search_passages(subject.text, limit=max(limit, _DEEP))
    mine = {report.id for report in reports_of(subject, base)}
    hits = tuple(hit for hit in result.hits if hit.report.id in mine)
    if mine and not hits:
        hits = base.search_passages(subject.text, report_id=next(iter(mine)), limit=limit).hits
    return _findings_first(replace(result, hits=hits)) if mine else result


def _findings_first(result: SearchResult) -> SearchResult:
    """The passages in order of score, those of a synthesis raised."""
    return replace(result, hits=tuple(sorted(result.hits, key=lambda hit: -_with_findings(hit))))


def _with_findings(hit: PassageHit) -> float:
    return hit.score + (_SAYS_FINDINGS if _SYNTHESIS.search(fold(" ".join(hit.place.path))) else 0.0)


def passages(question: Question, desk: Desk, base: ReportBase, subject: Subject) -> Answer:
    """Two to four passages with their headings, from the reports meant or found."""
    result = search(subject, base)
    refused = refusal(question, desk, base, subject, result)
    if refused is not None:
        return refused
    chosen = best_passages(result.hits, subject.named)
    quotes, sources = zip(*(quotation(hit) for hit in chosen), strict=True)
    reports = list({hit.report.id: hit.report for hit in chosen}.values())
    lead = Paragraph(say(question.lang, "report_says", report=report_line(reports[0], question.lang)))
    rows = [
        *subject_rows(reports, subject.bodies),
        *(f"passage:{h.report.id}#{h.place.anchor}" for h in chosen),
    ]
    return answered(
        [lead, *quotes],
        sources,
        rows=rows,
        quick_replies=ways_on(question.lang, reports[0], "passages", base),
        links=links_to(question.lang, reports),
    )


def best_passages(hits: Sequence[PassageHit], named: bool) -> list[PassageHit]:
    """The passages to show: the best of the report meant; of several reports when none is named."""
    if named:
        return list(hits[:_SHOWN_NAMED])
    first = {hit.report.id: hit for hit in reversed(hits)}
    near = sorted(first.values(), key=lambda hit: -hit.score)[:3]
    leading = [hit for hit in near if hit.score >= _FAR * hits[0].score]
    own = [hit for hit in hits if hit.report.id == hits[0].report.id and hit not in leading]
    more = sorted(own, key=lambda hit: -_with_findings(hit))
    return [*leading, *more][:_SHOWN_SEARCHED]


def refusal(
    question: Question, desk: Desk, base: ReportBase, subject: Subject, result: SearchResult
) -> Answer | None:
    """An answer that says it is not known, when the body has no report or the report does not speak of it."""
    hits = result.hits
    if subject.unknown and not _speaks_of(subject, hits[:3], base):
        return nothing_on(question, desk, base, subject, subject.unknown)
    if not hits:
        mine = reports_of(subject, base)
        if mine:
            return not_said(question, desk, mine[0], subject)
        return not_found(question, desk, say(question.lang, "report_nothing_found"))
    terms = result.terms
    if is_mention_question(subject.text):
        named = {
            stem(t) for body in subject.bodies for t in name_tokens(f"{body.name} {subject.unknown or ''}")
        }
        terms = tuple(t for t in read_question(subject.text).terms if t not in named and len(t) > 2)
    missing = unsaid_words(subject.text, terms, hits[0].report.id, base)
    if missing:
        return not_said(question, desk, hits[0].report, subject)
    if not subject.named and hits[0].coverage < _LEAST_COVERAGE:
        return not_said(question, desk, hits[0].report, subject)
    return None


def _speaks_of(subject: Subject, hits: Sequence[PassageHit], base: ReportBase) -> bool:
    """Whether the report found is mainly about the place named, and audits a body of the kind named."""
    if not hits:
        return False
    report = hits[0].report
    details = base.report(report.id)
    audited = [m.organisation.name for m in details.organisations if m.role == "audited"] if details else []
    said = {stem(token) for token in name_tokens(" ".join([report.title, *audited]))}
    name = name_tokens(subject.unknown or "")
    kinds = {stem(token) for token in name if token in BODIES}
    if not kinds <= said:
        return False
    place = {stem(t) for t in name if t not in BODIES and len(t) > 2}
    return bool(place & said) or any(base.mainly_about(report.id, p.id) for p in subject.places) or (
        not subject.places and not kinds and not base.absent_terms(report.id, sorted(place))
    )  # fmt: skip


def not_said(question: Question, desk: Desk, report: ReportSummary, subject: Subject) -> Answer:
    """The nearest report does not speak of it: it is named and linked, nothing is claimed."""
    key = "report_not_said" if subject.named else "report_not_said_anywhere"
    text = say(question.lang, key, report=report_line(report, question.lang))
    answer = not_found(question, desk, text, [reply(say(question.lang, "report_reply_recommendations"))])
    return replace(
        answer,
        sources=(report_source(report),),
        links=tuple(links_to(question.lang, [report])),
        rows=tuple(subject_rows([report], subject.bodies)),
    )


def _all_on(subject: Subject, base: ReportBase) -> tuple[ReportSummary, ...]:
    """The reports that audit a body, then those mainly about it."""
    found = {report.id: report for report in reports_of(subject, base)}
    for body in (*subject.bodies, *(subject.places if not found else ())):
        for report in base.find_reports(ReportFilter(organisation=body.id), size=100).reports:
            if report.id not in found and base.mainly_about(report.id, body.id):
                found[report.id] = report
    return tuple(found.values())[:12]


def overview(question: Question, desk: Desk, base: ReportBase, subject: Subject) -> Answer:
    """The reports on a body, with the opening passage of each."""
    reports = _all_on(subject, base)
    if not reports:
        return passages(question, desk, base, subject)
    lead = Paragraph(
        say(
            question.lang,
            "report_list_of_body" if len(reports) > 1 else "report_one_of_body",
            number=len(reports),
            body=join([body_name(b) for b in subject.bodies], question.lang),
            reports=join([report_line(r, question.lang) for r in reports[:6]], question.lang),
        )
    )
    opening = [base.search_passages("synthèse", report_id=r.id, limit=1).hits for r in reports[:3]]
    quoted = [quotation(hits[0]) for hits in opening if hits]
    sources = [*(report_source(r) for r in reports), *(source for _, source in quoted)]
    return answered(
        [lead, *(quote for quote, _ in quoted)],
        sources,
        rows=subject_rows(reports[:3], subject.bodies),
        quick_replies=ways_on(question.lang, reports[0], "others", base),
        links=links_to(question.lang, reports),
    )
