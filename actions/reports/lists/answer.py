"""Lists of reports: those that meet criteria, on a place, on a topic; and how many there are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from actions.answer import Answer, Paragraph
from actions.compose import not_found, plain_text, reply
from actions.desk import Desk
from actions.question import Question, asks_how_many
from actions.reports.asked import asks_list, asks_what_there_is
from actions.reports.bodies.kinds import KIND_STEMS
from actions.reports.lists.bodies import (
    MOST,
    found_by_kind,
    island_named,
    of_every_kind,
    of_kinds_beside,
    on_it_as_reports_say,
    on_the_place,
    titled_by_kind,
    titled_with,
    town_asked,
)
from actions.reports.lists.counts import (
    by_age,
    counted_by_jurisdiction,
    counted_by_type,
    of_no_such_year,
    shown_in_full,
    without_age,
)
from actions.reports.lists.criteria import Criteria, criteria, topic_as_typed
from actions.reports.lists.excluded import without_excluded
from actions.reports.lists.listing import FEW, SHOWN, listing
from actions.reports.lists.matters import (
    are_rare,
    around,
    asked_alone,
    in_words_of_titles,
    matter_said,
    matter_terms,
    names_a_topic,
    narrowed_to,
    on_matters,
    only_a_kind,
)
from actions.reports.lists.ways import narrower
from actions.reports.matters import name_stems
from actions.reports.passages.answer import overview
from actions.reports.subject import Subject, reports_of
from actions.wording import join, say
from knowledge.dates import YEAR
from knowledge.reports.base import ReportBase
from knowledge.reports.catalogue_queries import ReportFilter
from knowledge.reports.models import OrganisationRow, ReportSummary
from knowledge.reports.name_forms import distinctive, name_tokens
from knowledge.text import stems

NARROWED = "list"
"""Among what a question inherits: it asks which of the reports just listed speak of a matter."""
_NEAR_BEST = 0.6
_PLACES = ("commune", "place", "department", "region")


def report_list(question: Question, desk: Desk, base: ReportBase, subject: Subject) -> Answer:
    """The reports that meet the criteria said, or treat the topic named, their number first; before them that
    none is of the year asked.
    """
    kept = without_excluded(question.text)
    if kept != question.text:
        return report_list(replace(question, text=kept), desk, base, replace(subject, bodies=(), places=()))
    listed = _listed(question, desk, base, subject)
    unread = [one for one in criteria(question.text, base).unread if YEAR.fullmatch(one)]
    newest = base.find_reports(size=MOST).reports if unread and listed.status == "answered" else ()
    none = of_no_such_year(unread, newest, question.lang)
    blocks = (Paragraph(none), *listed.blocks)
    return replace(listed, blocks=blocks, text=plain_text(blocks)) if none else listed


def _listed(question: Question, desk: Desk, base: ReportBase, subject: Subject) -> Answer:
    text = question.text if asks_list(question.text) else subject.text
    text = in_words_of_titles(without_age(asked_alone(text)))
    read = criteria(text, base, question.said)
    by_type = counted_by_type(question, base, read)
    if by_type is not None and asks_how_many(question):
        return by_type
    read = replace(read, rest=tuple(matter_terms(text, read.rest)))
    of_a_name = (
        subject.bodies and not subject.rivals and read.filter == ReportFilter(kind=read.filter.kind)
        and not found_by_kind(subject, read)
    )  # fmt: skip
    if NARROWED in question.inherited:
        return _of_the_last_list(question, desk, base)
    if read.kinds and (town := town_asked(question.text, read.rest)):
        there = titled_with(town, of_every_kind(text, base, read))
        named = (*read.said, topic_as_typed(read.rest, question.said) or town.title())
        if there:
            return listing(question, base, there, named)
        if not of_a_name:
            return _none_there(question, desk, base, replace(read, said=named), town)
    if read.filter.empty or of_a_name:  # « la communauté d'agglomération de la région dieppoise »
        return _unfiltered(question, desk, base, subject, read)
    reports, beside = of_every_kind(text, base, read), of_kinds_beside(text, base, read)
    said = list(read.said)
    if beside:
        label = topic_as_typed(read.rest, question.said)
        reports = list({report.id: report for report in (*reports, *beside)}.values())
        return listing(question, base, reports, [*said, *([label] if label else [])], read.filter)
    if read.rest and len(reports) > 1:
        narrowed = narrowed_to(base, reports, read.rest, matter_said(text) is not None)
        if narrowed:
            topic = topic_as_typed(read.rest, question.said) or topic_as_typed(read.rest, text)
            return listing(question, base, narrowed, [*said, topic] if topic else said)
    if not reports:
        return _none_of(question, desk, base, read)
    untold = topic_as_typed(read.rest, question.said) if are_rare(base, read.rest) else None
    before = say(question.lang, "report_list_untold", topic=untold) if untold else ""
    return listing(question, base, reports, said, read.filter, before=before)


def _of_the_last_list(question: Question, desk: Desk, base: ReportBase) -> Answer:
    """Of the reports just listed those on what is asked; else of those of the same criteria; else of all."""
    read, before = criteria(question.text, base), criteria(question.focus.text, base)
    within = of_every_kind(question.text, base, read)
    own = [term for term in read.rest if term not in before.rest] or list(read.rest)
    topic = topic_as_typed(own, question.said) or question.said
    last = topic_as_typed(before.rest, question.focus.text)
    treating = base.on_topic(own)
    on_it = {report.id for report in treating}
    listed = narrowed_to(base, within, before.rest) if before.rest else within
    narrowed = [report for report in listed if report.id in on_it]
    of_an_area = read.filter.department or read.filter.region
    if not narrowed and (of_an_area or not names_a_topic(question.said, question.focus.listed_reports, base)):
        narrowed = narrowed_to(base, listed, own)
    if narrowed:
        return listing(question, base, narrowed, [*read.said, *([last] if last else []), topic])
    alike = [report for report in within if report.id in on_it] if before.rest else []
    if alike:
        return listing(question, base, alike, [*read.said, topic])
    none = say(question.lang, "report_none_of", criteria=join([*read.said, topic], question.lang))
    if not treating:
        return not_found(question, desk, none)
    return listing(question, base, treating, [topic], before=none if read.said else "")


def _unfiltered(question: Question, desk: Desk, base: ReportBase, subject: Subject, read: Criteria) -> Answer:
    """The reports of the body or on the topic named; how many there are when neither is."""
    names = name_stems(subject) | KIND_STEMS
    topic = [term for term in read.rest if term not in names]
    text = in_words_of_titles(question.text)
    if not subject.named and not subject.places and (subject.unknown or on_matters(text, read.rest, base)):
        topic = list(read.rest)  # « rapports sur les festivals et le spectacle vivant »
    town = next((p for p in subject.places if p.kind in _PLACES and set(topic) <= set(stems(p.name))), None)
    if topic and not subject.bodies and town is None:
        of_the_kind = titled_by_kind(question.text, topic, base)
        found = on_matters(text, topic, base) or on_it_as_reports_say(topic, base)
        label = topic_as_typed(topic, question.said)
        if found and not of_the_kind and only_a_kind(question.text, topic):
            none = say(question.lang, "report_none_audits", topic=label or question.said)
            return listing(question, base, (), [], before=none, also=found)
        if found:
            also = () if of_the_kind or len(found) >= FEW else base.listed(topic).saying
            return listing(question, base, found, [label] if label else [], also=also)
    if subject.continued and not topic:
        return listing(question, base, _beside_the_last(subject, base), [])
    island = island_named(question.text)
    if island:
        found = base.titled(island)
        if not found:
            return not_found(question, desk, say(question.lang, "report_none_on", topic=question.said))
        return listing(question, base, found, [])
    if subject.bodies or subject.places:
        there = on_the_place(question.text, subject, base)
        on_it = around(question.text, there, base)
        if len(on_it) > len(there) > 0:
            return listing(question, base, on_it, [])
        if on_it and not (len(on_it) == 1 and asks_what_there_is(question.text)):
            narrowed = narrowed_to(base, on_it, topic)
            label = topic_as_typed(topic, question.said)
            untold = "" if narrowed or not label else say(question.lang, "report_none_speaks_of", topic=label)
            return listing(question, base, narrowed or on_it, [], before=untold)
    if subject.bodies:
        return overview(question, desk, base, subject)
    if read.rest:
        return _saying(question, desk, base, subject, read, town)
    return _all(question, desk, base, read.unread)


def _all(question: Question, desk: Desk, base: ReportBase, unread: Sequence[str]) -> Answer:
    """All reports where they are few, else how many by jurisdiction; what was not understood."""
    lang, newest = question.lang, base.find_reports(size=MOST)
    replies = narrower(lang, base, newest.reports)
    unread = [one for one in unread if one != str(newest.total)]  # « la liste des 31 titres »
    if unread:
        quoted = join([say(lang, "report_quoted", text=u) for u in unread], lang)
        text = f"{say(lang, 'report_list_unread', words=quoted)} {say(lang, 'report_narrow')}"
        of_that_year = of_no_such_year(unread, newest.reports, lang)
        return not_found(question, desk, of_that_year or text, replies)
    if by_age(question.text, newest.reports) or shown_in_full(question, newest.total):
        return listing(question, base, newest.reports, [], most=newest.total)
    return counted_by_jurisdiction(question, base, newest.reports, replies)


def _none_of(question: Question, desk: Desk, base: ReportBase, read: Criteria) -> Answer:
    """That no report meets all criteria, with those of the area where there are any."""
    wanted = read.filter
    text = say(question.lang, "report_none_of", criteria=join(list(read.said), question.lang))
    area = ReportFilter(department=wanted.department, region=wanted.region)
    wider = base.find_reports(area, size=MOST).reports if not area.empty and wanted != area else ()
    named = wanted.department or wanted.region or ""
    if not 0 < len(wider) <= SHOWN:  # a long list of what was not asked for is only offered
        offered = [reply(named, say(question.lang, "report_ask_list", criteria=named))] if wider else []
        return not_found(question, desk, text, offered)
    return listing(question, base, wider, [named], area, before=text)


def _none_there(question: Question, desk: Desk, base: ReportBase, read: Criteria, town: str) -> Answer:
    """That no report is on such a body of a town, with those whose title names the town."""
    others = base.titled(name_tokens(town))
    if not others:
        return _none_of(question, desk, base, read)
    none = say(question.lang, "report_none_of", criteria=join(list(read.said), question.lang))
    return listing(question, base, others, [read.said[-1]], before=none)


def _beside_the_last(subject: Subject, base: ReportBase) -> list[ReportSummary]:
    """The report spoken of, those on the same bodies, and those whose title names their town."""
    found = {report.id: report for report in reports_of(subject, base)}
    details = [base.report(key) for key in found]
    bodies = [body for d in details if d for body in d.audited]
    for body in dict.fromkeys(bodies):
        for report in (*base.reports_on(body.id), *base.titled(distinctive(body.name)[:1])):
            found.setdefault(report.id, report)
    return list(found.values())


def _saying(
    question: Question, desk: Desk, base: ReportBase,
    subject: Subject, read: Criteria, town: OrganisationRow | None,
) -> Answer:  # fmt: skip
    """The reports found for what is asked, mainly on the places named or saying its every word."""
    on_places = [
        report
        for place in subject.places
        for report in base.find_reports(ReportFilter(organisation=place.id), size=200).reports
        if base.mainly_about(report.id, place.id)
    ]
    hits = base.search_passages(subject.text, limit=60).hits
    least = _NEAR_BEST * hits[0].coverage if hits else 1.0
    found = dict.fromkeys(hit.report for hit in hits if hit.coverage >= least)
    saying = [r for r in found if town is None and not base.absent_terms(r.id, read.rest)]
    reports = list(dict.fromkeys([*on_places, *saying]))[:FEW]
    topic = topic_as_typed(read.rest, question.said) or topic_as_typed(read.rest, question.text)
    label = [topic] if topic else []
    if not reports:
        return not_found(question, desk, say(question.lang, "report_none_on", topic=topic or question.said))
    return listing(question, base, reports, label)
