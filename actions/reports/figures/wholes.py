"""Whether a number is the whole of what is asked for, or one part of it.

« Combien d'agents ? » asks how many the body has: neither those of one service nor those of the department.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

from actions.reports.bodies.kinds import KIND_STEMS
from actions.reports.figures.asked import TIMES
from actions.reports.figures.counted import FROM
from actions.reports.figures.kinds import COUNTING, around, is_count_in_words, kind_of, label_of
from knowledge.dates import YEAR
from knowledge.reports.base import ReportBase
from knowledge.reports.figure_search import is_total
from knowledge.reports.models import FigureRow
from knowledge.reports.synonyms import synonyms
from knowledge.text import content_stems, fold, stem, stems

_SEVERAL = 3
"""Numbers of one thing in a paragraph from which they are its parts."""
_LONG_AGO = 10
"""Years before a report from which a number is history."""
_ROUNDED = Decimal("0.005")
"""Share by which rounded parts may miss their whole."""
_ALIKE = 0.2
"""Difference of score within which figures hold as much of what is asked: the whole is told first."""
_SAYS_WHOLE = re.compile(
    r"\b(?:effectifs?|totaux|total\w*|ensemble|compt(?:e|ait|ent|aient|ant)|dispos\w+|dote\w*"
    r"|emplo(?:ie|ient|yait|yaient|yant)|regroup\w+|reuni\w+|capacite|permanents?|population|peuple\w*)\b"
)
_SAYS_PART = re.compile(
    r"\b(?:dont|parmi|categories?|services?|poles?|annexes?|directions?|residences?|unites?|secteurs?|filieres?|sites?"
    r"|(?:non )?titulaires?|contractuels?|temps (?:non )?complet|retraite\w*|promu\w*|equipes?|missions?"
    r"|consacre\w*|affecte\w*|mobilis\w*)\b|\bequivalent (?:de|a)\b"
)
_IN_PART = re.compile(
    r"\babsen\w+|s['’]ajout\w+|heures supplementaires|\bhorizon\b|previsionn\w+"
    r"|\bmise?s? a (?:la )?disposition\b"
)
"""In a sentence: its number is added to others, is one of absences, of people lent, or not there yet."""
_THEN = re.compile(r"\balors\b(?! (?:meme )?qu)")
"""Before a number or just after it: it was so then."""
_JUST_AFTER = 30
_IN_OLD_TIMES = re.compile(r" (?:[a-z]+,? )?(?:en|vers|des|jusqu['’]en) (?:1[0-8]\d\d|19[0-6]\d)\b")
"""After a number: « 1 700 habitants en 1900 »."""
_OF_OTHERS = re.compile(
    r"\b(?:departement|region|agglomeration|communaute|intercommunalite|canton|arrondissement|bassin|france)\b"
)
_BESIDE_THE_SUBJECT = re.compile(
    r"(?:^|, ?)(?:situe|implante|localise|membre|commune|ville|chef|prefecture|sous)\w*\b[^,]*,"
)
"""« Située dans le département du Nord, la commune compte »: where it lies is no larger area counted."""
_ITS_PARTS = re.compile(r"(?: [a-z-]+){0,4},? dont\b")
"""After a number: its parts follow, it is their whole."""
_OF_WHAT = re.compile(r" (?:des?|du|d['’]) ?(?:la |l['’] ?)?([a-z]{3,})")
"""After a number: « 25 agents de surveillance » are not all agents, those « de la ville » are."""
_PER = re.compile(r" (?:pour|par) (?:\d|[a-z]+)")
"""After a number: « 885 lits pour 100 000 habitants » is a rate."""
_QUALIFIED = re.compile(
    r"\bpopulations? (dgf|actives?|scolaires?|penales?|carcerales?|touristiques?|estivales?|saisonnieres?"
    r"|etudiantes?|agees?|rurales?|urbaines?|jeunes?|salariees?|cibles?)\b|\b(dgf|estivale?s?|saison\w*)\b"
)
"""A population of some only, or one that a rule reckons: told where that is asked for."""
_AROUND_A_TOWN = re.compile(
    r"\b(?:territoire|cooperation|commune nouvelle|fusion|epci|pays|regroup\w+|rassembl\w+|constituer\w*)\b"
)
"""In the label of a number in a report on one town: of what it is a part of."""
_DID = re.compile(r" (?:[a-z]+ ){0,3}(?:ont|avaient) [a-z]")
"""After a number: « 477 bureaux de poste ont été transformés » are those, not all."""
_SEVERAL_TOWNS = re.compile(r"\b[a-z\d]+ (?:autres )?communes\b")
_ONE_TOWN = re.compile(r"\b(?:commune|ville)\b(?!.{0,20}\b(?:communaute|agglomeration|syndicat|metropole))")
"""In the label of a number: of a larger area than the body, unless its report has that word in its title."""
_WHOLE, _UNSAID, _OPEN, _IS_PART = range(4)
"""Ranks of figures: said to be the whole, a number of which nothing is said, any other figure, a part."""
_WHOLE_COLUMN = re.compile(r"\W*(?:t|tot|totaux|total|ensemble|effectif total)(?: general)?\W*")
_SERVICE = re.compile(r"[a-z)] [–-] ([a-z][^–]*)$")


def says_whole(figure: FigureRow, asked: str) -> bool:
    """Whether a sentence tells by a number how many things of a kind the body has in all."""
    return is_count_in_words(figure) and _rank(figure, asked) == _WHOLE


def without_smaller(found: Sequence[FigureRow], asked: str) -> list[FigureRow]:
    """The figures less the parts of the number told first, where that is the whole."""
    if not found or not says_whole(found[0], asked):
        return list(found)
    least = found[0].value / 2
    return [f for f in found if f.value >= least and (says_whole(f, asked) or _is_total_row(f))]


def _is_total_row(figure: FigureRow) -> bool:
    return figure.row_heading is not None and _SAYS_WHOLE.search(fold(figure.row_heading)) is not None


def wholes_first(found: Sequence[FigureRow], asked: str) -> list[FigureRow]:
    """The figures, of numbers that hold as much of what is asked the largest that says it is the whole first;
    last those of a paragraph that counts several one by one without their total.
    """
    several = Counter(filter(None, map(_enumeration, found)))
    best = max((figure.score for figure in found), default=0.0)

    def order(figure: FigureRow) -> tuple[int, bool, float]:
        enumerated = several.get(_enumeration(figure) or ("", "", None), 0) >= _SEVERAL
        timed = not TIMES.isdisjoint(stems(figure.unit or ""))
        if not is_count_in_words(figure) or timed or figure.score < best - _ALIKE:
            return _OPEN, enumerated, 0.0
        return _rank(figure, asked), enumerated, -float(figure.value)

    return sorted(found, key=order)


def is_part(figure: FigureRow, asked: str) -> bool:
    """Whether a sentence counts some of the things asked for, or those of others."""
    return is_count_in_words(figure) and _rank(figure, asked) == _IS_PART


def _rank(figure: FigureRow, asked: str) -> int:
    """The rank of a number: the whole, one of which nothing is said, a part or one of others."""
    label, sentence, title = fold(label_of(figure)), fold(figure.quote), fold(figure.report.title)
    others = {*_OF_OTHERS.findall(_BESIDE_THE_SUBJECT.sub(" ", label))} - {*_OF_OTHERS.findall(title)}
    some = {word for found in _QUALIFIED.findall(label) for word in found if word}
    before, after = around(figure)
    if any(word not in asked for word in some) or _names_some(figure, asked) or _PER.match(after):
        return _IS_PART
    if _IN_OLD_TIMES.match(after) or _THEN.search(f"{before} {after[:_JUST_AFTER]}"):
        return _IS_PART
    if _ONE_TOWN.search(title) and (_SEVERAL_TOWNS.search(before) or _AROUND_A_TOWN.search(label)):
        return _IS_PART
    if FROM.search(before) or _DID.match(after):
        return _OPEN
    parts = {*_SAYS_PART.findall(label), *_IN_PART.findall(sentence)}
    if others or any(part not in asked for part in parts):
        return _IS_PART
    if figure.year and figure.report.date and figure.year < figure.report.date.year - _LONG_AGO:
        return _OPEN
    return _WHOLE if _SAYS_WHOLE.search(sentence) else _UNSAID


def _names_some(figure: FigureRow, asked: str) -> bool:
    """Whether what a number counts is called by more than the things asked for and the body; what the
    question calls closer may be called so in other words: « bénéficiaires du RSA ».
    """
    before, after = around(figure)
    found = _OF_WHAT.match(after)
    if found is None or _SAYS_WHOLE.search(before):
        return False
    named = KIND_STEMS | {*stems(figure.report.title)}
    if stem(found[1]) in named | {*stems(asked)}:
        return False
    own = re.search(rf"\b{re.escape(fold(figure.unit or ''))}{_OF_WHAT.pattern}", asked)
    return own is None or stem(own[1]) in named


def _enumeration(figure: FigureRow) -> tuple[str, str, str | None] | None:
    said = fold(figure.quote)
    if not is_count_in_words(figure) or "au total" in said or _ITS_PARTS.match(around(figure)[1]):
        return None
    return figure.report.id, figure.place.anchor, figure.unit


def without_parts(found: Sequence[FigureRow], terms: Sequence[str], base: ReportBase) -> list[FigureRow]:
    """The figures less the rows and columns of a table whose total is there, unless they are asked for."""
    asked = set(terms).union(*map(synonyms, terms))
    found = [f for f in found if f.row_heading is None or not _of_some(f, asked)]
    found = _without_addends(found)
    totals = {(f.report.id, f.place.anchor) for f in found if is_total(f.row_heading)}
    common = {place: _of_every_row(base, *place) for place in totals}
    return [
        f
        for f in found
        if f.row_heading is None
        or asked.intersection(stems(f.row_heading)) - common.get((f.report.id, f.place.anchor), set())
        and not _has_whole_column(f, asked, base)
        or is_total(f.row_heading)
        or (f.report.id, f.place.anchor) not in totals
        and not _has_whole_column(f, asked, base)
    ]


def _without_addends(found: Sequence[FigureRow]) -> list[FigureRow]:
    """The figures less those that one of the same name and year sums up: « Nombre total des ETP » of the
    categories A, B and C, each in its table, beside that of all.
    """
    alike: dict[tuple[str | None, str | None, int | None], list[FigureRow]] = {}
    for figure in found:
        if figure.row_heading is not None:
            alike.setdefault((figure.row_heading, figure.column_heading, figure.year), []).append(figure)
    addends: list[FigureRow] = []
    for figures in alike.values():
        whole = max(figures, key=lambda one: one.value)
        parts = [one for one in figures if one.value != whole.value]
        if len(parts) > 1 and abs(sum(one.value for one in parts) - whole.value) <= whole.value * _ROUNDED:
            addends += parts
    return [figure for figure in found if not any(figure is one for one in addends)]


def _of_every_row(base: ReportBase, report: str, anchor: str) -> set[str]:
    """Stems that several rows of a table have in common: « personnel » singles out none of them."""
    rows = {f.row_heading for f in base.figures_at(report, anchor) if f.row_heading is not None}
    said = Counter(one for row in rows for one in {*stems(row)})
    return {one for one, times in said.items() if times >= _SEVERAL}


def _of_some(figure: FigureRow, asked: set[str]) -> bool:
    """Whether its column names some of the things asked for: « agents partagés » beside « agents », or its
    row a service: « ETP – Culture ».
    """
    if kind_of(figure) != "count":
        return False
    column, known = {*content_stems(_column(figure))}, asked | COUNTING
    service = _SERVICE.search(fold(figure.row_heading or ""))
    if service is not None and known.isdisjoint(stems(service[1])):
        return True
    return bool(column & asked) and not column <= known


def _has_whole_column(figure: FigureRow, asked: set[str], base: ReportBase) -> bool:
    """Whether a cell stands in its row beside the total of its year: « 2012 – B » beside « 2012 – T »."""
    column = _column(figure)
    if not column or _WHOLE_COLUMN.fullmatch(column) or asked.intersection(stems(column)):
        return False
    return any(
        other.row_heading == figure.row_heading
        and other.year == figure.year
        and _WHOLE_COLUMN.fullmatch(_column(other)) is not None
        for other in base.figures_at(figure.report.id, figure.place.anchor)
    )


def _column(figure: FigureRow) -> str:
    """The words of a column without its year."""
    return YEAR.sub("", fold(figure.column_heading or "")).strip(" –-")
