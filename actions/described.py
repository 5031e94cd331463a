"""A challenge known by its description in a message that goes on: « et celui sur les orgues ? »."""

from __future__ import annotations

import re

from actions.desk import Desk
from actions.question import Question
from knowledge.entries import Hit
from knowledge.text import fold

_ANOTHER = re.compile(
    r"\b(?:celui|celle|the one|l'autre|(?:le |un |du |ce )?(?:defi|projet|challenge|project))"
    r" (?:(?:qui|que?|that|which) "
    r"|(?:sur|pour|about|on|for|avec|contre|des?|du|aux?|with|against) |d')"
    r"(?:l[ae]s? |l'|the )?(.+?)(?=[,;?!.()]|$)"
)
_SURELY, _ALIKE = 0.6, 0.05
"""Similarity from which a description is a challenge's, and how near another must be to be meant too."""


def description_in(text: str) -> str | None:
    """What a message says of a challenge it does not name, without accents; None where it says nothing."""
    found = _ANOTHER.search(fold(text))
    return found.group(1) if found else None


def newly_described(question: Question, desk: Desk) -> Question:
    """The question about the challenge that it describes, whatever was spoken of before."""
    if question.focus.intent is None or question.entities.keys() & {
        "challenge",
        "unknown_challenge",
        "person",
    }:
        return question
    said = description_in(question.text)
    if said is None:
        return question
    hits = desk.search.search(said, 4, ("challenge",))
    meant = alike(hits)
    if not meant or (meant[0].similarity or 0.0) < _SURELY or len(meant) > 1:
        return question
    return question.with_entities(challenge=(meant[0].ref,))


def alike(hits: list[Hit]) -> list[Hit]:
    """The best of some hits with those it can hardly be told from, as two challenges for one public."""
    return [hit for hit in hits if hits[0].score - hit.score <= _ALIKE]
