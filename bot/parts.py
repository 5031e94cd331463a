"""The questions of a message that asks several things, where each is understood."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from actions.desk import desk
from actions.programme.challenge_intents import CHALLENGE_INTENTS, asked_of_challenge
from actions.question import SAYS_NO_SUBJECT, SURE
from actions.reports.routing import PROGRAMME, is_report_reading
from bot.segments import is_about_the_last, split_questions
from knowledge.challenges import challenges_by_id
from knowledge.reports.errors import BaseUnavailable
from knowledge.text import content_stems, fold

STAND_ALONE, FOLLOW_ON = 0.35, 0.2
"""Confidence above which a part of a message is taken as a question of its own, and as one that goes on."""
_NAMED = 0.8
"""Score of a name from which a part is taken to be on that body."""
Parse = Callable[[str], Awaitable[dict[str, Any]]]


async def understood_parts(text: str, parse: Parse) -> list[str]:
    """The message's questions; the whole message alone when one of them is not understood.

    A further part without a subject of its own is read with the name of the challenge that the first names.
    """
    parts = split_questions(text)
    if len(parts) == 1:
        return parts
    parsed = [await parse(part) for part in parts]
    if len(parts) == 2 and _asks_for_the_source(parsed[1]):
        return parts
    if _names_an_audited_body(parts[0]) and not any(map(only_challenge, parsed)):
        return parts if all(map(_asks_of_a_matter, parts[1:])) else [text]
    challenge = only_challenge(parsed[0])
    for number, part in enumerate(parts):
        if not number:
            if not _is_understood(parsed[0], STAND_ALONE, challenge is not None and _asks_of_it(part)):
                return [text]
        elif challenge is not None and (_asks_of_it(part) or await _is_of(challenge, part, parse)):
            continue
        elif _says_nothing_of_a_report(part, parsed[0]):
            return [text]  # « combien de grèves, et ça a coûté combien ? » asks both of one report
        elif not (is_about_the_last(part) and parsed[0]["intent"]["confidence"] >= SURE):
            if not _is_understood(parsed[number], FOLLOW_ON):
                return [text]
    return parts


def _names_an_audited_body(part: str) -> bool:
    """Whether a part that says nothing of the programme names a body in full that a report is on: what is
    asked beside it is asked of its report.
    """
    base = desk().reports
    if base is None or PROGRAMME & set(content_stems(part)):
        return False
    try:
        found = base.find_organisations(part, 4)
    except BaseUnavailable:
        return False
    return any(match.reports and match.score >= _NAMED for match in found)


def _asks_of_a_matter(part: str) -> bool:
    """Whether a part names a matter of its own: « et le prix de l'eau », not « et ça coûte combien »."""
    return bool(content_stems(part)) and not is_about_the_last(part)


def _asks_for_the_source(parsed: Mapping[str, Any]) -> bool:
    """« qui dit ça ? » is of whatever is answered before it."""
    intent = parsed["intent"]
    return bool(intent["name"] == "explain_source" and intent["confidence"] >= SURE)


def only_challenge(parsed: Mapping[str, Any]) -> str | None:
    """The name of the challenge that a part names, if it names one."""
    named = {entity["value"] for entity in parsed.get("entities", ()) if entity["entity"] == "challenge"}
    found = challenges_by_id(desk().base, sorted(named))
    return found[0].name if len(found) == 1 else None


async def _is_of(challenge: str, part: str, parse: Parse) -> bool:
    """Whether a part asks something of a challenge once it is named in it."""
    intent = (await parse(f"{part.rstrip(' ?!.')} ({challenge}) ?"))["intent"]
    return intent["name"] in CHALLENGE_INTENTS and intent["confidence"] >= SURE


def _asks_of_it(part: str) -> bool:
    return asked_of_challenge(fold(part)) is not None


def _is_understood(parsed: Mapping[str, Any], least: float, surely: bool = False) -> bool:
    intent = parsed["intent"]
    return surely or (intent["confidence"] >= least and intent["name"] != "out_of_scope")


def _says_nothing_of_a_report(part: str, first: Mapping[str, Any]) -> bool:
    said, of_a_report = set(content_stems(part)), is_report_reading(first["intent"]["name"])
    return of_a_report and len(said) <= SAYS_NO_SUBJECT and not said & PROGRAMME
