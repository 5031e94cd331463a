"""What the reports say: the best passages word for word, and the reports on a body."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from actions.answer import Answer, ItemList, Paragraph
from actions.compose import answered
from actions.desk import Desk
from actions.question import Question
from actions.reports.advice import advice_on, recommendation_line
from actions.reports.bodies.kinds import KIND_STEMS
from actions.reports.bodies.titles import told_apart
from actions.reports.criticism import asks_what_is_wrong, criticised
from actions.reports.evidence import WHOLE, Evidence, evidence
from actions.reports.matters import matter_of, name_stems
from actions.reports.parts import (
    body_name,
    links_to,
    place_words,
    recommendation_source,
    report_line,
    report_source,
    subject_rows,
    the_body,
    ways_on,
)
from actions.reports.passages.asks import asks_opinion
from actions.reports.passages.best_sentence import Candidate
from actions.reports.passages.brief import in_brief
from actions.reports.passages.definition import asks_what_it_is, definition_first
from actions.reports.passages.findings import CLEAR_LEAD, Findings, is_synthesis, search
from actions.reports.passages.introductions import with_what_follows
from actions.reports.passages.judged import judged_first
from actions.reports.passages.quotations import beside, quotation, quotations, was_quoted, without_said
from actions.reports.passages.told_first import (
    AROUND,
    answering,
    around_their_sentences,
    best_first,
    by_their_sentences,
    is_told_again,
    saying_as_much,
    that_of,
)
from actions.reports.passages.verdict import asks_whether, asks_whether_too, verdict
from actions.reports.refusal import nothing_found, refused
from actions.reports.subject import Subject, reports_of
from actions.reports.words import is_mention_question
from actions.wording import join, say
from knowledge.reports.base import ReportBase
from knowledge.reports.catalogue_queries import ReportFilter
from knowledge.reports.models import OrganisationRow, PassageHit, ReportSummary
from knowledge.reports.name_forms import distinctive
from knowledge.reports.questions import read_question
from knowledge.text import stems

_QUOTED, _OF_MANY, _SURELY, _OF_A_CARD = 3, 4, 2, 2
"""Passages quoted beside what is told first, what stands around it counted: of the report meant, where it is
not sure which one is, beside a sentence with all that is asked, and of a card, which is short."""
_BEST_SENTENCES, _SECTIONS = 3, 3
"""Sentences whose passages are shown, wherever the search put them, and sections named to read as well."""
_ANY_REPORT, _THIS_REPORT = 0.75, 0.3
"""Shares of the probability asked of other questions that suffice for whether there is a report: any, and the
one that is surely meant."""
_FOR_A_REPORT = frozenset(stems("rapport raport report audit chose quoi cour chambre"))
_FAULTS = 5
"""Sentences quoted of what summaries find wrong."""
_OPENED, _OPENINGS, _BEGINS, _READ = 3, 6, 3, 40
"""Reports on a body whose synthesis is quoted, passages quoted of them together, and of one without a
synthesis, and those read for what to quote."""
_OF_MANY_PLACES = frozenset(
    "ile pays grand grande val saint sur mer nord sud est ouest haut haute bas".split()
)


def passages(question: Question, desk: Desk, base: ReportBase, subject: Subject) -> Answer:
    """The best passages word for word with their headings; the further ones as sources to open."""
    found = search(subject, base)
    share = (_THIS_REPORT if subject.named else _ANY_REPORT) if _asks_for_a_report(question) else 1.0
    if not found.hits:
        return nothing_found(question, desk, base, subject)
    signs = evidence(subject, found, base)
    if not signs.suffices(share):
        return refused(question, desk, base, subject, found, signs)
    reports = found.reports
    every = with_what_follows(found.hits, base)
    further_on = with_what_follows(found.further_on, base) if found.further_on else []
    ranked = answering(subject, found, [*every, *further_on])
    first = _decided(question, subject, found, signs, base) or best_first(question, ranked)
    if found.sure:
        every = by_their_sentences(_with_those_of(ranked, every), ranked)
    all_told = bool(ranked) and ranked[0].covers >= WHOLE
    of_one = found.sure or all_told and found.lead >= CLEAR_LEAD
    surely = of_one and all_told
    telling = saying_as_much(every, ranked) if surely else every
    hits = [*first, *that_of(first, telling, matter_alone(subject, found))]
    quoted = quotations(around_their_sentences(hits, ranked), reports[0].id, AROUND)
    beside_it = _SURELY if surely else _QUOTED if of_one else _OF_MANY
    most = len(first) + (_OF_A_CARD if reports[0].card else beside_it)
    shown = beside(quoted[:most], hits[:most], question)
    told = [*shown[:1], *without_said(shown[1:], [hit.text for hit in first])]
    shown = [*told[:1], *in_brief(told[1:], surely or bool(ranked) and ranked[0].gives)]
    key = "report_says" if of_one else "reports_may_say"
    lead = Paragraph(say(question.lang, key, report=report_line(reports[0], question.lang)))
    no_more = [Paragraph(say(question.lang, "report_no_more"))] if is_told_again(first, question) else []
    rows = [
        *subject_rows(reports, subject.bodies),
        *(f"passage:{h.report.id}#{h.place.anchor}" for h in found.hits),
    ]
    advice = advice_on(base.recommendations(reports[0].id), matter_of(subject, found)) if found.sure else ()
    advised = [ItemList(tuple(recommendation_line(r, question.lang) for r in advice),
                        say(question.lang, "report_advises"))] if advice else []  # fmt: skip
    return answered(
        [
            lead,
            *no_more,
            *shown,
            *advised,
            *further(hits[most:], question.lang),
        ],
        [*(quotation(hit)[1] for hit in (*first, *every)), *map(recommendation_source, advice)],
        rows=rows,
        quick_replies=ways_on(question.lang, reports[0], "passages", base),
        links=links_to(question.lang, reports),
    )


def _asks_for_a_report(question: Question) -> bool:
    """Whether a report is looked for, not whether something is so: « mon maire a-t-il été condamné ? »."""
    if question.intent != "report_find":
        return False
    text = question.said or question.text
    return not asks_whether(text) or bool(_FOR_A_REPORT & {*stems(text)}) or is_mention_question(text)


def _with_those_of(ranked: Sequence[Candidate], hits: Sequence[PassageHit]) -> list[PassageHit]:
    """Passages, and those from further on in which one of the best sentences stands."""
    best = dict.fromkeys(one.hit for one in ranked[:_BEST_SENTENCES])
    return [*hits, *(hit for hit in best if hit not in hits)]


def _decided(
    question: Question, subject: Subject, found: Findings, signs: Evidence, base: ReportBase
) -> list[PassageHit]:
    """The sentence that decides what is asked to be so or not, to stand first; none for other questions.

    « c'est élevé ou pas ? » asks that, where the words to search with still ask « quelle est la dette ? ».
    """
    if not found.sure or not asks_whether_too(question.text):
        return []
    told = signs.verdict if asks_whether(subject.text) else verdict(subject, found, base)
    return [replace(told.hit, text=told.sentence)] if told else []


def matter_alone(subject: Subject, found: Findings) -> frozenset[str]:
    """Stems of what is asked where the message says it; what goes on about a report leaves it half unsaid."""
    return frozenset() if subject.continued else matter_of(subject, found)


def further(hits: Sequence[PassageHit], lang: str) -> list[Paragraph]:
    """Where else it is spoken of: the sections of the passages that are given as sources only."""
    places = dict.fromkeys(place for hit in hits if (place := place_words(hit.place)))
    return (
        [Paragraph(say(lang, "report_further", places=" ; ".join([*places][:_SECTIONS])))] if places else []
    )


def _titled_so(
    question: Question, audits: Sequence[ReportSummary], subject: Subject
) -> tuple[ReportSummary, ...]:
    """The one of several reports on a body whose title alone has the other words of a message: « gestion du
    stationnement à Saumur ».
    """
    said = {*read_question(question.text).terms} - name_stems(subject) - KIND_STEMS
    others = {stem for report in audits for stem in stems(report.title)}
    held = [report for report in audits if said & others and said & others <= {*stems(report.title)}]
    return tuple(held) if len(held) == 1 < len(audits) else ()


def _all_on(subject: Subject, base: ReportBase) -> tuple[ReportSummary, ...]:
    """The reports that audit a body, then those mainly about it."""
    found = {report.id: report for report in reports_of(subject, base)}
    for body in subject.bodies:
        found.update({report.id: report for report in titled(body, base) if report.id not in found})
    for body in (*subject.bodies, *(subject.places if not found else ())):
        for report in base.find_reports(ReportFilter(organisation=body.id), size=100).reports:
            if report.id not in found and base.mainly_about(report.id, body.id):
                found[report.id] = report
    return tuple(found.values())[:12]


def titled(body: OrganisationRow, base: ReportBase) -> tuple[ReportSummary, ...]:
    """The reports whose title says the name of a body, whatever kind of body they audit there."""
    return base.titled([word for word in distinctive(body.name) if word not in _OF_MANY_PLACES])


def _told_first(lang: str, base: ReportBase, subject: Subject, reports: Sequence[ReportSummary]) -> str:
    """Which reports are told of: those on a body, or the one whose title was said."""
    names = told_apart(reports, base, lang, dated=True)
    lines = [report_line(report, lang, names[report.id]) for report in reports[:6]]
    if not subject.bodies and len(reports) == 1:
        return say(lang, "report_says", report=lines[0])
    key = "report_list_of_body" if len(reports) > 1 else "report_one_of_body"
    body = join([the_body(body_name(b), lang) for b in subject.bodies], lang) or reports[0].title
    return say(lang, key, number=len(reports), body=body, reports=join(lines, lang))


def _faults(question: Question, reports: Sequence[ReportSummary], base: ReportBase) -> list[PassageHit]:
    """What the summaries of reports find wrong, where that is asked."""
    if not (asks_what_is_wrong(question.said) or asks_what_is_wrong(question.text)):
        return []
    chosen: list[PassageHit] = []
    for report in reports:
        found, said = criticised(base, report.id)
        new = [hit for hit in found if not was_quoted(hit, question)] or found
        chosen += sorted(new[: _FAULTS // len(reports) or 1], key=lambda hit: said.index(hit.text))
    return chosen


def _opened_by(hits: Sequence[PassageHit], title: str, most: int, what_it_is: bool) -> Sequence[PassageHit]:
    """What is quoted of a report as a whole: its verdict first, or what the thing is where that is asked."""
    if what_it_is:
        return definition_first(hits[:most], title)
    return judged_first(hits, title, most)


def overview(question: Question, desk: Desk, base: ReportBase, subject: Subject) -> Answer:
    """The reports on a body, with the syntheses of those that audit it, else their recommendations."""
    audits = reports_of(subject, base)[: 1 if subject.continued else None]
    titled = _titled_so(question, audits, subject)
    audits = titled or audits
    reports = audits if subject.continued or titled else _all_on(subject, base)
    if not reports:
        return passages(question, desk, base, subject)
    named = audits or reports  # those on other bodies of the place are sources, not said to be about this one
    told = _told_first(question.lang, base, subject, named)
    opened = named[:_OPENED]
    each = _OPENINGS // len(opened)
    opening = {report.id: base.opening(report.id, _READ) for report in opened}
    faults = _faults(question, opened, base)
    unsummed = [key for key, hits in opening.items() if not any(map(is_synthesis, hits))]
    what_it_is = len(opened) == 1 and asks_what_it_is(question.text) and not asks_opinion(question.text)
    most = {report.id: _BEGINS if report.id in unsummed else each for report in opened}
    opened_by = [
        hit
        for report in opened
        for hit in _opened_by(opening[report.id], report.title, most[report.id], what_it_is)
    ]
    hits = faults or opened_by
    quoted = quotations(hits, opened[0].id if len(opened) == 1 else None)
    advice = [row for key in unsummed for row in base.recommendations(key)]
    advised = [ItemList(tuple(recommendation_line(row, question.lang) for row in advice),
                        say(question.lang, "report_reply_recommendations"))] if advice else []  # fmt: skip
    quotes = [quote for quote, _ in quoted]
    quotes = [*quotes[:1], *without_said(quotes[1:], [hits[0].text])]
    wrong = [Paragraph(say(question.lang, "report_finds_wrong"))] if faults else []
    return answered(
        [Paragraph(told), *wrong, *quotes, *advised]
        if what_it_is or faults
        else [Paragraph(told), *wrong, *advised, *quotes],
        [
            *(report_source(report) for report in reports),
            *(source for _, source in quoted),
            *map(recommendation_source, advice),
        ],
        rows=subject_rows(reports[:3], subject.bodies),
        quick_replies=ways_on(question.lang, reports[0], "others", base),
        links=links_to(question.lang, reports),
    )
