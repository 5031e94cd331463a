"""How likely each figure found in a report is the one asked for: signs of its words, year, kind and place.

A row may hold every word of a question and be of a part, another year or another body; the passage that
answers says most. The signs go into boosted trees, fitted by ``greffier evaluate calibrate-figures`` on
figures that people marked as the answer or not, and stored in ``likely.json`` beside this module.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from actions.boosted import Boosted, read_tree
from actions.reports.figures.asked import Asked, in_words_of_staff, speaks_of_a_change
from actions.reports.figures.choice import is_readable, stands_in
from actions.reports.figures.columns import heads_above, is_of_years
from actions.reports.figures.found import Sought
from actions.reports.figures.kinds import around, can_answer, is_change, kind_of, label_of, says_per
from actions.reports.figures.measures import is_measured
from actions.reports.figures.names import is_planned
from actions.reports.figures.own import is_of_another_thing, is_own
from actions.reports.figures.things import is_on
from actions.reports.figures.wholes import is_part, says_whole
from actions.reports.matters import asked_stems
from knowledge.reports.base import ReportBase
from knowledge.reports.figure_search import is_total, names_a_class
from knowledge.reports.forecasts import is_foreseen
from knowledge.reports.lay_vocabulary import report_words
from knowledge.reports.models import FigureRow
from knowledge.reports.questions import read_question
from knowledge.reports.synonyms import synonyms
from knowledge.text import content_stems, fold, stems

WEIGHTS = Path(__file__).with_name("likely.json")
TOLD, _CLEARLY, _HARDLY, _MOST_TOLD = 0.5, 0.1, 0.3, 3
"""How likely one is told, by how much more than the one the rules choose, below what none is; how many."""
_READ, _FITTING, _OTHERS, _PASSAGES, _OF_A_PASSAGE, _OF_PASSAGES = 40, 11, 2, 4, 6, 12
"""Figures looked at: found best, of the kind asked, others; passages, the figures of each, of all."""
_NEAR = 70
"""Characters around a number that tell most of what it is."""
_MOST = 6
"""Words or numbers from which more count no more."""
_RAREST = 0.003
"""Share of the reports below which a word is as rare as can be."""
_NUMBER = re.compile(r"\d[\d   .,]*")


@lru_cache(maxsize=1)
def likelihood() -> Boosted:
    """The shipped trees."""
    stored = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    return Boosted(tuple(read_tree(tree) for tree in stored["trees"]), stored["start"])


def likeliest_first(
    looked: Sought, base: ReportBase, head: Sequence[FigureRow], elsewhere: Sequence[FigureRow]
) -> tuple[list[FigureRow], list[FigureRow]]:
    """The figures to tell first and those found elsewhere, as the rules choose them, unless others of the
    report are far likelier; none where the first of them is hardly likely.
    """
    report = next(iter(looked.findings.reports), None)
    if report is None or report.card or any(f.report.id != report.id for f in head[:1]):
        return [*head], [*elsewhere]
    found = candidates(looked, base, head)
    trees = likelihood()
    weighed = [trees.probability(one) for one in signs(found, looked, base, head)]
    ranked = sorted(zip(weighed, found, strict=True), key=lambda pair: -pair[0])
    ruled = next((likely for likely, figure in ranked if head and _cell(figure) == _cell(head[0])), 0.0)
    if ranked and ranked[0][0] >= max(TOLD, ruled + _CLEARLY):
        best = ranked[0][1]
        told = [f for likely, f in ranked if likely >= TOLD and kind_of(f) == kind_of(best)]
        return told[:_MOST_TOLD], []
    if head and ruled < _HARDLY:
        return [], []
    return [*head], [*elsewhere]


def candidates(looked: Sought, base: ReportBase, head: Sequence[FigureRow]) -> list[FigureRow]:
    """The figures of the best report that are looked at: those that the rules choose, those found by their
    words, and those of the passages shown.
    """
    report, asked, years = looked.findings.reports[0].id, looked.asked, looked.years
    rows = base.answer_figures(in_words_of_staff(looked.subject.text), report, limit=_READ)
    of_kind = [row for row in rows if _is_of_kind(row, asked)]
    found = [*head, *of_kind[:_FITTING], *[row for row in rows if not _is_of_kind(row, asked)][:_OTHERS]]
    beside: list[FigureRow] = []
    for hit in looked.shown[:_PASSAGES]:
        if hit.report.id == report:
            said = base.figures_at(report, hit.place.anchor)
            dated = (f for f in said if not years or f.year is None or f.year in years)
            fitting = [f for f in dated if f.printed in hit.text and _is_of_kind(f, asked)]
            beside += [replace(figure, score=0.0) for figure in fitting[:_OF_A_PASSAGE]]
    every = {_cell(row): row for row in reversed([*found, *beside[:_OF_PASSAGES]])}
    return [*reversed(every.values())]


def _is_of_kind(figure: FigureRow, asked: Asked) -> bool:
    return asked.kind is None or kind_of(figure) in (asked.kind, None)


def _cell(figure: FigureRow) -> tuple[object, ...]:
    return figure.printed, figure.year, figure.row_heading, figure.column_heading, figure.quote


def signs(
    found: Sequence[FigureRow], looked: Sought, base: ReportBase, head: Sequence[FigureRow]
) -> list[dict[str, float]]:
    """What tells for and against each figure, each sign of about 0 to 1."""
    subject, asked, measures, shown = looked.subject, looked.asked, looked.measures, looked.shown
    text, folded = subject.text, fold(subject.text)
    years = read_question(text).years
    said = frozenset(content_stems(text))
    wanted = _Words.of(asked_stems(subject), base)
    best = max((figure.score for figure in found), default=0.0)
    latest = max((f.year for f in found if f.year and not is_foreseen(f)), default=None)
    told = {_cell(figure): place for place, figure in enumerate(head)}
    by_score = sorted(found, key=lambda f: -f.score)
    result = []
    for figure in found:
        above = heads_above(figure, base)
        label, near = label_of(figure), _near(figure)
        heading = " ".join([above, *figure.place.path[-2:]])
        passage = stands_in(figure, shown)
        kind = kind_of(figure)
        labelled = stems(label)
        result.append(
            {
                "score": figure.score,
                "behind": best - figure.score,
                "rank": 1 / (1 + by_score.index(figure)),
                "fits": float(can_answer(figure, asked, above)),
                "of_kind": float(kind == asked.kind),
                "kind_open": float(asked.kind is None),
                "money": float(kind == "money"),
                "share": float(kind == "percent"),
                "on": float(is_on(figure, asked.things, base, said)),
                "measured": float(is_measured(figure, measures, base)),
                "own": float(is_own(figure, folded)),
                "another": float(is_of_another_thing(figure, folded, base)),
                "part": float(is_part(figure, folded)),
                "whole": float(says_whole(figure, folded)),
                "change": float(is_change(figure)),
                "asks_change": float(speaks_of_a_change(text)),
                "year_right": float(bool(years) and is_of_years(figure, years)),
                "year_wrong": float(bool(years) and figure.year is not None and figure.year not in years),
                "undated": float(figure.year is None),
                "latest": float(not years and figure.year is not None and figure.year == latest),
                "foreseen": float(is_foreseen(figure)),
                "planned": float(is_planned(figure, base)),
                "total": float(is_total(figure.row_heading)),
                "in_table": float(figure.row_heading is not None),
                "readable": float(is_readable(figure, base, surely_asked=True)),
                "passage": 1 / (1 + shown.index(passage)) if passage is not None else 0.0,
                "label": wanted.share(label),
                "near": wanted.share(f"{label} {near}"),
                "quote": wanted.share(f"{label} {figure.quote}"),
                "above": wanted.share(f"{label} {figure.quote} {heading}"),
                "extra": min(sum(one not in wanted.every for one in labelled), _MOST) / _MOST,
                "numbers": min(len(_NUMBER.findall(figure.quote)), _MOST) / _MOST,
                "unit": float(figure.unit is not None),
                "per": float(says_per(figure, asked)),
                "class": float(names_a_class(figure.quote, figure.printed)),
                "ruled": 1 / (1 + told[_cell(figure)]) if _cell(figure) in told else 0.0,
                "headed": float(bool(head)),
            }
        )
    return result


def _near(figure: FigureRow) -> str:
    """The words next to a number in its sentence."""
    if figure.row_heading is not None:
        return ""
    before, after = around(figure)
    return f"{before[-_NEAR:]} {after[:_NEAR]}"


@dataclass(frozen=True)
class _Words:
    """The stems asked with their weights, rarer ones more, and all that may be said for each."""

    weights: Mapping[str, float]
    forms: Mapping[str, frozenset[str]]
    phrases: Mapping[str, Sequence[frozenset[str]]]
    every: frozenset[str]

    @classmethod
    def of(cls, asked: Sequence[str], base: ReportBase) -> _Words:
        terms = [one for one in dict.fromkeys(asked) if not one.isdigit()]
        shares = base.report_shares(terms)
        weights = {one: -math.log(max(shares.get(one, 0.0), _RAREST)) + 0.1 for one in terms}
        forms = {one: synonyms(one) | {one} for one in terms}
        meant = report_words(frozenset(terms))
        phrases = {one: tuple(frozenset(phrase) for phrase in meant[one]) for one in terms}
        every = frozenset().union(*forms.values(), *(p for several in phrases.values() for p in several))
        return cls(weights, forms, phrases, every)

    def share(self, text: str) -> float:
        """How much of what is asked a text says, by weight."""
        if not self.weights:
            return 0.0
        said = frozenset(stems(text))
        held = sum(
            weight
            for one, weight in self.weights.items()
            if self.forms[one] & said or any(phrase <= said for phrase in self.phrases[one])
        )
        return held / sum(self.weights.values())
