"""How many of a kind the body has in all: the sentence of its report that says so, wherever it stands.

« Combien d'agents ? » is answered by « la commune emploie 151 agents », not by the 26 who were transferred.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from actions.reports.figures.asked import OCCASION, TIMES, Asked, asked_of
from actions.reports.figures.choice import column_words
from actions.reports.figures.counted import (
    A_YEAR,
    NUMBER,
    counts_some,
    counts_staff,
    of_a_namesake,
    of_what,
    said_around,
    surety,
    unit_of,
    value_of,
)
from actions.reports.figures.kinds import COUNTING, is_change, kind_of
from actions.reports.figures.wholes import is_part
from actions.reports.matters import words_beside_the_name
from actions.reports.subject import Subject
from knowledge.extraction.years import year_positions
from knowledge.number_words import NUMBER_WORDS
from knowledge.reports.base import ReportBase
from knowledge.reports.figure_search import names_a_class
from knowledge.reports.models import FigureRow, PassageRow, ReportSummary
from knowledge.text import content_stems, fold, sentences, stem

_GENERAL = frozenset(
    map(
        stem,
        "total totalite tout toute tous ensemble employe employer emploie travailler travaille municipal "
        "municipaux communal communaux territorial territoriaux permanent actuel actuellement exact "
        "exactement environ mairie ville compter compte gerer gere avoir effectif nombre population habiter "
        "habite vivre vit capacite dispose disposer place posseder monde rester reste restait encore "
        "exister existe existait france francais national".split(),
    )
)
"""Words of a question that narrow no count: « les agents municipaux en tout »."""
_USUAL = frozenset(map(stem, "habitants logements lits".split()))
_OF_A_ROW = frozenset(
    map(
        stem,
        "physique physiques reel reels pourvu pourvus budgetaire activite position statut statuts confondus "
        "total tout tous toute toutes ensemble permanent permanents municipal municipaux communal communaux "
        "commune ville population general global moyen decembre janvier insee legale t tot equivalent temps "
        "plein".split(),
    )
)
_DESCRIBES = re.compile(
    r"synth|resume|present|introduction|observations? (?:principales|preliminaires)|principales obs"
    r"|contexte|caracteristiques|effectif|demograph|population|capacite|patrimoine|parc\b"
)
"""Headings under which a report describes the body, or the very things."""
_OF_A_SERVICE = re.compile(r"\b(?:annexes?|direction|service|cellule|pole)\b")
"""Headings of a part of the body."""
_ON_STAFF = re.compile(
    r"\b(?:effectifs?|personnels?|ressources humaines|emplois?|agents|annexes?|presentation)\b"
)
_LEAST, _HEADED, _ANNEX, _SMALL, _OLD, _RECENT = 1.0, 0.7, 1.0, 1.5, 1.0, 0.3
"""The least that counts as sure; what headings, the size and the year add to that or take from it."""
_HALF, _FORMER, _ANCIENT, _NEAR = 0.5, 4, 9, 45
"""What share of the largest number is a part; years from which one is of former times, of ancient ones;
characters between a number and its year."""


def counts_the_whole(subject: Subject, base: ReportBase, asked: Asked) -> bool:
    """Whether a question counts what the body has in all, and names no part: « combien d'agents ? »."""
    if asked.kind != "count" or asked.change or asked.per or not asked.counted or not subject.named:
        return False
    if OCCASION in asked.counted or TIMES & asked.counted:
        return False
    return not words_beside_the_name(subject.text, subject, base) - asked.counted - _GENERAL - COUNTING


def only_counts_the_body(subject: Subject, base: ReportBase) -> bool:
    """Whether a message names only a body and what of it is counted: « les effectifs de la mairie »."""
    return counts_the_whole(subject, base, asked_of(subject.text))


def is_usual(asked: Asked) -> bool:
    """Whether what is counted is what reports tell the whole of: no other number of it stands for that."""
    return counts_staff(asked) or not _USUAL.isdisjoint(asked.counted)


def total_told(
    report: ReportSummary, base: ReportBase, asked: Asked, years: Sequence[int], text: str
) -> FigureRow | None:
    """The sentence that surely tells how many there are in all; of the years asked."""
    near = _near(asked)
    sentences_near = (
        (passage, sentence)
        for passage in base.passages(report.id)
        if passage.kind != "table" and near.search(passage.text)
        for line in passage.text.split("\n")
        if "|" not in line and near.search(line)
        for sentence in sentences(line)
        if near.search(sentence)
    )
    told = [one for p, sentence in sentences_near for one in _in_sentence(sentence, p, report, asked, text)]
    ends = [report.period[1]] if report.period else []
    told = [one for one in told if (one.year in years if years else not _is_ancient(one, ends))]
    undated = any(one.year is None for one in told)  # of the years that the report is on
    last = max([one.year for one in told if one.year] + (ends if undated else []), default=0)
    most = max((one.value for one in told), default=Decimal(0))

    def sure(one: FigureRow) -> float:
        former = one.year is not None and one.year < last - _FORMER
        small = float(one.value) < _HALF * float(most)
        recent = one.year is not None and one.year >= last - 1
        return one.score + _RECENT * recent - _OLD * former - _SMALL * small

    best = max(told, key=lambda one: (sure(one), one.year or 0, one.value), default=None)
    return replace(best, score=1.0) if best is not None and sure(best) >= _LEAST else None


def whole_rows(found: Sequence[FigureRow], asked: Asked) -> list[FigureRow]:
    """The rows of tables called by the things counted and by nothing else, in a part of the report that is on
    them: « Nombre total d'agents ».
    """
    known = asked.counted | COUNTING | _OF_A_ROW
    return [
        f
        for f in found
        if f.row_heading is not None
        and kind_of(f) == "count"
        and {*content_stems(f.row_heading), *content_stems(column_words(f))} <= known
        and not asked.counted.isdisjoint(content_stems(" ".join([f.row_heading, *f.place.path[-1:]])))
        and (not counts_staff(asked) or _ON_STAFF.search(fold(" ".join(f.place.path))))
    ]


def _is_ancient(figure: FigureRow, ends: Sequence[int]) -> bool:
    """Whether a number is of long before the years that its report is on."""
    return figure.year is not None and any(figure.year < end - _ANCIENT for end in ends)


def _near(asked: Asked) -> re.Pattern[str]:
    """A number and near after it the beginning of a word for what is counted, as printed."""
    roots = {one[:4] for one in asked.counted}
    if counts_staff(asked):
        roots |= {"equi", "etp", "pers", "coll", "20"}
    printed = "|".join(sorted(re.sub("e", "[eéèê]", root) for root in roots))
    return re.compile(rf"(?:\d|\b(?:{'|'.join(NUMBER_WORDS)}))[^.;|]{{0,25}}\b(?:{printed})", re.IGNORECASE)


def _in_sentence(
    sentence: str, passage: PassageRow, report: ReportSummary, asked: Asked, text: str
) -> Iterator[FigureRow]:
    folded = fold(sentence)
    for found in NUMBER.finditer(folded):
        before, after = folded[: found.start()], folded[found.end() :]
        unit = unit_of(after, before, asked)
        if unit is None or not unit[0] and A_YEAR.fullmatch(found[0]) or counts_some(before, unit[1], report):
            continue
        governed, label = surety(before, unit[1], asked)
        end = len(folded) - len(unit[1])
        row = FigureRow(
            report=report,
            label=of_what(label),
            value=value_of(found),
            printed=(sentence if len(sentence) == len(folded) else folded)[found.start() : end].strip(),
            unit=unit[0],
            year=_year(sentence, len(before), end),
            subject=None,
            row_heading=None,
            column_heading=None,
            quote=sentence,
            place=passage.place,
            score=governed + said_around(before, unit[1], unit[0]) + _headed(passage),
        )
        of_others = is_part(row, fold(text)) or is_change(row) or names_a_class(sentence, row.printed)
        if governed and not of_others and not of_a_namesake(sentence[: found.start()], report):
            yield row


def _headed(passage: PassageRow) -> float:
    """What the headings above add to the surety of a number."""
    path = fold(" ".join(passage.place.path))
    return _HEADED * (_DESCRIBES.search(path) is not None) - _ANNEX * (_OF_A_SERVICE.search(path) is not None)


def _year(sentence: str, start: int, end: int) -> int | None:
    """The year said right after a number, or before it, else the next one."""
    dated = year_positions(sentence)
    after = [(year, at) for year, at in dated if at >= start]
    before = [year for year, at in dated if at < start]
    if after and (after[0][1] - end < _NEAR / 2 or not before):
        return after[0][0]
    return before[-1] if before else None
