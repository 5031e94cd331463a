"""The case that a message states before the others of the same rule: « et avec 12 ans d'expérience ? »."""

from __future__ import annotations

import re
from dataclasses import replace

from actions.answer import Answer, Paragraph
from actions.compose import plain_text
from actions.question import Question
from knowledge.text import fold, sentences

_YEARS = re.compile(
    r"\b(?P<years>\d{1,2}) ?(?:ans?|annees?|years?)"
    r"(?: (?:d ?['’]? ?|de |of )?(?:exp\w*|xp|metier|carriere|boite|work|it)\b|\W*$)"
)
"""Years of work, not of age: « j'ai 34 ans et … » says more after it."""
_UNDER = re.compile(r"(?:moins de|under|less than) (?P<years>\d+) (?:ans|years)\b")
_OF_ONE_PROMOTION = re.compile(r"(?:pour la |for )?promotion (?P<promotion>\d)\b")


def own_case_first(answer: Answer, question: Question) -> Answer:
    """The answer with the sentence for the case asked about first, where its first one is for another."""
    first = answer.blocks[0] if answer.blocks else None
    if answer.status != "answered" or not isinstance(first, Paragraph):
        return answer
    told = sentences(first.text)
    place = _of_the_years(told, question) or _of_the_promotion(told, question)
    if not place:
        return answer
    text = " ".join([told[place], *told[:place], *told[place + 1 :]])
    blocks = (replace(first, text=text), *answer.blocks[1:])
    return replace(answer, blocks=blocks, text=plain_text(blocks))


def _of_the_years(told: list[str], question: Question) -> int:
    """The place of what holds from some years on, where the first sentence is for who has fewer."""
    under = _UNDER.match(fold(told[0])) if told else None
    said = _YEARS.search(fold(question.said or question.text)) if under else None
    if under is None or said is None or int(said["years"]) < int(under["years"]):
        return 0
    return next((n for n, one in enumerate(told) if n and re.search(rf"\b{under['years']}\b", one)), 0)


def _of_the_promotion(told: list[str], question: Question) -> int:
    """The place of what is said of the one promotion asked about, where the first sentence is of another."""
    asked = [promotion for promotion in question.values("promotion") if promotion != "all"]
    begin = [_OF_ONE_PROMOTION.match(fold(one)) for one in told]
    if len(asked) != 1 or not begin or begin[0] is None or begin[0]["promotion"] in asked:
        return 0
    return next((n for n, one in enumerate(begin) if one is not None and one["promotion"] in asked), 0)
