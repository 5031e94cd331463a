"""The one report whose title says all that a message names: « fiscalité directe locale à la DGFiP »."""

from __future__ import annotations

from functools import lru_cache

from actions.reports.asked import without_overall
from knowledge.reports.base import ReportBase
from knowledge.reports.questions import read_question
from knowledge.text import stem, stems

LEAST, LEAST_UNHEARD = 3, 4
"""Words of a title from which its report is meant, and from which that is so whatever was heard."""
_ASKING = frozenset(
    map(
        stem,
        "recommandations recommandation chiffres synthese gestion rapport situation coute celles".split(),
    )
)
_SHORT, _REMEMBERED = 2, 8_192
"""Letters of a word that tells nothing, and titles whose stems are remembered."""


def titled_wholly(text: str, base: ReportBase, least: int = LEAST) -> str | None:
    """The key of the report, where no other title holds as much; None where words stand in no title.

    Of those with one title it is not known which is meant.
    """
    said = {
        t for t in read_question(without_overall(text)).terms if len(t) > _SHORT and t.isalpha()
    } - _ASKING
    if len(said) < least:
        return None
    holding = [title for title in base.titles(LEAST) if said <= _stems_of(title)]
    found = {report.id for title in holding for report in base.called(title)}
    return found.pop() if len(found) == 1 else None


@lru_cache(maxsize=_REMEMBERED)
def _stems_of(title: str) -> frozenset[str]:
    """The stems of a title, which every message is held against."""
    return frozenset(stems(title))
