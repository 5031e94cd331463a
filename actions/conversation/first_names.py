"""« et hugo ? », « il s'appelle Matthieu »: by a first name, one of the people of what was spoken of."""

from __future__ import annotations

import re
from dataclasses import replace

from rapidfuzz.distance import Indel

from actions.conversation.focus import Focus
from actions.desk import Desk
from actions.programme.challenge_intents import CHALLENGE_INTENTS
from actions.question import SUBJECT_KINDS, SURE, Question
from knowledge.challenges import ChallengeFilter, find_challenges, people_of
from knowledge.text import STOP_WORDS, fold, words

_CALLED = re.compile(
    r"\b(?:il|elle|he|she)\W+(?:s ?['’]? ?appel(?:le|ait)|is called|was called)\W+(?P<he>[a-z-]{3,})\W*$"
    r"|\b(?:son (?:pre)?nom|(?:his|her) (?:first )?name)\W+(?:c ?['’]? ?est|est|etait|is|was)\W+"
    r"(?P<his>[a-z-]{3,})\W*$"
)
_ALIKE = 0.85
"""Similarity from which « Matthieu » may be written for « Mathieu »."""
_MOST_WORDS = 9
_OF_SOMEONE = CHALLENGE_INTENTS | {"person_lookup", "nlu_fallback", "follow_up", "out_of_scope"}


def called_by_first_name(text: str, focus: Focus, desk: Desk) -> tuple[str, ...]:
    """The people of what was spoken of whom a message calls by their first name."""
    folded, said = fold(text), set(words(text)) - STOP_WORDS
    if len(words(text)) > _MOST_WORDS:
        return ()
    called = _CALLED.search(folded)
    name = (called["he"] or called["his"]) if called else ""
    return tuple(
        person
        for person in _people_spoken_of(focus, desk)
        if (first := fold(person.split()[0])) in said
        or (name and Indel.normalized_similarity(first, name) >= _ALIKE)
    )


def of_a_first_name(question: Question, desk: Desk) -> Question:
    """The question on the one person of what was spoken of who is called so; as it is where nobody is."""
    in_full = any(" " in question.text[start:end] for start, end, kind in question.spans if kind == "person")
    if question.subjects - {"person"} or in_full:  # « mathieu » is someone else's last name as well
        return question
    called = _CALLED.search(fold(question.text)) is not None
    found = called_by_first_name(question.text, question.focus, desk)
    if len(found) != 1 or not (called or question.intent in _OF_SOMEONE or question.confidence < SURE):
        return question
    asked = question.with_intent("person_lookup", 1.0).with_entities(person=found)
    return replace(asked, ruled=True, unfamiliar=())


def _people_spoken_of(focus: Focus, desk: Desk) -> list[str]:
    """Everyone named with the challenges spoken of or listed, or with those of the body spoken of."""
    hosts = focus.entities.get("administration", ())
    others = focus.entities.keys() & set(SUBJECT_KINDS) - {"administration", "challenge", "year", "promotion"}
    of_hosts = (
        find_challenges(desk.base, ChallengeFilter(administrations=hosts)) if hosts and not others else []
    )
    known = [*focus.challenge, *focus.listed, *focus.talked[:1], *(one.id for one in of_hosts)]
    return list(dict.fromkeys(p.person for one in dict.fromkeys(known) for p in people_of(desk.base, one)))
