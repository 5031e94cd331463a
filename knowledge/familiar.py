"""Familiar words said in standard ones, which examples, entries and reports use: « flingue » is « arme ».

A sentence vector knows of a word what it has read of it, and slang is seldom written. The list is
``familiar.txt``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from knowledge.text import fold

_LIST = Path(__file__).with_name("familiar.txt")
_NUMBER = "# "
_ENDINGS = "er e es ons ez ent ais ait aient é ée és ées erai era erait erais eront ant".split()
"""Of the verbs in -er, of which a familiar one and its standard one share the ending."""
_OTHERWISE = r"aux|à|mails?|e-mail|vocale|noire|postale|d['’]assemblée|de (?:la )?(?:réunion|séance)"
_NOT_OTHERWISE = rf"(?! (?:{_OTHERWISE})\b)"
"""« une boîte aux lettres », « un PV de séance »."""


def _pairs() -> Iterator[tuple[str, str]]:
    for line in _LIST.read_text(encoding="utf-8").splitlines():
        standard, _, familiar = line.partition(" = ")
        for said in familiar.split(", ") if not line.startswith("#") else ():
            verb, _, rest = said.partition(" ")
            if not (standard.endswith("er") and verb.endswith("er")):
                yield said, standard
                continue
            for ending in _ENDINGS:
                yield f"{verb[:-2]}{ending} {rest}".strip(), standard[:-2] + ending


def _read() -> tuple[dict[str, str], re.Pattern[str]]:
    standard: dict[str, str] = {}
    for said, word in _pairs():
        standard.setdefault(fold(said.removeprefix(_NUMBER)), word)
    spelled = {form for said, _ in _pairs() for form in (said.lower(), fold(said))}
    words = "|".join(
        rf"(?<=\d ){re.escape(said[2:])}" if said.startswith(_NUMBER) else re.escape(said)
        for said in sorted(spelled, key=len, reverse=True)
    )
    return standard, re.compile(rf"(?<![\w-])(?:{words})(?![\w-]){_NOT_OTHERWISE}", re.I)


_STANDARD, _FAMILIAR = _read()


def in_standard_words(text: str) -> str:
    """``text`` with each familiar word of the list replaced."""
    return _FAMILIAR.sub(lambda match: _STANDARD[fold(match[0])], text)
