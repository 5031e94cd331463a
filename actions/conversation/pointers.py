"""Challenges pointed to in the talk: « celui de la promo 4 », « revenons au premier », « la brigade »."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from actions.conversation.focus import Focus
from actions.desk import Desk
from actions.programme.call_intents import DATED
from actions.programme.challenge_intents import CHALLENGE_INTENTS
from actions.programme.described import listed_in, with_name_at, with_name_for_place
from knowledge.challenges import Challenge, ChallengeFilter, challenges_by_id, find_challenges, hosts_of
from knowledge.references import find_references
from knowledge.text import STOP_WORDS, fold, words

_THE_ONE = re.compile(
    r"\b(?:celui|ceux|the ones?|that one|those)(?: (?:d[eu]|dans|from|of|in|en))?(?: (?:la|le|l'|the))? ?$"
)
"""What stands before a promotion where a challenge of it is meant; « celle » may be a date."""
_BACK = re.compile(r"\b(?:revien\w*|reven(?:ir|ons)|retour\w*|reprenons|reprendre|back|return\w*)\b")
_THE_FIRST = re.compile(
    r"\b(?:(?:au|du|le) (?:tout )?(?:premier|1er)|(?:to )?the (?:very )?first)"
    r"(?: (?:defi|projet|one|challenge|project))?\b"
)
_THE_CHALLENGE = re.compile(
    r"(?:(?<=\bau )(?:defi|projet)|\bce (?:defi|projet)|\b(?:the|that) (?:challenge|project))\b"
    r"(?=\W*(?:$|[,;:?!.]|(?:c|ct|cetait|il|ils|elle|ca|was|is|it)\b))"
)
"""« revenons au défi, qui était dessus »: the last one spoken of."""
_THE_OTHER = re.compile(r"\b(?:l ?['’]? ?autre|the other(?: one)?)(?=\W*(?:$|[,;?!.]|c ?'?etait|il |was ))")
_AND_ITS_NAME = re.compile(
    r"\W*(?:(?:et|ok|alors|sinon|and|what about|how about)\W+)+(?:(?:pour|sur|for|on)\W+)?(?P<name>[a-z]{4,})"
    r"(?=\W*(?:$|[,;?!.]|(?:c|ct|cetait|qui|ki|ou|il|elle|ca|est|etait|fait|is|was|it|who|where|what)\b))"
)
"""« et label, c'était qui ? »: what stands there is a name, though it is a word too."""
_LEAST_LETTERS = 4
"""Of a word of a name by which a challenge of the talk is known again."""


def with_name(text: str, focus: Focus, desk: Desk) -> str | None:
    """The message with the name of the challenge it points to; None where it points to none."""
    placed = with_name_for_place(text, focus, desk)
    if placed is not None:
        return placed
    found = _pointer(text, focus, desk)
    return None if found is None else with_name_at(text, *found)


def points_to_one(text: str, focus: Focus, desk: Desk) -> bool:
    """Whether a message points to a challenge of the talk otherwise than by « ce défi »."""
    return listed_in(text, focus) is not None or _pointer(text, focus, desk) is not None


def _pointer(text: str, focus: Focus, desk: Desk) -> tuple[int, int, Challenge] | None:
    """Where in the folded text a challenge is pointed to, and which."""
    if not (focus.talked or focus.listed):
        return None
    folded = fold(text)
    of_its_name = _called_by_a_word(text, folded, focus, desk)
    if of_its_name is not None:
        return of_its_name
    if _BACK.search(folded):
        return _returned_to(folded, focus, desk)
    other = _THE_OTHER.search(folded)
    if other and len(focus.listed) == 2 and set(focus.challenge) < set(focus.listed):
        meant = next(one for one in focus.listed if one not in focus.challenge)
        return _found(other.start(), other.end(), challenges_by_id(desk.base, [meant]))
    return _of_a_promotion(folded, focus, desk)


def _called_by_a_word(text: str, folded: str, focus: Focus, desk: Desk) -> tuple[int, int, Challenge] | None:
    """« et label ? » in a talk on challenges, of the one that would be heard in capitals."""
    said = _AND_ITS_NAME.match(folded) if len(folded) == len(text) else None
    if said is None or not (focus.intent in CHALLENGE_INTENTS or "challenge" in focus.entities):
        return None
    start, end = said.span("name")
    names = desk.names.find(f"{text[:start]}{said['name'].upper()}{text[end:]}", misspelt=False)
    meant = [one.ref for one in names if (one.kind, one.start, one.end) == ("challenge", start, end)]
    return _found(start, end, challenges_by_id(desk.base, meant))


def _found(start: int, end: int, meant: Sequence[Challenge]) -> tuple[int, int, Challenge] | None:
    return (start, end, meant[0]) if len(meant) == 1 else None


def _returned_to(folded: str, focus: Focus, desk: Desk) -> tuple[int, int, Challenge] | None:
    """The first challenge of the talk, the last, or that of which a word of the name or the town is said."""
    first = _THE_FIRST.search(folded)
    if first:
        return _found(first.start(), first.end(), challenges_by_id(desk.base, focus.talked[-1:]))
    last = _THE_CHALLENGE.search(folded)
    if last:
        return _found(0, last.end(), challenges_by_id(desk.base, focus.talked[:1]))
    said = {word for word in words(folded) if len(word) >= _LEAST_LETTERS and word not in STOP_WORDS}
    known = {
        one: {*words(one.name), *words(one.town or "")} for one in challenges_by_id(desk.base, focus.talked)
    }
    meant = [one for one, own in known.items() if said & own]
    if len(meant) != 1:
        return None
    word = min(said & known[meant[0]], key=folded.index)
    place = folded.index(word)
    return place, place + len(word), meant[0]


def _of_a_promotion(folded: str, focus: Focus, desk: Desk) -> tuple[int, int, Challenge] | None:
    """« celui de la promo 4 »: of those listed or spoken of, of the same name, or of the same body."""
    promotions = [one for one in find_references(folded) if one.kind == "promotion"]
    before = _THE_ONE.search(folded[: promotions[0].start]) if len(promotions) == 1 else None
    if before is None or focus.intent in DATED:
        return None
    start, end, wanted = before.start(), promotions[0].end, promotions[0].value
    last = challenges_by_id(desk.base, focus.challenge)
    pools: list[Iterable[Challenge]] = [
        challenges_by_id(desk.base, focus.listed),
        challenges_by_id(desk.base, focus.talked),
    ]
    if len(last) == 1:
        there = find_challenges(desk.base, ChallengeFilter(promotions=(wanted,)))
        name, hosts = _unnumbered(last[0]), set(hosts_of(desk.base, last[0].id))
        pools.append(one for one in there if _unnumbered(one) == name)
        pools.append(one for one in there if hosts & set(hosts_of(desk.base, one.id)))
    for pool in pools:
        meant = [one for one in pool if one.promotion == wanted and one.id not in focus.challenge]
        if meant:
            return _found(start, end, meant)
    return None


def _unnumbered(challenge: Challenge) -> str:
    return re.sub(r"\d", "", challenge.name)
