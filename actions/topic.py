"""The actions as Rasa runs them: one class per topic, which answers any message of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.answer import Answer
from actions.conversation.focus import Focus
from actions.conversation.next_focus import next_focus
from actions.desk import desk
from actions.question import Question
from actions.reports.cards.answers import told_by_cards
from actions.respond import respond


class TopicAction(Action):  # type: ignore[misc]
    """Base of the actions: one per topic, named ``action_<topic>`` as in ``bot/topics/<topic>.yml``."""

    topic: ClassVar[str] = ""

    def name(self) -> str:
        """Rasa's name of the action."""
        return f"action_{self.topic}"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Mapping[str, Any]
    ) -> list[dict[str, Any]]:
        """Answer the latest message and set the ``focus`` slot."""
        focus = Focus.from_slot(tracker.slots.get("focus"))
        at = desk()
        answer, question = respond(tracker.latest_message, focus, at)
        utter(dispatcher, told_by_cards(answer, question, at.reports), question)
        return [SlotSet("focus", next_focus(question, answer).to_slot())]


# The classes of the topics whose functions :mod:`actions.respond` itself calls.


class ActionReports(TopicAction):
    """Answers from audit reports (see :mod:`actions.reports.answers`)."""

    topic = "reports"


class ActionDefaultFallback(TopicAction):
    """Answers questions that no topic claims; Rasa calls it by this name when no rule applies."""

    topic = "default_fallback"


class ActionFollowUp(TopicAction):
    """Asks the last question again about another subject (see :mod:`actions.conversation.subjects`)."""

    topic = "follow_up"


class ActionOutOfScope(TopicAction):
    """Says what is not ours, and what nobody publishes."""

    topic = "out_of_scope"


def utter(dispatcher: CollectingDispatcher, answer: Answer, question: Question) -> None:
    """Say the answer so that any Rasa channel shows its text and buttons, and ours all of it."""
    custom = {
        **answer.to_dict(),
        "lang": question.lang,
        "intent": question.intent,
        "confidence": question.sureness,
    }
    dispatcher.utter_message(
        text=answer.text,
        buttons=[{"title": r.label, "payload": r.text} for r in answer.quick_replies],
        json_message=custom,
    )
