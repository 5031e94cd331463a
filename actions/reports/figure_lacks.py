"""What is said before the nearest passages where none of them has the figure asked for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from actions.reports.figure_counts import says_count
from actions.reports.figure_kinds import Asked, changes
from actions.reports.figure_things import asks_a_price, gives_amount, gives_share
from actions.reports.subject import Subject
from actions.wording import join, say
from knowledge.reports.models import PassageHit
from knowledge.text import sentences

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def lacking(
    asked: Asked, subject: Subject, shown: Sequence[PassageHit], years: Sequence[int], lang: str
) -> list[str]:
    """That no figure of the year, no number, amount or share of the things is there; or nothing."""
    if years and not _has_a_number_of(shown[0], years):
        return [say(lang, "report_year_no_figure", year=join([str(year) for year in years], lang))]
    if asked.counted and not any(says_count(hit, asked.counted) for hit in shown):
        return [say(lang, "report_no_count")]
    if not asked.things:
        return []
    if asked.kind == "money" and not gives_amount(shown, asked.things, asks_a_price(subject.text)):
        return [say(lang, "report_no_amount")]
    return (
        [say(lang, "report_no_count")]
        if asked.kind == "percent" and not gives_share(shown, asked.things)
        else []
    )


def _has_a_number_of(hit: PassageHit, years: Sequence[int]) -> bool:
    """Whether a table has a year, or a sentence a number beside it: « baisse de 2 M€ en 2013 » is none."""
    if hit.kind == "table":
        return any(str(year) in hit.text for year in years)
    told = [one for one in sentences(hit.text) if re.search(r"\d", _YEAR.sub("", one)) and not changes(one)]
    return any(str(year) in one for one in told for year in years)
