"""Themes of a report: our own taxonomy, matched by the stems of its keyword phrases."""

from collections import Counter
from functools import lru_cache
from importlib.resources import files

import yaml

from knowledge.extraction.lines import Line
from knowledge.reports.extracted import Theme, ThemeDefinition
from knowledge.text import fold, stem, words

_HEADING_WEIGHT = 4.0
_TITLE_WEIGHT = 60.0
_MIN_SHARE = 0.045
_MOST = 9
_PHRASE_BONUS = 0.8
_EVERYWHERE = {
    # What nearly every audit writes about weighs less, or every report would be about it.
    "local-finances": 0.55, "accounts-reliability": 0.6, "governance": 0.6, "human-resources": 0.7,
    "inter-municipality": 0.6, "budget-information": 0.8, "debt": 0.75, "investment": 0.75, "pay": 0.7,
    "economic-development": 0.8, "schools": 0.7, "real-estate": 0.7, "national-taxation": 0.7,
    "state-modernisation": 0.7, "energy": 0.8, "semi-public-companies": 0.7,
}  # fmt: skip

_OWN_STEM = ("stationnement", "operateur")
"""Words whose stem is that of others (« station », « opération »): they are compared as they are."""

Phrase = tuple[tuple[str, ...], int, float]


@lru_cache(maxsize=1)
def _entries() -> list[dict[str, object]]:
    text = files("knowledge.extraction").joinpath("themes.yml").read_text(encoding="utf-8")
    loaded: list[dict[str, object]] = yaml.safe_load(text)
    return loaded


@lru_cache(maxsize=1)
def definitions() -> tuple[ThemeDefinition, ...]:
    """The taxonomy, keywords folded."""
    return tuple(
        ThemeDefinition(
            str(entry["id"]),
            str(entry["label"]),
            str(entry["label_en"]),
            tuple(fold(str(keyword).rstrip("!")) for keyword in _keywords(entry)),
        )
        for entry in _entries()
    )


def _keywords(entry: dict[str, object]) -> list[str]:
    keywords = entry["keywords"]
    return [str(keyword) for keyword in keywords] if isinstance(keywords, list) else []


@lru_cache(maxsize=1)
def _phrases() -> dict[str, list[Phrase]]:
    """Phrases by their first stem, longest first: (stems, index of the theme, weight)."""
    found: dict[str, list[Phrase]] = {}
    for index, entry in enumerate(_entries()):
        common = _EVERYWHERE.get(str(entry["id"]), 1.0)
        for keyword in _keywords(entry):
            phrase = tuple(_stems(keyword.rstrip("!")))
            weight = (2.0 if keyword.endswith("!") else 0.7) + _PHRASE_BONUS * (len(phrase) - 1)
            found.setdefault(phrase[0], []).append((phrase, index, weight * common))
    for phrases in found.values():
        phrases.sort(key=lambda item: -len(item[0]))
    return found


def find_themes(title: str, lines: list[Line]) -> tuple[Theme, ...]:
    """Themes with their share of the report's attention, the greatest first; the title and headings weigh
    more.
    """
    scores: Counter[int] = Counter()
    _score(title, _TITLE_WEIGHT, scores)
    for line in lines:
        _score(line.text, _HEADING_WEIGHT if line.kind == "heading" else 1.0, scores)
    total = sum(scores.values())
    if not total:
        return ()
    entries = _entries()
    shares = [(str(entries[index]["id"]), score / total) for index, score in scores.most_common(_MOST)]
    return tuple(Theme(id_, round(share, 4)) for id_, share in shares if share >= _MIN_SHARE)


def _stems(text: str) -> list[str]:
    return [
        next((own for own in _OWN_STEM if word.startswith(own)), None) or stem(word) for word in words(text)
    ]


def _score(text: str, weight: float, scores: Counter[int]) -> None:
    tokens = _stems(text)
    phrases = _phrases()
    index = 0
    while index < len(tokens):
        step = 1
        for phrase, theme, value in phrases.get(tokens[index], ()):
            if tuple(tokens[index : index + len(phrase)]) == phrase:
                scores[theme] += value * weight  # type: ignore[assignment]
                step = max(step, len(phrase))
        index += step
