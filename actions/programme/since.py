"""What someone named publicly does since, or did before: told where an entry is asked for so, else said to be
unknown.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from actions.answer import Answer, Paragraph
from actions.compose import answered, not_found, told_by
from actions.conversation.person_meant import named_first
from actions.conversation.those_people import ANOTHER_THING
from actions.conversation.what_one_did import asks_for_those_before
from actions.desk import Desk
from actions.programme.challenge_intents import TOLD_BY_ITS_ROW
from actions.programme.told_of_people import ToldOfPerson, told_of_person
from actions.question import Question
from actions.wording import join, say
from knowledge.challenges import challenges_by_id, involvements_of, people_of
from knowledge.faq import FaqEntry
from knowledge.text import fold

_SINCE = re.compile(
    r"\b(?:devenue?s?|deviennent|devient|became|become|happened to|apres|depuis|since|afterwards|next job"
    r"|ensuite)\b"
    r"|\b(?:aujourd'?hui|maintenant|actuellement|desormais|now|today|these days|currently)\b"
)
_BEFORE = re.compile(
    r"\b(?:avant|auparavant|precedemment|ancien(?:ne)?|before|previous(?:ly)?|former|prior to)\b"
)
_DOES = re.compile(
    r"\b(?:fait|fai|faire|boss\w*|travaill\w*|devenue?s?|devien\w*|est(?: \w+)?|job|poste|emploi|doing"
    r"|work\w*|became|become|happened|where|ou)\b"
)
_STILL_THERE = re.compile(
    r"\b(?:il|elle|ils|elles) (?:y )?(?:est|sont|travaill\w+|boss\w+) (?:\w+ )?(?:encore|toujours)\b"
    r"(?! (?:utilis|en |dispo|acti|accessible|ouvert|vivant))"
    r"|\b(?:is|are) (?:he|she|they) still (?:there|working|with|at)\b"
    r"|\b(?:does|do) (?:he|she|they) still work\b|\b(?:he|she|they) still (?:there|works?)\b"
    r"|\b(?:est|sont|travaill\w+|boss\w+)[- ](?:il|elle|ils|elles) (?:encore|toujours)"
    r" (?:la|eigs?|chez|au?x?|dans)\b"
    r"|\b(?:travaill|boss)\w+ (?:encore|toujours)\b|\bstill works?\b"
)
"""« il y est encore ? », of a person; « il est encore utilisé ? » is of a tool."""
_WORKS = re.compile(r"\b(?:boss\w*|travaill\w*|job|poste|emploi|work\w*)\b")
"""What is surely asked of the person, whatever challenge is named."""
_ANOTHER_MISSION = re.compile(r"\b(?:defis?|projets?|challenges?|projects?|promo\w*|cohort)\b")
"""« il a fait un autre défi après ? » asks for what the programme knows of him."""
_SHE = re.compile(r"\b(?:il|elle|he|she)\b")
_THEY = re.compile(r"\b(?:ils?|elles?|eux|they|he|she)\b")
_SEVERAL = re.compile(r"\b(?:ils|elles|eux|they)\b")
"""Of people, not of the one challenge spoken of."""
_AT_THAT_POST = re.compile(
    r"\b(?:il|elle|he|she) (?:est (?:la|en poste|a ce poste|a la tete|direct\w+|chef\w*|arrive\w*)|y est"
    r"|travaill\w+|boss\w+|dirig\w+|occup\w+|has been|is)\b.{0,30}"
    r"\b(?:depuis (?:quand|combien|longtemps)|since when|how long)"
    r"|\b(?:depuis (?:quand|combien de temps)|since when|how long)\b.{0,16}\b(?:il|elle|he|she)\b"
    r".{0,12}\b(?:la|en poste|a ce poste|direct\w+|chef\w*|there|dirig\w+)\b"
)
"""« il est là depuis quand ? » after an answer that names one person."""
_I_MEANT_THEM = re.compile(
    r"\W*(?:(?:non|mais|no|but|pas le projet|pas du projet)\W+)*(?:je (?:te |vous )?(?:parl\w+|demand\w+)"
    r"|je (?:voulais|veux) (?:dire|parler)|i meant?|i was (?:talking|asking))"
    r"\W+(?:(?:de|des|pour|les?|la|ces|the|these|about|deux|trois|two|three|\d)\W+){0,4}"
    r"(?:personnes?|gens|eigs?|gars|filles|entrepreneurs?|people|fellows|guys)\b.{0,24}"
)
"""« je parlais des 2 personnes », of those who worked on the challenge."""
_EARLIER = re.compile(
    r"\b(?:fais\w*|fait|boss\w*|travaill\w*|etait|venait|metier|parcours|job|did|do|work\w*|was)\b.{0,40}"
    r"\b(?:avant|auparavant|before|previously|earlier)\b"
)
_ONCE_THEN_NOW = re.compile(r"\b(?:ancien\w*|former|coachs?|responsable)\b.*\b(?:aujourd'?hui|now)\b")
_ROLES = {"fr": "ancien coach, responsable, équipe du programme", "en": "former coach, head, programme team"}
_LOOKED_AT = 6


def since_then(question: Question, desk: Desk) -> Answer | None:
    """What the base tells of someone since the mission, or before: of the only person named, or of those just
    spoken of.

    None where another thing is asked.
    """
    if asks_for_those_before(question.text) and len(question.values("person")) == 1:
        return _before_that(question.values("person"), question, desk)
    folded = fold(question.text if question.values("person") else question.said)
    if _I_MEANT_THEM.fullmatch(folded):  # « je parlais des 2 personnes » after what became of the project
        folded = f"{_ANOTHER_MISSION.sub(' ', fold(question.focus.said))} {folded}"
    still = bool(_STILL_THERE.search(folded))
    before = bool(_BEFORE.search(folded) and _WORKS.search(folded))
    if not (still or before or (_SINCE.search(folded) and _DOES.search(folded))):
        return None
    names = question.values("person") or _just_spoken_of(question, folded, desk)
    if _ANOTHER_MISSION.search(folded):
        return None
    own = question.values("person")
    if not names or len(own) > 1:
        return None
    if before:
        return _before_that(names, question, desk)
    if own and question.values("challenge") and not (still or _WORKS.search(folded)):
        return None
    if ANOTHER_THING.search(folded) and any(len(involvements_of(desk.base, name)) > 1 for name in names):
        return None
    told = [entry for name in names if (entry := _told_of(name, question, desk)) is not None]
    if told:
        return told_by(list(dict.fromkeys(told)), question.lang)
    rows = dict.fromkeys(
        f"challenge:{one.challenge}" for name in names for one in involvements_of(desk.base, name)
    )
    unknown = say(question.lang, "since_unknown", name=join(list(names), question.lang))
    return not_found(question, desk, unknown, rows=list(rows))


def _before_that(names: Sequence[str], question: Question, desk: Desk) -> Answer | None:
    """What people did before, told by an entry on one or unknown; None where it is another mission."""
    for name in names:
        entry = _told_of(name, question, desk, _EARLIER)
        named = desk.names.find(entry.answer_fr, misspelt=False) if entry else []
        if entry is not None and {one.ref for one in named if one.kind == "person"} == {name}:
            return told_by([entry], question.lang)
    missions = {name: [one.challenge for one in involvements_of(desk.base, name)] for name in names}
    if any(
        len({c.promotion for c in challenges_by_id(desk.base, of_one)}) > 1 for of_one in missions.values()
    ):
        return None
    inside = _held_before(names[0], question, desk) if len(names) == 1 else []
    if inside:
        sources = [source for one in inside for source in one.sources]
        return answered([Paragraph(inside[0].text)], sources, rows=[inside[0].row])
    unknown = say(question.lang, "before_unknown", name=join(list(names), question.lang))
    rows = dict.fromkeys(f"challenge:{one}" for of_one in missions.values() for one in of_one)
    return not_found(question, desk, unknown, rows=list(rows))


def _held_before(name: str, question: Question, desk: Desk) -> list[ToldOfPerson]:
    """What an entry says that someone was in the programme before the post of today."""
    told = told_of_person(name, question.lang, desk, f"{name} {_ROLES[question.lang]}")
    return [one for one in told if _ONCE_THEN_NOW.search(fold(one.text))][:1]


def _just_spoken_of(question: Question, folded: str, desk: Desk) -> tuple[str, ...]:
    """« elle fait quoi maintenant ? » after who she is, « ils ont fait quoi après ? » after a team."""
    focus = question.focus
    if question.subjects - {"challenge", "person"} - question.inherited:
        return ()
    if focus.intent == "person_lookup" and _SHE.search(folded):
        named = focus.entities.get("person", ())
        return named if len(named) == 1 else ()
    if _AT_THAT_POST.search(folded) and not question.subjects:
        return named_first(focus, desk)
    if len(focus.challenge) != 1 or focus.listed:
        return ()
    several = focus.intent in TOLD_BY_ITS_ROW and _SEVERAL.search(folded)
    if several or focus.intent == "challenge_people" and _THEY.search(folded) or _I_MEANT_THEM.search(folded):
        return tuple(one.person for one in people_of(desk.base, focus.challenge[0]) if one.role == "eig")
    return ()


def _told_of(name: str, question: Question, desk: Desk, when: re.Pattern[str] = _SINCE) -> FaqEntry | None:
    """The entry that people ask for when they want to know what ``name`` does since, or did before."""
    last_name = fold(name).split()[-1]
    said = question.values("person") and "person" not in question.inherited
    asked = question.bare if said else f"{question.bare} {name}"
    for hit in desk.search.search(asked, _LOOKED_AT, ("faq",)):
        entry = desk.faq([hit.ref])[0]
        lines = [line for line in entry.asked.split("\n") if last_name in fold(line)]
        named = fold(name) in fold(entry.answer_fr)  # « Thomas » is the first name of others
        if entry.published and named and any(_says_when(fold(line), when, last_name) for line in lines):
            return entry
    return None


def _says_when(line: str, when: re.Pattern[str], last_name: str) -> bool:
    """Whether a folded wording has such a time of someone: not « qui dirigeait avant Thomas Parisot »."""
    return any(
        not re.match(rf" (?:\w+ )?{re.escape(last_name)}\b", line[found.end() :])
        for found in when.finditer(line)
    )
