"""The questions of a message that asks several things, where each is understood."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from actions.answer import Answer
from actions.conversation.focus import Focus
from actions.conversation.wishes import asks_of_an_own_case
from actions.desk import desk
from actions.programme.challenge_intents import CHALLENGE_INTENTS, asked_of_challenge
from actions.programme.criteria import CRITERIA, LIST_INTENTS
from actions.question import SAYS_NO_SUBJECT, SURE, Question, read_message, said_of
from actions.reports.attribution import only_names_who_says_it
from actions.reports.cards.meant import is_of_a_card
from actions.reports.routing import PROGRAMME, is_report_reading
from actions.respond import respond
from bot.coordinated import coordinated
from bot.introductions import wants_something
from bot.segments import MOST, asks_whom_to_contact, is_about_the_last, split_questions
from knowledge.challenges import challenges_by_id
from knowledge.reports.errors import BaseUnavailable
from knowledge.text import content_stems, fold

_WHICH_CHALLENGES = re.compile(
    r"\W*(?:qui\W+(?:et )?)?(?:(?:sur|dans|pour|on|for) )?(?:quels?|which|what) "
    r"(?:d[ée]fis?|projets?|challenges?|projects?)\b",
    re.I,
)
"""« et sur quels défis ? » asks for those of what the first part names."""
STAND_ALONE, FOLLOW_ON = 0.35, 0.2
"""Confidence above which a part of a message is taken as a question of its own, and as one that goes on."""
_THIS_CHALLENGE = re.compile(r"\b(?:ce (?:défi|defi|projet)|th(?:is|at) (?:challenge|project))\b", re.I)
_NAMED = 0.8
"""Score of a name from which a part is taken to be on that body."""
TOLD_ALONE, TOLD_TOGETHER = 0.9, 0.95
"""Certainty from which one of two matters joined in a question has an answer, and sureness from which the
whole has one that leaves no part untold."""
TOLD_FIRST = 2
"""Rows of an answer that are read first."""
_WHOSE = frozenset(("promotion", "year", "named_year", "round", "challenge", "person"))
"""What a question is of: named in one part, it may hold for the other."""
Parse = Callable[[str], Awaitable[dict[str, Any]]]
Hear = Callable[[str], Awaitable[str]]


async def understood_parts(text: str, parse: Parse, hear: Hear) -> list[str]:
    """The message's questions, each as it is heard alone; the whole message when one is not understood, or
    when it tells of the writer's own file: « … aucune nouvelle. Où en est-il ? ».
    """
    if asks_of_an_own_case(text):
        return [text]
    parts = await _understood(text, parse, hear)
    if len(parts) == 1:
        parts = await _beside_a_refusal(text, parse) or parts
    found = [one for part in parts for one in await _told_apart(part, parse, hear)]
    return found if len(found) <= MOST else parts


async def goes_unanswered(part: str, text: str, parse: Parse) -> bool:
    """Whether a part of ``text`` gets no answer because the one before has none: it is about that, or the
    whole is refused too and the part, not being beyond doubt, only sounds like another question. « une
    mutuelle, et l'État en paie combien ? » does not ask what the State pays for.
    """
    about_it = is_about_the_last(part)
    if about_it and not PROGRAMME & set(content_stems(part)):
        return True  # unlike « c'est payé combien, un EIG ? »
    if _is_beyond_doubt(*await _told(part, parse)):
        return False
    whole, as_whole = await _told(text, parse)
    which_body = whole.status == "clarify" and is_report_reading(as_whole.intent)
    return about_it or which_body or _is_refused(whole)


async def _beside_a_refusal(text: str, parse: Parse) -> list[str]:
    """The questions of a message without a sure answer where some have one beyond doubt and all others are
    refused: « il fait beau demain ? qui peut candidater ? ».
    """
    parts = split_questions(text)
    if len(parts) == 1:
        return []
    whole, as_whole = await _told(text, parse)
    if whole.status == "answered" and as_whole.sureness >= TOLD_TOGETHER:
        return []
    sure = False
    readings = {part: is_report_reading((await parse(part))["intent"]["name"]) for part in parts}
    for part in sorted(readings, key=readings.__getitem__):  # the reports, which take longest, last
        told = await _told(part, parse)
        if _is_beyond_doubt(*told):
            sure = True
        elif not _is_refused(told[0]):
            return []
    return parts if sure else []


def _is_beyond_doubt(answer: Answer, question: Question) -> bool:
    """Whether an answer on the programme needs no weighing; whom to write to is said by a refusal anyway."""
    settled = answer.status == "answered" and question.certainty is None
    return settled and question.intent != "contact_address" and not is_report_reading(question.intent)


def _is_refused(answer: Answer) -> bool:
    return answer.tells_that_nobody_does or answer.status == "out_of_scope"


async def _told_apart(text: str, parse: Parse, hear: Hear) -> list[str]:
    """The two matters joined in one question where each has an answer of its own, which the whole lacks."""
    pairs = coordinated(text)
    whole = await _told(text, parse) if pairs else None
    if whole is None or _is_on_others(*whole):
        return [text]
    for pair in pairs:
        one = await hear(pair[0])
        first = await _told(one, parse)
        if not _is_alone(*first, *whole):
            continue
        other = await hear(pair[1])
        second = await _told(other, parse)
        if _is_alone(*second, *whole) and _differ(first, second, whole[0]):
            return [one, other]
    return [text]


async def _told(text: str, parse: Parse) -> tuple[Answer, Question]:
    return respond(await parse(text), Focus(), desk())


def _is_on_others(answer: Answer, question: Question) -> bool:
    """Whether a question is of the reports, of challenges listed, or of nothing that is told."""
    listed = question.intent in LIST_INTENTS or is_report_reading(question.intent)
    return listed or answer.status not in ("answered", "not_found")


def _is_alone(answer: Answer, question: Question, whole: Answer, as_whole: Question) -> bool:
    """Whether a part has an answer: surely from the base, or that no source tells if the whole is unsure."""
    if _is_on_others(answer, question) or not answer.rows:
        return False
    if answer.status == "answered":
        return question.certainty is None or question.certainty >= TOLD_ALONE
    unsure = whole.status != "answered" or as_whole.sureness < TOLD_TOGETHER
    return unsure and answer.tells_that_nobody_does


def _differ(first: tuple[Answer, Question], second: tuple[Answer, Question], whole: Answer) -> bool:
    """Whether two parts are of two matters, not of two things of a kind, and the whole does not tell both."""
    (one, asked), (other, then) = first, second
    kinds = (asked.subjects & then.subjects) | ((asked.subjects | then.subjects) & _WHOSE)
    if any(asked.values(kind) != then.values(kind) for kind in kinds) or set(one.rows) & set(other.rows):
        return False
    heads = (one.rows[0], other.rows[0])
    on_challenges = any(head.startswith("challenge:") for head in heads)
    return not on_challenges and not set(heads) <= set(whole.rows[:TOLD_FIRST])


async def _understood(text: str, parse: Parse, hear: Hear) -> list[str]:
    """The message's questions; the whole message alone when one of them is not understood.

    A part without a subject of its own is read with the name of the challenge that the first or last names.
    """
    parts = split_questions(text)
    if len(parts) == 1:
        return parts
    if any(map(only_names_who_says_it, parts[1:])):
        return [text]  # « il faut la fermer, c'est ce que dit la Cour ? »
    if wants_something(parts[0]):
        parts[0] = await hear(parts[0])  # who asks is said before the first of them
    parsed = [await parse(part) for part in parts]
    if len(parts) == 2 and (_asks_for_the_source(parsed[1]) or asks_whom_to_contact(parts[1])):
        return parts
    first = read_message(parsed[0], Focus(), desk().now)
    if is_of_a_card(first, desk()) and not PROGRAMME & set(content_stems(text)):
        return [text]  # « copernicus c'est quoi et la France paye combien » asks all of one report
    if _names_an_audited_body(parts[0]) and not any(map(only_challenge, parsed)):
        return parts if all(map(_asks_of_a_matter, parts[1:])) else [text]
    challenge = only_challenge(parsed[0])
    later, by = only_challenge(parsed[-1]), _criterion(parsed[0])
    if challenge is None and later is not None and await _is_of(later, parts[0], parse):
        challenge, parts[0] = later, said_of(later, parts[0])
    for number, part in enumerate(parts):
        if not number:
            of_it = challenge is not None and _asks_of_it(part)
            if not (_is_understood(parsed[0], STAND_ALONE, of_it) or await _is_told(part, parse)):
                return [text]
        elif challenge is not None and _asks_of_it(part):
            continue
        elif challenge is not None and await _is_of(challenge, part, parse):
            # alone, « qui sont les anciens EIG ? » is of all of them
            parts[number] = said_of(challenge, part)
        elif by is not None and _WHICH_CHALLENGES.match(part) and _criterion(parsed[number]) is None:
            parts[number] = said_of(by, part)  # « des juristes : combien, et sur quels défis ? »
        elif _says_nothing_of_a_report(part, parsed[0]):
            return [text]  # « combien de grèves, et ça a coûté combien ? » asks both of one report
        elif not (is_about_the_last(part) and parsed[0]["intent"]["confidence"] >= SURE):
            understood = _is_understood(parsed[number], FOLLOW_ON) or await _is_told(part, parse)
            if understood:
                continue
            if not (_asks_of_a_matter(part) and (await _told(part, parse))[0].tells_that_nobody_does):
                return [text]
    return parts


def _criterion(parsed: Mapping[str, Any]) -> str | None:
    """What a part narrows challenges by, in its words, if it is one thing."""
    found = [one for one in parsed.get("entities", ()) if one["entity"] in CRITERIA]
    if len({(one["entity"], one["value"]) for one in found}) != 1:
        return None
    return str(parsed["text"][found[0]["start"] : found[0]["end"]])


async def _is_told(part: str, parse: Parse) -> bool:
    """Whether a part asks what the base surely tells, whatever its intent: « c trop dur d'être pris ? »."""
    answer, question = await _told(part, parse)
    on_reports = is_report_reading(question.intent)
    as_written = question.certainty is None and answer.rows[:1] and answer.rows[0].startswith("faq:")
    sure = question.confidence if as_written else question.certainty or 0
    return answer.status == "answered" and not on_reports and sure >= TOLD_TOGETHER


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


def of_the_challenge(name: str | None, text: str) -> str:
    """« de quel ministère dépend ce défi ? » with the name of the only challenge said around it, if any."""
    if name is None or fold(name) in fold(text):
        return text
    return _THIS_CHALLENGE.sub(lambda _: name, text, count=1)


async def _is_of(challenge: str, part: str, parse: Parse) -> bool:
    """Whether a part asks something of a challenge once it is named in it."""
    intent = (await parse(said_of(challenge, part)))["intent"]
    return intent["name"] in CHALLENGE_INTENTS and intent["confidence"] >= SURE


def _asks_of_it(part: str) -> bool:
    return asked_of_challenge(fold(part)) is not None


def _is_understood(parsed: Mapping[str, Any], least: float, surely: bool = False) -> bool:
    intent = parsed["intent"]
    return surely or (intent["confidence"] >= least and intent["name"] != "out_of_scope")


def _says_nothing_of_a_report(part: str, first: Mapping[str, Any]) -> bool:
    said, of_a_report = set(content_stems(part)), is_report_reading(first["intent"]["name"])
    return of_a_report and len(said) <= SAYS_NO_SUBJECT and not said & PROGRAMME
