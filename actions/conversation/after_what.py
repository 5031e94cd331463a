"""A few words that ask the next thing of what was just told, put in full: « dans quel délai ? » after whether
a mission may be stopped, « sur quels défis ? » after a trade, « la différence avec Hopkins ? » after a
challenge.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from actions.answer_type import holds_a_time
from actions.conversation.focus import Focus
from actions.conversation.of_its_challenge import LEAD
from actions.conversation.of_the_promotion import OF_A_TRADE
from actions.desk import Desk
from actions.programme.challenge_intents import CHALLENGE_INTENTS
from actions.programme.criteria import LIST_INTENTS
from actions.question import content_words
from actions.told import text_of
from knowledge.challenges import challenges_by_id
from knowledge.references import find_references
from knowledge.text import fold, words

_WITHIN = re.compile(
    rf"{LEAD}(?:(?:dans|sous|avec) quels? delais?|avant quand|au plus tard quand|quand au plus tard)\W*"
)
_THEIR_WORK = re.compile(
    rf"{LEAD}(?:(?:ils|elles) (?:faisaient|font|faisait) (?:quoi|koi)|que (?:faisaient|font)[- ](?:ils|elles)"
    r"|leurs? (?:role|missions?|boulot|taches))(?: (?:concretement|exactement|au juste|du coup))*\W*"
)
_THEIR_CHALLENGES = re.compile(rf"{LEAD}(?:sur|dans|pour) quels? (?:defis?|projets?|missions?)\W*")
_PAY_MEANWHILE = re.compile(
    rf"{LEAD}(?:(?:le|mon|son|notre) )?(?:salaire|paie|paye) (?:pendant|durant)"
    r" (?:ce temps|ce conge|cette (?:periode|absence)|l ?['’] ?arret)\W*"
)
_ABSENCES = (
    (re.compile(r"\b(?:enceintes?|maternite|grossesse|accouch\w*)\b"), "le congé maternité"),
    (re.compile(r"\b(?:malad\w+|arret)\b"), "un arrêt maladie"),
)
_ON_AVERAGE = re.compile(
    rf"{LEAD}(?=.*\b(?:combien|cb)\b)(?=.*\b(?:en moyenne|par (?:eig|tete|personne))\b)"
    r"(?:en moyenne|par|eig|tete|personne|promo(?:tion)?|la|[1-7]|(?:ca|cela) fait|combien|cb"
    r"|c ?['’] ?est|\s)+\W*"
)
_OF_A_PROMOTION = re.compile(rf"{LEAD}(?:(?:pour|dans|en) )?(?:la )?promo(?:tion)? (?P<number>[1-7])\W*")
_DIFFERENT = re.compile(
    rf"{LEAD}(?:(?:c ?['’]? ?est quoi|quelle(?: est)?|ya|il y a) )?(?:la |une )?"
    r"differences? (?:avec|de|d['’]) ?(?P<other>[^,;?!]{2,40}?)\W*"
)


def asked_next(folded: str, focus: Focus, desk: Desk) -> str | None:
    """The question in full; None where the message asks another thing."""
    of_the_last = (rule(folded, focus) for rule in _RULES)
    by_the_base = (rule(folded, focus, desk) for rule in (_within_what_time, _different_from))
    return next((one for one in (*of_the_last, *by_the_base) if one), None)


def _within_what_time(folded: str, focus: Focus, desk: Desk) -> str | None:
    """The last question once more, where its answer gives a time."""
    if _WITHIN.fullmatch(folded) is None or focus.status != "answered" or not focus.rows:
        return None
    told = text_of(focus.rows[0], "fr", desk)
    return f"{focus.text.strip(' ?!.')}, dans quel délai ?" if holds_a_time(told) else None


def _of_the_trade(folded: str, focus: Focus) -> str | None:
    trade = OF_A_TRADE.search(fold(f"{focus.text} {focus.matter}"))
    if trade is None or focus.entities.get("challenge") or focus.intent in LIST_INTENTS:
        return None
    if _THEIR_WORK.fullmatch(folded):
        return f"quel est le rôle des {trade.group()} dans le programme ?"
    return f"quels défis ont eu des {trade.group()} ?" if _THEIR_CHALLENGES.fullmatch(folded) else None


def _pay_meanwhile(folded: str, focus: Focus) -> str | None:
    last = fold(f"{focus.text} {focus.said}")
    absence = next((name for said, name in _ABSENCES if said.search(last)), None)
    return (
        f"le salaire est-il maintenu pendant {absence} ?"
        if absence and _PAY_MEANWHILE.fullmatch(folded)
        else None
    )


def _cost_on_average(folded: str, focus: Focus) -> str | None:
    asked = focus.intent == "promotion_budget" and _ON_AVERAGE.fullmatch(folded)
    return "combien coûte un EIG en moyenne ?" if asked else None


def _of_another_promotion(folded: str, focus: Focus) -> str | None:
    """« non, je parlais de la promotion 5 » after « et trois jours ? »: what the talk is on, of that one."""
    asked = _OF_A_PROMOTION.fullmatch(folded)
    few_words = bool(focus.matter) and len(content_words(words(focus.text))) <= 1
    if asked is None or not few_words or focus.intent in LIST_INTENTS | CHALLENGE_INTENTS:
        return None
    named = any(one.kind == "promotion" for one in find_references(focus.text))
    return None if named else f"{focus.matter}, promotion {asked['number']} ?"


def _different_from(folded: str, focus: Focus, desk: Desk) -> str | None:
    asked = _DIFFERENT.fullmatch(folded)
    found = challenges_by_id(desk.base, focus.challenge) if asked else []
    if asked is None or len(found) != 1:
        return None
    others = [one for one in desk.names.find(asked["other"], misspelt=False) if one.kind == "challenge"]
    return f"quelle différence entre {found[0].name} et {asked['other']} ?" if others else None


_RULES: tuple[Callable[[str, Focus], str | None], ...] = (
    _of_the_trade,
    _pay_meanwhile,
    _cost_on_average,
    _of_another_promotion,
)
