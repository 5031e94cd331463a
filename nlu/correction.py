"""Correct the spelling of a message once, before anything reads it: names, intent and search gain alike.

A noisy channel: each word may be any known word one or two slips away, or an article lost into it
(« lapel » is « l'appel »), or any that sounds the same (« nouvo »); the cheapest reading of the
whole message wins (Viterbi), a word's cost being how unlikely it is after the one before, plus its
slips. Numbers, capitals that stand for a code, and words of three letters are never touched.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from string import ascii_lowercase

from rapidfuzz import process
from rapidfuzz.distance import OSA, Indel

from knowledge.everyday import ELISIONS, VOWELS
from knowledge.lexicon import GAP, START, Lexicon, context
from knowledge.text import fold, stem
from nlu.keyboard import are_neighbours
from nlu.sounds import as_heard, sound_of
from nlu.spelling import SHORT, expand, plain
from nlu.texting import as_texted

Words = tuple[str, ...]
Candidates = Sequence[tuple[Words, float]]

SLIP, SECOND_SLIP, SECOND_IN_SHORT, FIRST_LETTER, FAR_KEY = 2.5, 4.5, 2.0, 3.0, 1.4
"""Cost of a slip, of a second one, more so in a word of five letters; of one in the first letter; of a
letter that no neighbouring key explains."""
LOST_ELISION = 1.0
SOUNDS_ALIKE, LEAST_SOUNDS = 4.5, 3
"""Cost of a word that is written otherwise and sounds the same, and the sounds that it must have."""
ONE_SLIP = SLIP + FAR_KEY
"""The dearest single slip."""
UNKNOWN, UNKNOWN_LETTER = 15.0, 0.9
"""Cost of a word that is in no list, and of each of its letters."""
INFLECTED, NAME, CAPITAL_NAME = 13.0, 12.0, 8.0
"""Cost of an unknown word that is a known one with an ending (« fiscalités », « audité »); of a name of
people or places; of one that is written like a name."""
TRUSTED, DOUBTFUL = 4.5, 1.0
"""Cost of replacing a word that exists; one that only a training example has."""
FREQUENT = 9.5
"""Cost below which a word is so usual here that it is not doubted."""
SHORTEST, TWO_SLIPS = 4, 5
_LONG_NAME = 8
"""Letters of a name with a capital in it from which two slips are forgiven."""
_KEPT, _STATES, _REMEMBERED = 12, 12, 3_000
_TOKEN = re.compile(r"\S*(?:@|://|www\.)\S*|[^\W\d_]+|\d+|[.?!;:,]")
"""An address, a word, a number, or the end of a sentence or a part of one."""
_LONG_RUN = re.compile(r"([^\W\d_])\1{2,}", re.I)


class Corrector:
    """Corrects with the words of one lexicon; safe to share between threads."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._by_start: dict[tuple[str, int], list[str]] = defaultdict(list)
        self._by_sound: dict[str, list[str]] = defaultdict(list)
        self._targets = frozenset(word for word in lexicon.targets() if len(word) >= 3)
        for word in sorted(self._targets):
            self._by_start[word[0], len(word)].append(word)
            if word not in SHORT and lexicon.trusts(word):
                self._by_sound[sound_of(lexicon.spelled(word))].append(word)
        self._near = lru_cache(_REMEMBERED)(self._nearest)

    def correct(self, text: str) -> str:
        """``text`` as it was meant: abbreviations written out, fillers and emoji left out, words respelt."""
        return self._respelled(expand(as_heard(as_texted(plain(text)))))

    def _respelled(self, text: str) -> str:
        matches = list(_TOKEN.finditer(text))
        folded = [fold(match[0]) for match in matches]
        tokens = [_LONG_RUN.sub(r"\1", token) if token.isalpha() else token for token in folded]
        shouted = _is_shouted(text)
        options = [
            self._options(token, match[0], bool(index), shouted)
            for index, (token, match) in enumerate(zip(tokens, matches, strict=True))
        ]
        result, position = [], 0
        for match, words in zip(matches, self._cheapest(tokens, options), strict=True):
            shown = match[0].lower() if shouted else match[0]
            result += [text[position : match.start()], self._shown(words, shown)]
            position = match.end()
        return "".join([*result, text[position:]])

    def _shown(self, words: Words, instead_of: str) -> str:
        if words == (fold(instead_of),):
            if not instead_of.isascii() or len(words[0]) < SHORTEST:
                return instead_of
            spelled = self._lexicon.accented(words[0])
            if spelled == words[0]:
                return instead_of
        else:
            spelled = self._lexicon.spelled(words[-1])
        if instead_of[:1].isupper():
            spelled = spelled[:1].upper() + spelled[1:]
        return "'".join([*words[:-1], spelled])

    def _options(self, token: str, shown: str, within: bool, shouted: bool) -> Candidates:
        """What a token may be. A capital within a sentence is a name, replaced by words of the base only."""
        itself = ((token,), 0.0)
        if not token.isalpha() or len(token) < SHORTEST or (shown.isupper() and not shouted):
            return [itself]
        if not shouted and len(token) < _LONG_NAME and any(letter.isupper() for letter in shown[1:]):
            return [itself]  # « scanR »
        known, said = self._lexicon.knows(token), self._lexicon.is_said(token)
        if within and shown[:1].isupper() and not shouted:
            return [itself] if known else [*self._name(token), *self._sounding(shown)]
        if said:
            return [itself]
        if not known:
            return [self._itself(token), *self._near(token, 2), *self._sounding(shown)]
        trusted = self._lexicon.trusts(token)
        if trusted and (len(token) <= SHORTEST or self._lexicon.cost(token, GAP) < FREQUENT):
            return [itself]
        return [itself, *self._replacements(token, trusted)]

    def _replacements(self, token: str, trusted: bool) -> Candidates:
        """What a word that exists may have been: no mere form of itself; if it is trusted, by one slip. One
        that only an example has may also be written as it sounds: « rapor ».
        """
        near = self._near(token, 1) if trusted else [*self._near(token, 2), *self._sounding(token)]
        own, more = stem(token), TRUSTED if trusted else DOUBTFUL
        return [(words, cost + more) for words, cost in near if len(words) > 1 or stem(words[0]) != own]

    def _itself(self, token: str) -> tuple[Words, float]:
        """An unknown word left as it is."""
        roots = (token[: -len(ending)] for ending in ("s", "e", "es", "x") if token.endswith(ending))
        if any(len(root) > SHORTEST and self._lexicon.knows(root) for root in roots):
            return (token,), INFLECTED
        if self._lexicon.is_name(token):
            return (token,), NAME
        return _unknown(token)

    def _name(self, token: str) -> Candidates:
        near = self._near(token, 2) if len(token) >= TWO_SLIPS else ()
        most = SLIP + SECOND_SLIP + SECOND_IN_SHORT if len(token) >= _LONG_NAME else ONE_SLIP
        return [
            ((token,), CAPITAL_NAME) if self._lexicon.is_name(token) else _unknown(token),
            *((w, c) for w, c in near if self._lexicon.is_written(w[-1]) and c <= most),
        ]

    def _sounding(self, shown: str) -> Candidates:
        """The words that sound as an unknown one: « informatik »; as a name only those of the base."""
        sound, name = sound_of(shown.lower()), shown[:1].isupper()
        alike = self._by_sound.get(sound, ()) if len(sound) >= LEAST_SOUNDS else ()
        return [((word,), SOUNDS_ALIKE) for word in alike if not name or self._lexicon.is_written(word)]

    def _cheapest(self, tokens: Sequence[str], options: Sequence[Candidates]) -> list[Words]:
        """The best candidate of each token (Viterbi over the word before)."""
        states: dict[str, tuple[float, tuple[Words, ...]]] = {START: (0.0, ())}
        for token, candidates in zip(tokens, options, strict=True):
            states = self._step(states, token, candidates)
        return list(min(states.values(), key=lambda state: state[0])[1])

    def _step(
        self, states: dict[str, tuple[float, tuple[Words, ...]]], token: str, candidates: Candidates
    ) -> dict[str, tuple[float, tuple[Words, ...]]]:
        if not token.isalpha():
            cost, path = min(states.values(), key=lambda state: state[0])
            return {context(token): (cost, (*path, (token,)))}
        following: dict[str, tuple[float, tuple[Words, ...]]] = {}
        for words, slips in candidates:
            foreign = len(words) == 1 and not self._lexicon.knows(words[0])
            last = GAP if foreign else words[-1]
            for before, (cost, path) in states.items():
                total = cost + slips + (0.0 if foreign else self._cost(words, before))
                if last not in following or total < following[last][0]:
                    following[last] = (total, (*path, words))
        if len(following) <= _STATES:
            return following
        return dict(sorted(following.items(), key=lambda item: item[1][0])[:_STATES])

    def _cost(self, words: Words, before: str) -> float:
        cost = 0.0
        for word in words:
            cost += self._lexicon.cost(word, before)
            before = word
        return cost

    def _nearest(self, token: str, most: int) -> Candidates:
        """The likeliest words at most so many slips away, or behind a lost apostrophe."""
        found: dict[Words, float] = {}
        for word, slips in self._within(token, token[0], _slips_in(token, most)):
            found[word,] = _slips_cost(token, word, slips)
        if len(token) >= SHORTEST:
            for word in _first_letter_slips(token):
                if word in self._targets:
                    found.setdefault((word,), SLIP + FIRST_LETTER)
        for elision in ELISIONS:
            if token.startswith(elision):
                found.update(self._elided(elision, token[len(elision) :], most))
        found.pop((token,), None)
        ranked = sorted(found.items(), key=lambda item: item[1] + self._cost(item[0], GAP))
        return ranked[:_KEPT]

    def _elided(self, elision: str, rest: str, most: int) -> dict[Words, float]:
        """« lappel » and « lpapel »: the word after a lost apostrophe, misspelt or not."""
        if len(rest) < 2:
            return {}
        found: dict[Words, float] = {}
        near: list[tuple[str, int]] = []
        if rest[0] in VOWELS and self._lexicon.knows(rest):
            found[elision, rest] = LOST_ELISION
        if rest[0] in VOWELS and len(rest) >= SHORTEST:
            near = self._within(rest, rest[0], _slips_in(rest, most))
        elif rest[0] not in VOWELS and rest[1] in VOWELS and len(rest) >= TWO_SLIPS:
            near = self._within(rest, rest[1], 1)
        for word, slips in near:
            found.setdefault((elision, word), LOST_ELISION + _slips_cost(rest, word, slips))
        for (word,), cost in self._sounding(rest) if rest[0] in VOWELS else ():
            found.setdefault((elision, word), LOST_ELISION + cost)
        return found

    def _within(self, token: str, letter: str, slips: int) -> list[tuple[str, int]]:
        """Words that begin with ``letter``, at most ``slips`` slips from ``token``."""
        found = []
        for length in range(len(token) - slips, len(token) + slips + 1):
            words = self._by_start.get((letter, length))
            if words:
                near = process.extract(token, words, scorer=OSA.distance, score_cutoff=slips, limit=None)
                found += [(word, int(distance)) for word, distance, _ in near if distance]
        return found


def original_span(text: str, corrected: str, start: int, end: int) -> tuple[int, int]:
    """The words of ``text`` that the characters from ``start`` to ``end`` of ``corrected`` come from."""
    if text == corrected:
        return start, end
    first, last = len(text), 0
    for block in Indel.opcodes(text, corrected):
        if block.dest_start >= end or block.dest_end <= start:
            continue
        before, after = max(0, start - block.dest_start), max(0, block.dest_end - end)
        same = block.tag == "equal"
        first = min(first, block.src_start + (before if same else 0))
        last = max(last, block.src_end - (after if same else 0))
    if first >= last:
        return 0, 0
    while first > 0 and text[first - 1].isalnum():
        first -= 1
    while last < len(text) and text[last].isalnum():
        last += 1
    return first, last


def _unknown(token: str) -> tuple[Words, float]:
    return (token,), UNKNOWN + UNKNOWN_LETTER * len(token)


def _slips_in(token: str, most: int) -> int:
    """A short word has one slip at most: with two it would be any other."""
    return most if len(token) >= TWO_SLIPS else 1


def _first_letter_slips(token: str) -> Iterator[str]:
    """The words that ``token`` may be with its first letter wrong, missing, too many or in second place."""
    yield token[1:]
    yield token[1] + token[0] + token[2:]
    for letter in ascii_lowercase:
        yield letter + token
        yield letter + token[1:]


def _slips_cost(token: str, word: str, slips: int) -> float:
    if slips > 1:
        return SLIP + SECOND_SLIP + (SECOND_IN_SHORT if len(token) <= TWO_SLIPS else 0.0)
    if len(token) != len(word):
        return SLIP
    place = next(i for i, letter in enumerate(token) if letter != word[i])
    swapped = token[place + 1 :] != word[place + 1 :]
    return SLIP if swapped or are_neighbours(token[place], word[place]) else SLIP + FAR_KEY


def _is_shouted(text: str) -> bool:
    """Whether the message is in capitals: then they single nothing out."""
    letters = [c for c in text if c.isalpha()]
    return len(letters) >= 8 and sum(c.isupper() for c in letters) > 0.6 * len(letters)
