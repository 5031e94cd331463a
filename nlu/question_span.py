"""Which words of a message are its question, and which are only said around it.

People greet, say who they are, why they ask and where they heard of it, thank and sign; read as a whole, such
a message is taken for something else. A conditional random field (Lafferty et al. 2001) tells how likely each
word belongs to the question; it learns in :mod:`nlu.span_training`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

import pycrfsuite

from knowledge.text import fold

BEFORE, ASKED, AFTER = "before", "asked", "after"
"""Labels of words."""
LEVELS = (0.15, 0.5, 0.8)
"""How likely a word must be of the question to be kept: what is left out at the first level hardly is."""
_FEW_WORDS, _LEAST_WORDS, _LEAST_LEFT_OUT = 2, 2, 3
"""Words of a clause that stay with the rest of it, of a question, and of what is worth leaving out."""
_SHORTEST, _LONG = 8, 32
"""Words of a message that may hold more than its question, and of one that tells a story: of that, the
sentence likeliest to be the question is tried as well."""
_TOKEN = re.compile(r"\w+|[^\w\s]|\n")
_WORD = re.compile(r"\w+")
CLAUSE_END = frozenset(".!?;:,\n…–—")
_SENTENCE_END = frozenset(".!?:\n…")
_ASKS = frozenset(
    "combien cb cbn quand qd comment coment quel quelle quels quelles kel kelle pourquoi pk pq pkoi ou qui "
    "ki quoi koi que est esk eske keske peut peux puis dois faut y how when what where which who why is are "
    "can do does did".split()
)
_SELF = frozenset("je j jai jsuis chui moi mon ma mes nous notre i my we our".split())


def cut(text: str) -> list[re.Match[str]]:
    """The words, marks and ends of line of ``text``."""
    return list(_TOKEN.finditer(text))


class QuestionSpan:
    """Finds the question in a message."""

    def __init__(self, path: Path) -> None:
        """Read a model written by :func:`nlu.span_training.train`."""
        self._tagger = pycrfsuite.Tagger()
        self._tagger.open(str(path))

    def find(self, text: str) -> list[str]:
        """``text`` with less and less around its question, each form once; none where nothing is to spare.

        At each of :data:`LEVELS`, what stands from the first to the last word that is as likely asked.
        """
        tokens, size = cut(text), len(_WORD.findall(text))
        if size < _SHORTEST:
            return []
        self._tagger.set(features([token.group() for token in tokens]))
        likely = [self._tagger.marginal(ASKED, number) for number in range(len(tokens))]
        found = dict.fromkeys(_kept(text, tokens, likely, level) for level in LEVELS if max(likely) >= level)
        if size >= _LONG:
            found[_likeliest_sentence(text, tokens, likely)] = None
        return [one for one in found if _LEAST_WORDS <= len(_WORD.findall(one)) <= size - _LEAST_LEFT_OUT]


def _kept(text: str, tokens: Sequence[re.Match[str]], likely: Sequence[float], level: float) -> str:
    asked = [number for number, probability in enumerate(likely) if probability >= level]
    first, last = asked[0], asked[-1]
    begins = next((n + 1 for n in range(first - 1, -1, -1) if tokens[n].group() in CLAUSE_END), 0)
    ends = next((n for n in range(last, len(tokens)) if tokens[n].group() in CLAUSE_END), len(tokens) - 1)
    start = tokens[begins if first - begins <= _FEW_WORDS else first].start()
    end = tokens[ends if ends - last <= _FEW_WORDS else last].end()
    while start and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return text[start:end].strip()


def _likeliest_sentence(text: str, tokens: Sequence[re.Match[str]], likely: Sequence[float]) -> str:
    """What stands between two full stops, colons or ends of line and is likeliest asked, word by word."""
    ends = [number for number, token in enumerate(tokens) if token.group() in _SENTENCE_END]
    spans = [
        (before + 1, last)
        for before, last in pairwise([-1, *ends, len(tokens) - 1])
        if last - before > _LEAST_WORDS
    ]
    if not spans:
        return text
    first, last = max(spans, key=lambda span: sum(likely[span[0] : span[1] + 1]) / (span[1] + 1 - span[0]))
    return text[tokens[first].start() : tokens[last].end()]


def features(tokens: Sequence[str]) -> list[list[str]]:
    """What the model sees of each word: itself, its neighbours, its place, its clause."""
    folded = [fold(token) for token in tokens]
    own = [_of_word(token) for token in tokens]
    clauses = _of_clauses(folded)
    last = len(tokens) - 1
    result = []
    for number, word in enumerate(folded):
        found = [*own[number], *clauses[number], f"at={min(number, 4)}", f"left={min(last - number, 4)}"]
        for step in (-2, -1, 1, 2):
            if 0 <= number + step <= last:
                found.append(f"{step}w={folded[number + step]}")
        for step in (-1, 1):
            if 0 <= number + step <= last:
                found += [f"{step}{feature}" for feature in own[number + step][1:]]
                found.append(f"{step}two={folded[number + step]} {word}")
        result.append(found)
    return result


@lru_cache(maxsize=8_192)
def _of_word(word: str) -> tuple[str, ...]:
    folded = fold(word)
    if not word[0].isalnum():
        return (f"w={folded}", "mark")
    shape = "digits" if word.isdigit() else "upper" if word[0].isupper() else "lower"
    return (f"w={folded}", f"p={folded[:4]}", f"s={folded[-3:]}", f"shape={shape}")


def _of_clauses(folded: Sequence[str]) -> list[list[str]]:
    """For each word, what its clause and the clauses around it tell."""
    starts = [0, *(n + 1 for n, word in enumerate(folded[:-1]) if word in CLAUSE_END)]
    ends = [*starts[1:], len(folded)]
    marks, seen = folded.count("?"), 0
    found: list[list[str]] = []
    for place, (start, end) in enumerate(zip(starts, ends, strict=True)):
        clause = folded[start:end]
        here, asks = clause.count("?"), bool(_ASKS & set(clause))
        told = [
            f"first={clause[0]}",
            f"ends={clause[-1] if clause[-1] in CLAUSE_END else ''}",
            f"asks={asks}",
            f"self={bool(_SELF & set(clause))}",
            f"clause={min(place, 2)}/{min(len(starts) - 1 - place, 2)}",
            f"marks={bool(seen)}{bool(here)}{bool(marks - seen - here)}",
            f"asks+marks={asks}{bool(marks)}{bool(here)}",
        ]
        seen += here
        found += [told] * (end - start)
    return found
