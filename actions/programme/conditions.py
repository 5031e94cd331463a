"""The conditions of each promotion: pay, contract, place, people around, duties, cost, what comes after."""

from __future__ import annotations

from actions.answer import Answer
from actions.desk import Desk
from actions.question import Question
from actions.registry import answers
from actions.tell import tell
from actions.topic import TopicAction

PROPERTIES = {
    "pay": ("pay",),
    "contract": ("contract", "employer", "duration"),
    "work_location": ("location",),
    "remote_work": ("remote_work",),
    "team_size": ("team_size",),
    "mentor_role": ("mentors",),
    "administration_cost": ("cofunding", "funding"),
    "support": ("support",),
    "after_programme": ("after", "renewal"),
    "open_source": ("open_source",),
    "missions": ("missions",),
}
"""Intent → properties that answer it."""
PROPERTY_WORDS = {
    "pay": ("salaire", "remuner", "pay", "salary", "gagn", "wage"),
    "contract": ("contrat", "contract", "cdd"),
    "location": ("lieu", "ville", "where", "town"),
    "remote_work": ("teletravail", "remote", "distance"),
    "team_size": ("equipe", "team"),
    "mentors": ("mentor", "sponsor"),
    "cofunding": ("cofinanc", "cout", "coute", "cost", "financ"),
    "support": ("accompagn", "formation", "coach", "support", "training"),
    "open_source": ("code", "open source", "licence"),
    "missions": ("mission",),
}
"""Beginnings of words that ask for one property when two promotions are compared."""


class ActionConditions(TopicAction):
    """Answers about the rules an EIG or an administration lives by."""

    topic = "conditions"


@answers(*PROPERTIES)
def conditions(question: Question, desk: Desk) -> Answer:
    """What the rules say under the property asked about."""
    return tell(question, desk, PROPERTIES[question.intent], f"topic_{question.intent}")


@answers("obligations")
def obligations(question: Question, desk: Desk) -> Answer:
    """Duties of the EIGs, or of the administrations when they are named."""
    of_administrations = "administrations" in question.values("audience")
    properties = (
        ("obligations_administration",)
        if of_administrations
        else ("obligations_eig", "obligations_administration")
    )
    return tell(question, desk, properties, "topic_obligations")
