"""Recommendations as an answer shows them: by their numbers, and those on a matter asked about."""

from __future__ import annotations

from collections.abc import Sequence, Set

from actions.wording import say
from knowledge.reports.lay_vocabulary import report_words, single
from knowledge.reports.models import RecommendationRow
from knowledge.reports.synonyms import synonyms
from knowledge.text import stem, stems

_LONGEST_NUMBER = 4
"""Letters of the longest number in letters: « VIII », no word."""
_STAFF = frozenset(map(stem, "personnel agents effectifs salariés employés RH humaines".split()))
_OF_STAFF = frozenset(
    map(
        stem,
        "emplois postes recrutement recruter recrutements contractuels titulaires vacataires travail "
        "congés congé absentéisme absences heures horaires astreintes primes prime indemnitaire indemnités "
        "rémunération rémunérations avancement carrière disposition statut "
        "statutaire formation mobilité NBI RTT".split(),
    )
)
"""How it is asked what is recommended on the staff, and what recommendations on it speak of."""
_ON_THE_MATTER, _MOST = 2, 3
"""Words of the matter from which a recommendation is on it, and how many are shown beside passages."""


def in_order(rows: Sequence[RecommendationRow]) -> tuple[RecommendationRow, ...]:
    """The recommendations by their numbers; as the report has them where two bear one number or some none."""
    numbers = [row.number for row in rows]
    if len(set(numbers)) < len(rows) or not all(number and number.isdigit() for number in numbers):
        return tuple(rows)
    return tuple(sorted(rows, key=lambda row: int(row.number or 0)))


def advice_on(rows: Sequence[RecommendationRow], matter: Set[str]) -> tuple[RecommendationRow, ...]:
    """The recommendations nearest to the matter of a question, in their order; mostly none."""
    near = [row for row, shared in _by_nearness(rows, matter) if shared >= _ON_THE_MATTER][:_MOST]
    return in_order([row for row in rows if row in near])


def advice_on_all(
    rows: Sequence[RecommendationRow], matter: Set[str]
) -> tuple[tuple[RecommendationRow, ...], tuple[RecommendationRow, ...]]:
    """Those of all recommendations that speak of the matter asked about, and the others, in their order."""
    near = [row for row, shared in _by_nearness(rows, matter) if shared]
    if matter & _STAFF:
        near += [row for row in rows if _OF_STAFF & {*stems(row.text)}]
    return tuple(row for row in rows if row in near), tuple(row for row in rows if row not in near)


def recommendation_line(row: RecommendationRow, lang: str) -> str:
    """A recommendation in one line: its kind if a reminder of law, number, text, what became of it."""
    kind = "" if row.kind == "recommendation" else say(lang, f"report_kind_{row.kind.replace(' ', '_')}")
    head = " ".join(part for part in (kind, _numbered(row.number, lang)) if part)
    told = f"{head} : {row.text}" if head else row.text
    return f"{told} ({row.status})" if row.status else told


def _numbered(number: str | None, lang: str) -> str:
    """« n° 3 »; « Orientation » where a report calls it so instead."""
    if not number or number.isalpha() and len(number) > _LONGEST_NUMBER:
        return number or ""
    return say(lang, "report_number", number=number)


def _by_nearness(rows: Sequence[RecommendationRow], matter: Set[str]) -> list[tuple[RecommendationRow, int]]:
    """Each recommendation with how many words of the matter it holds, themselves or others for them."""
    meant = report_words(matter)
    forms = [({term} | synonyms(term) | single(meant[term]), meant[term]) for term in matter]
    counted = []
    for row in rows:
        said = set(stems(row.text))
        held = sum(bool(said & alone) or any(phrase <= said for phrase in more) for alone, more in forms)
        counted.append((row, held))
    return sorted(counted, key=lambda pair: -pair[1])
