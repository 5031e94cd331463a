"""Challenges pointed to in the talk: « celui de la promo 4 », « revenons au premier », « la brigade »."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from actions.conversation.focus import Focus
from actions.desk import Desk
from actions.programme.call_intents import DATED
from actions.programme.challenge_intents import CHALLENGE_INTENTS
from actions.programme.described import alike, listed_in, with_name_at, with_name_for_place
from knowledge.challenges import Challenge, ChallengeFilter, challenges_by_id, find_challenges, hosts_of
from knowledge.names import NameMatch
from knowledge.references import Reference, find_references, promotion_of_year
from knowledge.text import STOP_WORDS, fold, words

_IT = r"(?:la[- ])?dessus|sur (?:ca|ce (?:projet|defi))"
_ON_IT = re.compile(_IT)
_ONE = rf"\b(?:celui|ceux|the ones?|that one|those|{_IT})\b"
_MAY_BE_ONE = re.compile(_ONE)
_THE_ONE = re.compile(rf"{_ONE}(?: (?:d[eu]|dans|from|of|in|en|a|au))?(?: (?:la|le|l'|the))? ?$")
"""What stands before a promotion, a year or a town where one of it is meant; « celle » may be a date."""
_STILL = re.compile(r"\b(?:encore|toujours) (?=(?:des|d ?['’]autres) )", re.I)
"""« il y a encore des EIG dessus en promo 7 ? » asks who they were then."""
_AND_IN = re.compile(r"\W*(?:(?:d[eu]|dans|from|of|in|en|a|au|la|le|l|the)\W+)*")
_ON_ITS_MATTER = 0.2
"""Score from which a challenge is on the matter of another."""
_BACK = re.compile(r"\b(?:revien\w*|reven(?:ir|ons)|retour\w*|reprenons|reprendre|back|return\w*)\b")
_THE_FIRST = re.compile(
    r"\b(?:(?:au|du|le) (?:tout )?(?:premier|1er)|(?:to )?the (?:very )?first)"
    r"(?: (?:defi|projet|one|challenge|project))?\b"
)
_THE_FIRST_SPOKEN_OF = re.compile(
    r"\b(?:le|the) (?:tout )?(?:premier|1er|first)(?: (?:defi|projet|one|challenge|project))?(?: la)?"
    r"(?= (?:dont|que)\b|\W*(?:,|$|c ?['’]? ?e|c ?t\b|il |was ))"
)
"""« et le premier, c'était quelle promo ? », of those spoken of one after another."""
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
    return None if found is None else _STILL.sub("", with_name_at(text, *found))


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
    first = len(focus.talked) > 1 and not focus.listed and _THE_FIRST_SPOKEN_OF.search(folded)
    if first or _BACK.search(folded):
        return _returned_to(folded, focus, desk)
    other = _THE_OTHER.search(folded)
    if other and len(focus.listed) == 2 and set(focus.challenge) < set(focus.listed):
        meant = next(one for one in focus.listed if one not in focus.challenge)
        return _found(other.start(), other.end(), challenges_by_id(desk.base, [meant]))
    return _of_a_time_or_place(folded, focus, desk)


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


def _of_a_time_or_place(folded: str, focus: Focus, desk: Desk) -> tuple[int, int, Challenge] | None:
    """« celui de la promo 4 », « celui de Paris en 2020 »: of those listed or spoken of, of the same name, of
    the same body, or, where both are said, the one most like the last.
    """
    if focus.intent in DATED or _MAY_BE_ONE.search(folded) is None:
        return None
    said = _said_together(folded, desk)
    before = _THE_ONE.search(folded[: said[0].start]) if said else None
    if before is None:
        return None
    towns = {one.ref for one in said if isinstance(one, NameMatch)}
    on_it = _ON_IT.match(before.group()) is not None  # which may be the last one itself
    begun = {p for one in said if isinstance(one, Reference) for p in _promotions_of(one, desk)}

    def meant_in(pool: Iterable[Challenge]) -> list[Challenge]:
        return [
            one
            for one in pool
            if (on_it or one.id not in focus.challenge)
            and (not towns or one.town in towns)
            and (not begun or one.promotion in begun)
        ]

    last = list(challenges_by_id(desk.base, focus.challenge))
    there = find_challenges(desk.base, ChallengeFilter(promotions=tuple(begun))) if begun else []
    pools = [last] if on_it else []
    pools += [challenges_by_id(desk.base, focus.listed), challenges_by_id(desk.base, focus.talked)]
    if len(last) == 1:
        name, hosts = _unnumbered(last[0]), set(hosts_of(desk.base, last[0].id))
        pools.append([one for one in there if _unnumbered(one) == name])
        pools.append([one for one in there if hosts & set(hosts_of(desk.base, one.id))])
        pools.append(_most_like(last[0], meant_in(there), desk) if towns else [])
    for meant in map(meant_in, pools):
        if meant:
            return _found(before.start(), said[-1].end, meant)
    return None


def _said_together(folded: str, desk: Desk) -> list[Reference | NameMatch]:
    """The first promotion, year or town of a message, with those said right after it."""
    towns = [one for one in desk.names.find(folded, misspelt=False) if one.kind == "town"]
    times = [one for one in find_references(folded) if one.kind in ("promotion", "year")]
    found: list[Reference | NameMatch] = [*times, *towns]
    found.sort(key=lambda one: one.start)
    apart = (
        n
        for n, (one, other) in enumerate(pairwise(found), 1)
        if not _AND_IN.fullmatch(folded[one.end : other.start])
    )
    return found[: next(apart, len(found))]


def _promotions_of(said: Reference, desk: Desk) -> list[str]:
    """The promotion of a number, or those that began in a year."""
    if said.kind == "promotion":
        return [said.value]
    known = {one.id: one.year for one in desk.promotions}
    one = promotion_of_year(int(said.value), known)
    return [p for p, year in known.items() if p == one or str(year) == said.value]


def _most_like(last: Challenge, others: Sequence[Challenge], desk: Desk) -> list[Challenge]:
    """The one of some challenges that is on the matter of the last, if one clearly is."""
    near = desk.search.scores(last.summary_fr, "challenge", [one.id for one in others])
    if not near:
        return []
    best = alike(sorted(near.values(), key=lambda hit: -hit.score))
    return [
        one for one in others if best[0].score >= _ON_ITS_MATTER and {one.id} == {hit.ref for hit in best}
    ]


def _unnumbered(challenge: Challenge) -> str:
    return re.sub(r"\d", "", challenge.name)
