"""The language of a conversation: words that are of neither language, and being asked for the other one."""

from __future__ import annotations

import re
from dataclasses import replace

from actions.answer import Answer, Paragraph
from actions.compose import plain, plain_text
from actions.desk import Desk
from actions.question import SURE, Question
from actions.registry import answer_to
from actions.reports.routing import is_report_reading
from actions.reports.subject import GONE_ON
from actions.wording import say
from knowledge.text import fold
from nlu.entities import detect_language

_SAY = (
    r"(?:answer|reply|respond|speak|talk|say|write|repeat|translate|repondre|reponds|repondez|parler|parles?|parlez"
    r"|traduire|traduis|traduisez|dire|redire)"
)
_ASKED_FOR = re.compile(
    r"\W*(?:(?:please|sorry|ok|and|et|pardon|stp|svp|hi|hello|bonjour)\W+)*"
    r"(?:(?:can|could|would|will|do) you |(?:tu|vous) (?:peux|pouvez) |(?:peux|pouvez)[- ](?:tu|vous) )?"
    rf"(?:me |please )?(?:{_SAY}(?:[ -](?:it|that|this|me|to me|ca|cela|moi|la reponse|the answer))*\W+)?"
    r"(?:(?:in|en|to|into|l )\W*)?(english|anglais|french|francais)\W*"
    r"(?:(?:please|plz|pls|stp|svp|s ?'?il (?:te|vous) plait|instead|now|thanks|merci|version)\W*)*"
)
"""« can you answer in english please? », « en français svp », and nothing else."""


def is_of_neither_language(text: str) -> bool:
    """« recommendations? », « budget Saumur 2014 »: the language is that of the conversation."""
    return detect_language(text) == "fr" and detect_language(f"the {text}") == "en"


def language_asked_for(text: str) -> str | None:
    """The language that a message asks to be answered in, and asks nothing else."""
    found = _ASKED_FOR.fullmatch(fold(text))
    return None if found is None else "en" if found.group(1) in ("english", "anglais") else "fr"


def in_the_language(read: Question, lang: str, at: Desk) -> tuple[Answer, Question]:
    """The last question answered in another language; without one, that it will be."""
    focus = read.focus
    if focus.intent is None or not focus.text or focus.status == "smalltalk":
        question = replace(read.with_intent("capabilities"), lang=lang)
        return plain("smalltalk", say(lang, "language_spoken")), question
    again = replace(
        read.with_intent(focus.intent, SURE),
        text=focus.text,
        said=focus.said,
        lang=lang,
        entities=focus.entities,
        spans=(),
        ruled=True,
        inherited=frozenset({GONE_ON}) if is_report_reading(focus.intent) else frozenset(),
    )
    told = answer_to(again, at)
    note = Paragraph(say(lang, "language_quoted"))
    if any(block.type == "quote" for block in told.blocks):
        told = replace(told, blocks=(note, *told.blocks), text=plain_text((note, *told.blocks)))
    return told, again
