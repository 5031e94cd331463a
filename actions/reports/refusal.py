"""When the reports do not answer: another body, another place, a matter the report never names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from actions.answer import Answer, Quote, Source
from actions.compose import distinct, not_found, plain_text
from actions.desk import Desk
from actions.question import Question
from actions.reports.evidence import Evidence, evidence
from actions.reports.parts import (
    links_to,
    nothing_on,
    report_line,
    report_source,
    subject_rows,
    ways_after_a_refusal,
)
from actions.reports.passages.findings import CLEAR_LEAD, Findings
from actions.reports.passages.quotations import quotation, quotations
from actions.reports.passages.told_first import answering
from actions.reports.subject import Subject, reports_of
from actions.wording import join, say
from knowledge.extraction.places import bearing_said
from knowledge.reports.base import ReportBase
from knowledge.reports.models import PassageHit, ReportSummary

_THEMES, _NEAREST = 3, 2
"""Themes told of a report that does not speak of what is asked, and sentences quoted that come near it."""


def refusal(
    question: Question, desk: Desk, base: ReportBase, subject: Subject, found: Findings, share: float = 1.0
) -> Answer | None:
    """An answer that says it is not known, and why, when the reports found do not likely hold one.

    ``share`` of the probability asked elsewhere suffices where less than an answer in words is wanted.
    """
    if not found.hits:
        return nothing_found(question, desk, base, subject)
    signs = evidence(subject, found, base)
    return None if signs.suffices(share) else refused(question, desk, base, subject, found, signs)


def refused(
    question: Question, desk: Desk, base: ReportBase, subject: Subject, found: Findings, signs: Evidence
) -> Answer:
    """That it is not known, and why, by the signs already weighed."""
    best = found.reports[0]
    if subject.unknown and (signs.other_body or not signs.signs["speaks_of_body"]):
        return _beside(nothing_on(question, desk, base, subject, subject.unknown), found, signs)
    if signs.elsewhere and not subject.bodies:
        return not_said(question, desk, base, best, subject, [signs.elsewhere], found.hits)
    if signs.unheard and not subject.bodies:
        return _beside(nothing_on(question, desk, base, subject, signs.unheard), found, signs)
    if signs.towns and not subject.named:
        answer = nothing_on(question, desk, base, subject, signs.towns[0])
        return replace(answer, sources=_to_read(best, found.hits))
    told = not_said(question, desk, base, best, subject, signs.missing, found.hits, unsure=signs.unsure)
    blocks = (*told.blocks, *(_nearest(subject, found) if signs.unsure and subject.named else ()))
    return replace(told, blocks=blocks, text=plain_text(blocks))


def _nearest(subject: Subject, found: Findings) -> list[Quote]:
    """The sentences that come nearest to what is asked, to judge for oneself."""
    ranked = answering(subject, found, found.hits)[:_NEAREST]
    hits = [replace(one.hit, text=one.told) for one in ranked]
    return [quote for quote, _ in quotations(hits, found.reports[0].id)]


def _beside(answer: Answer, found: Findings, signs: Evidence) -> Answer:
    """The refusal with the passages to read for oneself, where one report stands out by several words that
    it says beside a name and no other town is named: the body may be described (« une petite commune de
    l'Eure »).
    """
    if found.lead < CLEAR_LEAD or signs.signs["other_town"] or signs.signs["hardly_a_matter"]:
        return answer
    return replace(answer, sources=distinct([quotation(hit)[1] for hit in found.hits]))


def nothing_found(question: Question, desk: Desk, base: ReportBase, subject: Subject) -> Answer:
    """That no passage has a word of the question, with the report on the body named where there is one."""
    if subject.unknown:
        return nothing_on(question, desk, base, subject, subject.unknown)
    mine = reports_of(subject, base)
    if mine:
        return not_said(question, desk, base, mine[0], subject)
    return not_found(question, desk, say(question.lang, "report_nothing_found"))


def not_said(
    question: Question,
    desk: Desk,
    base: ReportBase,
    report: ReportSummary,
    subject: Subject,
    missing: Sequence[str] = (),
    nearest: Sequence[PassageHit] = (),
    unsure: bool = False,
) -> Answer:
    """The nearest report does not speak of it: it is named and linked, nothing is claimed.

    ``missing`` are the things it does not name, ``nearest`` the closest passages, given as sources to read:
    it may say it in words that were not seen to be those asked; ``unsure`` that this is not unlikely.
    """
    key = "report_not_said" if subject.named else "report_not_said_anywhere"
    if unsure and nearest:
        key = "report_not_sure" if subject.named else "report_not_sure_anywhere"
    lang = question.lang
    if missing:
        key = f"{key}_words"
    named = join([f"« {bearing_said(word)} »" for word in missing], lang)
    text = say(lang, key, report=report_line(report, lang), words=named)
    if subject.named and not key.startswith("report_not_sure"):
        text = " ".join((text, *matters_of(report, lang, base)))
    meant = subject_rows([report], subject.bodies) if subject.named else []
    answer = not_found(question, desk, text, ways_after_a_refusal(lang, report, base), meant)
    return replace(
        answer,
        sources=_to_read(report, nearest),
        links=tuple(links_to(lang, [report])),
        rows=tuple(meant) or (f"nearest:{report.id}",),
    )


def matters_of(report: ReportSummary, lang: str, base: ReportBase) -> list[str]:
    """What a report is mainly on, where its themes tell: « Il porte surtout sur : Stationnement »."""
    details = base.report(report.id)
    themes = details.themes[:_THEMES] if details else ()
    labels = [theme.label_en if lang == "en" else theme.label for theme in themes]
    return [say(lang, "report_mainly_on", themes=" ; ".join(labels))] if labels else []


def _to_read(report: ReportSummary, hits: Sequence[PassageHit]) -> tuple[Source, ...]:
    """The nearest report and its passages, to look for oneself."""
    return distinct([report_source(report), *(quotation(hit)[1] for hit in hits)])
