"""Applying and being chosen: who may, how, by whom."""

from __future__ import annotations

from actions.answer import Answer
from actions.desk import Desk
from actions.question import Question
from actions.registry import answers
from actions.tell import tell
from actions.topic import TopicAction

_CANDIDATES = {
    "apply_procedure": ("application_procedure", "application_content"),
    "propose_procedure": ("project_procedure", "project_content"),
    "eligibility": ("eligibility", "ineligibility"),
    "administration_eligibility": ("administration_eligibility",),
    "profiles_sought": ("profiles",),
    "selection_process": ("selection_steps", "selection_criteria", "calendar"),
    "jury": ("jury_president", "jury_candidates", "jury_projects", "jury_members"),
}
_ADMINISTRATIONS = {
    "selection_process": ("project_selection_steps", "project_selection_criteria", "calendar"),
    "jury": ("jury_projects", "jury_president", "jury_members"),
}


class ActionApplying(TopicAction):
    """Answers about applications, projects and selection."""

    topic = "applying"


@answers(*_CANDIDATES)
def applying(question: Question, desk: Desk) -> Answer:
    """The rules for candidates, or for administrations when the question is theirs."""
    audience = question.values("audience")[:1]
    table = _ADMINISTRATIONS if audience == ("administrations",) else _CANDIDATES
    properties = table.get(question.intent, _CANDIDATES[question.intent])
    return tell(question, desk, properties, f"topic_{question.intent}")
