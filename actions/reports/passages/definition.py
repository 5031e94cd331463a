"""What a thing is, where only that is asked: « SIRHEN, c'est quoi ? », before what is said of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from knowledge.reports.models import PassageHit
from knowledge.text import fold, sentences, stems

_WHAT_IS = re.compile(
    r"\bc ?['’]? ?(?:est )?(?:quoi|koi)\b|\bqu ?['’] ?est[- ]ce (?:que|qu)\b|\bkesako\b"
    r"|\bwhat(?: is| ?['’]s)\b"
)
_IS = re.compile(
    r"\ba pour (?:objet|but|mission|vocation|ambition|objectif)\b|\b(?:vise|destinee?|consiste) a\b"
    r"|\best (?:une?|l['’]|le|la|les) ?\w+|\b(?:est |,)chargee? d\b"
    r"|\b(?:creee?|fondee?|constituee?) (?:en|par)\b"
)
"""How a report says what something is, or what for."""
_LONGEST = 420


def asks_what_it_is(text: str) -> bool:
    """« c'est quoi », « qu'est-ce que »."""
    return _WHAT_IS.search(fold(text)) is not None


def definition_first(hits: Sequence[PassageHit], name: str) -> list[PassageHit]:
    """The passages, first of all the sentence that says what the thing called ``name`` is, where one does."""
    called = {one for one in stems(name) if len(one) > 2}
    for hit in hits:
        for line in hit.text.split("\n"):
            for one in sentences(line):
                if len(one) <= _LONGEST and called.intersection(stems(one)) and _IS.search(fold(one)):
                    return [replace(hit, text=one), *hits]
    return list(hits)
