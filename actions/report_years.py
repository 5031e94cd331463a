"""The words to search reports with for a message that goes on, and years given by their distance."""

from __future__ import annotations

import re

from actions.question import Question
from knowledge.reports.questions import read_question
from knowledge.text import fold

_NUMBERS = {"un": 1, "une": 1, "one": 1, "deux": 2, "two": 2, "trois": 3, "three": 3, "quatre": 4, "cinq": 5}
_AND = re.compile(
    r"(?:et|and|mais|comment (?:ca se|se) fait|a cause|how come|pourquoi|pourkoi|pk|why"
    r"|c'?etait|c'?est|it was|was it)\b"
)
"""How a message begins that says little but goes on about the same matter."""
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


def continued_text(question: Question) -> str:
    """The words to search with: for « et en 2013 ? » the last question with the other year."""
    read = read_question(question.text)
    before = question.focus.text
    later = years_later(question.text)
    last = read_question(before).years
    years = read.years or tuple(year + later for year in last if later)
    own = [term for term in read.terms if len(term) > 2] if not (later and last) else []
    if len(own) <= 1 and before and not years and _AND.match(fold(question.text)):
        return f"{question.text} {before}"
    if own and not (read.years and len(own) <= 1) or not before:
        return question.text
    if years:
        before = re.sub(r"\b(?:19|20)\d\d\b", " ", before)
    return f"{before} {' '.join(map(str, years))}"
