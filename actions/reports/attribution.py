"""Who is said to say it, within a question: « c'est justifié d'après eux ? » asks not who says so."""

from __future__ import annotations

import re

from actions.words_apart import words_apart
from knowledge.text import content_stems

_WHO = (
    r"(?:(?:eux|elles?|lui|them|it)\b|(?:l[ae]s?|ce|cette|ces|the|this)? ?"
    r"(?:cour|chambre|court|auditors|rapport|report|refere|magistrats)\b(?: des comptes)?)"
)
_ATTRIBUTION = re.compile(
    rf"\b(?:d apres|selon|according to) {_WHO}"
    r"|\b(?:est ce|c est(?: bien)?|is (?:that|this|it))? ?(?:ce que?|what) "
    rf"(?:(?:di[st]|pense|disent|pensent|ecrit|conclut) {_WHO}|(?:elle|ils?|the court|they|it) "
    r"(?:di[st]|disent|pensent?|ecrit|says?|thinks?)\b)"
)


def without_attribution(text: str) -> str:
    """A message without the words that name who is to say it; as it is where it has no others."""
    apart = words_apart(text)
    whole = text if len(apart) == len(text) else apart
    found = _ATTRIBUTION.search(apart)
    left = f"{whole[: found.start()].rstrip(' ,;')}{whole[found.end() :]}" if found else ""
    return left.lstrip(" ,;:") if content_stems(left) else text


def asks_beside_who_says_it(text: str) -> bool:
    """Whether a message names who says it, and asks something else."""
    return without_attribution(text) != text


def only_names_who_says_it(text: str) -> bool:
    """« c'est ce que dit la Cour ? » after the clause that it is on."""
    found = _ATTRIBUTION.search(words_apart(text))
    return found is not None and without_attribution(text) == text
