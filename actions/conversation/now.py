"""Questions of today whatever promotion was spoken of, and of the past where none was: « à l'époque »."""

from __future__ import annotations

import re
from dataclasses import replace

from actions.desk import Desk
from actions.question import CLEAR, Question
from knowledge.challenges import challenges_by_id
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


_BEFORE = re.compile(
    r"\b(?:a l ?['’]? ?epoque|(?:a|en) ce(?:tte epoque| temps)(?:[- ]la)?|autrefois|jadis|auparavant"
    r"|(?:dans )?le temps\W*$|(?:anciennes?|premieres?|precedentes?) promo\w*"
    r"|promo\w* (?:precedentes|d ?['’]? ?avant)"
    r"|avant (?:(?:l ?['’]? ?annee )?(?P<year>20\d\d)|ca)\b"
    r"|avant(?=\W*$|\W+(?:pour|c ?['’]? ?etait|ca|combien|on|il)\b)"
    r"|back then|at (?:the|that) time|in those days|formerly|previously|before (?P<since>20\d\d)"
    r"|(?:earlier|previous|former) (?:promotions?|cohorts?|batches))\b"
    r"|^\W*(?:et|mais) avant\b(?! (?:\d|impots?))"
)
"""« avant 10 ans d'expérience » and « avant impôts » are no time."""
_BY_PROMOTION = frozenset("pay contract work_location remote_work team_size".split())
"""Intents whose answers changed from one promotion to the next."""
_WERE_PAID = {"fr": "Combien étaient payés les EIG ?", "en": "How much were the EIGs paid?"}


def of_the_past(question: Question, desk: Desk) -> Question:
    """« on était payés combien à l'époque ? » of the promotion spoken of, else of all but the last."""
    asked, focus = _BEFORE.search(fold(question.text)), question.focus
    unclear = question.intent in ("follow_up", "nlu_fallback") or question.confidence < CLEAR
    goes_on = focus.intent == "pay" and question.intent != "pay" and unclear
    if asked is None or not (goes_on or question.intent in _BY_PROMOTION) or question.values("promotion"):
        return question
    question = question.with_intent("pay", CLEAR) if goes_on else question
    year = asked["year"] or asked["since"]
    numbered = [one for one in desk.promotions if one.id.isdigit()]
    if year is None:
        found = challenges_by_id(desk.base, focus.challenge)
        spoken_of = focus.entities.get("promotion", ()) or tuple(one.promotion for one in found)
        if len(spoken_of) == 1 and spoken_of[0] != numbered[-1].id:
            return replace(question.with_entities(promotion=spoken_of), ruled=True)
    past = [one.id for one in numbered if one.year < int(year or numbered[-1].year)]
    if question.intent != "pay" or len(past) < 2:
        return question
    kept = {kind: values for kind, values in question.entities.items() if kind not in ("year", "named_year")}
    asked_of = {**kept, "promotion": tuple(past)}
    return replace(question, entities=asked_of, spans=(), text=_WERE_PAID[question.lang], ruled=True)
