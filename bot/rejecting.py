"""A message that puts aside what the talk was about is read without it, and so is the talk."""

from __future__ import annotations

from rasa.core.tracker_store import TrackerStore
from rasa.shared.core.events import SlotSet

from actions.conversation.focus import Focus
from actions.conversation.rejected import forgetting_subjects, without_rejected


async def meant_by(text: str, conversation: str, trackers: TrackerStore) -> str:
    """« je ne parle pas de DataJust, qui paie ? » in a talk on the programme is « qui paie ? »."""
    meant = without_rejected(text)
    if meant == text:
        return text
    tracker = await trackers.retrieve(conversation)
    focus = Focus.from_slot(tracker.get_slot("focus")) if tracker else Focus()
    if tracker is None or focus.intent is None or focus.on_a_report:
        return text
    tracker.update(SlotSet("focus", forgetting_subjects(focus).to_slot()))
    await trackers.save(tracker)
    return meant
