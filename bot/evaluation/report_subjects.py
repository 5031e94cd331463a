"""What questions to the reports are about, read as the assistant reads them: for fitting on their signs."""

from __future__ import annotations

from actions.conversation.focus import Focus
from actions.desk import Desk
from actions.question import read_message
from actions.reports.english import in_words_of_reports
from actions.reports.routing import as_report_question
from actions.reports.subject import Subject
from actions.reports.whom import subject_of
from bot.evaluation.examinee import Examinee
from bot.evaluation.sets import BadSet
from knowledge.reports.base import ReportBase

NO_REPORT = "no report has been added: run « greffier reports add FOLDER » first"


def base_of(desk: Desk) -> ReportBase:
    """The base of the reports; raises :class:`BadSet` without reports."""
    if desk.reports is None:
        raise BadSet(NO_REPORT)
    return desk.reports


async def subject_asked(candidate: Examinee, text: str, desk: Desk, base: ReportBase) -> Subject:
    """The body or report that a question asked alone is about, in the words to search with."""
    read = read_message(await candidate.parse(text), Focus(), desk.now)
    return subject_of(as_report_question(in_words_of_reports(read, base)), desk, base)
