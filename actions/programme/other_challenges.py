"""« et ils ont eu un autre projet après ? »: other challenges of the body that hosted the one spoken of."""

from __future__ import annotations

import re
from dataclasses import replace

from actions.desk import Desk
from actions.programme.challenge_intents import CHALLENGE_INTENTS
from actions.question import Question
from actions.words_apart import words_apart
from knowledge.challenges import (
    Challenge,
    ChallengeFilter,
    challenges_by_id,
    find_challenges,
    hosts_of,
    labels,
    tags_of,
)
from knowledge.text import fold

_THING = r"(?:defis?|projets?|challenges?|projects?)"
_ANOTHER = re.compile(
    r"\b(?:(?:d ?'? ?|l ?'? ?|un |les |an)?(?:autres?|other)"
    r"|(?:un |le )?(?:2e|2eme|second|deuxieme)|a second)"
    rf" (?:{_THING}\b|one\b|la[- ]bas\b|after\b|ensuite\b|apres\b|avant\b|a la \d|dans la \d)"
)
_OF_THE_PROGRAMME = re.compile(r"\b(?:vous|programme|eigs?|you|promotions?|promos?)\b")
_THERE = re.compile(r"\b(?:la[- ]bas|there)\b")
_OF_A_PERSON = re.compile(r"\b(?:il|elle|he|she) (?:a|en a|avait|has|had|did) (?:fait|fini|done|mene|work)")
_MINISTRY = re.compile(r"\b(?:ministeres?|ministry)\b")
_SAME_BODY = re.compile(
    r"\b(?:meme|ce|cet|cette|same|this|that) "
    r"(?:administration|ministere|organisme|service|ministry|body|agency|department)\b"
)
_SAME_YEAR = re.compile(
    r"\b(?:(?:meme|cette|sa|its|same|that) (?:annee|promo\w*|year|cohort)|annee[- ]la|promo[- ]la)\b"
)
_OF_THE_SAME_PROMOTION = re.compile(
    r"\b(?:de|of|from) (?:la |the )?(?:meme|cette|sa|same|that|this|its) (?:promo\w*|cohort|batch)\b"
)
_OF_A_BODY = re.compile(
    rf"{_SAME_BODY.pattern}|{_MINISTRY.pattern}|{_THERE.pattern}"
    r"|\b(?:ils|elles|eux|elle|leurs?|they|them|their|organisme|administration|body|agency)\b"
)
_OF_A_MATTER = re.compile(
    rf"\b{_THING} (?:(?:qui|that|which) )?"
    r"(?:(?:sur|autour|concern\w+|lies?|relatifs?|consacres?|port\w+ sur|parl\w+|trait\w+|touch\w+|about|on"
    r"|around|linked|related|dealing)\b"
    r"|(?:de|en|du|d|a|au|aux|of|in) (?:la |le |les |l |the )?(?P<noun>[a-z]{3,})\b"
    r"|(?P<kind>[a-z]{3,})\b(?! (?:par|by)\b))"
)
"""« les autres défis liés à la mer », « les autres projets maritimes »: those of a matter, of any body."""
_ALIKE = re.compile(
    r"\b(?:autres?|others?)\b.{0,24}\b(?:(?:du|de|de ce|dans le|dans ce|sur le|of the|in the) "
    r"(?:meme |same )?(?:genre|style|type|sujet|theme|domaine|kind|topic|field)|semblables?|similaires?"
    r"|similar|comme (?:ca|celui[- ](?:la|ci)|lui)|like (?:it|this|that))\b"
)
"""« un autre projet du même genre »: one that shares a theme, of any body."""
_OTHER_SUBJECTS = {"challenge", "unknown_challenge", "person", "town", "theme", "skill"}
_LATER = re.compile(
    r"\b(?:apres|ensuite|depuis|plus tard|suivi|follow[- ]?up|after|afterwards|later|since|next)\b"
)
_EARLIER = re.compile(r"\b(?:avant|auparavant|before|earlier|previously)\b")


def asks_for_another(text: str) -> bool:
    """Whether a message speaks of another challenge than the one spoken of, not of another of a person's."""
    folded = fold(text)
    of_its_own = any(one.search(folded) for one in (_SAME_YEAR, _SAME_BODY, _MINISTRY))
    of_all = _OF_THE_PROGRAMME.search(folded) and not of_its_own
    return bool(_ANOTHER.search(folded)) and not (_OF_A_PERSON.search(folded) or of_all)


_OF_ANOTHER_MATTER = re.compile(
    r"\W*(?:(?:et|ok|alors|and|sinon|donne\w*|cite\w*|give|moi|me|m['’]en)\W+)*"
    r"(?:une? autres?|d ?['’]? ?autres?|another(?: one)?|others?)(?: (?:exemple|defi|projet|example)s?)? "
    r"(?:sur|en|dans|pour|de|d['’]|about|on|in|for)\b"
)


def asks_for_one_of_another_matter(text: str) -> bool:
    """« et un autre sur la santé ? », after a challenge of another theme."""
    return _OF_ANOTHER_MATTER.match(fold(text)) is not None


def other_challenges(question: Question, desk: Desk) -> Question | None:
    """The question for the other challenges of that body; None where it asks something else.

    « les autres défis de la même promo » are those of every body; « la même année », « après » and « avant »
    narrow it to promotions; « ce ministère » is the ministry above the host, « là-bas » after a question of
    the town is the town, « du même genre » the theme that it shares with the fewest.
    """
    spoken_of = challenges_by_id(desk.base, question.focus.challenge)
    if len(spoken_of) != 1 or question.entities.keys() & _OTHER_SUBJECTS:
        return None
    if _ALIKE.search(fold(question.text)):
        return _alike(spoken_of[0], question, desk)
    in_another = _is_of_another_promotion(question)
    if not (asks_for_another(question.text) or in_another) or _of_a_matter(question):
        return None
    folded, named, challenge = fold(question.text), question.values("administration"), spoken_of[0]
    entities: dict[str, tuple[str, ...]] = {"other_than": (challenge.id,)}
    if question.focus.intent == "challenge_town" and challenge.town and _THERE.search(folded):
        entities["town"] = (challenge.town,)
    elif named and not _SAME_BODY.search(folded):
        entities["administration"] = named
    elif _OF_A_BODY.search(folded) or not _OF_THE_SAME_PROMOTION.search(folded):
        above = hosts_of(desk.base, challenge.id, direct=False) if _MINISTRY.search(folded) else []
        entities["administration"] = tuple(above or hosts_of(desk.base, challenge.id))
    promotions = question.values("promotion") or _promotions(challenge, folded, desk)
    if promotions:
        entities["promotion"] = promotions
    if in_another and not _theirs_in(promotions, entities["administration"], desk):
        return None
    return _listing(question, entities)


def _listing(question: Question, entities: dict[str, tuple[str, ...]]) -> Question:
    asked = question.with_intent("list_challenges", 1.0)
    return replace(asked, entities=entities, ruled=True, spans=())


def _alike(challenge: Challenge, question: Question, desk: Desk) -> Question | None:
    """The question for those of the theme that a challenge shares with the fewest, if any."""
    tags = set(tags_of(desk.base, challenge.id, "theme", "fr"))
    themes = [one for one, label in labels(desk.base, "theme", "fr").items() if label in tags]
    of_each = {one: len(find_challenges(desk.base, ChallengeFilter(themes=(one,)))) for one in themes}
    shared = min((one for one in themes if of_each[one] > 1), key=of_each.__getitem__, default=None)
    return _listing(question, {"other_than": (challenge.id,), "theme": (shared,)}) if shared else None


def _is_of_another_promotion(question: Question) -> bool:
    """« et dans la 6e ? » after a challenge of another promotion, of whose host there may be others there."""
    and_in = fold(question.text).startswith(("et ", "and "))
    named = question.values("promotion")
    of_one = question.focus.intent in CHALLENGE_INTENTS and question.subjects == {"promotion"}
    return and_in and of_one and question.is_elliptic and all(one.isdigit() for one in named)


def _theirs_in(promotions: tuple[str, ...], hosts: tuple[str, ...], desk: Desk) -> bool:
    """Whether some bodies themselves, not those under them, hosted a challenge of the promotions."""
    found = find_challenges(desk.base, ChallengeFilter(promotions=promotions, administrations=hosts))
    return any(set(hosts) & set(hosts_of(desk.base, one.id)) for one in found)


def _of_a_matter(question: Question) -> bool:
    """Whether the others are asked for by what they are about, which no body and no time told of is."""
    folded = words_apart(question.text)
    found = _OF_A_MATTER.search(folded)
    if found is None or question.values("administration") or _OF_A_BODY.search(folded):
        return False
    word = found["noun"] or found["kind"]
    if word is None:
        return True
    timed = any(one.search(folded) for one in (_SAME_YEAR, _LATER, _EARLIER, _OF_THE_SAME_PROMOTION))
    return word in question.content_words and not timed


def _promotions(challenge: Challenge, folded: str, desk: Desk) -> tuple[str, ...]:
    """Those of the year said, later or earlier, its own where there are none; all where no time is said."""
    if _SAME_YEAR.search(folded):
        return (challenge.promotion,)
    own = desk.promotion(challenge.promotion)
    year = own.year if own else 0
    if _LATER.search(folded):
        return tuple(one.id for one in desk.promotions if one.year > year) or (challenge.promotion,)
    if _EARLIER.search(folded):
        return tuple(one.id for one in desk.promotions if one.year < year) or (challenge.promotion,)
    return ()
