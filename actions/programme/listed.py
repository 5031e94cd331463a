"""« lequel est le plus récent ? », « qui étaient les mentors ? » after several challenges were listed."""

from __future__ import annotations

import re
from dataclasses import replace

from actions.desk import Desk
from actions.programme.challenge_intents import asked_of_challenge
from actions.programme.people_asked import asks_for_mentors, asks_who_they_were
from actions.question import Question
from knowledge.challenges import challenges_by_id
from knowledge.text import fold

_PLACED = frozenset(("administration", "town", "promotion", "year"))
"""Kinds of what tells some people from others."""
_MOST_TOLD_OF = 6
"""Challenges of which the people are told one after the other."""
_WHICH = r"(?:lesquels?|lequel|laquelle|celui|ceux|qui|quel|which|what)\b"
_LATEST = re.compile(
    rf"\b{_WHICH}.{{0,24}}\b(?:plus (?:recents?|nouveaux?)|derniers? en date|latest|newest|most recent)\b"
)
_PLURAL = re.compile(r"\b(?:mentors|porteurs|leurs?|les (?:a|ont)|ils|elles|equipes|teams|their|them)\b")
"""« qui l'a fait ? » is of the first of few."""
_WHO_THERE = re.compile(r"\b(?:qui|ki)(?: est-ce qui)? y (?:a )?(?:travaill|boss|etai|particip)\w*")
"""« qui y travaillait ? » after the challenges of a body is of them all."""
_ONE_OF_THEM = re.compile(
    r"\W*(?:(?:et|ok|and)\W+)*(?:l[ae]s?quel(?:le)?s?|qui|ki|which(?: ones?| of them)?|who)\b"
)
"""« lequel travaille au ministère de la Justice ? » after people were named."""
_OLDEST = re.compile(
    rf"\b{_WHICH}.{{0,24}}\b(?:plus (?:anciens?|vieux)|premiers? en date|oldest|earliest|very first)\b"
)


def of_those_listed(question: Question, desk: Desk) -> Question | None:
    """The question of those just listed that it means, or of all of them; None where it means none."""
    found = challenges_by_id(desk.base, question.focus.listed)
    if len(found) < 2 or "challenge" in question.focus.entities:
        return None
    folded = fold(question.text)
    if question.focus.intent == "person_lookup" and _ONE_OF_THEM.match(folded):
        return _of_those_named(question)
    of_a_trade = question.subjects == {"skill"} and asked_of_challenge(folded) == "challenge_people"
    if of_a_trade and question.focus.entities.keys() & _PLACED:
        return _of_those_named(question)
    if question.subjects and not of_a_trade:
        return None
    oldest = _OLDEST.search(folded) is not None
    if oldest or _LATEST.search(folded):
        years = {one.id: one.year for one in desk.promotions}
        wanted = (min if oldest else max)(years.get(one.promotion, 0) for one in found)
        meant = {one.promotion: None for one in found if years.get(one.promotion, 0) == wanted}
        asked = question.with_intent("list_challenges", 1.0)
        kept = {**question.focus.entities, "promotion": tuple(meant)}
        return replace(asked, entities=kept, inherited=frozenset(kept), ruled=True, spans=(), unfamiliar=())
    people = question.intent == "challenge_people" or asks_for_mentors(question.text)
    people = people and _PLURAL.search(folded) is not None or _WHO_THERE.search(folded) is not None
    people = people or of_a_trade or asks_who_they_were(question.text)
    if not people or len(found) > _MOST_TOLD_OF:
        return None
    asked = question.with_intent("challenge_people", 1.0)
    of_all = {"challenge": tuple(one.id for one in found)}
    return replace(asked, entities=of_all, inherited=frozenset(of_all), ruled=True)


def _of_those_named(question: Question) -> Question | None:
    """The question for those of the people just named who were where it says."""
    own = question.subjects
    if not own or not own <= _PLACED | {"skill"}:
        return None
    kept = {kind: values for kind, values in question.focus.entities.items() if kind not in own}
    asked = question.with_intent("person_lookup", 1.0)
    return replace(asked, entities={**kept, **question.entities}, inherited=frozenset(kept), ruled=True)
