"""Numbers written in French words, Belgian and Swiss ones too: « septante et un » is 71."""

from __future__ import annotations

import re

_UNITS = {
    word: value
    for value, word in enumerate(
        "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize".split(), 1
    )
}
_TENS = {
    "vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "septante": 70,
    "huitante": 80, "octante": 80, "quatre-vingt": 80, "quatre-vingts": 80, "nonante": 90,
}  # fmt: skip
NUMBER_WORDS = {word: value for word, value in {**_UNITS, **_TENS}.items() if "-" not in word and value > 1}
"""What one word says alone; « un » is mostly an article."""
_NUMBER = re.compile(
    r"\b(?P<tens>quatre[- ]vingts?|vingt|trente|quarante|cinquante|soixante|septante"
    r"|huitante|octante|nonante)"
    r"(?:(?: et |[- ]et[- ]|[- ])(?P<teen>dix)[- ](?P<after>sept|huit|neuf)\b"
    rf"|(?: et |[- ]et[- ]|[- ])(?P<unit>une?|{'|'.join(_UNITS)}))?\b"
)


def in_digits(folded: str) -> str:
    """A folded text with numbers from 20 to 99 in digits; « vingt ans » becomes « 20 ans »."""
    return _NUMBER.sub(lambda found: str(_value(found)), folded)


def _value(found: re.Match[str]) -> int:
    tens = _TENS[found["tens"].replace(" ", "-")]
    if found["teen"]:
        return tens + 10 + _UNITS[found["after"]]
    return tens + (_UNITS[found["unit"].replace("une", "un")] if found["unit"] else 0)
