"""Places in which challenges are asked for: towns that the base does not know, departments and regions."""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from importlib.resources import files

from actions.programme.challenge_intents import CHALLENGE_INTENTS
from actions.programme.criteria import LIST_INTENTS, THERE_WORDS
from actions.question import Question
from knowledge.extraction.places import Department, department, departments, region, regions
from knowledge.reports.communes import communes_in
from knowledge.reports.name_forms import name_tokens
from knowledge.text import fold

_BEFORE = (
    r"(?:\b(?:dans|in)\W+(?:(?:le|la|les|l|the)\W+)?|\ben\W+"
    r"|\b(?:defis?|projets?|eigs?|departement|region|circonscription|coin)\W+"
    r"(?:(?:du|des|de|d|le|la|les|l)\W+)*)"
)
"""« dans le », « en », « mon département, la »: what stands before a department in which something is."""
_NO_PLACE_BY_ITSELF = frozenset({"centre"})
"""A former region whose name is a word."""
_ONE_OF_THEM = re.compile(
    r"\b(?:y en (?:a|avait|a eu|eu|a[- ]t[- ]il(?: eu)?)|en avait"
    r"|yen (?:a|avait)|ya en|was there|were there|any of them)\b"
)


def asks_for_one_of_them(text: str) -> bool:
    """« il y en avait un à Lyon ? », of the challenges spoken of."""
    return _ONE_OF_THEM.search(fold(text)) is not None


def in_its_place(question: Question) -> Question:
    """The question with the place it names where the base knows no challenge by it: a town in which none was,
    a department, a region. « et à Toulouse ? » is not about Lyon.
    """
    of_work = question.focus.intent == "work_location"  # « et à Bordeaux ou Toulouse ? »
    if question.values("town") and not of_work:
        return question
    area = _area_in(question.text) if _speaks_of_challenges(question) else None
    if area is not None:
        start, end, name = area
        spans = (*question.spans, (start, end, "town"))
        return replace(question.with_entities(town=(name,)), spans=spans)
    towns = unknown_towns(question.text, [question.text[start:end] for start, end, _ in question.spans])
    several = len(towns) > 1 and not (of_work or _speaks_of_challenges(question))
    if not towns or several:
        return question
    asked = question.with_entities(town=(*question.values("town"), *map(_in_full, towns)))
    places = [question.text.find(town) for town in towns] if of_work else []
    found = [(at, at + len(town), "town") for at, town in zip(places, towns, strict=False) if at >= 0]
    return replace(asked, spans=(*question.spans, *found))


def _in_full(town: str) -> str:
    """The only town of a challenge whose name begins so: « Clermont » is Clermont-Ferrand."""
    longer = [known for known in _departments_of_towns() if fold(known).startswith(f"{fold(town)}-")]
    return longer[0] if len(longer) == 1 else town


def _speaks_of_challenges(question: Question) -> bool:
    of_them = question.focus.intent in LIST_INTENTS | CHALLENGE_INTENTS
    return of_them or bool(THERE_WORDS & set(question.own_words)) or asks_for_one_of_them(question.text)


def names_a_place(text: str) -> bool:
    """Whether a message names a place in which something is, where the base knows no challenge by it."""
    return _area_in(text) is not None or len(unknown_towns(text)) == 1


def _area_in(text: str) -> tuple[int, int, str] | None:
    folded = fold(text)
    found = _areas().search(folded) if len(folded) == len(text) else None
    if found is None:
        return None
    name = found["area"]
    known = department(name)
    return found.start("area"), found.end("area"), known.name if known else region(name) or name


@lru_cache(maxsize=1)
def _areas() -> re.Pattern[str]:
    names = sorted({*departments(), *regions()} - _NO_PLACE_BY_ITSELF, key=len, reverse=True)
    joined = "|".join(name.removeprefix("la ").replace(" ", r"[ '’-]+") for name in names)
    return re.compile(rf"{_BEFORE}(?P<area>{joined})(?![\w'’-])")


def unknown_towns(text: str, known: Sequence[str] = ()) -> tuple[str, ...]:
    """The communes that a text names outside the names ``known``, as they are typed."""
    towns = [town for town in communes_in(text) if not any(town in fold(part) for part in known)]
    return tuple(_as_written(town, text) for town in towns)


def _as_written(town: str, text: str) -> str:
    typed = list(re.finditer(r"[^\W_]+", text))
    size = len(town.split())
    for first in range(len(typed)):
        for last in range(first, min(first + size, len(typed))):
            shown = text[typed[first].start() : typed[last].end()]
            if " ".join(name_tokens(shown)) == town:
                return shown.title() if shown.islower() else shown
    return town.title()


def towns_of(places: Sequence[str]) -> tuple[str, ...]:
    """The towns to look for in ``places``, towns or not: those of challenges in a department or a region."""
    return tuple(dict.fromkeys(town for place in places for town in _towns_in(place) or (place,)))


def _towns_in(place: str) -> tuple[str, ...]:
    if is_area(place) is None:
        return ()
    return tuple(
        town for town, there in _departments_of_towns().items() if place in (there.name, there.region)
    )


def is_area(place: str) -> str | None:
    """« department » or « region » where ``place`` is the name of one and of no town of a challenge."""
    if place in _departments_of_towns():
        return None
    if any(place == known.name for known in departments().values()):
        return "department"
    return "region" if place in regions().values() else None


@lru_cache(maxsize=1)
def _departments_of_towns() -> dict[str, Department]:
    text = files("knowledge").joinpath("town_departments.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines(), delimiter=";")
    found = {row["town"]: department(row["department"]) for row in rows}
    return {town: there for town, there in found.items() if there is not None}
