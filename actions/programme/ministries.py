"""« des EIG à la Justice », « celui de la Défense »: a ministry said by its matter."""

from __future__ import annotations

import re
from dataclasses import replace

from actions.desk import Desk
from actions.programme.criteria import LIST_INTENTS
from actions.question import Question
from knowledge.text import fold

_AT = re.compile(r"\b(?:(?P<of>a la|a l|au|aux)|at the|chez(?: l[ae]s?)?)\W*$")
_ABOUT = re.compile(
    r"\b(?:lie|relati|consacr|dedi|touch|quant|rapport|contribu|attach|sensib|applique|interess|aide|serv|util"
    r"|propre|nui|face|grace)\w* (?:a la|a l|au|aux)\W*$"
)
"""« liés à l'environnement » says the matter, « à l'Environnement » the place."""
_THAT_OF = re.compile(
    r"\b(?:celui|ceux|the ones?|those) (?:de la|de l|du|des|of the|at the|from the)\W+(?P<name>\w+)\W*$"
)
_THE_ONE_OF = re.compile(r"\b(?:celui|ceux) (?P<of>de la|de l|du|des)\W+$")
_OF = {"a la": "de la", "a l": "de l'", "au": "du", "aux": "des"}


def as_a_ministry(question: Question, desk: Desk) -> Question:
    """The question about the ministry that a theme stands for: « à la Culture », not « sur la culture »."""
    that = _that_of(question, desk) or _beside_another(question, desk)
    if that is not None:
        return that
    themes = [(start, end) for start, end, kind in question.spans if kind == "theme"]
    if question.intent not in LIST_INTENTS or len(themes) != 1 or question.values("administration"):
        return question
    start, end = themes[0]
    folded = fold(question.text)
    at = _AT.search(folded[:start]) if len(folded) == len(question.text) else None
    if at is None or _ABOUT.search(folded[:start]):
        return question
    of = [_OF[at["of"]]] if at["of"] else list(_OF.values())
    for one in of:
        ministry = _ministry(f"{one} {question.text[start:end]}", desk)
        if ministry is not None:
            spans = tuple(
                (s, e, "administration" if (s, e) == (start, end) else k) for s, e, k in question.spans
            )
            kept = {kind: values for kind, values in question.entities.items() if kind != "theme"}
            return replace(question, entities={**kept, "administration": (ministry,)}, spans=spans)
    return question


def _that_of(question: Question, desk: Desk) -> Question | None:
    """« et celui des armées ? » lists those of a ministry; « la Défense » is no district there."""
    folded = fold(question.text)
    found = _THAT_OF.search(folded)
    if found is None or len(folded) != len(question.text) or question.subjects - {"town", "theme"}:
        return None
    word = question.text[found.start("name") : found.end("name")]
    only = set(question.content_words) <= {found["name"]} and question.intent in LIST_INTENTS | {"follow_up"}
    for of in _OF.values() if only else ():
        ministry = _ministry(f"{of} {word}", desk)
        if ministry is not None:
            kept = {k: v for k, v in question.entities.items() if k not in ("town", "theme", "audience")}
            spans = ((found.start("name"), found.end("name"), "administration"),)
            asked = replace(question, entities={**kept, "administration": (ministry,)}, spans=spans)
            return replace(asked.with_intent("list_challenges", 1.0), ruled=True, unfamiliar=())
    return None


def _beside_another(question: Question, desk: Desk) -> Question | None:
    """« le ministère de l'Intérieur ou celui de la Culture »: the second said by its matter."""
    themes = [(start, end) for start, end, kind in question.spans if kind == "theme"]
    folded = fold(question.text)
    named = question.values("administration")
    if len(themes) != 1 or not named or len(folded) != len(question.text):
        return None
    start, end = themes[0]
    before = _THE_ONE_OF.search(folded[:start])
    ministry = _ministry(f"{before['of']} {question.text[start:end]}", desk) if before else None
    if ministry is None:
        return None
    kept = {kind: values for kind, values in question.entities.items() if kind != "theme"}
    spans = tuple((s, e, "administration" if (s, e) == (start, end) else k) for s, e, k in question.spans)
    both = tuple(dict.fromkeys((*named, ministry)))
    return replace(question, entities={**kept, "administration": both}, spans=spans)


def _ministry(of_what: str, desk: Desk) -> str | None:
    """The one administration that « ministère » with these words names."""
    name = f"ministère {of_what}".replace("' ", "'")
    found = {match.ref for match in desk.names.find(name, misspelt=False) if match.kind == "administration"}
    return found.pop() if len(found) == 1 else None
