"""Why someone asks, said after the question: « combien de dossiers pour la promo 6, parce que mon fils avait
postulé » asks for the number, whoever postulated.
"""

from __future__ import annotations

import re

from bot.introductions import is_of_the_speaker, wants_something
from knowledge.text import fold, words

_REASON = re.compile(
    r"[ ,]*\b(?:(?:(?:parce |vu |puis)qu ?['’]? ?e?|pcq|pcque|car|because) "
    r"(?:je|j|mon|ma|mes|on|nous|notre|moi|il|elle|i|my|we)\b"
    r"|(?P<aim>c ?['’]? ?est pour) (?:calculer|preparer|organiser|savoir|comparer|prevoir)\b)[^?!]*$"
)
_LEAST_WORDS = 3
"""Words of a question that stands without its reason."""


def without_reason(text: str) -> str:
    """``text`` without the reason that ends it, where what is left asks something not of who writes."""
    folded = fold(text)
    found = _REASON.search(folded) if len(folded) == len(text) else None
    if found is None:
        return text
    asked = text[: found.start()]
    if len(words(asked)) < _LEAST_WORDS or is_of_the_speaker(asked):
        return text
    return asked if found["aim"] or wants_something(asked) else text
