"""What the reports recommend: every recommendation with its number, in the words of the report."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from actions.answer import Answer, Block, ItemList, Paragraph
from actions.compose import answered, clarify, not_found
from actions.desk import Desk
from actions.question import Question
from actions.reports.advice import advice_on_all, in_order, recommendation_line
from actions.reports.asked import asks_advice
from actions.reports.cards.own_names import names_of_the_matter
from actions.reports.cards.recommended import matter_of_none, recommended_on, without_recommendation
from actions.reports.evidence import WHOLE, evidence
from actions.reports.follow_ups.recommendations import place_only, the_one_of
from actions.reports.matters import matter_of
from actions.reports.parts import (
    recommendation_source,
    report_line,
    report_source,
    told_by,
    ways_on,
)
from actions.reports.passages.answer import passages
from actions.reports.passages.findings import SURE_LEAD, Findings, search
from actions.reports.passages.quotations import beside, quotations
from actions.reports.refusal import refusal, refused
from actions.reports.subject import Subject, reports_of
from actions.reports.words import FILLERS
from actions.wording import say
from knowledge.reports.base import ReportBase
from knowledge.reports.models import RecommendationRow, ReportSummary
from knowledge.reports.questions import read_question
from knowledge.text import fold, stem, stems

_MOST_REPORTS = 3
_RIGHT_REPORT = 0.5
"""Share of the usual probability: that the report is the right one is enough to list what it recommends."""
_LONG, _SEVERAL = 6, 2
"""Recommendations of a list that is told by its matter, and those on it from which they are told alone."""
_BESIDE = 3
"""Passages shown below recommendations asked for on some matter, or not in so many words."""
_OF_THEIR_FATE = (
    frozenset(map(stem, "realiser realisee suivie mise oeuvre appliquee principale".split())) | FILLERS
)
"""Words beside « recommandations » that ask for no passages on anything else."""
_OF_ANY = frozenset(map(stem, "recommandation reco numero programme projet dispositif nombre tout".split()))
"""Stems of a message that says of no report what it is on."""
_MAIN = re.compile(
    r"\b(?:recomm?[ae]ndation|reco) (?:la |est la )?(?:principale|majeure|centrale|plus importante|cle)\b"
    r"|\b(?:principale|premiere priorite|main|most important|key) (?:recomm?[ae]ndation|reco)\b"
)
"""« et la recommandation principale ? »"""
_Listed = tuple[ReportSummary, tuple[RecommendationRow, ...]]


def recommendations(question: Question, desk: Desk, base: ReportBase, subject: Subject) -> Answer:
    """All recommendations of the reports meant; of the reports that fit best when none is named.

    One far ahead of those on the body named comes first: « la cité des métiers de Rouen » has a report of its
    own beside that on the hospital of Rouen.
    """
    findings = search(subject, base)
    reports = list(reports_of(subject, base))
    if not reports:
        if _names_no_report(question, subject):
            return clarify(question, say(question.lang, "report_which_recommended"), ())
        unknown = _only_mentioned(question, desk, base, subject, findings)
        if unknown is None and (not _all_on_it(findings) or _of_no_report(subject, findings, base)):
            unknown = refusal(question, desk, base, subject, findings, _RIGHT_REPORT)
        if unknown is not None:
            return unknown
        reports = [*findings.reports[:1]] if findings.sure else _found(base, subject, [*findings.reports])
    elif (
        subject.named
        and not _asks_the_main(question)
        and (unknown := _of_another_matter(question, desk, base, subject, findings))
    ):
        return unknown
    elif findings.lead >= SURE_LEAD and findings.reports[0].id not in {report.id for report in reports}:
        reports = [findings.reports[0], *reports]
    order = {report.id: n for n, report in enumerate(findings.reports)}
    reports = sorted(reports, key=lambda report: order.get(report.id, len(order)))[:_MOST_REPORTS]
    reports = [one for n, one in enumerate(reports) if not {*base.same_text_as(one.id)} & {*reports[:n]}]
    listed = [(report, base.recommendations(report.id)) for report in reports]
    matter = matter_of(subject, findings)
    listed = [(report, in_order(rows)) for report, rows in listed if rows]
    if not listed:
        return _none_found(question, desk, base, subject, reports)
    if len(listed) == 1 and listed[0][0].card:
        on_it = the_one_of(question, base, subject, listed[0][0], place_only(question))
        on_it = on_it or recommended_on(question, listed[0][0], matter, subject, base)
        if on_it is not None:
            return on_it
        matter -= names_of_the_matter(listed[0][0], base)
    total = sum(len(rows) for _, rows in listed)
    listed, others = _by_the_matter(listed, matter - FILLERS) if total >= _LONG else (listed, [])
    number = sum(len(rows) for _, rows in listed)
    blocks: list[Block] = [_list(report, rows, question.lang) for report, rows in listed]
    if others:
        parted = {report.id for report, _ in listed}
        beside_them = [(report, rows) for report, rows in others if report.id in parted]
        if beside_them:
            blocks.append(Paragraph(say(question.lang, "report_recommends_else")))
        blocks += [_list(report, rows, question.lang) for report, rows in beside_them]
        listed += others
    first = [
        report_source(report) if len(rows) > 1 else recommendation_source(rows[0]) for report, rows in listed
    ]
    every = [recommendation_source(row) for _, rows in listed for row in rows]
    key = "report_recommends_on" if others else "report_recommends"
    lead = Paragraph(_before(question, listed, base) + say(question.lang, key, number=number, all=total))
    meant = {report.id for report, _ in listed}
    hits = [hit for hit in findings.hits if hit.report.id in meant][:_BESIDE]
    outright = _asked_outright(question)
    whole = outright and all(report.card for report, _ in listed)  # a card has nothing to add
    quoted = quotations(() if whole or outright and not matter else hits)
    around = [] if outright and (others or matter <= _OF_THEIR_FATE) else beside(quoted, hits, question)
    blocks = [lead, *blocks, *around] if outright or not matter else [*around, lead, *blocks]
    sources = [*first, *every, *(source for _, source in quoted)]
    ways = ways_on(question.lang, listed[0][0], "recommendations", base)
    reports = [report for report, _ in listed]
    return told_by(reports, question.lang, subject.bodies, blocks, sources, ways)


def _by_the_matter(listed: Sequence[_Listed], matter: Set[str]) -> tuple[list[_Listed], list[_Listed]]:
    """Of a long list the recommendations on the matter asked about, and the others, which follow them; a
    single one only stands before the others.
    """
    parted = [(report, *advice_on_all(rows, matter)) for report, rows in listed]
    if sum(len(chosen) for _, chosen, _ in parted) < _SEVERAL:
        return [(report, (*chosen, *others)) for report, chosen, others in parted], []
    on_it = [(report, chosen) for report, chosen, _ in parted if chosen]
    return on_it, [(report, others) for report, _, others in parted if others]


def _before(question: Question, listed: Sequence[_Listed], base: ReportBase) -> str:
    """What is said first of a list that is not what was asked for: none is on that, none is called the main
    one.
    """
    lang, one_card = question.lang, len(listed) == 1 and listed[0][0].card
    unsaid = matter_of_none(question, listed[0][0], base) if one_card else None
    if unsaid is not None:
        return say(lang, "report_recommends_none_on", matter=unsaid) + " "
    return say(lang, "report_recommends_none_first") + " " if _asks_the_main(question) else ""


def _asks_the_main(question: Question) -> bool:
    return _MAIN.search(fold(question.said or question.text)) is not None


def _names_no_report(question: Question, subject: Subject) -> bool:
    """« quelle est la recommandation n° 9 ? », « que recommande la Cour sur ce programme ? » of no report."""
    if subject.bodies or subject.unknown or not _asked_outright(question):
        return False
    asked = {term for term in read_question(question.text).terms if term.isalpha() and len(term) > 1}
    return not asked - FILLERS - _OF_ANY


def _all_on_it(found: Findings) -> bool:
    """Whether several reports say all that was asked: « des recommandations pour les lycées agricoles ? »."""
    best: dict[str, float] = {}
    for hit in found.hits:
        best[hit.report.id] = max(hit.coverage, best.get(hit.report.id, 0.0))
    return len(best) > 1 and min(best.values()) >= WHOLE


def _of_no_report(subject: Subject, found: Findings, base: ReportBase) -> bool:
    """Whether a body or a town is named that no report found is about: « pour la commune de Bondy »."""
    return bool(subject.unknown or found.hits and evidence(subject, found, base).towns)


def _only_mentioned(
    question: Question, desk: Desk, base: ReportBase, subject: Subject, found: Findings
) -> Answer | None:
    """A refusal when nothing is asked but a name that no report found has in its title: « la RATP »."""
    asked = set(found.result.terms)
    titled = any(asked & set(stems(report.title)) for report in found.reports)
    if matter_of(subject, found) or titled or not found.hits:
        return None
    return refused(question, desk, base, subject, found, evidence(subject, found, base))


def _of_another_matter(
    question: Question, desk: Desk, base: ReportBase, subject: Subject, found: Findings
) -> Answer | None:
    """A refusal when the matter that advice is asked on is one the report on the body never names."""
    if not found.hits or _asks_the_main(question):
        return None
    signs = evidence(subject, found, base)
    if signs.suffices() or not signs.missing:
        return None
    matter = matter_of(subject, found)
    if not matter or any(matter & set(stems(row.text)) for row in base.recommendations(found.reports[0].id)):
        return None
    return refused(question, desk, base, subject, found, signs)


def _asked_outright(question: Question) -> bool:
    """Whether the words ask for recommendations; else the passages that fit them are given too."""
    return (
        asks_advice(question.said)
        or asks_advice(question.text)
        or read_question(question.text).asks_recommendation
    )


def _found(base: ReportBase, subject: Subject, hits: list[ReportSummary]) -> list[ReportSummary]:
    """Reports in the order of their passages, those whose recommendations fit the words first."""
    nearest = [row.report for row in base.search_recommendations(subject.text, 3)]
    ranked = list(dict.fromkeys(hits))
    both = [report for report in ranked[:3] if report in nearest]
    return list(dict.fromkeys([*ranked[:1], *both, *ranked[1:2]]))[:2]


def _none_found(
    question: Question, desk: Desk, base: ReportBase, subject: Subject, reports: list[ReportSummary]
) -> Answer:
    if not reports:
        return not_found(question, desk, say(question.lang, "report_nothing_found"))
    if reports[0].card:
        return without_recommendation(question, reports[0], subject, base)
    found = passages(question, desk, base, subject)
    if found.status != "answered":
        return found
    lead = Paragraph(
        say(question.lang, "report_recommends_nothing", report=report_line(reports[0], question.lang))
    )
    return answered([lead, *found.blocks[1:]], found.sources, rows=found.rows, links=found.links)


def _list(report: ReportSummary, rows: tuple[RecommendationRow, ...], lang: str) -> ItemList:
    return ItemList(tuple(recommendation_line(row, lang) for row in rows), report_line(report, lang))
