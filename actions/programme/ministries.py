"""« des EIG à la Justice »: a ministry said by its matter, which is no theme of challenges there."""

from __future__ import annotations

import re
from dataclasses import replace

from actions.desk import Desk
from actions.programme.criteria import LIST_INTENTS
from actions.question import Question
from knowledge.text import fold

_AT = re.compile(r"\b(?:(?P<of>a la|a l|au|aux)|at the|chez(?: l[ae]s?)?)\W*$")
_OF = {"a la": "de la", "a l": "de l'", "au": "du", "aux": "des"}


def as_a_ministry(question: Question, desk: Desk) -> Question:
    """The question about the ministry that a theme stands for: « à la Culture », not « sur la culture »."""
    themes = [(start, end) for start, end, kind in question.spans if kind == "theme"]
    if question.intent not in LIST_INTENTS or len(themes) != 1 or question.values("administration"):
        return question
    start, end = themes[0]
    folded = fold(question.text)
    at = _AT.search(folded[:start]) if len(folded) == len(question.text) else None
    if at is None:
        return question
    of = [_OF[at["of"]]] if at["of"] else list(_OF.values())
    for one in of:
        name = f"ministère {one} {question.text[start:end]}".replace("' ", "'")
        found = {
            match.ref for match in desk.names.find(name, misspelt=False) if match.kind == "administration"
        }
        if len(found) == 1:
            spans = tuple(
                (s, e, "administration" if (s, e) == (start, end) else k) for s, e, k in question.spans
            )
            kept = {kind: values for kind, values in question.entities.items() if kind != "theme"}
            return replace(question, entities={**kept, "administration": (found.pop(),)}, spans=spans)
    return question
