"""What is meant of a call: one of the sprints counted in a talk, its interviews, those who applied."""

from __future__ import annotations

import re
from dataclasses import replace

from actions.conversation.focus import Focus
from actions.programme.call_intents import DATED
from actions.programme.sprints import SPRINT
from actions.question import Question
from knowledge.text import fold

_ORDINALS = (
    r"premier|1er|first|1st", r"deuxieme|second|2e(?:me)?|2nd", r"troisieme|third|3e(?:me)?|3rd",
    r"quatrieme|fourth|4e(?:me)?|4th", r"cinquieme|fifth|5e(?:me)?|5th",
)  # fmt: skip
_NUMBERED = "|".join(f"(?P<n{number}>{one})" for number, one in enumerate(_ORDINALS, 1))
_GOES_ON = r"c ?['’]?|ca|on|il|je|j|fallait|a|s|jusqu\w*|quand|when|was|did|until"
_THAT_ONE = re.compile(
    rf"\b(?:le|du|au|the) (?:tout )?(?:{_NUMBERED})(?: one)?(?=\W*$|\W*[,;:?!]|\W+(?:{_GOES_ON})\b)"
)

_INTERVIEWS = frozenset(
    "entretien entretiens audition auditions oraux oral resultat resultats jury jures interview interviews "
    "hearing hearings results".split()
)
_WHEN_WORDS = _INTERVIEWS | frozenset(
    "date dates jour jours days semaine session siege suivait suivaient ensuite quand when".split()
)
"""All that « et les entretiens, c'était quels jours ? » says."""
_HEARD_WHEN = {
    "fr": "Quels jours pour les auditions et les entretiens des candidats ?",
    "en": "On which days were the candidates interviewed?",
}


def with_its_sprint(text: str, focus: Focus) -> str | None:
    """« et le troisième ? » after a question on sprints, as « et le sprint 3 ? »; None of anything else."""
    if focus.on_a_report or focus.status != "answered" or SPRINT.search(fold(text)):
        return None
    found = _THAT_ONE.search(fold(text)) if SPRINT.search(fold(f"{focus.text} {focus.said}")) else None
    if found is None or len(fold(text)) != len(text):
        return None
    number = str(found.lastgroup).removeprefix("n")
    return f"{text[: found.start()]}le sprint {number}{text[found.end() :]}"


def of_its_call(question: Question) -> Question | None:
    """« et les entretiens ? » after a call asks when the candidates of that promotion were heard, « y a eu
    combien de candidats ? » how many they were.
    """
    said = set(question.content_words)
    asks_when = bool(said & _INTERVIEWS) and said <= _WHEN_WORDS
    counts = question.intent == "count_applications" and len(said) <= 1
    if question.focus.intent not in DATED or not (asks_when or counts) or question.subjects:
        return None
    calls = [row.split("-")[1] for row in question.focus.rows if row.startswith("call:aac-")]
    promotion = question.focus.entities.get("promotion", ()) or tuple(calls[:1])
    if len(promotion) != 1:
        return None
    asked = replace(question.with_entities(promotion=promotion), inherited=frozenset({"promotion"}))
    if counts:
        return asked
    return replace(asked.with_intent("jury", 1.0), text=_HEARD_WHEN[question.lang], ruled=True, spans=())
