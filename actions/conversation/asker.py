"""Who asks: an administration or a candidate, as said earlier in the talk, which some answers depend on."""

from __future__ import annotations

import re
from dataclasses import replace

from actions.question import Question
from knowledge.text import fold

_SIDES = {
    "propose_procedure": "administrations",
    "administration_eligibility": "administrations",
    "administration_cost": "administrations",
    "apply_procedure": "candidates",
    "eligibility": "candidates",
}
"""What one side alone asks for."""
_THEIR_FILES = {
    ("fr", "administrations"): "pour les projets des administrations",
    ("fr", "candidates"): "pour les dossiers des candidats",
    ("en", "administrations"): "for the projects of administrations",
    ("en", "candidates"): "for the applications of candidates",
}
_WHO_JUDGES = re.compile(
    r"\b(?:qui|ki|who)\b (?:est-ce qui |va |vont )?"
    r"(?:juge|note|examine|evalue|selectionne|choisi|lit|lire|decide|judge|mark|assess|select|choose|read)\w*"
)
_JURY = {
    ("fr", ""): "Qui compose le jury ?",
    ("fr", "administrations"): "Qui compose le jury des projets ?",
    ("fr", "candidates"): "Qui compose le jury des candidats ?",
    ("en", ""): "Who sits on the jury?",
    ("en", "administrations"): "Who sits on the jury of projects?",
    ("en", "candidates"): "Who sits on the jury of candidates?",
}
_DEPENDS = frozenset({"selection_process", "jury"})


def asker_after(question: Question) -> str:
    """The side that asks as far as is known: « administrations », « candidates » or nothing."""
    said = () if "audience" in question.inherited else question.values("audience")
    side = said[0] if len(said) == 1 else _SIDES.get(question.intent, "")
    return side or question.focus.asker


def of_the_asker(question: Question) -> Question:
    """« quels sont les critères ? » is of projects to an administration, of candidates to a candidate."""
    side = question.focus.asker
    if question.intent not in _DEPENDS or "audience" in question.entities or question.subjects:
        return question
    text = f"{question.text.rstrip(' ?!.')} {_THEIR_FILES[question.lang, side]} ?" if side else question.text
    if _WHO_JUDGES.search(fold(question.text)):
        question, text = replace(question.with_intent("jury"), spans=()), _JURY[question.lang, side]
    if not side:
        return replace(question, text=text)
    asked = replace(question.with_entities(audience=(side,)), text=text)
    return replace(asked, inherited=question.inherited | {"audience"})


def for_audience(intent: str, audience: str) -> str:
    """The intent that asks for one side what ``intent`` asks: « et pour une administration ? »."""
    pairs = (
        ("eligibility", "administration_eligibility"), ("apply_procedure", "propose_procedure"),
        ("count_applications", "count_projects_submitted"),
    )  # fmt: skip
    for candidates, administrations in pairs:
        if intent in (candidates, administrations):
            return administrations if audience == "administrations" else candidates
    return intent
