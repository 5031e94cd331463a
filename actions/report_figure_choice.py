"""Which figures found in a report stand at the head of an answer, and which labels can be read there.

A figure is copied on by whoever reads it: none is better than one cut off from what it measures.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from actions.report_figure_kinds import kind_of, label_of
from knowledge.extraction.sentence_figures import LABEL_WORDS
from knowledge.reports.base import ReportBase
from knowledge.reports.figure_search import is_total
from knowledge.reports.models import FigureRow
from knowledge.reports.questions import read_question
from knowledge.reports.synonyms import synonyms
from knowledge.text import fold, stems

_MOST = 3
_FORECAST = re.compile(r"\b(?:prev(?:ision\w*|u\w*)?|prospecti\w*)\b")
_PART = re.compile(r"\W*(?:dont\b|autres?\W*$)")
_LETTERS = re.compile(r"[^\W\d_]{3}")
_OPENS_LATE = re.compile(
    r"(?:de|des|du|d'|que|qu'|qui|dont|par|pour|en|et|ou|soit|dans|avec|a|au|aux|moins|plus|contre|sur|sous|ainsi"
    r"|notamment|mais|car|donc|alors)\b"
)
"""How a label begins that is only the end of what is said."""
_POINTS_BACK = re.compile(
    r"(?:ainsi|mais|celles?-ci|celui-ci|ceux-ci|ils?|elles?|ce(?:la)?|cet(?:te)?|ces)\b"
)
"""How a label begins that says nothing without the sentence before."""
_BREAKS_OFF = re.compile(
    r"\b(?:de|des|du|d'|en|la|le|les|l'|un|une|contre|par|pour|dans|sur|sous|et|ou|y|que|qui|avec|a|au|aux|soit|dont"
    r"|moins|plus|relativement|respectivement|entre|comme|\d[\d ]*)$"
)
"""How a label ends that lacks what it leads to."""


def at_the_head(found: Sequence[FigureRow], text: str, base: ReportBase) -> list[FigureRow]:
    """The few figures to tell first, best first: of one kind, of the years asked for, whole, told readably.

    A figure of a sentence can always be told by its sentence.
    """
    read = read_question(text)
    of_years = [f for f in found if _of_years(f, read.years)]
    lines: list[FigureRow] = []
    sentences = set[str]()
    for figure in _without_parts(of_years, read.terms):
        if is_readable(figure, base) or figure.row_heading is None and figure.quote not in sentences:
            lines.append(figure)
            sentences.add(figure.quote)
    return [f for f in lines if kind_of(f) == kind_of(lines[0]) and f.report == lines[0].report][:_MOST]


def is_foreseen(figure: FigureRow) -> bool:
    """Whether a cell is of a year not over when the report was published; a sentence tells so itself."""
    report = figure.report
    if figure.row_heading is None or figure.year is None or report.date is None:
        return False
    if _FORECAST.search(fold(figure.column_heading or "")):
        return True
    return figure.year > max(report.date.year - 1, report.period[1] if report.period else 0)


def column_words(figure: FigureRow) -> str:
    """The words of a column beside its year: « encours » and « frais 2014 » make no series."""
    return re.sub(r"\W+", " ", re.sub(r"\b(?:19|20)\d\d\b", "", figure.column_heading or "")).strip()


def _of_years(figure: FigureRow, years: Sequence[int]) -> bool:
    """Of a year asked for, said with it, or where none is asked for of one that is no forecast."""
    if not years:
        return not is_foreseen(figure)
    return figure.year in years or figure.year is None and any(str(year) in figure.quote for year in years)


def _without_parts(found: Sequence[FigureRow], terms: Sequence[str]) -> list[FigureRow]:
    """The figures less the rows of a table whose total is among them, unless they are what is asked for."""
    asked = set(terms).union(*map(synonyms, terms))
    totals = {(f.report.id, f.place.anchor) for f in found if is_total(f.row_heading)}
    return [
        f
        for f in found
        if is_total(f.row_heading)
        or (f.report.id, f.place.anchor) not in totals
        or f.row_heading is None
        or asked.intersection(stems(f.row_heading))
    ]


def is_readable(figure: FigureRow, base: ReportBase) -> bool:
    """Whether the label tells alone what is measured: no half sentence, no row without its column."""
    heading = figure.row_heading
    if heading is None:
        named_by_heading = figure.label in figure.place.path
        return not named_by_heading and _reads_alone(_thing(figure)) and not _is_one_of_two(figure, base)
    if not _LETTERS.search(heading) or _PART.match(fold(heading)) or not _closes(label_of(figure)):
        return False
    if is_total(heading) and not _caption(figure, base):
        return False
    if figure.column_heading or figure.year:
        return True
    row = [
        f
        for f in base.figures_at(figure.report.id, figure.place.anchor)
        if f.row_heading == figure.row_heading
    ]
    return len(row) == 1


def name_in_table(figure: FigureRow, base: ReportBase) -> str:
    """The heading of a row, after that of its table where it only says « Total »."""
    heading = figure.row_heading or figure.label
    caption = _caption(figure, base) if is_total(heading) else None
    return f"{caption} – {heading}" if caption else heading


def _caption(figure: FigureRow, base: ReportBase) -> str | None:
    tables = base.tables(figure.report.id)
    return next((table.caption for table in tables if table.place.anchor == figure.place.anchor), None)


def _is_one_of_two(figure: FigureRow, base: ReportBase) -> bool:
    """Whether its sentence gives another amount of the same thing: « de 83 M€ en 2009 à 136 M€ en 2014 »."""
    beside = base.figures_at(figure.report.id, figure.place.anchor)
    same = (f for f in beside if f.quote == figure.quote and kind_of(f) == kind_of(figure))
    return any(f.value != figure.value and _thing(f) == _thing(figure) for f in same)


def _thing(figure: FigureRow) -> str:
    """What a figure of a sentence measures, without what sets it apart from the one before."""
    return figure.label.partition(" – ")[0]


def _closes(label: str) -> bool:
    return label.count("(") == label.count(")")


def _reads_alone(label: str) -> bool:
    """Whether the words before or after an amount make sense without the rest of their sentence."""
    words = fold(label).replace("’", "'").split()
    if not _LETTERS.search(label) or not _closes(label):
        return False
    said, whole = " ".join(words), label[0].isupper()
    late = len(words) in (1, LABEL_WORDS) or _OPENS_LATE.match(said) is not None
    return not (late and not whole or _POINTS_BACK.match(said) or _BREAKS_OFF.search(said))
