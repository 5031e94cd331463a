"""Whether a message is a quick reply of the answer before it, and in which language that answer was."""

from __future__ import annotations

from typing import Any

from rasa.shared.core.events import BotUttered
from rasa.shared.core.trackers import DialogueStateTracker


def language_of_choice(tracker: DialogueStateTracker | None, text: str) -> str | None:
    """The language of the last answer when ``text`` is one of its quick replies, else None.

    The French name of a body or report often outweighs the few English words around it.
    """
    said = _last_answer(tracker)
    offered = (reply.get("text") for reply in said.get("quick_replies", ()))
    return said.get("lang") if text in offered else None


def _last_answer(tracker: DialogueStateTracker | None) -> dict[str, Any]:
    for event in reversed(tracker.events if tracker else ()):
        if isinstance(event, BotUttered) and (custom := (event.data or {}).get("custom")):
            return dict(custom)
    return {}
