"""Pieces of answers about reports: sources, quotations, names, ways to go on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from actions.answer import Answer, Link, QuickReply, Quote, Source
from actions.compose import not_found, reply
from actions.desk import Desk
from actions.question import Question
from actions.report_letters import without_formulas
from actions.report_subject import Subject
from actions.wording import join, say
from knowledge.dates import written
from knowledge.reports.base import ReportBase
from knowledge.reports.models import OrganisationRow, PassageHit, Place, RecommendationRow, ReportSummary
from knowledge.reports.name_forms import name_tokens

LONGEST_QUOTE = 1400


def page_address(report: str, anchor: str | None = None) -> str:
    """The page of a report on this site, at one passage when ``anchor`` is given."""
    return f"/rapports/{report}#{anchor}" if anchor else f"/rapports/{report}"


def report_source(report: ReportSummary, place: Place | None = None, quote: str | None = None) -> Source:
    """A report as a source, at a place of it and with the words quoted from there."""
    anchor = place.anchor if place else None
    return Source(
        f"report:{report.id}:{anchor}" if anchor else f"report:{report.id}",
        report.title,
        report.jurisdiction,
        page_address(report.id, anchor),
        place_words(place) if place else None,
        report.date.isoformat() if report.date else None,
        quote=quote,
        report=report.id,
    )


def place_words(place: Place) -> str | None:
    """Section with its number, the heading above it, and the page: where to look in the report."""
    if len(place.path) > 1:
        return f"{place.path[-2]} > {place.label}"
    return place.label or None


def quotation(hit: PassageHit) -> tuple[Quote, Source]:
    """A passage word for word with its source: whole when short, else the sentences that answer best."""
    text = hit.text if len(hit.text) <= LONGEST_QUOTE and hit.kind != "table" else hit.quote
    text = without_formulas(text) or text
    source = report_source(hit.report, hit.place, text)
    heading = " – ".join(part for part in (hit.report.title, hit.place.label) if part)
    return Quote(text, source.id, heading), source


def recommendation_source(row: RecommendationRow) -> Source:
    """The place of a recommendation, with its words."""
    return report_source(row.report, row.place, row.text)


def report_line(report: ReportSummary, lang: str) -> str:
    """A report in a list: title, jurisdiction, date."""
    date = written(report.date, lang) if report.date else ""
    return ", ".join(part for part in (report.title, report.jurisdiction, date) if part)


def body_name(organisation: OrganisationRow) -> str:
    """A body with its department where the name does not say it."""
    department = organisation.department
    shown = department and department.lower() not in organisation.name.lower()
    return f"{organisation.name} ({department})" if shown else organisation.name


def subject_rows(reports: Iterable[ReportSummary], bodies: Iterable[OrganisationRow] = ()) -> list[str]:
    """The rows by which the next message finds what was spoken of."""
    return [*(f"report:{r.id}" for r in reports), *(f"organisation:{b.id}" for b in bodies)]


def ways_on(lang: str, report: ReportSummary, done: str, base: ReportBase) -> list[QuickReply]:
    """What else may be asked of this report; ``done`` is what was just answered."""
    details = base.report(report.id)
    if details is None:
        return []
    body = next((m.organisation.name for m in details.organisations if m.role == "audited"), report.title)
    choices = [
        ("recommendations", details.recommendations),
        ("figures", details.figures),
        ("others", len(details.organisations)),
    ]
    return [
        reply(say(lang, f"report_reply_{name}"), say(lang, f"report_ask_{name}", body=body))
        for name, number in choices
        if number and name != done
    ]


def links_to(lang: str, reports: Sequence[ReportSummary]) -> list[Link]:
    """The pages of the reports an answer rests on."""
    return [Link(say(lang, "report_open", title=r.title), page_address(r.id)) for r in reports[:3]]


def nothing_on(question: Question, desk: Desk, base: ReportBase, subject: Subject, name: str) -> Answer:
    """No report audits the body named: the nearest ones, and no figure."""
    near = base.find_organisations(name, 6)
    hits = [m.organisation for m in near if m.reports][:3]
    titles = [body_name(o) for o in hits]
    key = "report_no_body_near" if titles else "report_no_body"
    written = _as_written(subject.text, name)
    text = say(question.lang, key, name=written, near=join(titles, question.lang))
    replies = [reply(title, say(question.lang, "report_ask_body", body=title)) for title in titles]
    return not_found(question, desk, text, replies)


def _as_written(text: str, name: str) -> str:
    """The shortest run of words of a message that says ``name``, as far as it does; else ``name``."""
    tokens = {token for token in name_tokens(name) if len(token) > 2}
    said = [(m, tokens & {*name_tokens(m.group())}) for m in re.finditer(r"[\w-]+", text)]
    wanted = set().union(*(held for _, held in said))
    runs = [
        text[first.start() : last.end()]
        for at, (first, named) in enumerate(said)
        for end, (last, _) in enumerate(said[at:], at + 1)
        if named and wanted <= set().union(*(held for _, held in said[at:end]))
    ]
    return min(runs, key=len, default=name)
