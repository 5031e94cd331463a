"""Whether what a report recommends was done: what it says became of each, or that it does not say it.

« est-ce que c'est fait ? » after a list of recommendations names nothing to search for.
"""

from __future__ import annotations

import re
from dataclasses import replace

from actions.answer import Answer, ItemList, Paragraph
from actions.compose import answered, not_found
from actions.desk import Desk
from actions.question import Question
from actions.reports.advice import in_order, recommendation_line
from actions.reports.parts import links_to, recommendation_source, report_line, report_source, subject_rows
from actions.reports.subject import Subject, reports_of
from actions.wording import say
from actions.words_apart import words_apart
from knowledge.reports.base import ReportBase

_DONE = re.compile(
    r"\b(?:est|sont|ete|etaient|a|ont)(?: (?:deja|bien|enfin|vraiment|tous|toutes|tout))*"
    r" (?:faite?s?|appliquee?s?|suivie?s?|realisee?s?|respectee?s?|mise?s? en (?:oeuvre|place|application))\b"
    r"(?: (?:ou (?:pas|non)|depuis|maintenant|alors|aujourd hui))*\W*$"
    r"|\b(?:been|was|were|it) (?:done|followed|implemented|applied)\b"
)
_MOST_WORDS = 3
"""Words with a meaning of a message that asks no more than that."""


def asks_whether_done(question: Question, subject: Subject, base: ReportBase) -> bool:
    """« et c'est fait ? » right after the recommendations of a report."""
    on_them = subject.continued and question.focus.intent == "report_recommendations"
    short = len(question.content_words) <= _MOST_WORDS
    return on_them and short and _DONE.search(words_apart(question.text)) is not None and bool(
        reports_of(subject, base)
    )  # fmt: skip


def what_became_of_them(question: Question, desk: Desk, base: ReportBase, subject: Subject) -> Answer:
    """The recommendations whose state the report gives; where it gives none, that it does not say it."""
    report, lang = reports_of(subject, base)[0], question.lang
    told = in_order([row for row in base.recommendations(report.id) if row.status])
    line, rows = report_line(report, lang), subject_rows([report], subject.bodies)
    if not told:
        refused = not_found(question, desk, say(lang, "report_status_untold", report=line), rows=rows)
        return replace(refused, sources=(report_source(report),), links=tuple(links_to(lang, [report])))
    return answered(
        [
            Paragraph(say(lang, "report_status_told", report=line)),
            ItemList(tuple(recommendation_line(row, lang) for row in told)),
        ],
        [recommendation_source(row) for row in told],
        rows=rows,
        links=links_to(lang, [report]),
    )
