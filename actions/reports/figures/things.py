"""Whether a figure is on the thing that a question asks the amount of.

A report that tells no cost of the pool tells costs of much else: an amount beside the question is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from actions.reports.bodies.kinds import BODIES
from actions.reports.figures.asked import names_an_amount
from actions.reports.figures.columns import all_said_of
from actions.reports.figures.kinds import label_of
from actions.reports.figures.measures import names_measure
from actions.reports.matters import name_stems, words_beside_the_name
from actions.reports.subject import Subject, reports_of
from knowledge.dates import YEAR
from knowledge.reports.base import ReportBase
from knowledge.reports.lay_vocabulary import report_words
from knowledge.reports.models import FigureRow, PassageHit, PassageRow
from knowledge.reports.name_forms import KINDS
from knowledge.reports.synonyms import synonyms
from knowledge.text import STOP_WORDS, fold, sentences, stem, stems

_NAMED = re.compile(
    r"\b(?:(?:les?|la|une?|des?|du|aux?|ses?|sa|leurs?|cette?) |[ld]['’] ?)"
    r"(?:(?:ancien(?:ne)?|nouve(?:au|l|lle|aux)|p(?:e)?tite?|grande?|premi(?:er|ere)|derni(?:er|ere)|seule?|meme"
    r"|autre|vrai|bon|gros|vieux|ex)s? )?([a-z]{3,})"
)
"""A noun, after its article: verbs of a question are said in other words by reports."""
_PRICE = re.compile(
    r"\b(?:prix|tarifs?|price)\b(?! (?:de revient|d.achat|d.acquisition|de (?:vente|cession)|du terrain))"
)
_SAYS_A_PRICE = re.compile(
    r"\b(?:prix|tarifs?|factur\w*|forfaits?|abonnements?|redevances?|loyers?|payant\w*|gratuit\w*|unitaires?)\b"
    r"|(?:€|euros?)(?: (?:ttc|ht))?(?:/| (?:par|pour|le|la|l['’]) ?[a-z])"
    r"|(?:/|\bpar) ?(?:m3|m²|m2|kwh|jour|journee|mois|repas|nuit|h)\b"
)
"""In a question, and in a report: a price, or an amount of one thing."""
_SAYS_SPENT = re.compile(
    r"\b(?:cou[tu]|surcout|depens|montant|invest|travaux|financ|factur|budget|charge|chiffr|prix|frais|estim"
    r"|evalu|acqui|achat|achet|construi|construct|renov|vers|pay|subvention|marche|rembours|enveloppe|milli)\w*"
)
"""In a report: an amount was spent, and not earned."""
_AMOUNT = re.compile(r"€|\beuros?\b|\bf ?cfp\b|\d\d\d|\d,\d")
_A_PRICE = re.compile(
    r"(?<!\d )(?<![\d,.])\d{1,3}(?:,\d+)? ?(?:€|euros?\b)|\|\W*\d{1,3}(?:,\d+)?(?= ?(?:€|\||$))"
)
"""An amount of one thing: below a thousand."""
_CLASS = re.compile(r"\b(?=([a-z]{3,}) (?:de |d['’] ?|en )(?!la |les |l['’])([a-z]{4,}))")
_NO_PRICE = 10_000
"""An amount that is of more than one thing: what a price is asked for costs less."""
_SHARE = re.compile(r"%|\b[Tt]aux\b[^.;]*\d|\bpour ?cent\b")
_OF_MONEY = frozenset(
    map(stem, "charge depense cout frais montant produit recette budget masse taxe impot".split())
)
"""Of « masse salariale » and « charges de personnel », said for each other, and of « taxe d'enlèvement des
ordures », the words of no thing."""
_HOUSES = frozenset(map(stem, BODIES - KINDS))
"""What may be a body, and a thing of another: « le casino de la ville »."""
_GENERAL = frozenset(
    map(
        stem,
        "an annee exercice total totalite ensemble moyenne niveau somme chiffre evolution hausse baisse "
        "periode masse moment fin debut date faire argent public compte frais gens personne monde fois "
        "calcul saison hiver ete rentree municipalite intercommunalite mairie interco suite cause "
        "titre".split(),
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
    nouns |= {"salariale"} if "masse salariale" in folded else set()
    return frozenset(stem(noun) for noun in nouns if not names_an_amount(noun)) & (beside - _GENERAL)


def class_counted(subject: Subject, counted: frozenset[str], base: ReportBase) -> frozenset[str]:
    """Stem of the word that says which of the things counted are asked for: « lits de chirurgie »."""
    if not counted:
        return frozenset()
    pairs = _CLASS.findall(fold(subject.text))
    named = {stem(of_what) for one, of_what in pairs if stem(one) in counted}
    return (words_beside_the_name(subject.text, subject, base) - _GENERAL) & named - counted


def _named(subject: Subject, base: ReportBase) -> frozenset[str]:
    """Stems of the names of the bodies meant and of the titles of their reports."""
    titles = (report.title for report in reports_of(subject, base))
    return name_stems(subject).union(stems(" ".join(titles)))


def asks_a_price(text: str) -> bool:
    """« prix de l'entrée », « c'est quoi le tarif »: of one thing, which no total of money is."""
    return _PRICE.search(fold(text)) is not None


def is_a_price(figure: FigureRow) -> bool:
    """Whether a figure, or what stands above it, is said to be a price: no deficit, no large sum."""
    if abs(figure.value) >= _NO_PRICE:
        return False
    said = " ".join([label_of(figure), figure.quote, *figure.place.path])
    return _SAYS_A_PRICE.search(fold(said)) is not None


def is_on(
    figure: FigureRow, things: frozenset[str], base: ReportBase, asked: frozenset[str] = frozenset()
) -> bool:
    """Whether the words of a figure, of its table or of the headings above name one of the things; ``asked``
    are all stems of the question, whose phrases reports say shorter: « TH » for « taxe d'habitation ».
    """
    if not things:
        return True
    return _say(all_said_of(figure, base), things, asked)


def gives_amount(
    hits: Sequence[PassageHit | PassageRow],
    things: frozenset[str],
    price: bool = False,
    measures: frozenset[str] = frozenset(),
    spent: bool = False,
) -> bool:
    """Whether a sentence or table of the passages has an amount of money and names one of the things and of
    the ``measures``; where a ``price`` or what was ``spent`` is asked, says that it is one.
    """
    amount = _A_PRICE if price else _AMOUNT
    return any(
        amount.search(YEAR.sub("", fold(told)))
        and (not things or _say(said, things))
        and names_measure(said, measures)
        and (not price or _SAYS_A_PRICE.search(fold(" ".join([*hit.place.path, said]))))
        and (not spent or _SAYS_SPENT.search(fold(said)))
        for hit in hits
        for told, said in told_with(hit)
    )


def told_with(hit: PassageHit | PassageRow) -> Iterator[tuple[str, str]]:
    """Each sentence, each row of a table, with the words that say what it is on: a row with its headings."""
    for one in hit.text.split("\n"):
        if "|" in one:
            head = " ".join([*hit.place.path[-1:], *hit.text.split("\n")[:2]])
            yield one, f"{head} {one}"
        else:
            yield from ((sentence, sentence) for sentence in sentences(one))


def gives_share(hits: Sequence[PassageHit | PassageRow], things: frozenset[str]) -> bool:
    """Whether a sentence or table of the passages has a rate and names all of the things, of which the
    heading of a table names some: « le taux de réussite au bac » is in no table of pupils by class.
    """
    return any(
        _SHARE.search(part)
        and all(_say(" ".join([part, *hit.place.path[-1:]]), frozenset([thing])) for thing in things)
        for hit, part in _parts(hits)
    )


def _parts(
    hits: Sequence[PassageHit | PassageRow],
) -> Iterator[tuple[PassageHit | PassageRow, str]]:
    """The sentences of passages, whole tables, each with its passage."""
    for hit in hits:
        for part in [hit.text] if hit.kind == "table" or "|" in hit.text else sentences(hit.text):
            yield hit, part


def _say(text: str, things: frozenset[str], beside: frozenset[str] = frozenset()) -> bool:
    said = frozenset(stems(text))
    meant = report_words(things | beside)
    return any(
        thing in said
        or (synonyms(thing) - _OF_MONEY) & said
        or any(phrase <= said for phrase in meant[thing])
        for thing in things
    )
