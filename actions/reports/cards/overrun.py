"""By how much the cost of something outran what was planned: the amounts at the start and at the end."""

from __future__ import annotations

import re
from collections.abc import Sequence

from actions.reports.cards.asked import CardQuestion
from actions.reports.cards.figure_order import first_of_all, last_of_all
from actions.reports.cards.lines import CardLine
from knowledge.reports.figure_search import kind_of
from knowledge.text import fold

_OVERRUN = re.compile(r"\b(?:derap\w+|surcouts?|depassements?|derives?|derive|overruns?|overspen\w+)\b")
_CAUSE = re.compile(r"\b(?:pourquoi|pk|comment|why|how come|causes?|raisons?|explique\w*)\b")
_MOST_LATE = 2
"""Amounts at the end told at most."""


def overrun_told(question: CardQuestion, own: str, lines: Sequence[CardLine]) -> tuple[CardLine, ...]:
    """The amounts planned and reached, where their difference is asked about; none where the card has not
    both.
    """
    if question.wish not in ("open", "fault") or not _OVERRUN.search(fold(own)) or _CAUSE.search(fold(own)):
        return ()
    amounts = [line for line in lines if line.figure and kind_of(line.figure.unit) == "money"]
    first, last = first_of_all(amounts), last_of_all(amounts)
    last.sort(key=lambda line: -line.near)
    return (*first[:1], *last[:_MOST_LATE]) if first and last else ()
