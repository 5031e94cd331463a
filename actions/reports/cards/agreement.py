"""Whether a figure of a card measures the very thing asked: its neighbour is no answer to it.

The cost of raising a tax is not what it brings in, short absences are no long ones, the cabinet of a minister
is not the ministry, and an amount of six years is not that of the last of them.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from actions.reports.cards.lines import CardLine
from knowledge.reports.models import FigureRow
from knowledge.text import fold

_OPPOSITES: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = tuple(
    (re.compile(rf"\b(?:{one})\b"), re.compile(rf"\b(?:{other})\b"))
    for one, other in (
        (r"courtes?|courts|short", r"long(?:ue)?s?"),
        (r"couts?|cout(?:e|ent|ait|er)|depenses?|depensee?s?|costs?", r"produits?|recettes?|rendements?"),
        (r"favorables?", r"defavorables?"),
        (r"premier degre|primaires?|maternelles?", r"second degre|secondaires?|colleges?|lycees?"),
        (r"prives?|privees?|private", r"publics?|publiques?"),
        (r"femmes?|women", r"hommes?|men"),
        (r"internet|en ligne|online", r"correspondance|by post"),
        (r"minim\w+|plancher", r"maxim\w+|plafonds?"),
    )
)
"""Words of which a label that says the one does not tell the other."""
_PART, _AMONG = re.compile(r"\b(?:cabinet|bureau)\b"), re.compile(r"\bdont\b")
WHOLE = re.compile(r"\b(?:en tout|(?:au )?totale?|in all|in total)\b")
"""What counts a part only, and « combien d'agents en tout ? »."""
_BUDGET = re.compile(r"\bbudgets?\b")
_BUDGETED = re.compile(r"^(?:budgets?|enveloppe|depenses?|charges?|couts?)\b")
"""How a card calls the budget of something; what the State grants to it, or its debts, is none."""
_YEARS = re.compile(r"\b((?:19|20)\d\d) ?(?:-|a|–) ?((?:19|20)\d\d)\b")


def measures_another(line: CardLine, figure: FigureRow, asked: str) -> bool:
    """Whether a figure is of the opposite of what ``asked`` says, folded, of a part of it or of no budget."""
    label = fold(figure.name)
    if is_opposite(figure, asked):
        return True
    if any(part not in asked for part in _PART.findall(label)):
        return True
    if WHOLE.search(asked) and _AMONG.search(label):
        return True
    if not _BUDGET.search(asked):
        return False
    return not _BUDGETED.search(label) and not any(_BUDGET.search(fold(one)) for one in line.asked)


def is_opposite(figure: FigureRow, asked: str) -> bool:
    """Whether a figure is of the opposite of what ``asked`` says, folded: it does not even come near."""
    label = fold(figure.name)
    return any(_contradict(asked, label, one, other) for one, other in _OPPOSITES)


def is_of_the_years(figure: FigureRow, years: Collection[int]) -> bool:
    """Whether a figure is of one of the ``years``; one of several years together is of none of them."""
    label = fold(figure.name)
    together = _YEARS.search(label)
    if together is not None and figure.year is None:
        return {int(together[1]), int(together[2])} <= set(years)
    return any(year == figure.year or str(year) in label for year in years)


def _contradict(asked: str, label: str, one: re.Pattern[str], other: re.Pattern[str]) -> bool:
    for this, that in ((one, other), (other, one)):
        if this.search(asked) and not that.search(asked) and that.search(label) and not this.search(label):
            return True
    return False
