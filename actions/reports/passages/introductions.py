"""Passages that say nothing by themselves: titles of tables, introductions without what they introduce."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from knowledge.reports.base import ReportBase
from knowledge.reports.models import PassageHit
from knowledge.text import fold, sentences

_TITLE = re.compile(
    r"\W*+(?:(?:tableaux?|graphiques?|figures?|schemas?|cartes?|encadres?|photos?|illustrations?)"
    r" (?:n\b|\d|[ivx]+\b|:)|annexe\b|sources?\b\s*:)"
)
"""How a line begins that names a table or says where its numbers come from."""
_BEGINNING = 80
"""Characters at the start of a line that tell such a title."""
_HOLE = re.compile(r"\b(?:sur|de|par|dans|pour|en|avec|du|des|la|le|les|aux?|une?|que) \.(?:\s|$)")
"""« reposant sur . »: a word of the report was lost."""


def only_titles(text: str) -> bool:
    """Whether a passage only names tables and their sources: no question is answered by that."""
    lines = (line for line in text.split("\n") if line.strip(" _*-"))
    return all(_TITLE.match(fold(line[:_BEGINNING])) for line in lines)


def has_a_hole(text: str) -> bool:
    """Whether a word is missing in a sentence of a passage, which then does not stand before others."""
    return " ." in text and _HOLE.search(text) is not None


def with_what_follows(hits: Sequence[PassageHit], base: ReportBase) -> list[PassageHit]:
    """Passages, each that only introduces a table (« est le suivant : ») with that table behind it.

    Of a longer one the last sentence is left out where it does so. An introduction to what is not in the base
    is left out, unless it stands alone; one with a number says something by itself.
    """
    told: list[PassageHit] = []
    for hit in hits:
        last = _introduction(hit)
        before = hit.text.rstrip().removesuffix(last).rstrip()
        if not last:
            told.append(hit)
        elif before and not only_titles(before):
            told.append(replace(hit, text=before))
        elif after := _after(hit, base):
            told += [hit, after]
    return told or list(hits)


def _introduction(hit: PassageHit) -> str:
    """The last sentence of a passage, where it only introduces what follows; none otherwise."""
    if hit.kind == "table" or not hit.text.rstrip().endswith(":"):
        return ""
    last = sentences(hit.text.rstrip().split("\n")[-1])[-1]
    return "" if any(map(str.isdigit, last)) else last


def _after(hit: PassageHit, base: ReportBase) -> PassageHit | None:
    """The passage that follows another in its section."""
    rows = base.passages(hit.report.id, hit.section)
    for row, after in pairwise(rows):
        if row.text == hit.text:
            return replace(hit, kind=after.kind, place=after.place, text=after.text, notes=after.notes)
    return None
