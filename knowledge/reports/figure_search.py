"""Figures by what they measure, of whom, and when: « quel était l'endettement de X en 2014 ? »."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from knowledge.extraction.years import is_of_season
from knowledge.reports.lay_vocabulary import Phrase, report_words
from knowledge.reports.models import FigureRow, ReportSummary
from knowledge.reports.questions import FigureUnit, Question
from knowledge.reports.read import FIGURE_COLUMNS, figure_row
from knowledge.reports.synonyms import synonyms
from knowledge.text import fold, stem, words

MONEY_UNITS = frozenset(("EUR", "XPF", "FRF", "USD"))
_LABEL, _CONTEXT = 1.0, 0.5
_SYNONYM = 0.8
_VARIATION = re.compile(r"\b(evolu|variat|var|ecart|tcam|croissanc|moyen|cumul|structur|taux)", re.IGNORECASE)
_LEAST_SCORE = 0.3
_FLOWS = frozenset(
    map(
        stem,
        "annuite remboursement interet charge service amortissement nouveau nouvel variation var".split(),
    )
)
_OTHER_THING = {"habit": {"tax"}, **dict.fromkeys(map(stem, "dette encours endettement".split()), _FLOWS)}
"""A stem of two things, and those of the words which tell the other: « taxe d'habitation » counts no
inhabitant, « annuité de la dette » is not what is owed."""
_UNITS = 512
"""Units whose stems are remembered."""
_COUNTED_AS = {stem("population"): stem("habitant")}
"""What is counted where a word names them all together."""
_TOTAL = re.compile(r"\W*(?:totaux|total|ensemble)(?: general)?\W*")
"""A row that only says so: it measures what the table is about."""
_SHARED_OUT = re.compile(
    r"\b(?:par|chaque) ([\w-]+)"
    r"|\brapporte\w* (?:aux? |a la |a l['’])(?:nombre |population )?(?:d[e'’] ?|des )?([\w-]+)"
)
"""« par habitant », « rapporté au nombre d'habitants »: what an amount is divided by, not what is counted."""
_THRESHOLD = re.compile(
    r"\b(?:de|a) (?:plus|moins) (?:de|d['’])\W*$|\b(?:au moins|pour|par|tous les|entre)\W*$"
    r"|(?<!peu )\bmoins (?:de|d['’])\W*$"
    r"|\b(?:comptant|employant|ayant|depassant|excedant) plus (?:de|d['’])\W*$"
    r"|\bentre \d[\d ]*(?:[a-z]+ )?et\W*$|\b(?:superieur|inferieur|egal|limit)\w* a\W*$"
    r"|(?<!\d )\b(?:communes|villes|collectivites|strate|tranches?)\b[^.;,]{0,40}\b(?:de|a|et)\W*$"
)
"""What stands before a number that counts nobody: « les communes de plus de 10 000 », « pour 1 000 »."""
_OF_MONEY = frozenset(map(stem, "masse charge depense".split()))
_PAY = frozenset(map(stem, "masse salariale personnel".split()))
"""« masse salariale » and « charges de personnel » are said for each other; charges alone are of anything."""
_SPENT = frozenset(map(stem, "payer paye depense debourser".split()))
_SPENDING = frozenset(map(stem, "charge depense frais cout".split()))
_BALANCE = frozenset(map(stem, "deficit excedent benefice perte".split()))
_RESULT = frozenset(map(stem, "resultat solde".split()))
"""« combien a-t-elle payé » asks for charges, « le déficit » for a result."""
_COUNTED, _IN_A_CLASS, _WHOLE = 0.15, 0.3, 0.05
"""What a number is better for counting the very thing asked for, worse for naming a class of others, and
better for being the total of a table."""
_WHEN = re.compile(r"(?:\W|\d|\b(?:annees?|exercices?|au|fin|decembre|saisons?)\b)*")
"""The heading of a row that says no more than when: what is measured stands over the column."""


def find_figures(
    db: sqlite3.Connection,
    question: Question,
    terms: Mapping[str, float],
    reports: Mapping[int, ReportSummary],
    limit: int | None = 10,
    names: frozenset[str] = frozenset(),
) -> list[FigureRow]:
    """Return the figures of `reports` that answer `question`, best first.

    `terms` are the stems that say what is measured with their rarity, without those of the body, its `names`.
    """
    if not reports or not terms:
        return []
    scored: list[tuple[float, sqlite3.Row]] = []
    wanted = _Wanted.of(terms)
    for row in _rows(db, list(reports), question.years):
        score = _score(row, question, wanted, names)
        if score >= _LEAST_SCORE:
            scored.append((score, row))
    scored.sort(key=lambda pair: (-pair[0], -(pair[1]["year"] or 0), pair[1]["anchor"]))
    return [
        replace(figure_row(row, reports[row["report_id"]]), score=round(score, 3))
        for score, row in scored[:limit]
    ]


def list_figures(
    db: sqlite3.Connection,
    reports: Mapping[int, ReportSummary],
    year: int | None = None,
    anchor: str | None = None,
    limit: int | None = None,
) -> list[FigureRow]:
    """Return the figures of `reports` in reading order, those of a year or of one table when given."""
    marks = ", ".join("?" for _ in reports)
    rows = db.execute(
        f"SELECT {FIGURE_COLUMNS} FROM figure f"
        " LEFT JOIN section s ON s.report_id = f.report_id AND s.ordinal = f.section"
        f" WHERE f.report_id IN ({marks}) AND (? IS NULL OR f.year = ?) AND (? IS NULL OR f.anchor = ?)"
        " ORDER BY f.id LIMIT ?",
        (*reports, year, year, anchor, anchor, -1 if limit is None else limit),
    )
    return [figure_row(row, reports[row["report_id"]]) for row in rows]


def _rows(db: sqlite3.Connection, reports: Sequence[int], years: Sequence[int]) -> list[sqlite3.Row]:
    marks = ", ".join("?" for _ in reports)
    wanted = ", ".join("?" for _ in years)
    in_years = f" AND (f.year IN ({wanted}) OR f.year IS NULL)" if years else ""
    return db.execute(
        f"SELECT {FIGURE_COLUMNS}, f.label_stems, f.context_stems FROM figure f"
        " LEFT JOIN section s ON s.report_id = f.report_id AND s.ordinal = f.section"
        f" WHERE f.report_id IN ({marks}){in_years}",
        (*reports, *years),
    ).fetchall()


@dataclass(frozen=True)
class _Wanted:
    """What is measured, by the stems asked with their weights, and all that may be said for each."""

    terms: Mapping[str, float]
    others: Mapping[str, frozenset[str]]
    meant: Mapping[str, Sequence[Phrase]]
    total: float
    forms: Mapping[str, frozenset[str]]
    """Every stem of these for each."""
    every: frozenset[str]
    """Every stem of these: a figure without any measures something else."""
    other_things: Sequence[tuple[frozenset[str], frozenset[str]]]
    """A word for several things and those for it, and those beside which they are another than is asked."""

    @classmethod
    def of(cls, terms: Mapping[str, float]) -> _Wanted:
        """The stems asked, without « masse » beside what it is of."""
        if stem("masse") in terms and stem("salariale") in terms:
            terms = {term: weight for term, weight in terms.items() if term != stem("masse")}
        others = {term: _other_words(term) for term in terms}
        meant = report_words(terms)
        forms = {term: others[term].union([term], *meant[term]) for term in terms}
        every = frozenset().union(*forms.values())
        other_things = [
            ((synonyms(t) - terms.keys()) | {t}, frozenset(beside))
            for t, beside in _OTHER_THING.items()
            if beside.isdisjoint(terms)
        ]
        return cls(terms, others, meant, sum(terms.values()), forms, every, other_things)

    def presence(self, label: frozenset[str], context: frozenset[str]) -> float:
        """How much of what is asked a figure says, by weight, in its label or beside it."""
        said = label | context
        return sum(
            weight * _presence(term, self.others[term], self.meant[term], label, context)
            for term, weight in self.terms.items()
            if not self.forms[term].isdisjoint(said)
        )

    def in_label(self, label: frozenset[str]) -> float:
        """The share of what is asked that a label says."""
        said = sum(t in label or not self.others[t].isdisjoint(label) for t in self.terms)
        return said / len(self.terms)

    def of_the_thing(self, stems: Sequence[str], label: Sequence[str]) -> frozenset[str]:
        """Stems of a figure, less those that by its label name another thing than the one asked for."""
        found, said = frozenset(stems), {*stems, *label}
        for of_another, beside in self.other_things:
            if not (of_another.isdisjoint(said) or beside.isdisjoint(said)):
                found -= of_another
        return found


def _other_words(term: str) -> frozenset[str]:
    """What figures are called by for a word asked."""
    others = synonyms(term) - (_OF_MONEY if term in _PAY else frozenset())
    if term in _SPENT:
        others |= _SPENDING
    return others | _RESULT if term in _BALANCE else others


def _score(row: sqlite3.Row, question: Question, wanted: _Wanted, names: frozenset[str]) -> float:
    counted = _counted(row["unit"], wanted.terms)
    said, around = row["label_stems"].split(), row["context_stems"].split()
    if not counted and wanted.every.isdisjoint(said) and wanted.every.isdisjoint(around):
        return 0.0
    label = wanted.of_the_thing(said, said) | counted
    context = wanted.of_the_thing(around, said)
    whole = is_total(row["row_heading"])
    if _named_by_heading(row):
        label, context = counted, context | label
    elif label and label <= names:  # the body among others: what is measured stands above
        label, whole = context, True
    elif row["row_heading"] is not None and is_a_time(row["row_heading"]):
        label |= wanted.every.intersection(map(stem, words(row["column_heading"] or "")))
    shared_out = frozenset[str]()
    if not counted and not wanted.terms.keys().isdisjoint(label | context):
        shared_out = _shared_out(row, question)
    known = label - shared_out
    found = wanted.presence(known, context - shared_out)
    if not found:
        return 0.0
    extra = 0 if whole else sum(token not in wanted.every for token in label)
    score = found / wanted.total - 0.04 * min(extra, 5) + 0.1 * wanted.in_label(known)
    score += _unit_bonus(row, question.unit) + (_WHOLE if whole else 0.0)
    if counted:
        score += -_IN_A_CLASS if names_a_class(row["quote"], row["printed"]) else _COUNTED
    if question.years:
        headings = (row["column_heading"] or "", row["row_heading"] or "")
        of_the_year = row["year"] in question.years or any(is_of_season(h, question.years) for h in headings)
        score += 0.1 if of_the_year else -0.25
    if row["column_heading"] and _VARIATION.search(row["column_heading"]) and question.unit != "percent":
        score -= 0.2
    return min(score / 1.2, 1.0)


def is_a_time(heading: str) -> bool:
    """Whether the heading of a row says no more than when: « 2012/2013 »."""
    return _WHEN.fullmatch(fold(heading)) is not None


def is_total(heading: str | None) -> bool:
    """Whether the heading of a row says « Total » and nothing else."""
    return heading is not None and _TOTAL.fullmatch(fold(heading)) is not None


def _named_by_heading(row: sqlite3.Row) -> bool:
    """Whether a figure of a sentence is called by the heading above, for want of words of its own."""
    return row["row_heading"] is None and f'"{row["label"]}"]' in (row["path"] or "")


def _counted(unit: str | None, terms: Mapping[str, float]) -> frozenset[str]:
    """The stem asked for that is what a number counts: « 17 112 habitants »."""
    if unit is None or unit == "%" or unit in MONEY_UNITS:
        return frozenset()
    named = _stems_of_a_unit(unit)
    return frozenset(term for term in terms if _COUNTED_AS.get(term, term) in named)


@lru_cache(maxsize=_UNITS)
def _stems_of_a_unit(unit: str) -> frozenset[str]:
    return frozenset(map(stem, words(unit)))


def _shared_out(row: sqlite3.Row, question: Question) -> frozenset[str]:
    """Stems of what an amount is divided by, unless the question divides by it too."""
    text = " ".join(row[column] or "" for column in ("row_heading", "column_heading", "label", "quote"))
    return (
        divisors(text) - divisors(question.text)
        if " par " in text or "rapport" in text or "chaque" in text
        else frozenset()
    )


def divisors(text: str) -> frozenset[str]:
    """The stems of what a text divides an amount by: « la dette par habitant »."""
    found = (match.group(1) or match.group(2) for match in _SHARED_OUT.finditer(fold(text)))
    return frozenset(stem(word) for words_of_one in found for word in words(words_of_one))


def names_a_class(quote: str | None, printed: str) -> bool:
    """Whether a number in a sentence bounds a class of bodies or is what others are shared by."""
    before, number, _ = (quote or "").partition(printed)
    return bool(number) and _THRESHOLD.search(fold(before)) is not None


def _presence(
    term: str,
    others: frozenset[str],
    meant: Sequence[Phrase],
    label: frozenset[str],
    context: frozenset[str],
) -> float:
    if term in label:
        return _LABEL
    if not others.isdisjoint(label) or meant and any(phrase <= label for phrase in meant):
        return _SYNONYM
    if term in context:
        return _CONTEXT
    said = not others.isdisjoint(context) or any(phrase <= context for phrase in meant)
    return _CONTEXT * _SYNONYM if said else 0.0


def _unit_bonus(row: sqlite3.Row, asked: FigureUnit | None) -> float:
    unit = row["unit"]
    if asked is None or unit is None:
        return 0.0
    return 0.1 if kind_of(unit) == asked else -0.2


def kind_of(unit: str | None) -> FigureUnit:
    """What a unit is of: money, a share, or else a number of things."""
    return "percent" if unit == "%" else "money" if unit in MONEY_UNITS else "count"
