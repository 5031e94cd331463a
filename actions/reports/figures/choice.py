"""Which figures found in a report stand at the head of an answer, and which rows can be read there.

A figure is copied on by whoever reads it: none is better than one cut off from what it measures.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from actions.reports.figures.asked import speaks_of_a_change
from actions.reports.figures.columns import alone_in_its_column, is_of_years, stands_under_its_heading
from actions.reports.figures.kinds import around, is_change, kind_of, label_of
from actions.reports.figures.measures import flows_the_other_way
from actions.reports.figures.names import caption_of, is_planned, without_sign
from actions.reports.figures.own import is_of_another_thing, is_own
from actions.reports.figures.wholes import is_part, wholes_first, without_parts, without_smaller
from actions.reports.figures.whose import of_the_body
from knowledge.dates import YEAR
from knowledge.extraction.years import season
from knowledge.reports.base import ReportBase
from knowledge.reports.figure_search import is_a_time, is_total
from knowledge.reports.forecasts import is_foreseen
from knowledge.reports.models import FigureRow, PassageHit
from knowledge.reports.questions import read_question
from knowledge.text import fold, stems

_MOST, _NEAR_BEST, _ALL = 3, 0.7, 0.9
"""Figures told at the head, the least score of one beside the best, and that of one that holds all of what is
asked: only such a row is told that is zero."""
_NEARLY_HALF, _BEST = 0.48, 2
"""Score of a figure that holds nearly half of what is asked; the passages that are surely on it."""
_CLEARLY = 0.1
"""How much more of what is asked a part of a whole must hold than any other row, to be told."""
_PART = re.compile(r"\W*(?:dont\b|autres?\W*$)")
_ITEM = re.compile(r"\W*(?:autres?|divers(?:es)?|reversements?|remboursements?|deductions?)\b")
"""How the label of a row begins that is left over of a whole or taken off it."""
_SIGN = re.compile(r"\s*[+–-]")
"""What stands before an addend."""
_CUT = re.compile(r"\b(?:en|de|du|des|au|aux|a|la|le|les|l|d|par|pour|sur|et)\W*$")
"""How a heading ends whose last words stand in another cell."""
_A_VALUE = re.compile(r"\d,\d\d\b(?! ?%)")
"""In the heading of a column: a number of the table, merged into it."""
_SMALL = re.compile(r"\W*\d{1,3}(?:[,.]\d+)?\W*")
_PRICE = re.compile(r"\b(?:prix|tarifs?|loyers?|couts? (?:moyen|unitaire)\w*|par|repas|entree|m3)\b|/")
"""« Crédit d'impôt : 21 », without a unit, are euros only where it is a price: else millions or thousands."""
_FORMER = re.compile(
    r"\b(?:anciens?|anciennes?|precedente?s?|predecesseurs?|ex) (?!rapport|examen|controle|exercice)"
)
_ASKS_FORMER = re.compile(
    r"\b(?:anciens?|anciennes?|precedente?s?|predecesseurs?|ex|avant|former|previous)\b"
)
_EXACT = 10_000
"""An amount that no two things of one year have by chance."""
_LETTERS = re.compile(r"[^\W\d_]{2}")
_YEARLY = re.compile(
    r"\b(?:par an|annuel\w*|(?:chaque|par) annee|tous les ans|per year|a year|yearly|annual\w*|each year)\b"
)


def at_the_head(
    found: Sequence[FigureRow], text: str, base: ReportBase, shown: Sequence[PassageHit] = ()
) -> list[FigureRow]:
    """The few figures to tell first, best first: of one kind, of the years asked for, of the body itself.

    A figure of a sentence is told by its sentence, which must not be told twice. ``shown`` are the passages
    beside: an undated figure is of the years they name.
    """
    read = read_question(text)
    asked = fold(text)
    found = [f for f in found if not is_of_another_thing(f, asked, base)]
    if not speaks_of_a_change(text):
        found = [f for f in found if not is_part(f, asked)]
    least = _NEAR_BEST * max((f.score for f in found), default=0.0)
    near = [f for f in found if f.score >= least and _of_years(f, read.years, shown)]
    best = _ahead(near)
    answering = of_the_body([f for f in near if is_own(f, asked)], asked, base)
    lines, said = list[FigureRow](), set[str]()
    wholes = without_parts(answering, read.terms, base)
    if speaks_of_a_change(text):
        wholes.sort(key=lambda figure: not is_change(figure))
    else:
        wholes = without_smaller(wholes_first(wholes, asked), asked)
    wholes.sort(key=lambda one: (is_planned(one, base), flows_the_other_way(one, asked, base)))
    for figure in _items_last(_yearly_first(wholes, asked), asked):
        again = {figure.quote, figure.printed} if figure.row_heading is None else _cell_said(figure)
        if again & said or not is_readable(figure, base, figure is best):
            continue
        lines.append(figure)
        said |= again
    return [f for f in lines if kind_of(f) == kind_of(lines[0]) and f.report == lines[0].report][:_MOST]


def surely_meant(found: Sequence[FigureRow], shown: Sequence[PassageHit]) -> list[FigureRow]:
    """The figures that the passages shown say, where two ways of looking agree that they are what is asked;
    sentences that hold less than nearly half of its words only where the best passages say them, no rows.
    """
    near = [f for f in found if f.score >= _NEARLY_HALF or f.row_heading is None]
    return [f for f in near if stands_in(f, shown if f.score >= _NEARLY_HALF else shown[:_BEST])]


def stands_in(figure: FigureRow, shown: Sequence[PassageHit]) -> PassageHit | None:
    """The first of the passages that says a figure."""
    return next(
        (
            hit
            for hit in shown
            if hit.report.id == figure.report.id
            and (hit.place.anchor == figure.place.anchor or figure.printed in hit.text)
        ),
        None,
    )


def _ahead(found: Sequence[FigureRow]) -> FigureRow | None:
    """The figure that holds clearly more of what is asked than any of another row."""
    ranked = sorted(found, key=lambda one: -one.score)
    others = [one for one in ranked[1:] if one.row_heading != ranked[0].row_heading]
    return ranked[0] if ranked and (not others or ranked[0].score - others[0].score >= _CLEARLY) else None


def _cell_said(figure: FigureRow) -> set[str]:
    """A cell as it is told, and its exact amount of the year: two tables of one report may have the same."""
    row = without_sign(figure.row_heading or "")
    said = {f"{fold(row)} | {figure.column_heading} | {figure.printed}"}
    return said | (
        {f"{figure.year} | {figure.value}"} if figure.year and abs(figure.value) >= _EXACT else set()
    )


def column_words(figure: FigureRow) -> str:
    """The words of a column beside its year: « encours » and « frais 2014 » make no series."""
    return re.sub(r"\W+", " ", YEAR.sub("", figure.column_heading or "")).strip()


def _of_years(figure: FigureRow, years: Sequence[int], shown: Sequence[PassageHit]) -> bool:
    """Of a year asked for, said with it, or where none is asked for of one that is no forecast."""
    if not years or figure.year is not None:
        return figure.year in years if years else not is_foreseen(figure)
    if any(season(heading or "") is not None for heading in (figure.column_heading, figure.row_heading)):
        return is_of_years(figure, years)
    passage = stands_in(figure, shown) if figure.row_heading is None else None
    return any(str(year) in (passage.text if passage else figure.quote) for year in years)


def _items_last(found: Sequence[FigureRow], asked: str) -> list[FigureRow]:
    """The figures, last the empty ones and the addends of a table; without what is taken off a whole or is
    left over of it, unless asked for by that word, and what a former holder of an office had.
    """
    words = {*stems(asked)}

    def is_beside(figure: FigureRow) -> bool:
        item = _ITEM.match(fold(figure.row_heading or ""))
        if item is not None and words.isdisjoint(stems(item[0])):
            return True
        in_words = figure.row_heading is None and not _ASKS_FORMER.search(asked)
        return in_words and _FORMER.search(around(figure)[0]) is not None

    def is_addend(figure: FigureRow) -> bool:
        return figure.row_heading is not None and (not figure.value or bool(_SIGN.match(figure.row_heading)))

    told = [f for f in found if f.row_heading is None or f.value or f.score >= _ALL]
    return sorted((figure for figure in told if not is_beside(figure)), key=is_addend)


def _yearly_first(found: Sequence[FigureRow], asked: str) -> list[FigureRow]:
    """The figures, those of one year first where an amount by the year is asked for."""
    if not _YEARLY.search(asked):
        return list(found)
    return sorted(found, key=lambda f: f.row_heading is None and not _YEARLY.search(fold(f.quote)))


def is_readable(figure: FigureRow, base: ReportBase, surely_asked: bool = False) -> bool:
    """Whether a row tells alone what is measured, with its column; a sentence does, and what is part of a
    whole where it is ``surely_asked``: « dont frais des groupes d'élus ».
    """
    heading = figure.row_heading
    if heading is None:
        return figure.column_heading is None or alone_in_its_column(figure, base)
    named = heading if _LETTERS.search(heading) or not is_a_time(heading) else figure.column_heading or ""
    if not _LETTERS.search(named) or not _closes(label_of(figure)):
        return False
    if _PART.match(fold(heading)) and not surely_asked:
        return False
    if is_total(heading) and not caption_of(figure, base):
        return False
    column = fold(figure.column_heading or "")
    if _CUT.search(column) or _A_VALUE.search(column) or is_contradicted(figure, base):
        return False
    if figure.unit is None and kind_of(figure) == "money" and _SMALL.fullmatch(figure.printed):
        return _PRICE.search(fold(label_of(figure))) is not None
    if figure.column_heading or figure.year:
        return stands_under_its_heading(figure, base)
    row = [
        f
        for f in base.figures_at(figure.report.id, figure.place.anchor)
        if f.row_heading == figure.row_heading
    ]
    return len(row) == 1


def is_contradicted(figure: FigureRow, base: ReportBase) -> bool:
    """Whether its row gives several values under one heading, which does not tell all that is measured."""
    values: dict[tuple[str | None, int | None], set[Decimal]] = {}
    for other in base.figures_at(figure.report.id, figure.place.anchor):
        if other.row_heading == figure.row_heading and other.subject == figure.subject:
            values.setdefault((other.column_heading, other.year), set()).add(other.value)
    return any(len(several) > 1 for several in values.values())


def _closes(label: str) -> bool:
    return label.count("(") == label.count(")")
