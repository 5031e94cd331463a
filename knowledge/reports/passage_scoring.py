"""How well one passage answers a question: its words, their families and synonyms, and where they stand."""

import re
import sqlite3
from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from itertools import pairwise

from knowledge.reports.lay_vocabulary import Phrase, report_words, single
from knowledge.reports.questions import Question
from knowledge.reports.synonyms import SYNONYM_WEIGHT, synonyms
from knowledge.search import document_frequencies, inverse_frequency

_SHORTEST_FAMILY = 6
"""Letters two stems must share from the start to be of one family."""

_SATURATION = 1.2
_FAMILY_WEIGHT = 0.7
VARIANT_PRESENCE, SYNONYM_PRESENCE = 0.8, 0.6
MEANT_WEIGHT, MEANT_PRESENCE = 0.5, 0.6
"""How present a term is by a word of its family, or by another word for it."""
_KIND_BONUS = {"front": -0.3, "procedure": -0.3, "table": -0.1, "text": 0.0}
_NUMBER = re.compile(r"\d")
_AMOUNT = re.compile(r"\d ?(%|€|k€|M€|euros|millions|milliards)")
_ADVICE = re.compile(r"recommand|rappel\w* (au|du) droit", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Scope:
    """Where to look: `reports` first, and `only` these when not None; with `searches_all` the others too, but
    those `without`.

    `reports` gives by row id how much of the question each speaks of, from 0 to 1, best first.
    """

    reports: Mapping[int, float] = field(default_factory=dict)
    only: frozenset[int] | None = None
    searches_all: bool = True
    without: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Score:
    """How well one passage answers: `coverage` is the share of the question's words found, by rarity."""

    value: float
    coverage: float
    matched: tuple[str, ...]
    in_heading: bool


@dataclass(frozen=True, slots=True)
class Weighted:
    """A question's terms with their rarity in the base; `total` passages.

    `related` are other words for them, `variants` for each term words of its family (« aggravation » for
    « aggravée »), which stemming keeps apart.
    """

    own: dict[str, float]
    related: dict[str, float]
    variants: dict[str, frozenset[str]]
    frequencies: dict[str, int]
    total: int
    meant: dict[str, tuple[Phrase, ...]] = field(default_factory=dict)
    """What reports say instead of each term, all words of a phrase together."""

    def known(self) -> "Weighted":
        """Return the same without the words that no report holds nor has others for: « pb », « koi »."""
        held = {term for term in self.own if self.frequencies[term] or self.meant.get(term)}
        own = {term: weight for term, weight in self.own.items() if term in held}
        return replace(self, own=own)

    def with_names(self, named: Set[str], share: float) -> "Weighted":
        """Return the same with the words that name a body counting for only a `share`."""
        own = {term: weight * (share if term in named else 1.0) for term, weight in self.own.items()}
        return replace(self, own=own)


def weigh(db: sqlite3.Connection, terms: Sequence[str]) -> Weighted:
    """Return the rarity of each term, and of the other words for it."""
    total = int(db.execute("SELECT coalesce(max(id), 0) FROM passage").fetchone()[0])
    meant = report_words(terms)
    others = {other for term in terms for other in synonyms(term) | single(meant[term])} - set(terms)
    found = document_frequencies(db, "term_frequency", "passage_terms", [*terms, *others])
    own = {term: inverse_frequency(total, found[term]) for term in terms}
    related = {term: inverse_frequency(total, found[term]) for term in others}
    return Weighted(own, related, families(db, terms), found, total, meant)


def families(db: sqlite3.Connection, terms: Sequence[str]) -> dict[str, frozenset[str]]:
    """Return for each term the words of its family."""
    return {term: _variants(db, term) for term in terms}


def _variants(db: sqlite3.Connection, term: str) -> frozenset[str]:
    if not term.isalpha():
        return frozenset()
    if len(term) < _SHORTEST_FAMILY:
        return frozenset([f"{term}ent"])  # « baissent », of which the stemmer makes no « baiss »
    prefix = term[: max(_SHORTEST_FAMILY, len(term) - 2)]
    rows = db.execute(
        "SELECT term FROM term_frequency WHERE term >= ? AND term < ? LIMIT 40", (prefix, prefix + "{")
    ).fetchall()
    return frozenset(row[0] for row in rows if len(row[0]) <= len(term) + 4) - {term}


@dataclass(frozen=True, slots=True)
class Asked:
    """A term looked for in many passages: its weight, all that is said for it, and every stem of these."""

    term: str
    weight: float
    synonyms: frozenset[str]
    variants: frozenset[str]
    meant: tuple[Phrase, ...]
    forms: frozenset[str]

    @classmethod
    def each(cls, weighted: Weighted) -> "list[Asked]":
        """Return the terms of a question."""
        return [cls._of(term, weighted) for term in weighted.own]

    @classmethod
    def _of(cls, term: str, weighted: Weighted) -> "Asked":
        others, variants, meant = synonyms(term), weighted.variants[term], weighted.meant.get(term, ())
        return cls(term, weighted.own[term], others, variants, meant, variants.union(others, [term], *meant))


def score_passage(row: sqlite3.Row, question: Question, asked: Sequence[Asked]) -> Score:
    """Return the score of a row with its stems (`title_stems`, `path_stems`, `body`), kind, text and
    report.
    """
    tokens = row["body"].split()
    body = Counter(tokens)
    path, title = frozenset(row["path_stems"].split()), frozenset(row["title_stems"].split())
    said = body.keys() | path
    anywhere = said | title
    length = 0.4 + 0.6 * len(tokens) / 75
    total = sum(one.weight for one in asked) or 1.0
    gain = covered = 0.0
    matched: list[str] = []
    for one in asked:
        if one.forms.isdisjoint(anywhere):
            continue
        strength, presence = _term(one, body, path, title, said, length)
        gain += one.weight * strength
        covered += one.weight * presence
        if presence:
            matched.append(one.term)
    value = gain / total + 0.8 * covered / total + 0.3 * _adjacent(question.terms, tokens, body)
    value += _KIND_BONUS.get(row["kind"], 0.0) + _question_bonus(row, question, body)
    return Score(value, covered / total, tuple(matched), any(one.term in path for one in asked))


def _term(
    asked: Asked,
    body: Counter[str],
    path: frozenset[str],
    title: frozenset[str],
    said: Set[str],
    length: float,
) -> tuple[float, float]:
    """Return how strongly one term is there (saturating with repetition) and how present it is (0 to 1)."""
    term, others = asked.term, asked.synonyms
    count = float(body[term])
    count += SYNONYM_WEIGHT * sum(map(body.__getitem__, others & said))
    family = sum(map(body.__getitem__, asked.variants & said))
    count += _FAMILY_WEIGHT * family
    instead = sum(phrase <= said for phrase in asked.meant)
    count += MEANT_WEIGHT * instead
    strength = count / (count + _SATURATION * length)
    in_path = term in path
    if in_path or others & path:
        strength += 0.5 if in_path else 0.25
    if term in title:
        strength += 0.3
    if body[term]:
        return strength, 1.0
    if in_path:
        return strength, 0.9
    if family:
        return strength, VARIANT_PRESENCE
    if term in title:
        return strength, 0.7
    if count > MEANT_WEIGHT * instead or others & path:
        return strength, SYNONYM_PRESENCE
    return strength, MEANT_PRESENCE if instead else 0.0


def _adjacent(terms: Sequence[str], tokens: Sequence[str], body: Counter[str]) -> float:
    """Return the share of the question's neighbouring terms that stand within three words in the passage."""
    wanted = {term for term in terms if term in body}
    if len(wanted) < 2:
        return 0.0
    pairs = list(pairwise(terms))
    places: dict[str, list[int]] = {}
    for position, token in enumerate(tokens):
        if token in wanted:
            places.setdefault(token, []).append(position)
    near = sum(
        any(0 < abs(a - b) <= 3 for a in places.get(first, ()) for b in places.get(second, ()))
        for first, second in pairs
    )
    return near / len(pairs)


def _question_bonus(row: sqlite3.Row, question: Question, body: Counter[str]) -> float:
    bonus = 0.0
    if question.years:
        bonus += 0.2 * sum(str(year) in body for year in question.years) / len(question.years)
    if question.asks_figure:
        bonus += 0.3 if _NUMBER.search(row["text"]) else 0.0
        bonus += 0.15 if _AMOUNT.search(row["text"]) else 0.0
        bonus += 0.3 if row["kind"] == "table" else 0.0
    if question.asks_recommendation:
        bonus += 0.3 if _ADVICE.search(row["text"]) else 0.0
    return bonus
