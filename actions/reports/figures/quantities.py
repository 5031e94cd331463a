"""Whether the passages found tell the very quantity that a question asks for: a number or an amount of it."""

from __future__ import annotations

from collections.abc import Sequence, Set

from actions.reports.figures.asked import asked_of
from actions.reports.figures.counts import counts_things
from actions.reports.figures.measures import measures_asked
from actions.reports.figures.things import gives_amount, things_asked
from actions.reports.subject import Subject
from actions.reports.words import FILLERS
from knowledge.reports.base import ReportBase
from knowledge.reports.models import PassageHit


def tells_how_many(subject: Subject, hits: Sequence[PassageHit], asked: Set[str], base: ReportBase) -> bool:
    """Whether a passage of the best report with all that is ``asked`` of things says how many they are, or an
    amount of theirs: « combien d'habitants », « combien rapporte le casino ».
    """
    figure, best = asked_of(subject.text), hits[0].report.id
    money = figure.kind == "money"
    things = things_asked(subject, base) if money else figure.counted
    others = asked - things - FILLERS - {*base.absent_terms(best, sorted(asked))}
    hits = [hit for hit in hits if hit.report.id == best and others <= set(hit.matched)]
    if money:
        return bool(things) and gives_amount(hits, things, measures=measures_asked(subject.text))
    return bool(things) and any(counts_things(hit, things) for hit in hits)
