"""The programme itself: what it is, who made it, why, what it has become."""

from __future__ import annotations

import datetime as dt

from actions.answer import Answer, Paragraph
from actions.compose import answered, source_of
from actions.desk import Desk
from actions.question import Question
from actions.registry import answers
from actions.tell import by_fit, tell
from actions.topic import TopicAction
from knowledge.statements import PROGRAMME, statements

_PROPERTIES = {
    "programme_definition": ("definition", "name"),
    "programme_origin": ("origin",),
    "programme_operator": ("operator",),
    "programme_funding": ("funding", "budget"),
    "programme_objectives": ("objectives",),
    "faq_other": ("working_time", "equipment", "impact"),
}


class ActionProgramme(TopicAction):
    """Answers about the programme as a whole."""

    topic = "programme"


@answers(*_PROPERTIES)
def about_programme(question: Question, desk: Desk) -> Answer:
    """What sources say of the programme under the property asked about."""
    return tell(question, desk, _PROPERTIES[question.intent], f"topic_{question.intent}")


@answers("programme_state", "programme_figures")
def state_of_programme(question: Question, desk: Desk) -> Answer:
    """The latest state known on the day of the question: the figures most recent first, of the rest what is
    asked for first.
    """
    name = "state" if question.intent == "programme_state" else "figures"
    if "dig" in question.values("promotion"):
        return tell(question, desk, ("state", "after", "renewal"), "topic_programme_figures")
    if set(question.values("promotion")) - {"all"} and name == "figures":
        return tell(question, desk, ("eig_count", "challenge_count"), "topic_programme_figures")
    found = statements(desk.base, [PROGRAMME], [name])
    known = [s for s in found if dt.date.fromisoformat(s.cited.as_of) <= desk.now.date()] or found
    chosen = sorted(known, key=lambda s: s.cited.as_of, reverse=True)[:3]
    chosen = by_fit(question, desk, chosen, ()) if name == "state" else chosen
    blocks = [Paragraph(s.text(question.lang)) for s in chosen]
    return answered(blocks, [source_of(s.cited) for s in chosen], rows=[f"statement:{s.id}" for s in chosen])
