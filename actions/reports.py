"""What public audit reports say."""

from __future__ import annotations

from actions.answer import Answer
from actions.compose import not_found
from actions.desk import Desk
from actions.question import Question
from actions.topic import TopicAction, answers
from actions.wording import say


class ActionReports(TopicAction):
    """Answers from audit reports."""

    topic = "reports"


@answers(
    "report_search", "report_find", "report_recommendations", "report_figure", "report_list", "report_compare",
    "report_locate",
)  # fmt: skip
def no_reports(question: Question, desk: Desk) -> Answer:
    """No report has been added yet."""
    return not_found(question, desk, say(question.lang, "no_reports"))
