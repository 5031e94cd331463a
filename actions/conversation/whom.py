"""« à qui ? »: whom to write to about what was just told, which the talk says and the message does not."""

from __future__ import annotations

import re

from actions.programme.challenge_intents import CHALLENGE_INTENTS
from actions.question import Question
from knowledge.text import fold

_AND = r"\W*(?:(?:et|ok|bon|donc|alors|du coup|sinon|and|so)\W+)*"
_I_WRITE = r"(?:demande|(?:m|s) ?['’]? ?adresse|envoi\w*|ecri[st]?|parle|contacte)"
_TO_WRITE = (
    r"(?:demand\w+|adress\w+|envoy\w+|envoi\w*|ecri\w*|contact\w+|joindre|parler"
    r"|poser(?: (?:la|ma) question)?)"
)
_I_MUST = r"(?:(?:est-ce qu(?:e |['’])|je|j|on|nous|dois|doit|puis|peut|peux|faut|il|pourrais)\W+)*"
_IT = r"(?:(?:m|s|nous|le|la|lui|les|en|y)\W+)?"
_BESIDE = (
    r"(?:\W+(?:alors|donc|du coup|dans ce cas|pour (?:ca|cela|en parler)|exactement|then|for that|about it))*"
)
_TO_WHOM = re.compile(
    rf"{_AND}(?:a (?:qui|ki)|(?:(?:je|j ?['’]|on|nous) ?)?{_I_WRITE} (?:a )?(?:qui|ki)"
    rf"|(?:a )?(?:qui|ki) {_I_MUST}{_IT}{_TO_WRITE}"
    r"|to whom|(?:to )?whom? (?:do|can|should|could) (?:i|we) (?:ask|write|contact|send it)(?: to)?"
    rf"){_BESIDE}\W*"
)


def asks_only_whom_to_write_to(text: str) -> bool:
    """« à qui je peux demander ? », and nothing of what."""
    return _TO_WHOM.fullmatch(fold(text)) is not None


def asks_whom_to_write_to(question: Question) -> bool:
    """Whether the team's address is asked for, in a talk that is on no challenge and on no report."""
    focus = question.focus
    of_others = focus.intent in CHALLENGE_INTENTS or focus.on_a_report or question.subjects
    return not of_others and asks_only_whom_to_write_to(question.said or question.text)
