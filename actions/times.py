"""Of what time a message asks: of today, or of how things were."""

from __future__ import annotations

import re

from actions.question import Question, says_today
from knowledge.text import fold

_OF_AN_EARLIER_TIME = re.compile(
    r"\b(?:premier\w*(?! (?:entretien|cycle|contact|jour|emploi)\w*)|avant(?! d(?:e\b| ?['’])| que\b)"
    r"|auparavant|ancien(?:ne)?s?|avai\w*|etai\w*|(?!pai|essai)\w+aient|depart|origine|histoire|evolu\w*"
    r"|chang\w*|first(?! interview)|before|former\w*|was|were|did|used|history)\b"
)
"""What a message says that does not ask of today alone, as any number does."""
_OF_ONESELF = re.compile(r"\b\d+ ?(?:ans|years?)\b|\b\d+ ?%", re.I)
"""« 2 ans d'xp », « à 80 % »: numbers that are of no time asked about."""
_HOW_IT_WAS = re.compile(
    r"\b(?:gagn|pay|touch|dur|recrut|embauch|percev|recev|cout|financ|vers)ai(?:t|ent)\b"
    r"|\b(?:etai(?:t|ent)|ete) (?:\w+ )?(?:payee?s?|remuneree?s?|embauchee?s?|recrutee?s?)\b"
    r"|\bavant (?:la |les )?(?:promo\w*|reforme|20\d\d|\d(?:e|eme)\b|septieme)"
    r"|\b(?:a l['’ ]?epoque|autrefois|jadis)\b"
    r"|\bbefore (?:promo\w*|20\d\d|the (?:reform|seventh))|\bwere (?:\w+ )?paid\b|\bused to\b"
)


def is_of_an_earlier_time(question: Question) -> bool:
    """Whether the message may ask how things were: « et avant, ça durait combien ? »."""
    return _OF_AN_EARLIER_TIME.search(fold(question.text)) is not None


def names_a_time(question: Question) -> bool:
    """Whether the message asks of a promotion, a round, a number of years or days, or of what once was."""
    named = question.values("promotion") or question.values("round")
    said = _OF_ONESELF.sub(" ", question.text)
    return bool(named) or any(one.isdigit() for one in said) or is_of_an_earlier_time(question)


def asks_how_it_was(question: Question) -> bool:
    """Whether the message asks of the past alone: « combien gagnait un designer ? », « avant 2024 »."""
    return _HOW_IT_WAS.search(fold(question.text)) is not None and not says_today(question.text)
