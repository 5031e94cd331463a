"""In which language to answer a message that does not tell it: that of the answer before."""

from __future__ import annotations

from typing import Any

from rasa.shared.core.events import BotUttered
from rasa.shared.core.trackers import DialogueStateTracker

from actions.conversation.languages import is_of_neither_language


def language_of_choice(tracker: DialogueStateTracker | None, text: str) -> str | None:
    """The language of the last answer when ``text`` is one of its quick replies, or says none; else None.

    The French name of a body or report often outweighs the few English words around it, and a name alone or
    « recommendations? » is of both languages.
    """
    said = _last_answer(tracker)
    offered = (reply.get("text") for reply in said.get("quick_replies", ()))
    return said.get("lang") if text in offered or is_of_neither_language(text) else None


def _last_answer(tracker: DialogueStateTracker | None) -> dict[str, Any]:
    for event in reversed(tracker.events if tracker else ()):
        if isinstance(event, BotUttered) and (custom := (event.data or {}).get("custom")):
            return dict(custom)
    return {}
