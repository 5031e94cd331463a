"""Whether a message asks who the people of a promotion or a body were: « les noms des EIG de la promo 5 »."""

from __future__ import annotations

import re
from dataclasses import replace

from actions.question import CLEAR, Question
from actions.words_apart import elisions_apart
from knowledge.text import fold

_NARROWER = frozenset("challenge unknown_challenge unknown_administration person town theme".split())
_PEOPLE = (
    r"(?:eig|laureat\w*|membres?|participant\w*|entrepreneur\w*|designers?|gens|personnes|recrues|coachs?"
    r"|mentors?|porteurs|fellows?|members|people|winners|hires|coaches|sponsors)\b"
)
_RECRUITED = r"(?:eigs?|laureat\w*|entrepreneur\w*|fellows?|mentors?|porteurs?)\b"
"""Those of a body: its other people are not of the programme."""


def _who(people: str) -> tuple[re.Pattern[str], ...]:
    """What asks who ``people`` are, a pattern of those asked for."""
    patterns = (
        rf"\b(?:noms?|prenoms?|listes?|names?|list) (?:complete? )?"
        rf"(?:(?:de|des|d|du|la|les|l|of|the|all|tous|toutes) ?)*{people}",
        rf"\b(?:qui|ki) (?:sont|etaient|etait|a ete|ont ete|c ?est|ct|etai) ?(?:les |tous les )?{people}",
        rf"\bwho (?:are|were|was) (?:the |all the |an? )?{people}",
        rf"\b(?:quels?|which) {people} (?:sont|etaient|ont|travaill\w*|worked|were)\b",
        rf"\b{people}.{{0,30}}?\b(?:c ?etait|c ?est|ct|cetait) (?:qui|ki)\b",
        rf"\b(?:c ?etait|c ?est|ct|cetait) (?:qui|ki) (?:les |ces )?{people}",
    )
    return tuple(re.compile(pattern) for pattern in patterns)


_WHO_OF_A_BODY = _who(_RECRUITED)
_WHO = (
    *_who(_PEOPLE),
    re.compile(
        r"\bqui (?:faisait partie|composait|a fait partie|etait dans|est dans|y avait dans|ya eu dans)\b"
    ),
    re.compile(r"\bwho was (?:in|part of)\b"),
)
_NOT_THEY = re.compile(
    r"\b(?:jury|jures?|candidat\w*|applicants?|recale\w*|refus\w*|reject\w*|attente|ministre\w*|invite\w*"
    r"|combien|how many)\b"
)
"""Others than those recruited, and counts of them."""


_COUNTS = re.compile(r"\b(?:combien|cb|nombre|nb|how many|quel\w* (?:part|defis?|projets?)|\d+ ou \d+)\b")
_WHO_WERE_THEY = re.compile(
    r"\W*(?:(?:et|ok|alors|and|mais) )*(?:(?:c ?etait|c ?est|ct|cetait) (?:qui|ki)"
    r"|qui (?:sont|etaient|ca|c ?etait)(?:[ -]ils)?|who (?:were|are) they)\W*"
)
_OF_MY_PROMOTION = re.compile(
    r"\b(?:qui|ki|who)\b.{0,24}\b(?:dans|de|in|from) (?:ma|notre|my|our) (?:promo\w*|cohort|batch)"
    r"|\b(?:who else|qui d autres?)\b.{0,24}\b(?:promo\w*|cohort|batch)\b"
)
"""« qui d'autre était dans ma promo ? »: of the one spoken of."""
_MENTORS = re.compile(r"\bmentor\w*|\bporteu\w*|\btut(?:eur|rice)s?\b|\bsponsors?\b")
_NAMES = re.compile(
    r"\b(?:noms?|prenoms?|names?) (?:et (?:pre)?noms? )?(?:des?|du|of) (?:the )?"
    r"(?!defis?\b|projets?\b|challenges?\b|projects?\b|administrations?\b)\w+"
)
_OF_A_TRADE = frozenset(
    {"eig", "eigs", "profil", "profils", "noms", "nom", "etaient", "names", "liste", "list"}
)
"""Words beside a trade and a promotion, of a message that asks for no more than the people."""
_SPOKEN_OF = frozenset({"count_eig", "promotion_overview", "promotion_dates", "count_applications"})
"""Intents after whose answers « et c'était qui ? » asks for the people of the promotion spoken of."""


def who_they_were(question: Question) -> Question | None:
    """The question for the people of a body, of a promotion named or spoken of; None where it is another."""
    if question.entities.keys() & _NARROWER:
        return None
    folded = elisions_apart(question.text)
    if question.values("administration"):
        of_a_body = any(one.search(folded) for one in _WHO_OF_A_BODY) and not _NOT_THEY.search(folded)
        return _asked(question) if of_a_body else None
    own, focus = question.values("promotion"), question.focus
    spoken_of = focus.entities.get("promotion", ()) if focus.intent in _SPOKEN_OF else ()
    if _OF_MY_PROMOTION.search(folded):
        return _asked(question.with_entities(promotion=own or focus.entities.get("promotion", ())))
    if question.values("skill") and (own or spoken_of) and not _COUNTS.search(folded):
        only_they = set(question.content_words) <= _OF_A_TRADE or _NAMES.search(folded)
        if only_they and "all" not in own and not _NOT_THEY.search(folded):
            return _asked(question.with_entities(promotion=own or spoken_of))
    if not own and spoken_of and asks_who_they_were(question.text):
        return _asked(question.with_entities(promotion=spoken_of))
    if not own or "all" in own or _NOT_THEY.search(folded):
        return None
    return _asked(question) if any(one.search(folded) for one in _WHO) else None


def asks_for_others(text: str) -> bool:
    """Whether a message is on the jury or the applicants, not on those recruited."""
    return _NOT_THEY.search(fold(text)) is not None


def asks_for_mentors(text: str) -> bool:
    """Whether a message is on those who accompanied the EIGs, not on the EIGs."""
    return _MENTORS.search(fold(text)) is not None


def asks_who_they_were(text: str) -> bool:
    """« qui c'était ? », of those just told of."""
    return _WHO_WERE_THEY.fullmatch(elisions_apart(text)) is not None


def asks_for_ones_own_promotion(text: str) -> bool:
    """Whether a message asks who was in the promotion of the person who writes."""
    return _OF_MY_PROMOTION.search(elisions_apart(text)) is not None


def _asked(question: Question) -> Question:
    return replace(question.with_intent("person_lookup", CLEAR), ruled=True)
