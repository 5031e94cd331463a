"""Recruitment sprints counted in a talk on them: « le premier, on pouvait déposer jusqu'à quand ? »."""

from __future__ import annotations

import re

from actions.conversation.focus import Focus
from actions.programme.sprints import SPRINT
from knowledge.text import fold

_ORDINALS = (
    r"premier|1er|first|1st", r"deuxieme|second|2e(?:me)?|2nd", r"troisieme|third|3e(?:me)?|3rd",
    r"quatrieme|fourth|4e(?:me)?|4th", r"cinquieme|fifth|5e(?:me)?|5th",
)  # fmt: skip
_NUMBERED = "|".join(f"(?P<n{number}>{one})" for number, one in enumerate(_ORDINALS, 1))
_GOES_ON = r"c ?['’]?|ca|on|il|je|j|fallait|a|s|jusqu\w*|quand|when|was|did|until"
_THAT_ONE = re.compile(
    rf"\b(?:le|du|au|the) (?:tout )?(?:{_NUMBERED})(?: one)?(?=\W*$|\W*[,;:?!]|\W+(?:{_GOES_ON})\b)"
)


def with_its_sprint(text: str, focus: Focus) -> str | None:
    """« et le troisième ? » after a question on sprints, as « et le sprint 3 ? »; None of anything else."""
    if focus.on_a_report or focus.status != "answered" or SPRINT.search(fold(text)):
        return None
    found = _THAT_ONE.search(fold(text)) if SPRINT.search(fold(f"{focus.text} {focus.said}")) else None
    if found is None or len(fold(text)) != len(text):
        return None
    number = str(found.lastgroup).removeprefix("n")
    return f"{text[: found.start()]}le sprint {number}{text[found.end() :]}"
