"""A quick reply is answered in the language of the answer that offered it."""

from __future__ import annotations

from typing import Any

import pytest

from bot.assistant import Assistant
from bot.choices import language_of_choice

from rasa.shared.core.events import BotUttered, Event, SlotSet, UserUttered  # isort: skip
from rasa.shared.core.trackers import DialogueStateTracker  # isort: skip

CHOICE = "What are the recommendations in the report on commune de Saint-Denis de la Réunion?"


def _tracker(*events: Event) -> DialogueStateTracker:
    return DialogueStateTracker.from_events("c", list(events))


def _answer(lang: str, *texts: str) -> BotUttered:
    replies = [{"label": "x", "text": text} for text in texts]
    custom: dict[str, Any] = {"lang": lang, "quick_replies": replies}
    return BotUttered(None, {"custom": custom})


def test_the_last_answer_decides() -> None:
    tracker = _tracker(_answer("fr", CHOICE), UserUttered("x"), _answer("en", CHOICE), SlotSet("focus", {}))
    assert language_of_choice(tracker, CHOICE) == "en"
    assert language_of_choice(_tracker(_answer("en", CHOICE), _answer("fr", "autre")), CHOICE) is None


def test_other_words_decide_for_themselves() -> None:
    assert language_of_choice(_tracker(_answer("en", CHOICE)), "Quelles recommandations ?") is None
    assert language_of_choice(_tracker(UserUttered("x"), BotUttered("text")), CHOICE) is None
    assert language_of_choice(None, CHOICE) is None


@pytest.mark.integration
async def test_english_goes_on_in_english(assistant: Assistant) -> None:
    first = await assistant.ask(
        "What does the Cour des comptes recommend on la gestion de la fiscalité directe locale ?", lang="en"
    )
    texts = [reply.text for reply in first.answer.quick_replies]
    assert texts
    for text in texts:
        again = await assistant.ask(
            "What does the Cour des comptes recommend on la gestion de la fiscalité directe locale ?",
            lang="en",
        )
        reply = await assistant.ask(text, again.conversation_id)
        assert (reply.lang, reply.answer.status) == ("en", "answered")


@pytest.mark.parametrize("text", ["recommendations?", "budget Saumur 2014", "Saumur"])
def test_what_tells_no_language_is_answered_in_that_of_the_conversation(text: str) -> None:
    assert language_of_choice(_tracker(_answer("en", CHOICE)), text) == "en"
    assert language_of_choice(_tracker(_answer("fr", CHOICE)), text) == "fr"
    assert language_of_choice(_tracker(), text) is None


@pytest.mark.parametrize("text", ["et la dette ?", "combien d'agents ?", "and the debt?"])
def test_what_tells_its_language_keeps_it(text: str) -> None:
    assert language_of_choice(_tracker(_answer("en", CHOICE)), text) is None
