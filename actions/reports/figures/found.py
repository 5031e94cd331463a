"""What is looked at for a question that asks a figure: what it asks, the passages and the figures found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from actions.reports.figures.asked import Asked, asked_of, in_words_of_staff
from actions.reports.figures.columns import heads_above
from actions.reports.figures.kinds import can_answer
from actions.reports.figures.measures import in_words_of_amounts, is_measured, measures_asked
from actions.reports.figures.things import asks_a_price, class_counted, is_a_price, is_on, things_asked
from actions.reports.passages.findings import Findings, search
from actions.reports.subject import Subject
from knowledge.reports.base import ReportBase
from knowledge.reports.models import FigureRow, PassageHit, ReportSummary
from knowledge.reports.questions import read_question
from knowledge.text import content_stems

_READ, _NEAR, _LEAST, _SHOWN = 120, 0.6, 0.3, 6
"""Figures read of each report, the least score of one, beside the best and at all; passages looked at."""


@dataclass(frozen=True)
class Sought:
    """A question for a figure: the ``subject`` in the words of reports, what the figure must be, and the
    ``found`` ones that can answer, best first.
    """

    subject: Subject
    findings: Findings
    asked: Asked
    measures: frozenset[str]
    found: Sequence[FigureRow]

    @property
    def shown(self) -> tuple[PassageHit, ...]:
        """The passages looked at."""
        return self.findings.hits[:_SHOWN]

    @property
    def years(self) -> Sequence[int]:
        """The years asked for, where it is sure which report is meant and a number is asked."""
        read = read_question(self.subject.text)
        sure = self.findings.sure and self.findings.reports
        return read.years if sure and (self.asked.kind is not None or read.asks_figure) else ()


def sought(subject: Subject, base: ReportBase) -> Sought:
    """Read what figure a question asks for, and look for it."""
    subject = replace(subject, text=in_words_of_amounts(subject.text))
    findings = search(subject, base)
    asked = asked_of(subject.text)
    counts = asked.kind == "count"
    things = class_counted(subject, asked.counted, base) if counts else things_asked(subject, base)
    asked = replace(asked, things=things)
    measures = frozenset[str]() if counts else measures_asked(subject.text)
    return Sought(
        subject, findings, asked, measures, _found(base, subject, findings.reports, asked, measures)
    )


def _found(
    base: ReportBase,
    subject: Subject,
    meant: Sequence[ReportSummary],
    asked: Asked,
    measures: frozenset[str],
) -> list[FigureRow]:
    """The figures of the reports meant that can answer, on the things and amounts asked, best first."""
    text = in_words_of_staff(subject.text)
    rows = [row for report in meant[:3] for row in base.answer_figures(text, report.id, limit=_READ)]
    above = {id(row): heads_above(row, base) for row in rows}
    fitting = [row for row in rows if can_answer(row, asked, above[id(row)])]
    loosely = replace(asked, per=frozenset())
    rows = fitting or [row for row in rows if can_answer(row, loosely, above[id(row)])]
    said, price = frozenset(content_stems(subject.text)), asks_a_price(subject.text)
    rows = [row for row in rows if is_on(row, asked.things, base, said) and is_measured(row, measures, base)]
    rows = [row for row in rows if not price or is_a_price(row)]
    rows.sort(key=lambda row: (meant.index(row.report), -row.score))
    distinct = {(row.label, row.year, row.value): row for row in reversed(rows)}
    rows = [row for row in rows if distinct[row.label, row.year, row.value] is row]
    least = max(_LEAST, _NEAR * max((row.score for row in rows), default=0.0))
    return [row for row in rows if row.score >= least]
