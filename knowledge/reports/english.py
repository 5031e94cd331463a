"""Questions in English, put word for word into the French that reports are written in.

No translation, but enough to search with: nouns and verbs become the words reports use, names and
numbers stay as they are, words without content go.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import yaml

from knowledge.extraction.places import departments
from knowledge.reports.communes import is_commune_alone
from knowledge.reports.name_forms import name_tokens
from knowledge.text import STOP_WORDS

GLOSSARY = Path(__file__).with_name("english.yml")
_ASKING = frozenset("how many much what which who whom whose when where why they".split())
_FRENCH_ALONE = STOP_WORDS - _ASKING
_LONGEST_PHRASE = 4
_ENDINGS = (("ies", "y"), ("es", ""), ("s", ""), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"))


def words_in_french(text: str) -> str:
    """Return the words of a search by someone who reads English, in French where the glossary knows them."""
    return " ".join(_put(_tokens(text), *_glossary()))


def _tokens(text: str) -> list[str]:
    return re.findall(r"[\w€%]+(?:-\w+)*", re.sub(r"['’]s?\b", " ", text))


def in_french(text: str) -> str:
    """Return the content words of a text in French where the glossary knows them; French as it is."""
    words, dropped = _glossary()
    tokens = _tokens(text)
    folded = [token.lower() for token in tokens]
    english = sum(token in dropped or token in _ASKING for token in folded)
    french = sum(token in _FRENCH_ALONE and token not in dropped for token in folded)
    known = english == french and all(words.keys() & {*_forms(token)} for token in folded)
    if not folded or english <= french and not known:  # « staff costs? » has no word of its grammar
        return text
    return " ".join(_put(tokens, words, dropped))


def _put(tokens: list[str], words: dict[str, str], dropped: frozenset[str]) -> Iterator[str]:
    at = 0
    while at < len(tokens):
        if at and _is_a_place(tokens[at]):
            yield tokens[at]
            at += 1
            continue
        for size in range(min(_LONGEST_PHRASE, len(tokens) - at), 0, -1):
            phrase = " ".join(tokens[at : at + size]).lower()
            known = next((words[form] for form in _forms(phrase) if form in words), None)
            if known is not None:
                yield known
                break
        else:
            size = 1
            if tokens[at].lower() not in dropped:
                yield tokens[at]
        at += size


def _is_a_place(word: str) -> bool:
    """Whether a word inside a sentence names a department or a town: « the Landes » are no land."""
    return word[:1].isupper() and (word in _departments() or is_commune_alone(" ".join(name_tokens(word))))


@lru_cache(maxsize=1)
def _departments() -> frozenset[str]:
    return frozenset(one.name for one in departments().values())


def _forms(phrase: str) -> Iterator[str]:
    """A phrase as written, then with the ending of its last word taken off."""
    yield phrase
    for ending, instead in _ENDINGS:
        if phrase.endswith(ending) and len(phrase) - len(ending) >= 3:
            yield phrase.removesuffix(ending) + instead


@lru_cache(maxsize=1)
def _glossary() -> tuple[dict[str, str], frozenset[str]]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    loaded = yaml.load(GLOSSARY.read_text(encoding="utf-8"), Loader=loader)
    words = {key: " ".join(value.split(",")[0].split()) for key, value in loaded["words"].items()}
    return words, frozenset(loaded["dropped"])
