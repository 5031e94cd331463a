"""Years that a message gives by their distance from those of the last question."""

from __future__ import annotations

import re

from knowledge.text import fold

_NUMBERS = {"un": 1, "une": 1, "one": 1, "deux": 2, "two": 2, "trois": 3, "three": 3, "quatre": 4, "cinq": 5}
_SOME_YEARS = rf"(?P<number>\d|{'|'.join(_NUMBERS)}) (?:ans?|annees?|years?)"
_AFTER = re.compile(
    rf"\b(?:{_SOME_YEARS} (?:apres|plus tard|later|after)|l ?(?:annee|an) (?:d apres|suivante?)"
    r"|(?:the )?(?:next|following) year)"
)
_BEFORE = re.compile(
    rf"\b(?:{_SOME_YEARS} (?:avant|plus tot|earlier|before)|l ?(?:annee|an) (?:d avant|precedente?)"
    r"|(?:the )?(?:previous year|year before))"
)


def years_later(text: str) -> int:
    """How many years after those of the last question are meant: « un an après »; 0 when none."""
    folded = re.sub(r"['’]", " ", fold(text))
    for pattern, sign in ((_AFTER, 1), (_BEFORE, -1)):
        found = pattern.search(folded)
        if found:
            number = found.group("number") or "1"
            return sign * (int(number) if number.isdigit() else _NUMBERS[number])
    return 0
