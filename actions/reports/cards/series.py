"""The figures of a card that measure one thing in several years, for whoever asks how it has changed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from actions.reports.cards.asked import NUMBER_ASKED, CardQuestion, Term
from actions.reports.cards.general_words import GENERAL, STATE
from actions.reports.cards.lines import CardLine
from actions.reports.figures.asked import names_an_amount
from actions.reports.figures.kinds import is_change
from actions.reports.follow_ups.years import years_later
from knowledge.reports.models import FigureRow
from knowledge.text import STOP_WORDS, fold, stem, words

_CHANGE = re.compile(
    r"\b(?:evol\w*|augment\w*|hausses?|baiss\w*|diminu\w*|progress\w*|grimp\w*|explos\w*|monte"
    r"|increas\w*|decreas\w*|rise|risen|rose|grow\w*|grew|fall(?:en|s)?|fell"
    r"|(?:go(?:ne|es|ing)?|went|(?:is|are) (?:that|it|this|they)) (?:up|down))\b"
    r"|\b(?:plus|moins|pareil|mieux|pire|more|less|fewer|higher|lower|same)\b.{0,25}"
    r"\b(?:avant|precedente?|before|previous|depuis|since|earlier)\b"
    r"|\b(?:avant|before)\b.{0,25}\b(?:plus|moins|more|less)\b|^\W*(?:(?:et|and)\W)?(?:avant|before)\W*$"
)
"""« ça a augmenté ? », « is that more than the year before? »."""
_WHOLE = frozenset(map(stem, "global globale complet complete moyen moyenne".split()))
_SPENT = re.compile(r"(?:couts?|depenses?|charges?)\b")
_MOST = 4
"""Figures told at most."""


def measured(figure: FigureRow) -> frozenset[str]:
    """The stems of what a figure measures, without that it is an amount, of all, of a time."""
    return frozenset(
        stem(word)
        for word in words(figure.name)
        if not (word in STOP_WORDS or word[0].isdigit() or names_an_amount(word))
    ) - (GENERAL | STATE | _WHOLE)


def measure_the_same(one: FigureRow, other: FigureRow) -> bool:
    """« Ensemble des syndicats au 1er janvier 2016 » and « Syndicats en 2010 » are one measure."""
    if one.unit != other.unit:
        return False
    if one.label == other.label:
        return True
    dated = one.year and other.year and not (is_change(one) or is_change(other))
    return bool(dated and measured(one)) and measured(one) == measured(other)


def asks_for_a_change(question: CardQuestion, heard: str) -> bool:
    """Whether a message asks how a number has changed, not by how much."""
    folded = fold(heard)
    by = NUMBER_ASKED.search(folded)
    return question.wish in ("open", "whether") and bool(_CHANGE.search(folded)) and not by


def things_asked(question: CardQuestion) -> list[Term]:
    """The nouns of a question beside the change: of none is asked « ça a augmenté ? »."""
    return [term for term in question.terms if term.needed and not _CHANGE.search(fold(term.word))]


def change_told(question: CardQuestion, heard: str, lines: Sequence[CardLine]) -> list[CardLine]:
    """The figures of one measure in several years, the first and the last, on what is asked or was asked
    before; none where the card has no such row.
    """
    rows = [row for row in _rows(lines) if _is_on(row, question)]
    spoken = [max(_spoken_of(line, question) for line in row) for row in rows]
    told = [row for row, number in zip(rows, spoken, strict=True) if number == max(spoken)]
    if len(told) > _MOST // 2:
        told = [max(told, key=lambda row: max(line.near for line in row))]
    if years_later(heard) < 0:  # « more than the year before? »
        told = [row[-2:] for row in told]
    each = _MOST // (len(told) or 1)
    by_years = [line for row in told for line in (row if len(row) <= each else [row[0], *row[1 - each :]])]
    return [*_changes(told, lines), *by_years]


def _changes(rows: Sequence[Sequence[CardLine]], lines: Sequence[CardLine]) -> list[CardLine]:
    """The figure that says by how much the one thing measured has changed, if the card has it."""
    if len(rows) != 1 or rows[0][0].figure is None:
        return []
    first = measured(rows[0][0].figure)
    changes = [line for line in lines if line.figure and is_change(line.figure)]
    said = [(len(first & measured(line.figure)), line) for line in changes if line.figure]
    return [line for shared, line in said if first and 2 * shared > len(first)][:1]


def _rows(lines: Sequence[CardLine]) -> Iterator[list[CardLine]]:
    """The figures with a year of one unit and one measure, or of a part of its words, by year."""
    dated = [(line, line.figure) for line in lines if line.figure and line.figure.year]
    seen: set[str] = set()
    for line, figure in dated:
        if line.text in seen or is_change(figure):
            continue
        row = {figure.year: line}
        for other, another in dated:
            if _is_comparable(figure, another):
                row.setdefault(another.year, other)
        if len(row) > 1:
            seen.update(one.text for one in row.values())
            yield [row[year] for year in sorted(row, key=lambda year: year or 0)]


def _is_comparable(one: FigureRow, other: FigureRow) -> bool:
    if one.unit != other.unit or is_change(other):
        return False
    first, second = measured(one), measured(other)
    alike = first <= second or second <= first
    return bool(first and second) and (first == second or alike and _are_spent(one, other))


def _are_spent(*figures: FigureRow) -> bool:
    """« Coût global des interceptions », « Dépense de l'État pour les interceptions judiciaires »."""
    return all(_SPENT.match(fold(one.name)) for one in figures)


def _is_on(row: Sequence[CardLine], question: CardQuestion) -> bool:
    return all(any(term.is_in(line.said) for line in row) for term in things_asked(question))


def _spoken_of(line: CardLine, question: CardQuestion) -> int:
    terms = (*question.terms, *question.before, *question.named)
    years = sum(str(year) in line.text for year in question.years)
    return years + sum(term.is_in(line.said) for term in terms)
