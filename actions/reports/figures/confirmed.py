"""Of rows called alike that give several values for one year, the one that the words of the report confirm.

Two annexes may reckon one ratio by two perimeters; the summary says which the auditors hold to.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from actions.reports.figures.counted import NUMBER, value_of
from knowledge.reports.models import FigureRow, PassageHit
from knowledge.text import content_stems, fold, sentences

_SHARED = 2
"""Stems of the name of a row that a sentence must say to be on it."""


def as_told_in_words(
    head: Sequence[FigureRow], found: Sequence[FigureRow], shown: Sequence[PassageHit]
) -> list[FigureRow]:
    """The figures at the head; of a row with rivals of the same name and year only the one whose value stands
    in a sentence of the passages shown, where one does.
    """
    if not head or head[0].row_heading is None or head[0].year is None:
        return list(head)
    alike = [one for one in found if _name(one) == _name(head[0]) and one.year == head[0].year]
    if len({one.value for one in alike}) < _SHARED:
        return list(head)
    told = [one for one in alike if any(_says(hit, one) for hit in shown if hit.report == one.report)]
    return told[:1] if len({one.value for one in told}) == 1 else list(head)


def _name(figure: FigureRow) -> str:
    return re.sub(r"\W+", "", fold(figure.row_heading or ""))


def _says(hit: PassageHit, figure: FigureRow) -> bool:
    """Whether a sentence of a passage says the value of a row, by its name and year."""
    named, year = set(content_stems(figure.row_heading or "")), str(figure.year)
    return hit.kind != "table" and any(
        year in sentence
        and len(named.intersection(content_stems(sentence))) >= min(_SHARED, len(named))
        and figure.value in _values(sentence)
        for sentence in sentences(hit.text)
    )


def _values(sentence: str) -> set[Decimal]:
    return {value_of(found) for found in NUMBER.finditer(fold(sentence))}
