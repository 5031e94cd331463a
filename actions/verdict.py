"""A yes at the head of an entry, left out where the message did not ask for one.

An entry answers the questions that it was written for: « Oui, un candidat pouvait viser plusieurs défis » is
no answer to « combien de défis ? », and a yes to a bonus none to « tous les ans ? ».
"""

from __future__ import annotations

import re
from dataclasses import replace

from actions.answer import Answer, Paragraph
from actions.compose import plain_text
from actions.question import Question
from knowledge.text import fold

_YES = re.compile(r"(?:(?:En principe|In principle),? )?(?:oui|yes)\s?[,:]\s", re.I)
_HOW_MANY_OR_WHICH = re.compile(r"\b(?:combien|cb|quel(?:le)?s?|how (?:many|much)|what|which)\b")
_WHERE_OR_WHO = re.compile(r"^\W*(?:(?:et|and|bonjour) )?(?:ou|qui|comment|where|who|how)\b")
_WHETHER = re.compile(
    r"\best[- ]ce qu|\b(?:il )?y ?a\b|[a-z]-(?:t-)?(?:je|il|elle|on|ils|elles|vous|nous|tu)\b"
    r"|\b(?:is|are|was|were|do|does|did|can|could|may|has|have|will)"
    r" (?:i|we|you|they|he|she|it|there|the|an?)\b"
)
_HOW_OFTEN = re.compile(
    r"\b(?:tous les (?:ans|mois)|chaque (?:annee|mois|semaine)|par (?:an|mois)|annuel\w*|mensuel\w*"
    r"|every (?:year|month|week)|yearly|monthly)\b"
)


def without_unasked_yes(answer: Answer, question: Question) -> Answer:
    """The answer without the yes that opens it, where how many, which, where, who or how often was asked."""
    first = answer.blocks[0] if answer.blocks else None
    if not isinstance(first, Paragraph) or answer.status != "answered":
        return answer
    yes = _YES.match(first.text)
    if yes is None or _asks_whether(fold(question.said or question.text), fold(first.text)):
        return answer
    text = first.text[yes.end() :]
    blocks = (replace(first, text=text[:1].upper() + text[1:]), *answer.blocks[1:])
    return replace(answer, blocks=blocks, text=plain_text(blocks))


def _asks_whether(asked: str, told: str) -> bool:
    """Whether a yes may be what is asked for: no number or kind is, before anything else, nor a rhythm of
    which the answer tells nothing.
    """
    if _HOW_OFTEN.search(asked) and not _HOW_OFTEN.search(told):
        return False
    if _WHERE_OR_WHO.match(asked) and not _WHETHER.search(asked):
        return False
    wanted = _HOW_MANY_OR_WHICH.search(asked)
    return wanted is None or _WHETHER.search(asked[: wanted.start()]) is not None
