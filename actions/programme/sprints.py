"""Recruitment sprints, the calls of the last promotion, by their place: « le dernier sprint »."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from knowledge.calls import Call
from knowledge.text import fold

SPRINT = re.compile(r"\bsprints?\b")
_SPRINT_OR_THE_LIKE = re.compile(
    rf"{SPRINT.pattern}|\b(?:fenetres?|sessions?) (?:de |d['’])(?:candidature|recrutement)s?\b"
    r"|\bapplication windows?\b|\bwindows? (?:for|to) (?:appl|send|submit)"
)
_WHEN = re.compile(
    r"\b(?:quand|kan[dt]?|dates?|jours?|when|jusqu\w*|until|ouver\w*|ouvr\w*|ferm\w*|clo[ts]\w*|debut\w*|fini\w*"
    r"|commenc\w*|periode|open\w*|start\w*|end(?:ed|s)?|clos\w*|shut)\b"
)
_OTHER_THINGS = re.compile(
    r"\b(?:combien|how many|nombre|entretiens?|audition\w*|oraux|oral|interviews?|jury|resultats?|results)\b"
)
_BIS = re.compile(r"\bbis\b")
_FIRST, _LAST = re.compile(r"\b(?:premier|1er|first)\b"), re.compile(r"\b(?:derniere?|last|latest)\b")


def asks_when_a_sprint_was(text: str) -> bool:
    """« c'était quand, le dernier sprint ? », not how many applied then nor when they were heard."""
    folded = fold(text)
    return bool(_SPRINT_OR_THE_LIKE.search(folded) and _WHEN.search(folded)) and not _OTHER_THINGS.search(
        folded
    )


def in_rounds(text: str, found: Sequence[Call], rounds: Collection[str]) -> list[Call]:
    """The calls of these rounds, « 5 bis » or the fifth sprint; sprints unless « bis » is said."""
    held = [call for call in found if call.round and any(one in call.round for one in rounds)]
    sprints = [call for call in held if SPRINT.search(fold(call.round or ""))]
    return sprints if sprints and not _BIS.search(fold(text)) else held


def is_beside(call: Call) -> bool:
    """Whether a call comes beside the main ones of its promotion, for those already chosen: « EIG 6+ »."""
    return call.round is not None and SPRINT.search(fold(call.round)) is None


def first_or_last(text: str, found: Sequence[Call]) -> list[Call]:
    """The first or the last of the sprints among some calls, as the message says, by the day they close."""
    sprints = [call for call in found if SPRINT.search(fold(call.round or ""))]
    closed = sorted((call.closes, call.id, call) for call in sprints if call.closes)
    folded = fold(text)
    wanted = closed[:1] if _FIRST.search(folded) else closed[-1:] if _LAST.search(folded) else []
    return [call for _, _, call in wanted]
