"""A challenge known without its name: by its description, by its place in the list just shown."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from actions.conversation.again import without_promotions
from actions.conversation.focus import Focus
from actions.desk import Desk
from actions.programme.call_intents import DATED
from actions.programme.challenge_intents import CHALLENGE_INTENTS
from actions.question import FIRM, Question, asks_about_a_project
from knowledge.challenges import Challenge, challenges_by_id
from knowledge.entries import Hit
from knowledge.text import fold, words

_ANOTHER = re.compile(
    r"\b(?:celui|celle|the one|l'autre|(?:le |un |du |ce )?(?:defi|projet|challenge|project))"
    r" (?:(?:qui|que?|that|which) "
    r"|(?:sur|pour|about|on|for|avec|contre|des?|du|aux?|with|against) |d')"
    r"(?:l[ae]s? |l'|the )?(.+?)(?=[,;?!.()]|$)"
)
_WHICH_ONE = re.compile(
    r"\b(?:lequel|which one) (?:(?:a|as|est|etait|qui|is|was|has) )?"
    r"(?:parl\w+|trait\w+|concern\w+|port\w+|touch\w+|s ?['’]? ?(?:occup|interess)\w+|deal\w*|about)"
    r"(?: (?:with|a|au|de|du|des|d|sur|about))* (?:l[ae]s? |l'|the )?(?!par\b)(.+?)(?=[,;?!.()]|$)"
)
"""« lequel parlait de la pêche ? » after a list."""
_PLACES = {
    "premier": 0, "1er": 0, "first": 0, "second": 1, "deuxieme": 1, "2e": 1, "2eme": 1, "troisieme": 2,
    "3e": 2, "3eme": 2, "third": 2, "quatrieme": 3, "4e": 3, "fourth": 3, "dernier": -1, "last": -1,
}  # fmt: skip
"""Masculine, as « défi » is: « la première » is a promotion."""
_BY_NUMBER = re.compile(
    r"\W*(?:et |ok |and |voir |parle[rz]?[- ]?(?:moi )?(?:de |du )?)?"
    r"(?:le |du |the )?(?:numero |num |n ?[°o] ?|number |no )?(?P<number>[1-9]\d?)(?:e|eme)?"
    r"(?: (?:c'?est quoi|c quoi|stp|svp|de la liste|on the list|please))?\W*"
)
"""« le 2 » after a list: all that the message says."""
_OF_THE_LIST = re.compile(
    rf"\b(?:le|celui|the|du) (?:tout )?({'|'.join(_PLACES)})"
    r"(?: (?:defi|projet|rapport|one|challenge|project|report|de la liste|du lot|in the list|on the list))?"
    r"(?=\s*(?:[,;?!.]|$|(?:c|ct|cetait|il|elle|ca|parle|is|was|who|what|where|qui|ki|est|etait|on|y)\b))"
)
"""« et le premier, c'était qui ? » after a list."""
_JOINS = re.compile(
    r"\b(?:devenir|etre|becom\w+|be) (?:une? |an? )?eigs?\b"
    r"|\b(?:rejoindre|integrer|join\w*) (?:le |votre |the |your )?"
    r"(?:programme?|dispositif)\b|\b(?:candidater|postuler)\b"
    r"|\b(?:accueillir|recevoir|avoir|prendre|obtenir|demander|host|get|have|take on)"
    r" (?:un |une |des |an? )?(?:equipe |team of |d['’ ])*(?:eigs?|entrepreneur\w*)\b"
    r"|\b(?:les?|des|the) eigs? (?:apport\w+|bring)\b|\b(?:nous|on) (?:y )?(?:apport|gagn)\w+"
)
"""« un usager demande comment rejoindre le programme » describes no challenge, whomever it names, nor does
who asks how to host EIGs, and what for.
"""
_WHAT = frozenset(
    "what whats quoi koi kesako kezako qu quel quelle explain explique expliquez decris describe parle "
    "but objet objectif mission aim goal purpose utilite".split()
)
_SAYS_NOTHING = frozenset(
    "t pr pour fait servir "
    "is was s the a an c ct est etait cetait que ce le la un une de du l d defi projet project challenge "
    "ca fait fai faire fais does do exactly exactement concretement en deux mots gros about tell me moi au "
    "juste donc et alors svp a sert consiste consistait servait pouvez pourriez vous m indiquer "
    "dire preciser for of cense censee sense suppose supposee supposed meant intended to devait doit".split()
)
_DOES_WHAT = re.compile(r"\bqu(?:e |['’] ?)(?:fait|faisait|faire)\b|\bwhat (?:does|did|do|is|was)\b")
"""« que fait X ? », « what is X meant to do? »."""
ALIKE, DESCRIBED = 0.55, 0.17
"""Scores from which challenges that are as near are told together, and one may be the one described."""
_DESCRIBES, _ALIKE, _OF_A_LIST = 0.6, 0.05, 0.2
"""Similarity from which a description is a challenge's, and how near another must be to be meant too,
and how much less similar it may be where it is one of those just listed."""


def asks_what_it_is(question: Question) -> bool:
    """Whether a message names one challenge and asks nothing of it but what it is: « c'était quoi, X ? »."""
    if len(question.values("challenge")) != 1 or question.entities.keys() & {"promotion", "year", "town"}:
        return False
    rest = set(question.own_words)
    asks = rest & _WHAT or _DOES_WHAT.search(fold(question.text))
    return bool(asks) and rest <= _WHAT | _SAYS_NOTHING


def description_in(text: str) -> str | None:
    """What a message says of a challenge it does not name, without accents; None where it says nothing."""
    found = _ANOTHER.search(fold(text)) or _WHICH_ONE.search(fold(text))
    return found.group(1) if found else None


def of_the_list(question: Question) -> Question:
    """The question about the challenge that it points to by its place in the last answer's list."""
    meant = listed_in(question.text, question.focus)
    if meant is None or question.entities.keys() & {"challenge", "unknown_challenge"}:
        return question
    entities = {kind: values for kind, values in question.entities.items() if kind != "promotion"}
    return replace(question, entities={**entities, "challenge": (meant,)})


def listed_in(text: str, focus: Focus) -> str | None:
    """The challenge of the last list that ``text`` points to by its place, if any."""
    found = pointed_to(text, focus.listed)
    return found[0] if found else None


def pointed_to(text: str, listed: Sequence[str]) -> tuple[str, int, int] | None:
    """Which of what was listed a message means by its place, and where the folded text says so.

    Nothing where the list is not as long; « le 2 » must be all that the message says.
    """
    folded = fold(text)
    number = _BY_NUMBER.fullmatch(folded)
    if number:
        place = int(number["number"]) - 1
        return (listed[place], 0, len(folded)) if place < len(listed) else None
    found = _OF_THE_LIST.search(folded)
    if found is None or len(listed) <= _PLACES[found[1]] or not listed:
        return None
    return listed[_PLACES[found[1]]], found.start(), found.end()


def with_name_for_place(text: str, focus: Focus, desk: Desk) -> str | None:
    """« le premier, c'était où ? » with the name of the challenge it points to; None where there is none."""
    found = pointed_to(text, focus.listed)
    challenge = next(iter(challenges_by_id(desk.base, [found[0]])), None) if found else None
    if found is None or challenge is None:
        return None
    return with_name_at(text, *found[1:], challenge)


def with_name_at(text: str, start: int, end: int, challenge: Challenge) -> str:
    """The message with the name of a challenge for what points to it in the folded text."""
    folded = fold(text)
    typed = text if len(text) == len(folded) else folded
    return f"{typed[:start]}{challenge.name}{typed[end:]}"


def newly_described(question: Question, desk: Desk) -> Question:
    """The question about the challenge that it describes, whatever was spoken of before."""
    if question.focus.intent is None or question.entities.keys() & {
        "challenge",
        "unknown_challenge",
        "person",
    }:
        return question
    said = description_in(question.text)
    if said is None or question.focus.intent in DATED and not words(without_promotions(said)):
        return question  # after a call « celui de la promo 4 » is another
    if question.focus.listed:
        among = desk.search.scores(said, "challenge", question.focus.listed)
        best = sorted(among.values(), key=lambda hit: -hit.score)[:2]
        if best and (best[0].similarity or 0.0) >= _DESCRIBES - _OF_A_LIST and len(alike(best)) == 1:
            return question.with_entities(challenge=(best[0].ref,))
    hits = desk.search.search(said, 4, ("challenge",))
    meant = alike(hits)
    if not meant or (meant[0].similarity or 0.0) < _DESCRIBES or len(meant) > 1:
        one_of_them = question.focus.listed and _WHICH_ONE.search(fold(question.text))
        return _on_that_matter(question, said) if one_of_them else question
    return question.with_entities(challenge=(meant[0].ref,))


def _on_that_matter(question: Question, said: str) -> Question:
    """« lequel parlait de la pêche ? », where the list had none: those of the same promotion that do."""
    asked = question.with_intent("list_challenges", FIRM)
    promotion = question.focus.entities.get("promotion", ())
    asked = asked.with_entities(promotion=promotion) if promotion else asked
    text = {"fr": f"Quels défis portent sur {said} ?", "en": f"Which challenges are about {said}?"}
    return replace(asked, text=text[question.lang], spans=(), unfamiliar=tuple(words(said)), ruled=False)


def alike(hits: list[Hit]) -> list[Hit]:
    """The best of some hits with those it can hardly be told from, as two challenges for one public."""
    return [hit for hit in hits if hits[0].score - hit.score <= _ALIKE]


def as_described(read: Question, desk: Desk) -> Question | None:
    """The message as a question about the challenge whose description is nearest."""
    if read.entities.keys() & {"challenge", "unknown_challenge", "person"} or _asks_to_join(read):
        return None
    hits = desk.search.search(read.bare, 4, ("challenge",))
    if not hits or hits[0].score < DESCRIBED:
        return None
    entities = {kind: values for kind, values in read.entities.items() if kind in ("promotion", "audience")}
    if len(_as_near(hits)) > 1:
        hosts = {"administration": read.values("administration")} if read.values("administration") else {}
        return replace(read, intent="list_challenges", confidence=FIRM, entities={**entities, **hosts})
    return replace(
        read,
        intent="describe_challenge",
        confidence=min(1.0, sum(read.probability(intent) for intent in CHALLENGE_INTENTS)),
        entities={**entities, "challenge": (hits[0].ref,)},
    )


def fits_clearly(found: Mapping[str, float], ahead: float) -> bool:
    """Whether the description fits one challenge clearly, and better than anything else in the base.

    ``found`` are the features of the answer, ``ahead`` its lead over the next challenge.
    """
    near = found["similarity"] >= 0.3 and found["behind"] <= 0.08
    said = found["similarity"] >= 0.22 and found["coverage"] >= 0.25 and found["behind"] <= 0.03
    return (near or said) and found["unsaid"] < 1.0 and ahead >= 0.15


def lead(question: Question, desk: Desk) -> float:
    """How far the nearest challenge is ahead of the next that is not as near."""
    hits = desk.search.search(question.bare, 4, ("challenge",))
    first, near = hits[0].score, _as_near(hits)
    second = hits[len(near)].score if len(near) < len(hits) else first
    return min(1.0, (first - second) / max(first, 0.01))


def _asks_to_join(question: Question) -> bool:
    return _JOINS.search(fold(question.text)) is not None and not asks_about_a_project(question)


def _as_near(hits: list[Hit]) -> list[Hit]:
    """The challenges that the description fits as well as the first, which it fits clearly; or the first."""
    return alike(hits) if hits[0].score >= ALIKE else hits[:1]
