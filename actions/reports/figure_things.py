"""Whether a figure is on the thing that a question asks the amount of.

A report that tells no cost of the pool tells costs of much else: an amount beside the question is none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from actions.reports.bodies import BODIES
from actions.reports.figure_kinds import label_of, names_an_amount
from actions.reports.matters import name_stems, words_beside_the_name
from actions.reports.subject import Subject, reports_of
from knowledge.reports.base import ReportBase
from knowledge.reports.lay_vocabulary import report_words
from knowledge.reports.models import FigureRow, PassageHit
from knowledge.reports.name_forms import KINDS
from knowledge.reports.synonyms import synonyms
from knowledge.text import STOP_WORDS, fold, sentences, stem, stems

_NAMED = re.compile(r"\b(?:(?:les?|la|une?|des?|du|aux?|ses?|sa|leurs?|cette?) |[ld]['’] ?)([a-z]{3,})")
"""A noun, after its article: verbs of a question are said in other words by reports."""
_OF_MONEY = frozenset(map(stem, "charge depense cout frais montant produit recette budget masse".split()))
"""Of « masse salariale » and « charges de personnel », said for each other, the words of no thing."""
_HOUSES = frozenset(map(stem, BODIES - KINDS))
"""What may be a body, and a thing of another: « le casino de la ville »."""
_GENERAL = frozenset(
    map(
        stem,
        "an annee exercice total totalite ensemble moyenne niveau somme chiffre evolution hausse baisse "
        "periode masse moment fin debut date faire argent public compte frais gens personne monde".split(),
    )
)
"""Nouns beside the thing whose amount is asked for."""


def things_asked(subject: Subject, base: ReportBase) -> frozenset[str]:
    """Stems of the nouns of a question that say whose amount it asks for, names and words of money left out;
    of one in key words, all of them.
    """
    folded = fold(subject.text)
    said = folded.split()
    nouns = set(_NAMED.findall(folded)) if not STOP_WORDS.isdisjoint(said) else {*said}
    beside = words_beside_the_name(subject.text, subject, base) | (_HOUSES - _named(subject, base))
    return frozenset(stem(noun) for noun in nouns if not names_an_amount(noun)) & (beside - _GENERAL)


def _named(subject: Subject, base: ReportBase) -> frozenset[str]:
    """Stems of the names of the bodies meant and of the titles of their reports."""
    titles = (report.title for report in reports_of(subject, base))
    return name_stems(subject).union(stems(" ".join(titles)))


def is_on(figure: FigureRow, things: frozenset[str], base: ReportBase) -> bool:
    """Whether the words of a figure, of its table or of the headings above name one of the things."""
    if not things:
        return True
    tables = base.tables(figure.report.id) if figure.row_heading is not None else ()
    captions = [t.caption or "" for t in tables if t.place.anchor == figure.place.anchor]
    return _say(" ".join([label_of(figure), figure.quote, *figure.place.path, *captions]), things)


def gives_amount(hits: Sequence[PassageHit], things: frozenset[str]) -> bool:
    """Whether a sentence or table of the passages has an amount of money and names one of the things."""
    return any(
        "€" in part or re.search(r"\beuros?\b|\d\d\d", part)
        for hit in hits
        for part in ([hit.text] if hit.kind == "table" or "|" in hit.text else sentences(hit.text))
        if _say(part, things)
    )


def _say(text: str, things: frozenset[str]) -> bool:
    said = frozenset(stems(text))
    meant = report_words(things)
    return any(
        thing in said
        or (synonyms(thing) - _OF_MONEY) & said
        or any(phrase <= said for phrase in meant[thing])
        for thing in things
    )
