"""A short message that asks the last question of another promotion, in full: « et celui de la promo 6 ? »
after the demo day of promotion 4, « et avant ? » after the challenges of promotion 7.
"""

from __future__ import annotations

import re

from actions.conversation.focus import Focus
from actions.conversation.of_its_challenge import LEAD
from actions.desk import Desk
from actions.programme.criteria import LIST_INTENTS
from knowledge.challenges import labels
from knowledge.references import find_references
from knowledge.text import fold

_PROMOTION = r"(?:la )?(?:promo(?:tion)? )?(?P<number>[1-7])(?:e|eme|ere|re)?(?: promo(?:tion)?)?"
_THAT_OF = re.compile(rf"{LEAD}(?:celui|celle|ceux|celles) (?:de|d[eu]s?|a|pour|dans) {_PROMOTION}\W*")
_OF = re.compile(rf"{LEAD}(?:(?:de|a|pour|dans|en) )?{_PROMOTION}\W*")
_OTHERS = re.compile(rf"{LEAD}(?P<when>avant|auparavant|apres|ensuite|depuis)\W*")
_IN_ALL = re.compile(
    rf"{LEAD}(?:(?:combien|cb) (?:ca|cela) fait|(?:ca|cela) (?:en )?fait (?:combien|cb)|combien)"
    r" (?:en tout|au total)\W*"
)
_HOW_MANY_IN = re.compile(
    rf"{LEAD}(?:combien|cb)(?: (?:il )?y en (?:a|avait))? (?:en|dans|a|pour) {_PROMOTION}\W*"
)
OF_A_TRADE = re.compile(
    r"\b(?:designers?|developpeu(?:rs?|ses?)|data (?:scientists?|engineers?)|juristes?|femmes|filles)\b"
)
_ONE_THERE = re.compile(
    rf"{LEAD}(?:(?:il )?y ?(?:a|avait|en a|a eu) )?(?:une?|des|les) (?:digs?|designers?)"
    r" (?P<where>(?:a|en) [^,;?!]{2,25}?)\W*"
)
_ASKS = re.compile(
    rf"{LEAD}(?!.*\b(?:eigs?|differences?)\b)"
    r"(?:pourquoi|pk|qui|quel(?:le)?s?|combien|comment|quand|ou|dans quel\w*)\b[^,;:.]{3,50}"
)


def asked_of_a_promotion(text: str, folded: str, focus: Focus, desk: Desk) -> str | None:
    """The question in full; None where the message asks another thing."""
    of_challenges = _of_challenges(folded, focus, desk) if focus.intent in LIST_INTENTS else None
    same = _same_question(folded, focus) or _how_many_of_them(folded, focus)
    return of_challenges or same or _of_the_designers(text, folded, focus)


def _of_challenges(folded: str, focus: Focus, desk: Desk) -> str | None:
    """« et avant ? », « combien en tout ? » after a list of challenges."""
    in_all, asked = _IN_ALL.fullmatch(folded), _OTHERS.fullmatch(folded)
    if not (in_all or asked):
        return None
    bodies, listed = focus.entities.get("administration", ()), focus.entities.get("promotion", ())
    at = f" : {labels(desk.base, 'administration', 'fr')[bodies[0]]}" if len(bodies) == 1 else ""
    if in_all:
        return f"combien de défis en tout{at} ?" if at else None
    if asked is None or len(listed) != 1 or not listed[0].isdigit():
        return None
    number, last = int(listed[0]), int(desk.promotions[-1].id)
    first, end = (1, number - 1) if asked["when"] in ("avant", "auparavant") else (number + 1, last)
    several = f"les promotions {first} à {end}" if first < end else f"la promotion {first}"
    return f"quels défis dans {several}{at} ?" if 1 <= first <= end else None


def _same_question(folded: str, focus: Focus) -> str | None:
    """The last question with another promotion: always where « celui de » says so, else where no topic took
    it, which would keep it.
    """
    untaken = focus.status in ("not_found", "out_of_scope") or focus.intent == "nlu_fallback"
    asked = _THAT_OF.fullmatch(folded) or (_OF.fullmatch(folded) if untaken else None)
    named = [one for one in find_references(focus.text) if one.kind == "promotion"] if asked else []
    if asked is None or len(named) != 1 or focus.entities.get("challenge"):
        return None
    return with_promotion(focus.text, (named[0].start, named[0].end), asked["number"])


def with_promotion(text: str, span: tuple[int, int], number: str | int) -> str:
    """A question with the promotion of a number in the place of what named one."""
    return f"{text[: span[0]]}promotion {number}{text[span[1] :]}"


def _how_many_of_them(folded: str, focus: Focus) -> str | None:
    """« combien en promo 6 ? » after « vous preniez des designers ? »."""
    asked, who = _HOW_MANY_IN.fullmatch(folded), OF_A_TRADE.search(fold(focus.text))
    return f"combien de {who.group()} en promotion {asked['number']} ?" if asked and who else None


def _of_the_designers(text: str, folded: str, focus: Focus) -> str | None:
    """« qui finançait ? », « un DIG à Lyon ? » in a talk on the designers of 2019, whose promotion has no
    number.
    """
    alone = focus.entities.keys() <= {"promotion", "audience"}
    of_them = alone and focus.entities.get("promotion") == ("dig",)
    one_there = _ONE_THERE.fullmatch(folded) if of_them else None
    if one_there:
        return f"quels défis de la promotion DIG {text[one_there.start('where') : one_there.end('where')]} ?"
    if not of_them or not _ASKS.fullmatch(folded) or find_references(text):
        return None
    return f"{text.rstrip(' ?!.')}, promotion DIG ?"
