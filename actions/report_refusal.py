"""When the reports do not answer: another body, another place, a matter the report never names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from actions.answer import Answer
from actions.compose import distinct, not_found, reply
from actions.desk import Desk
from actions.question import Question
from actions.report_findings import Findings
from actions.report_parts import (
    links_to,
    nothing_on,
    quotation,
    report_line,
    report_source,
    subject_rows,
)
from actions.report_subject import BODIES, Subject, reports_of
from actions.report_words import is_mention_question, unheard_place, unsaid_words
from actions.wording import join, say
from knowledge.reports.base import ReportBase
from knowledge.reports.models import OrganisationRow, PassageHit, ReportSummary
from knowledge.reports.name_forms import name_tokens
from knowledge.text import STOP_WORDS, stem, stems, words

_LEAST_COVERAGE = 0.12
_NEAREST = 4
_ENOUGH_SAID = 2
"""With this many matters of the question in one passage, a thing the report does not name is a way of
speaking; with fewer it is what was asked."""

_KIND_STEMS = frozenset(map(stem, (*BODIES, "maison", "retraite", "centre", "ville", "mairie", "gestion")))
_COURT = frozenset(map(stem, ("cour", "comptes", "chambre", "chambres", "magistrats", "rapport")))
_AREAS = ("department", "region")
_FAR_AHEAD, _WELL_COVERED = 0.8, 0.6
"""Lead and coverage from which a report that audits another body still answers."""


def refusal(
    question: Question, desk: Desk, base: ReportBase, subject: Subject, found: Findings
) -> Answer | None:
    """An answer that says it is not known, when the body has no report or the report does not speak of it."""
    if subject.unknown and not _speaks_of(subject, found, base):
        return nothing_on(question, desk, base, subject, subject.unknown)
    if not found.hits:
        mine = reports_of(subject, base)
        if mine:
            return not_said(question, desk, mine[0], subject)
        return not_found(question, desk, say(question.lang, "report_nothing_found"))
    read = [report.id for report in found.reports][: 1 if found.sure else None]
    elsewhere = [p.name for p in subject.places if not _is_there(p, read, base)]
    if elsewhere and not subject.bodies:
        return not_said(question, desk, found.reports[0], subject, elsewhere[:1], found.hits[:_NEAREST])
    other = unheard_place(subject.text, read, base)
    if other and not subject.bodies:
        return nothing_on(question, desk, base, subject, other)
    missing = unsaid_words(subject.text, read, base, _name_stems(subject) | _KIND_STEMS)
    if is_mention_question(subject.text) or _matters_said(subject, found) < _ENOUGH_SAID:
        told = not missing
    else:
        told, missing = True, ()
    if not told or not found.sure and found.hits[0].coverage < _LEAST_COVERAGE:
        return not_said(question, desk, found.reports[0], subject, missing, found.hits[:_NEAREST])
    return None


def _matters_said(subject: Subject, found: Findings) -> int:
    """How many words of the question the best passage holds, beside those that name the body or its kind."""
    names = _name_stems(subject) | _KIND_STEMS | _COURT | set(stems(found.reports[0].title))
    return max(sum(t not in names and t.isalpha() and len(t) > 2 for t in hit.matched) for hit in found.hits)


def _is_there(place: OrganisationRow, reports: Sequence[str], base: ReportBase) -> bool:
    """Whether any of the reports names the place."""
    return any(not base.absent_terms(report, _own_stems(place.name)) for report in reports)


def _own_stems(name: str) -> list[str]:
    """The stems of a name without the words for a kind of body."""
    own = [w for w in words(name) if len(w) > 2 and w not in STOP_WORDS and not BODIES & {*name_tokens(w)}]
    return list(map(stem, own))


def _name_stems(subject: Subject) -> frozenset[str]:
    names = [subject.unknown or "", *(f"{body.name} {body.department or ''}" for body in subject.bodies)]
    return frozenset(stem(token) for name in names for token in name_tokens(name))


def _speaks_of(subject: Subject, found: Findings, base: ReportBase) -> bool:
    """Whether the report found is about the place named, and audits a body of the kind named.

    Or leads so far, with several other words of the question, that it treats the matter under another name.
    """
    if not found.hits:
        return False
    report = found.hits[0].report
    details = base.report(report.id)
    audited = [m.organisation.name for m in details.organisations if m.role == "audited"] if details else []
    names = " ".join([report.title, *audited])
    said = {*stems(names), *map(stem, name_tokens(names))}
    name = name_tokens(subject.unknown or "")
    kinds = {stem(token) for token in name if token in BODIES}
    place = set(_own_stems(subject.unknown or ""))
    named = all(any(one.startswith(word) for one in said) for word in place)
    if not named and base.absent_terms(report.id, sorted(place)):
        return False
    around = {one for p in subject.places if p.kind in _AREAS for one in stems(p.name)}
    others = set(found.hits[0].matched) - place - around - _KIND_STEMS
    if found.lead >= _FAR_AHEAD and len(others) >= 2 and found.hits[0].coverage >= _WELL_COVERED:
        return True
    if not kinds <= said:
        return False
    meant = [p for p in subject.places if place & set(_own_stems(p.name))]
    return named or any(base.mainly_about(report.id, p.id) for p in meant) or (
        not subject.places and not kinds
    )  # fmt: skip


def not_said(
    question: Question,
    desk: Desk,
    report: ReportSummary,
    subject: Subject,
    missing: Sequence[str] = (),
    nearest: Sequence[PassageHit] = (),
) -> Answer:
    """The nearest report does not speak of it: it is named and linked, nothing is claimed.

    ``missing`` are the things it does not name, ``nearest`` its closest passages, given as sources only.
    """
    key = "report_not_said" if subject.named else "report_not_said_anywhere"
    lang = question.lang
    if missing:
        key = f"{key}_words"
    named = join([f"« {word} »" for word in missing], lang)
    text = say(lang, key, report=report_line(report, lang), words=named)
    answer = not_found(question, desk, text, [reply(say(lang, "report_reply_recommendations"))])
    return replace(
        answer,
        sources=distinct([report_source(report), *(quotation(hit)[1] for hit in nearest)]),
        links=tuple(links_to(lang, [report])),
        rows=tuple(subject_rows([report], subject.bodies)),
    )
