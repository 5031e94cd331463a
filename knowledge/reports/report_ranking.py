"""Which reports a question is about: its words over whole reports, their titles, the names recognised.

A question of the public rarely shares more than a word or two with the passage that answers it, but the
report as a whole speaks of the same matters many times over: choosing the report first, then the passage
inside it, finds more than ranking passages of all reports together.
"""

from __future__ import annotations

import re
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from knowledge.extraction.places import department, written_small
from knowledge.reports.communes import stems_of_communes
from knowledge.reports.demonyms import areas_meant
from knowledge.reports.lay_vocabulary import Phrase, report_words
from knowledge.reports.name_forms import kinds, name_tokens
from knowledge.reports.synonyms import synonyms
from knowledge.search import inverse_frequency
from knowledge.text import stems, words

_SATURATION, _LENGTH = 3.0, 0.75
"""BM25's k1 and b with passages as the unit of counting: a word said in three passages is half as sure a
sign as one can be."""

_TITLE, _TITLE_OTHERWISE = 0.35, 0.25
"""What a title that says a word adds, in units of its rarity, and one that says it in other words."""
_SHORTEST_FAMILY = 5
_NAME, _LEAST_NAME = 6.0, 0.5
"""What a body recognised by its name adds, in units of the rarity of a word, and the score it starts from."""
_SURELY_NAMED = 0.9
"""How surely a body must be named for titles that say a word otherwise not to count: they find the report
of a question that names none."""
_AREA = 3.0
"""What lying in the department or region named adds, in the same units."""
_SORT_OF = {"sivu": "syndicat", "sivom": "syndicat", "agglomeration": "communaute", "urbaine": "communaute"}
"""Kinds of body that people call by the word for another."""
ALSO_WORDS = frozenset("cher somme nord lot manche centre".split())
"""Departments and regions whose name is a word as well: they must be written with a capital."""


@dataclass(frozen=True)
class ReportIndex:
    """What is small enough to be kept in memory: passages of each report, reports by word of the title."""

    passages: dict[int, int]
    titles: dict[str, frozenset[int]]
    areas: dict[str, frozenset[int]] = field(default_factory=dict)
    kinds: dict[str, frozenset[int]] = field(default_factory=dict)

    @cached_property
    def _longest_first(self) -> list[str]:
        """« haute vienne » before « vienne », which it holds."""
        return sorted(self.areas, key=len, reverse=True)

    def around(self, text: str) -> frozenset[int]:
        """Return the reports on bodies of the departments and regions that a text names."""
        said = f" {' '.join(words(text))} "
        written = set(re.findall(r"\w+", text)) | {name.capitalize() for name in written_small(text)}
        found: set[int] = set()
        for area in self._longest_first:
            if f" {area} " in said and (area not in ALSO_WORDS or area.capitalize() in written):
                found |= self.areas[area]
                said = said.replace(f" {area} ", "  ")
        for word in said.split():
            for area in areas_meant(word):
                found |= self.areas.get(area, frozenset())
        return frozenset(found)

    def of_kinds(self, kinds: Iterable[str]) -> frozenset[int]:
        """Return the reports on bodies of some kinds, as their titles call them."""
        return frozenset().union(*(self.kinds.get(_SORT_OF.get(one, one), frozenset()) for one in kinds))

    def titled(self, term: str) -> frozenset[int]:
        """Return the reports whose title says a stem, or else a longer word of its family."""
        exact = self.titles.get(term)
        return self.titled_in_family(term) if exact is None else exact

    def titled_in_family(self, term: str) -> frozenset[int]:
        """Return the reports whose title says a stem or a longer word of its family: « bergeracoise », but
        not Marseillan for « marseille ».
        """
        if len(term) < _SHORTEST_FAMILY:
            return self.titles.get(term, frozenset())
        family = [one for one in self.titles if one.startswith(term)]
        own = [one for one in family if one == term or one not in stems_of_communes()]
        return frozenset().union(*(self.titles[one] for one in own))

    @property
    def mean_passages(self) -> float:
        """Passages of a report, on average."""
        return sum(self.passages.values()) / (len(self.passages) or 1)


@dataclass(frozen=True, slots=True)
class RankedReport:
    """A report by its row id; ``share`` of what a report that says every word everywhere would score."""

    row: int
    share: float


def load_report_index(db: sqlite3.Connection) -> ReportIndex:
    """Read the sizes and titles of all reports, their departments counted with the title."""
    passages: dict[int, int] = {}
    titles: dict[str, set[int]] = defaultdict(set)
    areas: dict[str, set[int]] = defaultdict(set)
    of_kinds: dict[str, set[int]] = defaultdict(set)
    for row in db.execute(
        "SELECT id, title, department, region, last_passage - first_passage + 1 AS passages FROM report"
    ):
        known = department(row["department"] or "")
        former = known.former_region if known is not None else None
        for area in filter(None, (row["department"], row["region"], former)):
            areas[" ".join(words(area))].add(row["id"])
        passages[row["id"]] = max(1, row["passages"])
        for one in stems(f"{row['title']} {row['department'] or ''}"):
            titles[one].add(row["id"])
        for kind in kinds(name_tokens(row["title"])) or ("commune",):  # « Arras (Pas-de-Calais) »
            of_kinds[_SORT_OF.get(kind, kind)].add(row["id"])
    return ReportIndex(
        passages,
        {one: frozenset(rows) for one, rows in titles.items()},
        {area: frozenset(rows) for area, rows in areas.items()},
        {kind: frozenset(rows) for kind, rows in of_kinds.items()},
    )


def rank_reports(
    db: sqlite3.Connection,
    index: ReportIndex,
    terms: Sequence[str],
    names: Mapping[int, float],
    only: frozenset[int] | None = None,
    limit: int = 10,
    around: frozenset[int] = frozenset(),
    without: frozenset[int] = frozenset(),
) -> list[RankedReport]:
    """Return the reports a question's `terms` (stems) are most about, best first.

    `names` gives for reports that audit a body recognised in the question how surely, from 0 to 1;
    `around` are those on bodies of an area it names, `without` those it cannot mean. The words
    are weighted as in BM25 (Robertson and Zaragoza 2009) over whole reports.
    """
    scores: dict[int, float] = defaultdict(float)
    total, mean = len(index.passages), index.mean_passages
    most = 0.0
    meant = {} if max(names.values(), default=0.0) >= _SURELY_NAMED else report_words(terms)
    for term in dict.fromkeys(terms):
        said = db.execute("SELECT report_id, passages FROM report_term WHERE term = ?", (term,)).fetchall()
        rarity = inverse_frequency(total, len(said))
        most += rarity if said else 0.0
        for report, count in said:
            norm = _SATURATION * (1 - _LENGTH + _LENGTH * index.passages.get(report, mean) / mean)
            scores[report] += rarity * count / (count + norm)
        titled = index.titled(term)
        for report in titled:
            scores[report] += _TITLE * inverse_frequency(total, len(titled))
        otherwise = _titled_otherwise(index, term, meant[term]) if meant else {}
        for report in otherwise.keys() - titled:
            scores[report] += _TITLE_OTHERWISE * otherwise[report]
    for report, sure in names.items():
        scores[report] += _NAME * max(0.0, sure - _LEAST_NAME)
    for report in around & scores.keys():
        scores[report] += _AREA
    found = [
        (score, row) for row, score in scores.items() if row not in without and (only is None or row in only)
    ]
    found.sort(key=lambda pair: (-pair[0], pair[1]))
    return [RankedReport(row, score / (most or 1.0)) for score, row in found[:limit]]


def _titled_otherwise(index: ReportIndex, term: str, meant: Sequence[Phrase]) -> dict[int, float]:
    """The reports whose title says a synonym of a term, or what reports say for it, with how rare that is."""
    total, found = len(index.passages), dict[int, float]()
    for phrase in (*({other} for other in synonyms(term)), *meant):
        titles = [index.titles.get(word, frozenset()) for word in phrase]
        rarity = sum(inverse_frequency(total, len(reports)) for reports in titles) / len(titles)
        for report in frozenset.intersection(*titles):
            found[report] = max(rarity, found.get(report, 0.0))
    return found
