"""Questions of today whatever promotion was spoken of, and of the past where none was: « à l'époque »."""

from __future__ import annotations

import re
from dataclasses import replace

from actions.conversation.matter import in_full
from actions.desk import Desk
from actions.programme.call_intents import CALL_INTENTS
from actions.question import CLEAR, TIME_KINDS, Question
from knowledge.challenges import challenges_by_id
from knowledge.promotions import Promotion
from knowledge.text import fold

_OF_A_CALL = re.compile(
    r"\b(?:appels?|candidatures?|recrutements?|calls?|applications?|recruitment|apply|postuler|candidater)\b"
)
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
    if question.intent in CALL_INTENTS:
        named = question.focus.intent not in CALL_INTENTS and bool(_OF_A_CALL.search(folded))
    else:
        of_several = len(question.focus.entities.get("promotion", ())) > 1
        named = question.intent == "pay" and (of_several or bool(_OF_AN_EIG.search(folded)))
    goes_on = folded.startswith(("et ", "and "))
    return named and not goes_on and bool(_PRESENT.search(folded)) and not _PAST.search(folded)


_BEFORE = re.compile(
    r"\b(?:a l ?['’]? ?epoque|(?:a|en) ce(?:tte epoque| temps)(?:[- ]la)?|autrefois|jadis|auparavant"
    r"|(?:dans )?le temps\W*$|(?:anciennes?|premieres?|precedentes?) promo\w*"
    r"|promo\w* (?:precedentes|d ?['’]? ?avant)"
    r"|avant (?:(?:l ?['’]? ?annee )?(?P<year>20\d\d)|ca|(?:la )?promo(?:tion)? (?P<promotion>\d))\b"
    r"|avant(?=\W*$|\W+(?:pour|c ?['’]? ?etait|ca|combien|on|il)\b)"
    r"|back then|at (?:the|that) time|in those days|formerly|previously|before (?P<since>20\d\d)"
    r"|(?:earlier|previous|former|past|older) (?:promotions?|cohorts?|batches|ones)"
    r"|before(?=\W*$|\W+(?:that|then)\W*$)|(?:dans|par) le passe|in the past"
    r"|(?:a|ont) toujours ete|(?:has|have|was|were) (?:it |this |that |they )?always"
    r"|(?:it|this|that|they) (?:has|have|was|were) always)\b"
    r"|^\W*(?:et|mais) avant\b(?! (?:\d|impots?))"
)
"""« avant 10 ans d'expérience » and « avant impôts » are no time."""
_SAYS_ONLY_WHEN = frozenset(
    "deja avant cas pareil pareille comment same regle regles case rule rules toujours always like so promo "
    "promos promotion promotions anciennes ancienne precedentes premieres passe past epoque temps annees "
    "annee auparavant autrefois jadis earlier previous previously former formerly older ones cohorts batches "
    "before years already donc mais alors ok then back days times change changed".split()
)
"""All that « c'était déjà comme ça avant ? » says."""
RULES = frozenset(
    "eligibility administration_eligibility profiles_sought contract work_location remote_work team_size "
    "mentor_role obligations administration_cost selection_process jury support apply_procedure "
    "propose_procedure open_source programme_funding missions nlu_fallback".split()
)
"""Intents of what each promotion had a rule for, but the pay, and of what an entry tells."""
_BY_PROMOTION = frozenset("pay contract work_location remote_work team_size".split())
"""Intents whose answers changed from one promotion to the next."""
_FUNDED = frozenset("programme_funding promotion_budget".split())
"""Intents of who paid for it, which « à l'époque » asks of the promotion or the year spoken of."""
_WERE_PAID = {"fr": "Combien étaient payés les EIG ?", "en": "How much were the EIGs paid?"}
ARE_PAID = {"fr": "Combien gagne un EIG aujourd'hui ?", "en": "How much does an EIG earn today?"}


def of_the_past(question: Question, desk: Desk) -> Question:
    """« on était payés combien à l'époque ? » of the promotion spoken of, else of all but the last.

    « c'était déjà comme ça avant ? » asks the last question of those before.
    """
    asked, focus = _BEFORE.search(fold(question.text)), question.focus
    if asked is None or question.values("promotion"):
        return question
    first_not = desk.promotion(asked["promotion"] or "")
    year = asked["year"] or asked["since"] or (str(first_not.year) if first_not else None)
    intent = focus.intent or "nlu_fallback"  # of a talk that began with what nobody tells
    if _says_only_when(question) and intent in RULES and focus.status in ("answered", "not_found"):
        if "challenge" not in focus.entities and focus.text:
            last = replace(question, text=in_full(focus), unfamiliar=focus.unfamiliar)
            spoken_of = desk.promotion(next(iter(focus.entities.get("promotion", ())), ""))
            past = _begun_before(int(year) if year else spoken_of.year if spoken_of else None, desk)
            before = _asked_of(past, last.with_intent(intent, CLEAR))
            return replace(before, inherited=frozenset({"promotion"})) if past else question
    unclear = question.intent in ("follow_up", "nlu_fallback") or question.confidence < CLEAR
    goes_on = focus.intent == "pay" and question.intent != "pay" and unclear
    if question.intent in _FUNDED and not question.subjects:
        of_then = {kind: focus.entities[kind] for kind in ("promotion", "year") if kind in focus.entities}
        text = _BEFORE.sub("", fold(question.text))
        return replace(question.with_entities(**of_then), text=text, inherited=frozenset(of_then))
    if not (goes_on or question.intent in _BY_PROMOTION):
        return question
    question = question.with_intent("pay", CLEAR) if goes_on else question
    if year is None:
        found = challenges_by_id(desk.base, focus.challenge)
        spoken = focus.entities.get("promotion", ()) or tuple(one.promotion for one in found)
        if len(spoken) == 1 and spoken[0] != _numbered(desk)[-1].id:
            return replace(question.with_entities(promotion=spoken), ruled=True)
    past = _begun_before(int(year) if year else None, desk)
    if len(past) < 2 or question.intent != "pay" and year is None:
        return question
    if question.intent != "pay" or unclear and not goes_on:
        return _asked_of(past, question)
    return _asked_of(past, replace(question, text=_WERE_PAID[question.lang]))


def _says_only_when(question: Question) -> bool:
    """Whether a message says nothing but a time of the past, so that the last question is asked of it."""
    said = {word for word in question.content_words if not word.isdigit()}  # « avant 2024 » is of no one year
    return not question.subjects - TIME_KINDS and said <= _SAYS_ONLY_WHEN


def _numbered(desk: Desk) -> list[Promotion]:
    return [one for one in desk.promotions if one.id.isdigit()]


def _begun_before(year: int | None, desk: Desk) -> tuple[str, ...]:
    """The numbered promotions that began before ``year``, before the last one where it is None."""
    numbered = _numbered(desk)
    return tuple(one.id for one in numbered if one.year < (year or numbered[-1].year))


def _asked_of(promotions: tuple[str, ...], question: Question) -> Question:
    kept = {kind: values for kind, values in question.entities.items() if kind not in TIME_KINDS}
    return replace(question, entities={**kept, "promotion": promotions}, spans=(), ruled=True)
