"""Runs of words of a message in which a known name may stand."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from typing import NamedTuple

from rapidfuzz.distance import Indel

from knowledge.text import fold, words

TOKEN = re.compile(r"[^\W_]+")
LEAST_ALIKE = 0.7
"""Similarity of a word from which it may be a word of a name misspelt."""
_THE_SAME = 0.94
"""Similarity from which words differ in no more than an ending."""
_LONGEST = 7


class Window(NamedTuple):
    """Some words of a message that follow each other, as one run of letters; ``first`` is the place of the
    first of them.
    """

    letters: str
    tokens: tuple[str, ...]
    start: int
    end: int
    first: int


def windows_of(text: str, known: Container[str] | None = None) -> list[Window]:
    """Every run of up to seven words of ``text``; only those of ``known`` letters, where given."""
    found = list(TOKEN.finditer(text))
    tokens = [fold(match.group()) for match in found]
    letters = [token if token.isascii() else "".join(words(token)) for token in tokens]
    return [
        Window(joined, tuple(tokens[first:end]), found[first].start(), found[end - 1].end(), first)
        for first in range(len(tokens))
        for end in range(first + 1, min(first + _LONGEST, len(tokens)) + 1)
        if (joined := "".join(letters[first:end])) and (known is None or joined in known)
    ]


def apart_from(windows: list[Window], addresses: list[tuple[int, int]], whole: bool) -> list[Window]:
    """Those outside of addresses, or ``whole`` ones too: « numerique.gouv.fr » in another is no name."""
    return [
        window
        for window in windows
        if all(
            window.end <= a or b <= window.start or whole and (a, b) == (window.start, window.end)
            for a, b in addresses
        )
    ]


def says_otherwise(name: Sequence[str], window: Window) -> bool:
    """Whether well-spelt words are only the end of a name (« rapports de la Cour » of « API rapports de la
    Cour »), or begin as it does and go on otherwise: « rapport UNAF » is no « RapportNav ».
    """
    first, *others = window.tokens
    own, rest = "".join(name), "".join(others)
    end = "".join(name[-len(window.tokens) :]) if len(window.tokens) < len(name) else ""
    if end and Indel.normalized_similarity(end, window.letters) >= _THE_SAME:
        return True
    goes_on = bool(rest) and own.startswith(first)
    return goes_on and Indel.normalized_similarity(own[len(first) :], rest) < LEAST_ALIKE
