"""Write a question as a hurried hand would: no accents, typos, lost elisions, fillers; reproducibly.

Names are hit like any other word. Every kind of damage can be used alone, to see which one costs what.
"""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from nlu.keyboard import KEYS, are_neighbours

LONG_WORD = 5
_WORD = re.compile(r"[^\W\d_]+")
_ELISION = re.compile(r"\b([cdjlmnst]|qu|lorsqu|puisqu)['’](?=\w)", re.I)
_FILLERS = ("euh", "du coup", "svp", "en fait", "ben", "genre", "stp", "alors", "bah", "voilà")
_EMOJI = ("🙂", "🤔", "🙏", "👍", "😅", "❓", "👋", "😊")
NEIGHBOURS: Mapping[str, str] = MappingProxyType(
    {key: "".join(one for one in KEYS if one != key and are_neighbours(one, key)) for key in KEYS}
)
"""Keys around each key of a French (AZERTY) keyboard."""


@dataclass(frozen=True)
class Strength:
    """How often each damage happens: chance for a text, for ``typos`` chance for a word of 5 letters or more.

    ``second`` is the chance of a second typo in a word that has one.
    """

    accents: float = 0.0
    typos: float = 0.0
    second: float = 0.0
    elisions: float = 0.0
    case: float = 0.0
    spaces: float = 0.0
    emoji: float = 0.0
    fillers: float = 0.0


STRENGTHS: Mapping[str, Strength] = MappingProxyType(
    {
        "light": Strength(accents=0.5, typos=0.2, elisions=0.5, case=0.3, spaces=0.2, emoji=0.1, fillers=0.2),
        "medium": Strength(
            0.8, typos=0.5, second=0.2, elisions=0.7, case=0.5, spaces=0.4, emoji=0.2, fillers=0.4
        ),
        "strong": Strength(
            1.0, typos=1.0, second=0.3, elisions=1.0, case=0.5, spaces=0.5, emoji=0.3, fillers=0.5
        ),
    }
)
"""« strong » damages every word of five letters or more, which people rarely do."""

SINGLE: Mapping[str, Strength] = MappingProxyType(
    {
        "accents": Strength(accents=1),
        "typos": Strength(typos=1, second=0.3),
        "elisions": Strength(elisions=1),
        "case": Strength(case=1),
        "spaces": Strength(spaces=1),
        "emoji": Strength(emoji=1),
        "fillers": Strength(fillers=1),
    }
)
"""Each damage alone, at its fullest."""


def perturb(text: str, strength: Strength, seed: int = 0) -> str:
    """``text`` damaged; the same text, strength and seed give the same result."""
    dice = random.Random(f"{seed}:{text}")
    steps: tuple[tuple[float, Callable[[str, random.Random], str]], ...] = (
        (strength.elisions, _lose_elisions),
        (strength.accents, _lose_accents),
        (1.0 if strength.typos else 0.0, lambda t, d: _typos(t, strength, d)),
        (strength.case, _change_case),
        (strength.fillers, _add_filler),
        (strength.spaces, _double_spaces),
        (strength.emoji, _add_emoji),
    )
    for chance, step in steps:
        if dice.random() < chance:
            text = step(text, dice)
    return text


def _lose_elisions(text: str, dice: random.Random) -> str:
    """« l'appel » → « lappel » or « l appel »."""
    gap = dice.choice(("", "", " "))
    return _ELISION.sub(lambda match: match[1] + gap, text)


def _lose_accents(text: str, _dice: random.Random) -> str:
    plain = unicodedata.normalize("NFD", text.replace("œ", "oe").replace("Œ", "OE"))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def _typos(text: str, strength: Strength, dice: random.Random) -> str:
    def mistype(match: re.Match[str]) -> str:
        word = match[0]
        if len(word) < LONG_WORD or dice.random() >= strength.typos:
            return word
        word = typo(word, dice)
        return typo(word, dice) if dice.random() < strength.second else word

    return _WORD.sub(mistype, text)


def typo(word: str, dice: random.Random) -> str:
    """One slip of the fingers after the first letter: swap, drop, double, or a neighbouring key."""
    place = dice.randrange(1, len(word))
    kind = dice.choice(("swap", "drop", "double", "neighbour"))
    if kind == "swap" and place + 1 < len(word):
        return word[:place] + word[place + 1] + word[place] + word[place + 2 :]
    if kind == "drop":
        return word[:place] + word[place + 1 :]
    near = NEIGHBOURS.get(word[place].lower())
    if kind == "neighbour" and near:
        return word[:place] + dice.choice(near) + word[place + 1 :]
    return word[:place] + word[place] + word[place:]


def _change_case(text: str, dice: random.Random) -> str:
    return text.upper() if dice.random() < 0.15 else text.lower()


def _add_filler(text: str, dice: random.Random) -> str:
    filler, spaces = dice.choice(_FILLERS), [i for i, letter in enumerate(text) if letter == " "]
    place = dice.choice((0, len(text), dice.choice(spaces) if spaces else 0))
    return " ".join(part for part in (text[:place].strip(), filler, text[place:].strip()) if part)


def _double_spaces(text: str, dice: random.Random) -> str:
    return re.sub(" ", lambda _: " " * dice.choice((1, 2, 3)), text) + " " * dice.randrange(2)


def _add_emoji(text: str, dice: random.Random) -> str:
    mark = dice.choice(_EMOJI)
    return f"{mark} {text}" if dice.random() < 0.3 else f"{text} {mark}"
