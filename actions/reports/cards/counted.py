"""Whether a figure of a card counts the things whose number is asked for."""

from __future__ import annotations

import re

from actions.answer_type import noun_counted
from actions.reports.cards.lines import CardLine
from actions.reports.figures.asked import PERSONS_AS_SUCH, Asked
from knowledge.reports.models import FigureRow
from knowledge.text import content_stems, fold, stem, stems

HEAD = 3
"""First words of a label among which stands what it counts, where its unit only says that they are people."""
_PERSONS = frozenset(
    map(
        stem,
        "personne gens agent salarie famille jeune responsable enseignant doctorant beneficiaire passager "
        "douanier menage etp equivalent habitant".split(),
    )
)
_GROWN = frozenset(map(stem, ("adulte", "adults", "majeur")))
_SAMPLE = re.compile(r"\bechantillon\b")
_JOINED = re.compile(r"\b(?:et|ou) (?:d'|de |des |les )?([a-z]+)")


def counts_what_is_asked(line: CardLine, figure: FigureRow, asked: Asked, text: str) -> bool:
    """Whether a figure counts what ``text`` asks the number of, by its unit or as people ask for it; any does
    where nothing is named.
    """
    if _SAMPLE.search(fold(figure.label)) and not _SAMPLE.search(fold(text)):
        return False
    if not asked.counted:
        return True
    noun = stem(noun_counted(fold(text)) or "")
    return _counts(figure, asked.counted) or any(_counts_them(one, noun, asked) for one in line.asked)


def _counts_them(how_asked: str, noun: str, asked: Asked) -> bool:
    """« combien de lycées et d'écoles ? » counts both, « combien d'entreprises cotisent aux caisses ? » no
    caisses.
    """
    first, *joined = noun_counted(fold(how_asked)) or "", *_JOINED.findall(fold(how_asked))
    return bool(first) and (stem(first) in asked.counted or noun in map(stem, joined))


def _counts(figure: FigureRow, counted: frozenset[str]) -> bool:
    label = figure.name
    unit = frozenset(stems(figure.unit or ""))
    if unit & counted or not unit or counted & _acronyms(figure.label):
        return True
    if not unit & _PERSONS:
        return False
    return bool(counted & (PERSONS_AS_SUCH | _GROWN)) or any(
        one[:5] == other[:5] for one in counted for other in content_stems(label)[:HEAD]
    )


def _acronyms(label: str) -> set[str]:
    """The stems of the short names of a label: « Prêts à taux zéro renforcés (PTZ+) »."""
    return {stem(fold(word)) for word in re.findall(r"\w{2,}", label) if word.isupper()}
