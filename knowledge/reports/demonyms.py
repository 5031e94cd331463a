"""Words for the people and the landscape of an area: « savoyard », « Périgord »."""

from functools import lru_cache
from importlib.resources import files

import yaml

from knowledge.extraction.places import departments_of
from knowledge.reports.name_forms import without_plural
from knowledge.text import stem, words


def areas_meant(word: str) -> tuple[str, ...]:
    """The areas, folded, whose people or landscape a folded word names: « bretons » for « bretagne »."""
    return _demonyms().get(stem(word), ())


def is_demonym(word: str) -> bool:
    """Whether a folded word is one of these in any form, and no other word misspelt: « audoise »."""
    return word in _forms()


def lies_in(place: str | None, area: str) -> bool:
    """Whether a department or region is one of an area, folded, or lies in it."""
    within = {area, *(" ".join(words(name)) for name in departments_of(area))}
    return " ".join(words(place or "")) in within


@lru_cache(maxsize=1)
def _forms() -> frozenset[str]:
    endings = ("", "s", "e", "es", "ne", "nes")
    return frozenset(f"{word}{ending}" for word in _stored() for ending in endings) | {*map(_bare, _stored())}


def _bare(word: str) -> str:
    """« landai », as « landais » stands among the words of a name; Marquise is no island."""
    return word if word.endswith("es") else without_plural(word)


@lru_cache(maxsize=1)
def _demonyms() -> dict[str, tuple[str, ...]]:
    """The areas by the stem of each word."""
    return {stem(form): areas for word, areas in _stored().items() for form in (_bare(word), word)}


@lru_cache(maxsize=1)
def _stored() -> dict[str, tuple[str, ...]]:
    text = files("knowledge.reports").joinpath("demonyms.yml").read_text(encoding="utf-8")
    stored: dict[str, list[str]] = yaml.safe_load(text)
    return {
        " ".join(words(word)): tuple(" ".join(words(area)) for area in areas)
        for word, areas in stored.items()
    }
