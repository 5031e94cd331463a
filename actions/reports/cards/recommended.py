"""What a report known by its card recommends: on the matter asked about, or instead of what it does not."""

from __future__ import annotations

import re
from collections.abc import Set

from actions.answer import Answer
from actions.question import Question
from actions.reports.bodies.kinds import KIND_STEMS
from actions.reports.cards.asked import card_question
from actions.reports.cards.lines import card_lines, said_in_scope
from actions.reports.cards.own_names import names_of_the_matter
from actions.reports.cards.told import told_lines
from actions.reports.subject import Subject
from knowledge.reports.base import ReportBase
from knowledge.reports.models import ReportSummary
from knowledge.text import fold, stem, stems

_ON = re.compile(r"\b(?:sur|concernant|concerne|concernent|about|on)(?: les?| la| l['’]| the)? ?([a-z]{3,})")


def recommended_on(
    question: Question, report: ReportSummary, matter: Set[str], subject: Subject, base: ReportBase
) -> Answer | None:
    """The recommendations of a card on the ``matter`` asked about; None where no one names it, or no matter
    is asked about.
    """
    asked = card_question(subject.text, question.text, report, base)
    terms = [term for term in asked.terms if stem(term.word) in matter]
    main = names_of_the_matter(report, base, subtitle=False)  # a subtitle tells what is said of it
    nouns = (term for term in asked.terms if term.needed and stem(term.word) in matter | KIND_STEMS)
    named = (term for term in asked.named if stem(term.word) not in main)
    own = set(stems(question.text))  # not of the talk, which may be on the whole report
    parts = [term for term in (*nouns, *named) if stem(term.word) in own]
    every = card_lines(report, base, subject.text)
    lines = [line for line in every if line.kind == "advice"]
    scope = said_in_scope(every)
    terms = [term for term in terms if not term.is_in(scope)] or terms
    on_it = [line for line in lines if terms and all(term.is_in(line.said) for term in terms)]
    on_it = on_it or [line for line in lines if parts and all(part.is_in(line.said) for part in parts)]
    return told_lines(question, base, subject, report, on_it) if 0 < len(on_it) < len(lines) else None


def matter_of_none(question: Question, report: ReportSummary, base: ReportBase) -> str | None:
    """« recommandation sur le kérosène »: the word for a matter that the card names and no recommendation."""
    said = _ON.search(fold(question.text))
    if said is None:
        return None
    asked, at = card_question(question.text, question.text, report, base), said.span(1)
    as_written = question.text[slice(*at)] if len(fold(question.text)) == len(question.text) else said[1]
    terms = [term for term in asked.terms if term.needed and term.word == said[1]]
    saying = [[line.kind for line in card_lines(report, base, "") if term.is_in(line.said)] for term in terms]
    return as_written if any(kinds and "advice" not in kinds for kinds in saying) else None


def without_recommendation(
    question: Question, report: ReportSummary, subject: Subject, base: ReportBase
) -> Answer:
    """What a card says instead of the recommendations that its report does not make."""
    lines = card_lines(report, base, subject.text)
    noted = [line for line in lines if line.kind == "note" and stem("recommandation") in line.said]
    return told_lines(
        question, base, subject, report, noted or [one for one in lines if one.kind == "summary"]
    )
