"""A report known by its card told as a whole: its summary, without the figures of a section of that name."""

from __future__ import annotations

from actions.answer import Answer
from actions.desk import Desk
from actions.question import Question
from actions.reports.cards.lines import card_lines
from actions.reports.cards.told import told_lines
from actions.reports.criticism import asks_what_is_wrong
from actions.reports.subject import Subject, reports_of
from knowledge.reports.base import ReportBase
from knowledge.reports.models import ReportSummary


def is_of_one(subject: Subject, base: ReportBase) -> bool:
    """Whether the report meant is known by its card, which is all told in its summary."""
    return any(report.card for report in reports_of(subject, base)[:1])


def told_as_a_whole(question: Question, subject: Subject, base: ReportBase) -> ReportSummary | None:
    """The one report meant, where only its card is known and not only what is wrong is asked for."""
    meant = reports_of(subject, base)
    alone = len(meant) == 1 or subject.continued and bool(meant)
    return meant[0] if alone and meant[0].card and not asks_what_is_wrong(question.text) else None


def summary_of_card(
    question: Question, _desk: Desk, base: ReportBase, subject: Subject, report: ReportSummary
) -> Answer:
    """The summary of a card, for whoever asks for its report as a whole."""
    lines = [line for line in card_lines(report, base, subject.text) if line.kind == "summary"]
    return told_lines(question, base, subject, report, lines)
