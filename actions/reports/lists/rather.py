"""« un rapport sur le logement »: which reports there are on it, where no single one answers."""

from __future__ import annotations

from actions.answer import Answer
from actions.desk import Desk
from actions.question import Question
from actions.reports.lists.answer import report_list
from actions.reports.lists.criteria import criteria
from actions.reports.lists.matters import matter_terms, on_matters
from actions.reports.routing import REPORT_WORDS
from actions.reports.subject import Subject
from knowledge.reports.base import ReportBase
from knowledge.reports.questions import read_question
from knowledge.text import stem, stems, words

_ASKS = frozenset(
    "combien qui quand comment pourquoi dit disent quoi how who when why what says say said".split()
)
"""Words of what is asked of a report, not for one."""


def rather_listed(found: Answer, asked: Question, desk: Desk, base: ReportBase, subject: Subject) -> Answer:
    """The reports on the matter of which one is asked for, where titles say it and no body or place is named;
    else the answer ``found``.
    """
    said = set(words(asked.text))
    if found.status != "not_found" or subject.named or subject.places or subject.unknown or _ASKS & said:
        return found
    if not REPORT_WORDS & {stem(word) for word in said} or read_question(asked.text).asks_figure:
        return found
    terms = matter_terms(asked.text, criteria(asked.text, base).rest)
    titled = [one for one in on_matters(asked.text, terms, base) if set(terms) <= set(stems(one.title))]
    if not titled:
        return found
    listed = report_list(asked, desk, base, subject)
    return listed if listed.status == "answered" else found
