"""What is said before the nearest passages where none of them has the figure asked for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from actions.question import Question
from actions.reports.asked import asks_to_explain
from actions.reports.figures.asked import Asked
from actions.reports.figures.counts import says_count
from actions.reports.figures.kinds import changes
from actions.reports.figures.measures import measures_asked, names_measure
from actions.reports.figures.things import asks_a_price, gives_amount, gives_share
from actions.reports.subject import Subject, reports_of
from knowledge.dates import YEAR
from knowledge.reports.base import ReportBase
from knowledge.reports.models import PassageHit, PassageRow
from knowledge.reports.questions import read_question
from knowledge.text import fold, sentences, stems

_REPORTS_READ, _FIGURES_READ, _GIVEN = 3, 3, 0.55
"""Reports and figures of each that are looked at for a year named, and the score of one that is asked for."""
_COSTS = re.compile(r"\b(?:coute\w*|couts?|depens\w+|debours\w+)\b")


def lacking(asked: Asked, subject: Subject, shown: Sequence[PassageHit], years: Sequence[int]) -> str | None:
    """The key of what says that no figure of the year, no number, amount or share of the things is there."""
    if years and not _has_a_number_of(shown[0], years):
        return "report_year_no_figure"
    if any(_tells(hit, asked, subject) for hit in shown):
        return None
    return "report_no_amount" if asked.kind == "money" else "report_no_count"


def is_spoken_of(hit: PassageHit, asked: Asked, subject: Subject) -> bool:
    """Whether a passage names the things counted, or a sentence or table of it the amount asked for, where
    that has a name, with a thing that it is of: else « la rémunération du président » is told nowhere near.
    """
    if asked.counted:
        return not asked.counted.isdisjoint(stems(" ".join((hit.text, *hit.place.path))))
    measures, things = measures_asked(subject.text), asked.things
    parts = [hit.text] if hit.kind == "table" or "|" in hit.text else sentences(hit.text)
    naming = (part for part in parts if names_measure(part, measures))
    return not measures or any(not things or not things.isdisjoint(stems(part)) for part in naming)


def in_the_years(hit: PassageHit, years: Sequence[int]) -> PassageHit:
    """A passage with those of its sentences alone that name one of the years; whole where none is asked."""
    if not years or "|" in hit.text:
        return hit
    told = [one for one in sentences(hit.text) if any(str(year) in one for year in years)]
    return replace(hit, text=" ".join(told))


def telling_first(
    hits: Sequence[PassageHit], asked: Asked, subject: Subject, years: Sequence[int]
) -> list[PassageHit]:
    """The passages, first those that tell a figure of the kind asked, of the year.

    Words rank passages; one with the figure may have fewer of them.
    """
    if not _can_be_told(asked, subject):
        return list(hits)
    return sorted(
        hits,
        key=lambda hit: (
            not (_tells(hit, asked, subject) and (not years or any(str(year) in hit.text for year in years)))
        ),
    )


def _tells(hit: PassageHit | PassageRow, asked: Asked, subject: Subject) -> bool:
    """Whether a passage tells a figure of the kind asked, of what is asked."""
    if asked.counted:
        return says_count(hit, asked.counted, asked.change)
    if asked.kind == "money":
        return _has_the_amount(asked, subject, hit)
    return asked.kind != "percent" or not asked.things or gives_share([hit], asked.things)


def _can_be_told(asked: Asked, subject: Subject) -> bool:
    """Whether enough is known of what is asked to look for it."""
    return bool(asked.counted or asked.things or asked.kind == "money" and measures_asked(subject.text))


def _has_the_amount(asked: Asked, subject: Subject, hit: PassageHit | PassageRow) -> bool:
    """Whether a passage tells an amount of what is asked, by head where that is asked."""
    measures, spent = measures_asked(subject.text), _COSTS.search(fold(subject.text)) is not None
    if not asked.things and not measures:
        return True
    if asked.per:
        heads = "|".join(one[:4] for one in asked.per)
        by_head = rf"(?:\b(?:par|chaque|nombre d['’e]s?)|/) ?(?:{heads}|{heads[:3]}\b)"
        if not re.search(by_head, fold(" ".join([*hit.place.path[-1:], hit.text]))):
            return False
    return gives_amount([hit], asked.things, asks_a_price(subject.text), measures, spent)


def _has_a_number_of(hit: PassageHit, years: Sequence[int]) -> bool:
    """Whether a table has a year, or a sentence a number beside it: « baisse de 2 M€ en 2013 » is none."""
    if hit.kind == "table":
        return any(str(year) in hit.text for year in years)
    told = [one for one in sentences(hit.text) if re.search(r"\d", YEAR.sub("", one)) and not changes(one)]
    return any(str(year) in one for one in told for year in years)


def gives_the_year(asked: Question, base: ReportBase, subject: Subject) -> bool:
    """Whether the report meant has a figure for a year named: « et les subventions en 2014 ? »."""
    years = read_question(subject.text).years
    if not years or not subject.named or asks_to_explain(asked.text):
        return False
    found = [
        figure
        for report in reports_of(subject, base)[:_REPORTS_READ]
        for figure in base.answer_figures(subject.text, report.id, limit=_FIGURES_READ)
    ]
    return any(figure.year in years and figure.score >= _GIVEN for figure in found)
