"""Questions in the present tense about calls or pay, which are of today whatever promotion was spoken of."""

from __future__ import annotations

import re

from actions.question import Question
from knowledge.text import fold

_CALLS = frozenset({"call_status", "next_call"})
_OF_A_CALL = re.compile(r"\b(?:appels?|candidatures?|recrutements?|calls?|applications?|recruitment)\b")
_OF_AN_EIG = re.compile(r"\b(?:une?|les|l|an|the) (?:eigs?|entrepreneur\w* d.interet general)\b|\beigs\b")
_PRESENT = re.compile(
    r"\b(?:est|sont|(?:gagn|touch|pai|pay|ferm|ouvr|termin|cloture?)e(?:nt)?|percoi(?:t|vent)"
    r"|fini(?:t|ssent)|y a|peut|is|are|does|do|can|earns?|gets?|closes?|opens?)\b"
)
_PAST = re.compile(
    r"\b(?:\w+ai(?:t|ent)|fut|furent|a l.epoque|alors"
    r"|(?:a|ont) (?:ete |ferme|ouvert|dure|commence|gagne|touche)\w*"
    r"|did|was|were|then|had)\b"
)


def asks_of_now(question: Question) -> bool:
    """Whether a question names what it is about, a call or an EIG's pay, and asks of the present.

    « et le salaire ? » or « quand ferme-t-il ? » goes on about the promotion spoken of.
    """
    folded = fold(question.text)
    if question.intent in _CALLS:
        named = question.focus.intent not in _CALLS and bool(_OF_A_CALL.search(folded))
    else:
        named = question.intent == "pay" and bool(_OF_AN_EIG.search(folded))
    goes_on = folded.startswith(("et ", "and "))
    return named and not goes_on and bool(_PRESENT.search(folded)) and not _PAST.search(folded)
