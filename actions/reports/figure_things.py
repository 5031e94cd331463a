"""Whether a figure is on the thing that a question asks the amount of.

A report that tells no cost of the pool tells costs of much else: an amount beside the question is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

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
_PRICE = re.compile(r"\b(?:prix|tarifs?|price)\b(?! de revient)")
_SAYS_A_PRICE = re.compile(
    r"\b(?:prix|tarifs?|factur\w*|forfaits?|abonnements?|redevances?|loyers?|payant\w*|gratuit\w*|unitaires?)\b"
    r"|(?:€|euros?)(?: (?:ttc|ht))?(?:/| (?:par|pour|le|la|l['’]) ?[a-z])"
    r"|/ ?(?:m3|m²|m2|kwh|jour|mois|repas|h)\b"
)
"""In a question, and in a report: a price, or an amount of one thing."""
_SHARE = re.compile(r"%|\b[Tt]aux\b[^.;]*\d|\bpour ?cent\b")
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


def asks_a_price(text: str) -> bool:
    """« prix de l'entrée », « c'est quoi le tarif »: of one thing, which no total of money is."""
    return _PRICE.search(fold(text)) is not None


def is_a_price(figure: FigureRow) -> bool:
    """Whether a figure, or what stands above it, is said to be a price; a deficit is none."""
    said = " ".join([label_of(figure), figure.quote, *figure.place.path])
    return _SAYS_A_PRICE.search(fold(said)) is not None


def is_on(figure: FigureRow, things: frozenset[str], base: ReportBase) -> bool:
    """Whether the words of a figure, of its table or of the headings above name one of the things."""
    if not things:
        return True
    tables = base.tables(figure.report.id) if figure.row_heading is not None else ()
    captions = [t.caption or "" for t in tables if t.place.anchor == figure.place.anchor]
    return _say(" ".join([label_of(figure), figure.quote, *figure.place.path, *captions]), things)


def gives_amount(hits: Sequence[PassageHit], things: frozenset[str], price: bool = False) -> bool:
    """Whether a sentence or table of the passages has an amount of money and names one of the things; where a
    ``price`` is asked, says that it is one.
    """
    return any(
        "€" in part or re.search(r"\beuros?\b|\d\d\d", part)
        for hit, part in _parts(hits)
        if _say(part, things) and (not price or _SAYS_A_PRICE.search(fold(" ".join([*hit.place.path, part]))))
    )


def gives_share(hits: Sequence[PassageHit], things: frozenset[str]) -> bool:
    """Whether a sentence or table of the passages has a rate and names all of the things, of which the
    heading of a table names some: « le taux de réussite au bac » is in no table of pupils by class.
    """
    return any(
        _SHARE.search(part)
        and all(_say(" ".join([part, *hit.place.path[-1:]]), frozenset([thing])) for thing in things)
        for hit, part in _parts(hits)
    )


def _parts(hits: Sequence[PassageHit]) -> Iterator[tuple[PassageHit, str]]:
    """The sentences of passages, whole tables, each with its passage."""
    for hit in hits:
        for part in [hit.text] if hit.kind == "table" or "|" in hit.text else sentences(hit.text):
            yield hit, part


def _say(text: str, things: frozenset[str]) -> bool:
    said = frozenset(stems(text))
    meant = report_words(things)
    return any(
        thing in said
        or (synonyms(thing) - _OF_MONEY) & said
        or any(phrase <= said for phrase in meant[thing])
        for thing in things
    )
