"""« combien de ponts réparés grâce à SOS Ponts ? »: what a tool brought about, counted in few sources."""

from __future__ import annotations

import re

from actions.answer import Answer
from actions.compose import not_found
from actions.desk import Desk
from actions.programme.counting import HOW_MANY
from actions.programme.rarely_told import challenge_asked_about
from actions.question import Question
from actions.wording import say
from knowledge.text import fold, sentences, stem, stems

_DONE = (
    r"(?P<done>identifi|repar|sauv|annul|verbalis|evit|detect|resol|retrouv|empech|sanctionn|condamn|arrete[es]"
    r"|rembours|repair|saved?\b|cancel|fined|arrested|avoid|prevent|solved|recover)\w*"
)
_OUTCOME = re.compile(
    rf"\b{HOW_MANY}\b(?: (?:of|de|d|des|l|la|le|les|the))*[ '’](?P<thing>[a-z]{{3,}})\b.{{0,60}}?\b{_DONE}"
)
_CLAUSE = re.compile(r"[,;:()]")
_LETTERS = 5
"""Letters that forms of one verb have in common: « identifier », « identifiées »."""


def outcome(question: Question, desk: Desk) -> Answer | None:
    """That no source counts what a challenge brought about; None where one does, or it is not asked."""
    asked = _OUTCOME.search(fold(question.text))
    challenge = challenge_asked_about(question, desk) if asked else None
    if asked is None or challenge is None:
        return None
    thing, done = stem(asked["thing"]), asked["done"][:_LETTERS]
    for entry in desk.faq(desk.faq_on(challenge.id)):
        wordings = [line for line in entry.asked.split("\n") if re.search(rf"\b{HOW_MANY}\b", fold(line))]
        if any(_says(text, thing, done) for text in (*_counts(entry.answer(question.lang)), *wordings)):
            return None
    unknown = say(question.lang, "outcome_unknown", name=challenge.name)
    return not_found(question, desk, unknown, rows=[f"challenge:{challenge.id}"])


def _counts(text: str) -> list[str]:
    """The clauses of a text that hold a number."""
    clauses = (clause for sentence in sentences(text) for clause in _CLAUSE.split(sentence))
    return [clause for clause in clauses if re.search(r"\d", clause)]


def _says(text: str, thing: str, done: str) -> bool:
    """Whether a text speaks of the thing and of what was done to it."""
    return thing in stems(text) and re.search(rf"(?<!mal )(?<!pas )\b{done}", fold(text)) is not None
