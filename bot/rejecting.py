"""A message that puts aside what the talk was about is read without it, and so is the talk; one that
goes on in a few words is read with what it leaves unsaid.
"""

from __future__ import annotations

import re

from rasa.core.tracker_store import TrackerStore
from rasa.shared.core.events import SlotSet

from actions.conversation.focus import Focus
from actions.conversation.made_explicit import made_explicit
from actions.conversation.rejected import corrected, forgetting, forgetting_subjects, without_rejected
from actions.desk import desk
from knowledge.references import find_references
from knowledge.reports.base import ReportBase
from knowledge.text import words

_NAMES = re.compile(r"(?<=\W)[A-ZÀ-Ý][\w-]{2,}")
"""The names and acronyms of a title, but for its first word."""


async def meant_by(text: str, conversation: str, trackers: TrackerStore) -> str:
    """« je ne parle pas de DataJust, qui paie ? » in a talk on the programme is « qui paie ? »; what puts
    nothing aside is told in full where it goes on in a few words.

    In a talk on a report only its own name is put aside so: « pas de la dette » corrects what is asked of it.
    """
    meant = without_rejected(text)
    tracker = await trackers.retrieve(conversation)
    focus = Focus.from_slot(tracker.get_slot("focus")) if tracker else Focus()
    if meant == text:
        return made_explicit(text, focus, desk())
    if tracker is None or focus.intent is None:
        return text
    left, put_right = forgetting_subjects(focus), corrected(text)
    if put_right and not focus.on_a_report:
        left = forgetting(focus, _kinds_named(put_right))
    if focus.on_a_report:
        if not names_the_report(set(words(text)) - set(words(meant)), focus, desk().reports):
            return text
        left = Focus(asker=focus.asker, bodies=focus.bodies)
    tracker.update(SlotSet("focus", left.to_slot()))
    await trackers.save(tracker)
    return meant


def _kinds_named(text: str) -> set[str]:
    """The kinds of subject that some words name; a promotion is named by its year as well."""
    kinds = {one.kind for one in desk().names.find(text)} | {one.kind for one in find_references(text)}
    return kinds | {"promotion", "year", "named_year"} if kinds & {"promotion", "year"} else kinds


def names_the_report(rejected: set[str], focus: Focus, base: ReportBase | None) -> bool:
    """Whether words put aside name the report in hand by a name in its title."""
    if base is None or not focus.reports:
        return False
    keys = [row.removeprefix("report:") for row in focus.reports[0] if row.startswith("report:")]
    found = [details.summary.title for key in keys if (details := base.report(key)) is not None]
    return any(rejected.intersection(words(name)) for title in found for name in _NAMES.findall(title))
