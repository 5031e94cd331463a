"""The people of whom the last answer told: their names, challenges and number, what else one of them did."""

from __future__ import annotations

import re
from dataclasses import replace

from actions.conversation.first_names import of_a_first_name
from actions.conversation.what_one_did import of_a_trade_there
from actions.desk import Desk
from actions.programme.challenge_intents import asked_of_challenge
from actions.programme.counting import asks_for_their_number
from actions.programme.criteria import LIST_INTENTS
from actions.programme.people_asked import asks_for_mentors, asks_for_others
from actions.programme.places import asks_for_one_of_them
from actions.question import CLEAR, Question, asks_how_many
from knowledge.challenges import ChallengeFilter, find_challenges, people_of
from knowledge.references import find_references
from knowledge.text import fold

_WHO = r"\b(?:qui|ki|quel(?:le)?s? (?:(?:sont|etaient) les )?(?:eigs?|personnes?|gens|entrepreneurs))\b"
_WHO_THERE = re.compile(
    rf"{_WHO}.{{0,24}}\b(?:y|la[- ]bas|dessus) ?(?:travaill|boss|etai[te]|(?:a|ont) (?:travaill|boss|ete)"
    r"|(?:est|sont) (?:alle|parti|passe|venu))"
    rf"|{_WHO}.{{0,32}}\b(?:travaill|boss|envoy|particip|etai|sont)\w* (?:la[- ]bas|dessus|la[- ]dedans)\b"
    rf"|{_WHO} s ?['’]? ?en (?:est|sont) (?:occup|charg)\w*"
    r"|\bwho\b.{0,16}\b(?:there|on it)\b"
)
"""« qui est parti y travailler ? » after a challenge."""
ANOTHER_THING = re.compile(r"\b(?:autres? choses?|something else|anything else)\b")
_ANOTHER_ONE = re.compile(
    r"\b(?:il|elle|he|she)\b.{0,30}"
    r"\b(?:(?:un |d |d')?autres? (?:defi|projet|promo)\w*|(?:another|other) (?:challenge|project)s?"
    rf"|{ANOTHER_THING.pattern})"
)
"""« il a fait un autre défi ? » after who did a challenge."""
_THERE_WAS = r"(?:(?:il )?y ?(?:a|avait|a eu|en a eu)\W+)?"
_SOMEONE_ELSE = r"(?:qui|ki) d ?['’]? ?autres?"
_WITH_WHOM = re.compile(
    rf"\W*(?:(?:et|ok|and)\W+)*{_THERE_WAS}"
    rf"(?:avec (?:qui|ki)|with whom?|who with|{_SOMEONE_ELSE}|who else)"
    r"(?: (?:d ?['’]? ?autre|else|dessus|on it|was on it|alors|du coup|then)){0,2}\W*"
)
"""« avec qui ? » after a person: the others of the challenge, of whom « lui » may be said next."""
_WHO_ELSE = re.compile(
    rf"\W*(?:(?:et|ok|and|mais)\W+)*{_THERE_WAS}{_SOMEONE_ELSE}"
    r" (?:dessus|la[- ]dessus|dedans)(?: (?:alors|du coup))?\W*"
)
"""« y a eu qui d'autre dessus ? » after a challenge."""
_THEIR_NAMES = re.compile(
    r"\b(?:comment|comen|cmt)\b.{0,12}\bs ?['’]? ?appel\w+\W+(?:ils|elles)\b"
    r"|\b(?:ils|elles) s ?['’]? ?appel\w+ comment\b|\bleurs? (?:pre)?noms?\b|\btheir names?\b"
    r"|\bwhat (?:are|were) they called\b|\bwho (?:are|were) they\b"
    r"|^\W*(?:et |and )?(?:(?:qui|ki|who) (?:par exemple|ca|for (?:example|instance))"
    r"|(?:par exemple|for (?:example|instance))\W+(?:qui|ki|who))\W*$"
    r"|\b(?:ils|elles) (?:sont|etaient) (?:qui|ki)\b"
    r"|\b(?:qui|ki) (?:sont|etaient)\W+(?:ils|elles)\b|\b(?:c ?['’]? ?etait|c ?['’]? ?est) qui\W*$"
)
_THEIR_CHALLENGES = re.compile(
    r"\b(?:dans|sur|a) quels? (?:defis?|projets?)\b.{0,24}\b(?:ils|elles)\b"
    r"|\b(?:ils|elles)\b.{0,24}\b(?:dans|sur|a) quels? (?:defis?|projets?)\b"
    r"|\bquels? (?:etaient|sont) leurs? (?:defis?|projets?)\b|^\W*(?:et |ok )?leurs? (?:defis?|projets?)\W*$"
    r"|\b(?:what|which) (?:challenges?|projects?)\b.{0,24}\bthey\b"
    r"|^\W*(?:and )?their (?:challenges?|projects?)\W*$"
)
_NOT_NAMED_SO = re.compile(r"\b(?:femmes?|hommes?|filles?|garcons?|mecs?|wom[ae]n|m[ae]n|girls?|boys?)\b")
"""Of whom the base knows the number, not which names are theirs."""
_WHO_WERE = {
    ("fr", "eigs"): "Qui étaient les EIG ?",
    ("fr", "mentors"): "Qui étaient les mentors ?",
    ("en", "eigs"): "Who were the EIGs?",
    ("en", "mentors"): "Who were the mentors?",
}
_THIS_JOB = re.compile(
    r"\b(?:ce(?:tte)?|this|that) (?:metier|poste|profil|profession|fonction|job|role|profile|position)\b"
)
_OF_PEOPLE = frozenset("count_eig profiles_sought person_lookup promotion_overview jury".split())
"""Intents whose answers tell of people with a trade or of a promotion."""


def of_those_people(question: Question, desk: Desk) -> Question:
    """The question about the people of whom the last answer told, where it points to them."""
    named = of_a_trade_there(of_a_first_name(question, desk))
    if named is not question:
        return named
    of_one = _of_a_challenge(question, desk)
    return of_one if of_one is not question or question.subjects else _named_before(question, desk)


def of_those_with_a_job(question: Question) -> Question:
    """« y en a-t-il eu dans la promotion 7 ? », « combien ont ce métier ? » after a question on what
    technical directors do.
    """
    job = question.focus.entities.get("skill", ())
    if job and not question.subjects - {"promotion"} and _THIS_JOB.search(fold(question.text)):
        counts = asks_how_many(question)
        asked = question.with_intent("count_eig" if counts else question.intent, 1.0 if counts else CLEAR)
        return replace(asked.with_entities(skill=job), inherited=frozenset({"skill"}), ruled=counts)
    if not job or question.subjects != {"promotion"} or not asks_for_one_of_them(question.text):
        return question
    if question.focus.intent in LIST_INTENTS:
        return question
    return replace(question.with_intent("person_lookup", 1.0).with_entities(skill=job), ruled=True)


def _named_before(question: Question, desk: Desk) -> Question:
    """« comment s'appellent-ils ? », « combien ? » after a count or a statement on some people."""
    focus, folded = question.focus, fold(question.text)
    if focus.status != "answered" or focus.entities.keys() & {"challenge", "person"} or focus.on_a_report:
        return question
    who = bool(_THEIR_NAMES.search(folded) or _THEIR_CHALLENGES.search(folded))
    who = who and not asks_for_others(question.text)  # « le président du jury, c'était qui ? »
    skill = focus.entities.get("skill", ())
    if focus.intent in LIST_INTENTS or _NOT_NAMED_SO.search(fold(focus.text)):
        return question
    if not who and not (skill and asks_for_their_number(question.text)):
        return question
    promotions = _promotions(question, desk)
    if not promotions:
        return question
    about = {"promotion": promotions, **({"skill": skill} if skill else {})}
    asked = question.with_intent("person_lookup" if who else "count_eig", 1.0).with_entities(**about)
    role = "mentors" if asks_for_mentors(focus.text) else "eigs"
    text = _WHO_WERE[question.lang, role] if who else question.text
    return replace(asked, text=text, spans=(), inherited=frozenset(about), ruled=True, unfamiliar=())


def _promotions(question: Question, desk: Desk) -> tuple[str, ...]:
    """Those spoken of, else those that the first row of the answer names: with a trade, where it is found."""
    spoken_of = [one for one in question.focus.entities.get("promotion", ()) if desk.promotion(one)]
    if spoken_of:
        return tuple(spoken_of)
    skill = question.focus.entities.get("skill", ())
    if not skill:
        return _named_in_the_first_row(question, desk) if question.focus.intent in _OF_PEOPLE else ()
    there = {one.promotion for one in find_challenges(desk.base, ChallengeFilter(skills=skill))}
    named = _named_in_the_first_row(question, desk)
    return tuple(one for one in named if one in there) or tuple(
        one.id for one in desk.promotions if one.id in there
    )


def _named_in_the_first_row(question: Question, desk: Desk) -> tuple[str, ...]:
    entry = next((row.removeprefix("faq:") for row in question.focus.rows[:1] if row.startswith("faq:")), "")
    told = desk.faq([entry])[0].answer_fr if entry else ""
    named = dict.fromkeys(one.value for one in find_references(told) if one.kind == "promotion")
    return tuple(one for one in named if desk.promotion(one))


def _of_a_challenge(question: Question, desk: Desk) -> Question:
    """Who worked on the challenge spoken of, or what else one of its EIGs did."""
    spoken_of = question.focus.challenge
    if len(spoken_of) != 1 or question.entities.keys() & {"challenge", "promotion", "town", "person"}:
        return question
    folded = fold(question.text)
    known = question.focus.entities.get("person", ())
    if question.focus.intent == "person_lookup" and len(known) == 1 and _WITH_WHOM.fullmatch(folded):
        asked = question.with_intent("challenge_people", 1.0).with_entities(challenge=spoken_of, person=known)
        return replace(asked, inherited=frozenset({"challenge", "person"}), ruled=True)
    if _WHO_THERE.search(folded) or _WHO_ELSE.fullmatch(folded):
        asked = question.with_intent("challenge_people", 1.0).with_entities(challenge=spoken_of)
        return replace(asked, ruled=True)
    one = question.focus.entities.get("challenge") == spoken_of
    if one and question.subjects == {"skill"} and asked_of_challenge(folded) == "challenge_people":
        told = {"challenge": spoken_of}  # all its people, with their jobs: « et qui était le designer ? »
        asked = question.with_intent("challenge_people", 1.0)
        return replace(asked, entities=told, inherited=frozenset(told), ruled=True)
    if question.focus.intent == "challenge_people" and _ANOTHER_ONE.search(folded):
        eigs = [one.person for one in people_of(desk.base, spoken_of[0]) if one.role == "eig"]
        others = [one for one in eigs if one not in known]
        if len(others) == 1:
            asked = question.with_intent("person_lookup", 1.0).with_entities(person=(others[0],))
            return replace(asked, ruled=True)
    return question
