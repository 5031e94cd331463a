"""Whether a report is asked about as a whole: its summary, « c'est quoi le problème ? »."""

from __future__ import annotations

import re
from dataclasses import replace

from actions.question import Question
from actions.reports.asked import asks_advice, asks_overall, without_overall
from actions.reports.english import in_words_of_reports
from actions.reports.matters import words_beside_the_name
from actions.reports.passages.asks import asks_opinion
from actions.reports.subject import Subject, reports_of
from knowledge.reports.base import ReportBase
from knowledge.reports.name_forms import name_tokens
from knowledge.reports.organisation_index import NAMED
from knowledge.text import fold

_OF_THE_WHOLE = re.compile(
    r"\b(?:les |ses |leurs )?finances\b|\b(?:la |sa |leur )?(?:situation|sante) financiere\b"
    r"|\b(?:la |sa )?gestion\b"
)
"""What tells how a body is doing as a whole."""


def asks_overall_of_the_report(
    question: Question, asked: Question, base: ReportBase, subject: Subject
) -> bool:
    """Whether the summary, the main criticism or what is thought of the finances is asked for, on no matter
    of its own.
    """
    opinion = asks_opinion(asked.text) and not asks_advice(question.text)  # « on lui dit de faire quoi ? »
    if not (asks_overall(question.text) or opinion):
        return False
    rest = without_overall(
        in_words_of_reports(replace(question, text=without_overall(question.text)), base).text
    )
    rest = _OF_THE_WHOLE.sub(" ", fold(rest))
    return not words_beside_the_name(rest, subject, base) and not _names_a_part(rest, subject, base)


def _names_a_part(text: str, subject: Subject, base: ReportBase) -> bool:
    """« c'est quoi le problème à Port Médoc ? » in the report on the Pointe du Médoc: a thing in its area."""
    if not subject.continued:
        return False
    titles = " ".join(report.title for report in reports_of(subject, base))
    own = f" {' '.join(name_tokens(titles))} "
    named = (one for one in base.names().find(text, 4) if not one.form.reports and one.score >= NAMED)
    return any(f" {' '.join(name_tokens(one.form.organisation.name))} " not in own for one in named)
