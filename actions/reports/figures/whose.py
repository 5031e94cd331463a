"""Whose amount a figure of a report is: the body's own, or that of others its report tells of too.

A report on a town tells in the same words what other towns owe, what the region gives, what a law allows,
and has tables of the social centre beside it, of those who run its services, of staff on contract.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from actions.reports.figures.amount import Amount
from actions.reports.figures.columns import captions_of
from actions.reports.figures.counted import of_a_namesake
from knowledge.reports.base import ReportBase
from knowledge.reports.models import FigureRow
from knowledge.text import fold, stems

_COMPARED = re.compile(
    r"\b(?:strate|moyennes? (?:de|des|du|nationale|departementale|regionale)s?|au niveau national"
    r"|autres (?:communes|villes|collectivites|etablissements)|communes (?:comparables|similaires|de))\b"
)
"""In the label of a figure: of the bodies that the audited one is compared with."""
ASKS_OF_OTHERS = re.compile(
    r"\b(?:strate|moyennes?|national\w*|compar\w+|ailleurs|(?:autres?|memes?) \w+|pareil\w*|others?)\b"
)
"""In a question: other bodies are asked about, or how this one compares."""
_BESIDE_IT = re.compile(r"\b(?:a titre de|par) comparaison\b|\bs['’]ajout\w+")
"""In a sentence: its figure is of another body, or comes on top of the one asked for."""
SET_AGAINST = re.compile(r"\b(?:inferieur|superieur|ecart|alors que|au lieu|contre|depass|exced|non respect)")
"""What sets the own figure of a body against that of others or a rule, in one sentence."""
_RULE = re.compile(
    r"\b(?:decrets?|arretes?|circulaires?|loi (?:n|du)|articles? (?:[lrd]\b|\d)|code (?:du|de|general)"
    r"|tout(?:e?s)? \w+ doi\w+|(?:plancher|plafond|duree|seuil)s? (?:legal|reglementaire)\w*)"
)
"""In a sentence: what a text allows or demands of every body."""
_ASKS_THE_RULE = re.compile(
    r"\b(?:leg(?:al|aux)\w*|loi|regles?|reglement\w*|decrets?|plafonds?|seuils?|legally|law)\b"
)
_GIVER = re.compile(
    r"\b(?:subventions?|aides?|participations?|contributions?) (?:de |du |d['’] ?)(?:la |l['’] ?)?"
    r"(region|departement|metropole|agglomeration|europe)s?\b"
)
_GIVERS = re.compile(
    r"\b(?:region|departement|metropole|agglomeration|europe|etat|ville|commune|communaute)\b"
)
"""Who gives a subsidy: in a question, and in the label of a row."""
_ABROAD = re.compile(
    r"\b(?:en (?:allemagne|angleterre|autriche|belgique|espagne|italie|suede|suisse)"
    r"|au (?:canada|quebec|portugal|royaume-uni)|aux (?:etats-unis|pays-bas))\b"
)
_OTHERS = re.compile(
    r"\b(?:non[- ]titulaires?|contractuels?|vacataires?|budgets? annexes?|ccas|cias|caisse des ecoles"
    r"|delegataires?|concessionnaires?|fermiers?|filiales?)\b"
)
_SOME_STAFF = re.compile(r"\b(?:titulaires?|contractuels?|vacataires?)\b")
"""In the label of a row: some of the staff only."""
_AND_ITSELF = re.compile(r"\b(?:principal|consolid\w+|ensemble|total\w*|titulaires? et)\b")


def is_of_those_compared(amount: Amount, asked: str) -> bool:
    """Whether an amount is of the bodies that the audited one is compared with, unasked."""
    return _COMPARED.search(amount.label) is not None and not ASKS_OF_OTHERS.search(asked)


def is_told_beside(amount: Amount, asked: str) -> bool:
    """Whether a sentence tells its amount to compare or add it, or counts what a text demands of all."""
    if _BESIDE_IT.search(amount.sentence) and not ASKS_OF_OTHERS.search(asked):
        return True
    ruled = amount.kind == "count" and _RULE.search(amount.sentence) and not _ASKS_THE_RULE.search(asked)
    return bool(ruled) and not SET_AGAINST.search(amount.sentence)


def is_of_elsewhere(amount: Amount, asked: str) -> bool:
    """Whether a sentence tells of a country, or a row of a giver of subsidies, that is not asked about."""
    giver, givers = _GIVER.search(asked), set() if amount.sentence else {*_GIVERS.findall(amount.label)}
    if giver and givers and giver[1] not in givers:
        return True
    return bool({*_ABROAD.findall(amount.sentence)} - {*_ABROAD.findall(asked)})


def of_the_body(found: Sequence[FigureRow], asked: str, base: ReportBase) -> list[FigureRow]:
    """The figures that are the body's own, where there are any."""
    own = [figure for figure in found if not is_of_another(figure, asked, base)]
    return own or list(found)


def is_of_another(figure: FigureRow, asked: str, base: ReportBase) -> bool:
    """Whether its table or the headings above name a part or another body, not asked for, or its sentence
    tells it of one that the report is not on: « Barcelonnette, qui compte 2 700 habitants ».
    """
    if figure.row_heading is None and of_a_namesake(figure.quote.partition(figure.printed)[0], figure.report):
        return True
    known = {*stems(asked), *stems(figure.report.title)}
    row = fold(figure.row_heading or "")
    above = [fold(text) for text in (*figure.place.path, *captions_of(figure, base))]
    named = [one for text in (row, *above) if not _AND_ITSELF.search(text) for one in _OTHERS.findall(text)]
    named += [] if _AND_ITSELF.search(row) else _SOME_STAFF.findall(row)
    return any(known.isdisjoint(stems(one)) for one in named)
