"""What people say and what audit reports call it: « devoir aux banques » is « encours de la dette ».

One way only: a report that says « banque » does not speak of debts. The words of both were written down
beside questions of the public and the passages that answer them. Phrases of familiar words also stand in
standard ones, in which messages are read.
"""

from collections.abc import Collection, Iterable, Set
from functools import lru_cache
from importlib.resources import files

from knowledge.familiar import in_standard_words
from knowledge.text import content_stems

Phrase = frozenset[str]
"""Stems that must all be said."""

PLURAL = "ent"
"""The ending of verbs that the stemmer leaves: « grimpent »."""
_LONGEST = 3
"""Stems of the longest phrases."""


@lru_cache(maxsize=1)
def _vocabulary() -> dict[str, tuple[tuple[Phrase, tuple[Phrase, ...]], ...]]:
    """What is said, and what reports say for it, by each stem of the first."""
    found: dict[str, list[tuple[Phrase, tuple[Phrase, ...]]]] = {}
    text = files("knowledge.reports").joinpath("lay_vocabulary.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        said, meant = line.split(" = ")
        standard = (phrase for phrase in _phrases(in_standard_words(said)) if len(phrase) > 1)
        for phrase in dict.fromkeys((*_phrases(said), *standard)):
            for stem in phrase:
                found.setdefault(stem, []).append((phrase, _phrases(meant)))
    return {stem: tuple(entries) for stem, entries in found.items()}


def _phrases(side: str) -> tuple[Phrase, ...]:
    every = (frozenset(content_stems(phrase)) for phrase in side.split(", "))
    return tuple(dict.fromkeys(phrase for phrase in every if 0 < len(phrase) <= _LONGEST))


def report_words(terms: Collection[str]) -> dict[str, tuple[Phrase, ...]]:
    """Return for each of the stems of a question what reports say instead, empty for most.

    What stands for a phrase stands for each of its words.
    """
    asked = set(terms)
    said = {form for term in asked for form in _forms(term)}
    return {term: _meant(term, said) for term in asked}


def _meant(term: str, asked: Set[str]) -> tuple[Phrase, ...]:
    entries = (entry for form in _forms(term) for entry in _vocabulary().get(form, ()))
    meant = (phrase for said, phrases in entries if said <= asked for phrase in phrases)
    return tuple(dict.fromkeys(phrase for phrase in meant if not phrase <= asked))


def _forms(term: str) -> tuple[str, ...]:
    """A stem, and that of the same verb in the plural or not, which the stemmer keeps apart: « grimpent »."""
    return term, f"{term}{PLURAL}", term.removesuffix(PLURAL)


def single(phrases: Iterable[Phrase]) -> frozenset[str]:
    """Return the phrases of one word."""
    return frozenset().union(*(phrase for phrase in phrases if len(phrase) == 1))
