"""What a message means by what was spoken of: the promotion beside, that of a challenge, another count."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace

from actions.conversation.again import with_number_in_digits
from actions.conversation.now import of_the_past
from actions.conversation.sprints import of_its_call
from actions.conversation.those_people import of_those_people, of_those_with_a_job
from actions.conversation.what_one_did import what_one_did
from actions.desk import Desk
from actions.private import asks_private
from actions.programme.challenge_intents import CHALLENGE_INTENTS, THEY_WERE_HOW_MANY, asks_where_it_is
from actions.programme.counting import (
    BY_EACH,
    COUNTS_OF_A_NOUN,
    asks_for_their_number,
    counted_by,
    counted_intents,
    only_counts,
    says_in_all,
)
from actions.programme.criteria import CRITERIA, LIST_INTENTS
from actions.programme.listed import of_those_listed
from actions.programme.other_challenges import other_challenges
from actions.programme.places import asks_for_one_of_them, in_its_place
from actions.question import CLEAR, SUBJECT_KINDS, Question
from knowledge.challenges import challenges_by_id
from knowledge.text import fold

_ONE = r"(?:one|year|promotion|cohort|batch|class|intake)"
_NEXT = re.compile(
    r"\b(?:la|celle|promo|promotion) (?:suivante|d ?'? ?apres|qui (?:suit|a suivi))\b"
    r"|\bl ?'? ?(?:annee|an) (?:suivante?|d ?'? ?apres)\b"
    rf"|\b(?:next|following) {_ONE}\b|\bthe {_ONE} after\b"
)
_PREVIOUS = re.compile(
    r"\b(?:la|celle|promo|promotion) (?:precedente|d ?'? ?avant)\b"
    r"|\bl ?'? ?(?:annee|an) (?:precedente?|d ?'? ?avant)\b"
    rf"|\bprevious {_ONE}\b|\bthe {_ONE} before\b"
)
"""« et celle d'avant ? » in a talk on one promotion."""
_BESIDE = re.compile(
    r"\b(?:celle|promo|promotion|cohort|one) (?:d )?(?P<where>apres|avant|after|before) "
    r"(?:la |le |the )?(?:promo(?:tion)? |cohort )?(?P<number>[1-9])\b"
)
"""« la promo après la 4 »."""
_THE_LAST = re.compile(r"\W*(?:et|ok|and) (?:la|celle|the) (?:toute )?(?:derniere|last|latest)(?: one)?\W*")
_THE_COMING = re.compile(r"\W*(?:et|ok) (?:pour )?(?:la )?prochaine\W*(?:c'?est quand\W*)?")
"""« et la prochaine ? » after the dates of a promotion."""
_ITS_PROMOTION = re.compile(
    r"\b(?:la|cette|sa|leur|ma|notre|meme|this|that|the|their|my|our|same) (?:promo|promotion|cohort|batch)\b"
    r"|\b(?:cette|ct) annee[- ]la\b|\bthat year\b"
)
_FROM_A_YEAR = re.compile(r"\b(?:depuis|a partir de|since|from) (?:l ?['’]? ?annee )?(?P<year>20\d\d)\b")
"""« depuis 2017 » is all that began since, not the promotion of that year."""
_AND_OF = re.compile(
    r"\W*(?:et|and) (?:(?:de |des |d'|les |combien de |how many )|(?:ca|cela|it) (?:fait|faisait|made) "
    r"(?:combien de |how many ))?(?P<thing>[a-z]+)(?:\W+(?:combien|cb|how many))?\W*"
)

_HOW_MANY_NOUN = re.compile(r"\b(?:combien|nombre) (d(?:e |es |['’]))[a-z]+")
_ENDED = re.compile(
    r"\b(?:quand|kan|quelle date|when)\b.{0,24}\b(?:termin|fini|acheve|end)\w*"
    r"|\b(?:dates?|jour) de (?:fin|cloture)\b|\b(?:end|closing) date\b"
    r"|^\W*(?:et|and) (?:fini\w*|termine\w*|ended|finished)\W*$"
)
_OF_THEIRS = re.compile(
    r"\b(?:etai\w+|gagnai\w+|touchai\w+|a l'epoque|were|was|did|back then|ils|elles|eux|they|them)\b"
)
WHERE_OR_WHEN = frozenset({"challenge_town", "challenge_promotion", "promotion_dates", "work_location"})
"""Intents of a place or a time that may be those of the challenge spoken of."""
_DATES = re.compile(r"\b(?:dates?|quand|debut\w*|fin|when|start\w*|end\w*)\b")
_THE_OFFICE = re.compile(
    r"\W*(?:(?:ok|et|bon|alors|du coup|and|so)\W+)*(?:(?:ou|where) (?:est|sont|is|are)\W+)?"
    r"(?:l[ae]s?|vos|votre|son|the|your|their) (?:bureaux?|locaux|offices?)\b\W*"
    r"(?:(?:il |ils |ca |c ?['’]? ?)?(?:est |sont |se trouvent? )?(?:ou|where)?)?\W*"
)
"""« ok et le bureau c ou »."""
_WHERE_DO_THEY_WORK = {"fr": "Où travaillent les EIG ?", "en": "Where do the EIGs work?"}


def meant_by_what_was_said(question: Question, desk: Desk) -> Question:
    """The question with what the conversation leaves unsaid in it."""
    others = other_challenges(question, desk) or of_those_listed(question, desk) or what_one_did(question)
    if others is not None:
        return others
    of_the_call = of_its_call(question)
    if of_the_call is not None:
        return of_the_call
    question = with_number_in_digits(question, desk)
    question = of_those_with_a_job(_where_one_works(_of_each(question, desk)))
    question = of_the_past(_one_there(_its_end(_their_pay(in_its_place(question), desk))), desk)
    return of_those_people(_another_count(_of_its_promotion(beside_the_last(question), desk)), desk)


def _of_each(question: Question, desk: Desk) -> Question:
    """« par promotion », « depuis 2017 »: the question on every promotion, whichever was spoken of."""
    folded = fold(question.text)
    each, since = BY_EACH.search(folded), _FROM_A_YEAR.search(folded)
    if question.values("promotion") or not (each or since and counted_intents(question)):
        return question
    first = int(since["year"]) if since else 0
    begun = tuple(one.id for one in desk.promotions if one.year >= first)
    kept = {k: v for k, v in question.entities.items() if k not in ("year", "named_year")}
    wanted = begun if begun and len(begun) < len(desk.promotions) else ("all",)
    return replace(question, entities={**kept, "promotion": wanted})


def beside_the_last(question: Question) -> Question:
    """The question about the promotion after or before the one named or spoken of, where it says so."""
    named, beside = question.values("promotion"), _BESIDE.search(fold(question.text))
    if beside and named == (beside["number"],):
        return _promotion(
            question, int(beside["number"]) + (1 if beside["where"] in ("apres", "after") else -1)
        )
    spoken_of = question.focus.entities.get("promotion", ())
    if len(spoken_of) != 1 or not spoken_of[0].isdigit() or question.values("year"):
        return question
    folded = fold(question.text)
    if _THE_COMING.fullmatch(folded):
        return replace(question.with_intent("next_call", 1.0), ruled=True)
    if _THE_LAST.fullmatch(folded):
        return question.with_entities(promotion=("last",))
    step = bool(_NEXT.search(folded)) - bool(_PREVIOUS.search(folded))
    return _promotion(question, int(spoken_of[0]) + step) if step else question


def _promotion(question: Question, number: int) -> Question:
    return question.with_entities(promotion=(str(number),)) if number > 0 else question


def speaks_of_its_promotion(text: str) -> bool:
    """Whether a message is about the promotion of what was spoken of, not about one challenge."""
    return _ITS_PROMOTION.search(fold(text)) is not None


def _of_its_promotion(question: Question, desk: Desk) -> Question:
    """« la promo comptait combien de personnes ? » after a challenge is that of the challenge."""
    spoken_of = question.focus.challenge
    named = question.entities.keys() & {"year", "named_year", "challenge"}
    if named or question.values("promotion") not in ((), ("all",)):
        return question
    if not speaks_of_its_promotion(question.text):
        return question
    before = question.focus.entities.get("promotion", ())
    if before and question.focus.intent not in CHALLENGE_INTENTS:  # « en tout » is all of that one
        return question.with_entities(promotion=before) if question.values("promotion") else question
    if len(spoken_of) != 1:
        return question
    found = challenges_by_id(desk.base, spoken_of)
    return question.with_entities(promotion=(found[0].promotion,)) if found else question


def of_another_thing(question: Question) -> Question:
    """« le bootcamp de la promo 3, c'était où ? » is not about the challenge spoken of, nor are its dates."""
    named = question.subjects
    of_a_challenge = question.intent in CHALLENGE_INTENTS or bool(question.focus.challenge)
    if (
        question.intent not in WHERE_OR_WHEN
        or not of_a_challenge
        or named & {"challenge", "unknown_challenge"}
    ):
        return question
    in_promotion = question.intent in CHALLENGE_INTENTS and "promotion" in named
    if not in_promotion and (named or not names_another_thing(question.text, question.unfamiliar)):
        return question
    dates = "promotion" in named and _DATES.search(fold(question.text))
    return question.with_intent("promotion_dates" if dates else "nlu_fallback")


def names_another_thing(text: str, unfamiliar: Collection[str]) -> bool:
    """Whether a question of the place or the time has a thing of its own, as « le bootcamp »: one of the
    words that such questions about a challenge do not use.
    """
    return any(
        re.search(rf"\b(?:l[ae]s?|l ?['’]|the) ?{re.escape(word)}\b", fold(text)) for word in unfamiliar
    )


def _where_one_works(question: Question) -> Question:
    """« c'est où ? » after a question on the programme that named nothing in particular."""
    focus = question.focus
    office = not question.subjects and _THE_OFFICE.fullmatch(fold(question.text))
    if office and not focus.on_a_report and focus.intent not in CHALLENGE_INTENTS:
        asked = replace(question.with_intent("work_location", 1.0), ruled=True)
        return replace(asked, text=_WHERE_DO_THEY_WORK[question.lang], spans=())
    on_the_programme = focus.status == "answered" and focus.intent is not None and not focus.on_a_report
    if (
        not on_the_programme
        or focus.intent in CHALLENGE_INTENTS
        or focus.entities.keys() & set(SUBJECT_KINDS)
    ):
        return question
    if not asks_where_it_is(fold(question.text)):
        return question
    asked = replace(question.with_intent("work_location", 1.0), ruled=True)
    return replace(asked, text=_WHERE_DO_THEY_WORK[question.lang], spans=())


def _their_pay(question: Question, desk: Desk) -> Question:
    """« ils étaient payés combien ? » after a challenge asks what its promotion was paid."""
    spoken_of = challenges_by_id(desk.base, question.focus.entities.get("challenge", ()))
    if question.intent != "pay" or len(spoken_of) != 1 or question.subjects or asks_private(question):
        return question
    if not (question.points_back and _OF_THEIRS.search(fold(question.text))):
        return question
    return question.with_entities(promotion=(spoken_of[0].promotion,))


def _its_end(question: Question) -> Question:
    """« ça s'est terminé quand ? » after a promotion is no question on the programme's state."""
    spoken_of = question.focus.entities.get("promotion", ())
    own = question.subjects
    of_it = question.points_back or speaks_of_its_promotion(question.text)
    if not spoken_of or own or not of_it or not _ENDED.search(fold(question.text)):
        return question
    asked = question.with_intent("promotion_dates", max(question.confidence, CLEAR))
    return replace(asked.with_entities(promotion=spoken_of), ruled=True)


def _one_there(question: Question) -> Question:
    """« il y en avait un à Lyon ? » after a promotion asks which of its challenges was there."""
    town, spoken_of = question.values("town"), question.focus.entities.get("promotion", ())
    if not town or question.subjects - {"town", "promotion"} or not asks_for_one_of_them(question.text):
        return question
    of_it = question.with_entities(promotion=question.values("promotion") or spoken_of)
    return replace(of_it.with_intent("list_challenges", 1.0), ruled=True)


def _another_count(question: Question) -> Question:
    """« et de défis ? » after a number of people."""
    folded = fold(question.text)
    asked = _AND_OF.fullmatch(folded)
    intent = counted_by(asked["thing"]) if asked else None
    if THEY_WERE_HOW_MANY.search(folded) and only_counts(question) and not question.focus.challenge:
        intent = "count_eig"
    of_its_people = question.focus.intent == "person_lookup" and "promotion" in question.focus.entities
    if question.focus.intent == "promotion_overview" and asks_for_their_number(question.text):
        intent = "count_eig"
    elif intent and not of_its_people and question.focus.intent not in COUNTS_OF_A_NOUN:
        return question
    dated = question.subjects & {"year", "named_year"}  # « combien étaient-ils en 2019 »
    promotion = question.values("promotion") or (
        () if dated else question.focus.entities.get("promotion", ())
    )
    if intent is None and question.focus.intent in LIST_INTENTS and asks_for_their_number(question.text):
        listed = {k: v for k, v in question.focus.entities.items() if k in CRITERIA | {"promotion"}}
        listed = {} if len(listed) == 1 and says_in_all(question.text) else listed
        of_those = question.with_intent("count_challenges", 1.0).with_entities(**listed)
        return replace(of_those, inherited=frozenset(listed), ruled=True)
    if intent is None:
        return _of_another_noun(question, asked["thing"]) if asked else question
    of_it = question.with_entities(promotion=promotion) if promotion else question
    return replace(of_it.with_intent(intent, 1.0), ruled=True)


def _of_another_noun(question: Question, noun: str) -> Question:
    """« et de mentors ? » after « combien d'EIG ont répondu ? », which an entry told."""
    last = question.focus.text
    counted = _HOW_MANY_NOUN.search(fold(last))
    if counted is None or len(fold(last)) != len(last) or question.subjects:
        return question
    text = f"{last[: counted.start(1)]}de {noun}{last[counted.end() :]}"
    return replace(question.with_intent("nlu_fallback", CLEAR), text=text, spans=(), unfamiliar=())
