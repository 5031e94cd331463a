"""Ranking passages for a question: candidates from the full-text index, then what the whole question
tells.
"""

import re
import sqlite3
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from statistics import fmean, pstdev

from knowledge.embedding import Vector
from knowledge.reports.models import Place, ReportSummary
from knowledge.reports.questions import Question
from knowledge.reports.read import REPORT_COLUMNS, place, report_summary
from knowledge.reports.synonyms import SYNONYM_WEIGHT, synonyms
from knowledge.reports.vectors import similarities
from knowledge.search import candidates, document_frequencies, inverse_frequency, selective_terms

INDEX_WEIGHTS = (1.5, 1.5, 1.0)
"""Weights of a passage's report name, heading path and body in the full-text index."""

_GLOBAL, _PER_REPORT = 120, 60
_SHORTEST_FAMILY = 6
"""Letters two stems must share from the start to be of one family."""

_WHOLE_REPORTS, _WHOLE_PASSAGES = 2, 500
_FEW_REPORTS = 40
_ENOUGH, _CERTAIN = 5, 0.9
"""With this many passages in reports this surely meant, the other reports are not searched."""

_SATURATION = 1.2
_FAMILY_WEIGHT = 0.7
_PLACES, _REPORT_SHARE = 5, 0.4
_DENSE_CANDIDATES, _DENSE = 80, 0.12
"""Weight of one standard deviation of likeness in meaning, among the passages that words found."""

_KIND_BONUS = {"front": -0.5, "procedure": -0.3, "table": -0.1, "text": 0.0}
_PRIOR = 1.0
_SUMMARY = re.compile(r"synth|resum|conclus|princip|introduc|present|recommand")


@dataclass(frozen=True, slots=True)
class Scope:
    """Where to look: `reports` (row id → how surely meant, 0 to 1) first, and `only` these when not None."""

    reports: Mapping[int, float] = field(default_factory=dict)
    only: frozenset[int] | None = None


@dataclass(frozen=True, slots=True)
class Score:
    """How well one passage answers: `coverage` is the share of the question's words found, by rarity."""

    value: float
    coverage: float
    matched: tuple[str, ...]
    in_heading: bool


@dataclass(frozen=True, slots=True)
class FoundPassage:
    """A passage with its score."""

    report: ReportSummary
    report_row: int
    place: Place
    section: int
    kind: str
    text: str
    notes: str
    score: Score


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


def weigh(db: sqlite3.Connection, terms: Sequence[str]) -> Weighted:
    """Return the rarity of each term, and of the other words for it."""
    total = int(db.execute("SELECT coalesce(max(last_passage), 0) FROM report").fetchone()[0])
    others = {other for term in terms for other in synonyms(term)} - set(terms)
    found = document_frequencies(db, "passage_terms", [*terms, *others])
    own = {term: inverse_frequency(total, found[term]) for term in terms}
    related = {term: inverse_frequency(total, found[term]) for term in others}
    return Weighted(own, related, {term: _variants(db, term) for term in terms}, found, total)


def _variants(db: sqlite3.Connection, term: str) -> frozenset[str]:
    if len(term) < _SHORTEST_FAMILY or not term.isalpha():
        return frozenset()
    prefix = term[: max(_SHORTEST_FAMILY, len(term) - 2)]
    rows = db.execute(
        "SELECT term FROM passage_terms WHERE term >= ? AND term < ? LIMIT 40", (prefix, prefix + "{")
    ).fetchall()
    return frozenset(row[0] for row in rows if len(row[0]) <= len(term) + 4) - {term}


def rank_passages(
    db: sqlite3.Connection,
    question: Question,
    weighted: Weighted,
    scope: Scope,
    limit: int,
    vector: Vector | None = None,
) -> list[FoundPassage]:
    """Return the `limit` best passages for `question`, best first, at most one of each text.

    `vector` is the question's, to reorder the best by meaning where passages have vectors.
    """
    rows = _candidates(db, weighted, scope)
    if not rows:
        return []
    scored = _with_report_share(
        [(_score(row, question, weighted, scope), row) for row in _load(db, rows, scope)]
    )
    scored.sort(key=lambda pair: (-pair[0].value, pair[1]["passage_id"]))
    if vector is not None:
        scored = _by_meaning(db, scored[:_DENSE_CANDIDATES], vector)
    # The same text may stand in two reports (a group and its subsidiary): the first is shown.
    first = {row["text"]: (score, row) for score, row in reversed(scored)}
    kept = sorted(first.values(), key=lambda pair: (-pair[0].value, pair[1]["passage_id"]))
    return [_found(score, row) for score, row in kept[:limit]]


def opening_passages(db: sqlite3.Connection, reports: Sequence[int], limit: int) -> list[int]:
    """Return passages that say what a report finds overall: its synthesis, else its conclusion or opening."""
    chosen: list[int] = []
    for report in reports:
        rows = db.execute(
            "SELECT p.id, t.path FROM passage p JOIN passage_stems t ON t.id = p.id"
            " WHERE p.report_id = ? AND p.kind = 'text' ORDER BY p.id",
            (report,),
        ).fetchall()
        summary = [row["id"] for row in rows if _SUMMARY.search(row["path"])]
        chosen.extend((summary or [row["id"] for row in rows])[:limit])
    return chosen


def _candidates(db: sqlite3.Connection, weighted: Weighted, scope: Scope) -> list[int]:
    found: dict[int, None] = {}
    frequencies = {term: weighted.frequencies[term] for term in weighted.own}
    whole = _whole(db, scope.reports) if weighted.own else []
    found.update(dict.fromkeys(whole))
    for report in scope.reports if not whole else ():
        terms = [t for t in (*weighted.own, *weighted.related) if weighted.frequencies[t]]
        family = [variant for term in weighted.own for variant in sorted(weighted.variants[term])[:4]]
        found.update(dict.fromkeys(_in_report(db, report, [*terms, *family])))
    if not weighted.own:
        return opening_passages(db, list(scope.reports), 12)
    selective = selective_terms(frequencies)
    if scope.only is not None and len(scope.only) <= _FEW_REPORTS:
        for report in scope.only - set(scope.reports):
            found.update(dict.fromkeys(_in_report(db, report, selective)))
    elif len(found) < _ENOUGH or max(scope.reports.values()) < _CERTAIN:
        limit = _GLOBAL if scope.only is None else 20 * _GLOBAL
        known = [term for term in frequencies if frequencies[term]]
        for terms, every in ((selective, False), (known, True)):
            if not every or set(terms) != set(selective) or len(terms) > 1:
                hits = candidates(db, "passage_index", terms, INDEX_WEIGHTS, limit, every=every)
                found.update(dict.fromkeys(row for row, _ in hits.rows))
    return list(found)


def _bounds(db: sqlite3.Connection, report: int) -> tuple[int, int]:
    row = db.execute("SELECT first_passage, last_passage FROM report WHERE id = ?", (report,)).fetchone()
    return int(row[0]), int(row[1])


def _whole(db: sqlite3.Connection, reports: Mapping[int, float]) -> list[int]:
    """Return all passages of one or two short reports, where reading everything is cheap; else none."""
    ranges = [_bounds(db, report) for report in reports] if len(reports) <= _WHOLE_REPORTS else []
    if sum(last - first for first, last in ranges) > _WHOLE_PASSAGES:
        return []
    return [row for first, last in ranges for row in range(first, last + 1)]


def _in_report(db: sqlite3.Connection, report: int, terms: Sequence[str]) -> list[int]:
    bounds = _bounds(db, report)
    # The report's name is in every row: only heading path and body tell its passages apart.
    hits = candidates(db, "passage_index", terms, (0.0, 1.5, 1.0), _PER_REPORT, (bounds[0], bounds[1]))
    return [row for row, _ in hits.rows]


def _load(db: sqlite3.Connection, rows: Sequence[int], scope: Scope) -> list[sqlite3.Row]:
    marks = ", ".join("?" for _ in rows)
    loaded = db.execute(
        "SELECT p.id AS passage_id, p.section, p.kind, p.anchor, p.page, p.text, p.notes, s.path,"
        " s.number AS section_number,"
        f" t.title AS title_stems, t.path AS path_stems, t.body, {REPORT_COLUMNS}"
        " FROM passage p JOIN report r ON r.id = p.report_id JOIN passage_stems t ON t.id = p.id"
        " JOIN section s ON s.report_id = p.report_id AND s.ordinal = p.section"
        f" WHERE p.id IN ({marks})",
        list(rows),
    ).fetchall()
    return [row for row in loaded if scope.only is None or row["report_id"] in scope.only]


def _by_meaning(
    db: sqlite3.Connection, scored: list[tuple[Score, sqlite3.Row]], vector: Vector
) -> list[tuple[Score, sqlite3.Row]]:
    cosines = similarities(db, [row["passage_id"] for _, row in scored], vector)
    if not cosines:
        return scored
    # A passage without a vector stands at the mean: neither raised nor lowered.
    mean, spread = fmean(cosines.values()), pstdev(cosines.values()) or 1.0
    raised = [
        (
            replace(
                score, value=score.value + _DENSE * (cosines.get(row["passage_id"], mean) - mean) / spread
            ),
            row,
        )
        for score, row in scored
    ]
    return sorted(raised, key=lambda pair: (-pair[0].value, pair[1]["passage_id"]))


def _with_report_share(scored: list[tuple[Score, sqlite3.Row]]) -> list[tuple[Score, sqlite3.Row]]:
    """Return the scores raised for passages of reports that answer in several places: these are about the
    matter.
    """
    best: dict[int, list[float]] = {}
    for score, row in scored:
        best.setdefault(row["report_id"], []).append(score.value)
    shares = {report: sum(sorted(values)[-_PLACES:]) for report, values in best.items()}
    top = max(shares.values())
    return [
        (replace(score, value=score.value + _REPORT_SHARE * max(0.0, shares[row["report_id"]] / top)), row)
        for score, row in scored
    ]


def _found(score: Score, row: sqlite3.Row) -> FoundPassage:
    head = (report_summary(row), row["report_id"], place(row))
    return FoundPassage(*head, row["section"], row["kind"], row["text"], row["notes"], score)


def _score(row: sqlite3.Row, question: Question, weighted: Weighted, scope: Scope) -> Score:
    tokens = row["body"].split()
    body = Counter(tokens)
    path, title = frozenset(row["path_stems"].split()), frozenset(row["title_stems"].split())
    length = 0.4 + 0.6 * len(tokens) / 75
    total = sum(weighted.own.values()) or 1.0
    gain = covered = 0.0
    matched: list[str] = []
    for term, weight in weighted.own.items():
        strength, presence = _term(term, weighted.variants[term], body, path, title, length)
        gain += weight * strength
        covered += weight * presence
        if presence:
            matched.append(term)
    value = gain / total + 0.8 * covered / total + 0.3 * _adjacent(question.terms, tokens)
    value += _PRIOR * scope.reports.get(row["report_id"], 0.0)
    value += _KIND_BONUS.get(row["kind"], 0.0) + _question_bonus(row, question, body)
    return Score(value, covered / total, tuple(matched), any(term in path for term in weighted.own))


def _term(
    term: str,
    variants: frozenset[str],
    body: Counter[str],
    path: frozenset[str],
    title: frozenset[str],
    length: float,
) -> tuple[float, float]:
    """Return how strongly one term is there (saturating with repetition) and how present it is (0 to 1)."""
    count = float(body[term])
    others = synonyms(term)
    count += SYNONYM_WEIGHT * sum(body[other] for other in others)
    family = sum(body[variant] for variant in variants)
    count += _FAMILY_WEIGHT * family
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
        return strength, 0.8
    if term in title:
        return strength, 0.7
    return strength, 0.6 if count or others & path else 0.0


def _adjacent(terms: Sequence[str], tokens: Sequence[str]) -> float:
    """Return the share of the question's neighbouring terms that stand within three words in the passage."""
    pairs = list(pairwise(terms))
    if not pairs:
        return 0.0
    places: dict[str, list[int]] = {}
    wanted = set(terms)
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
        bonus += 0.15 * sum(str(year) in body for year in question.years) / len(question.years)
    if question.asks_figure:
        bonus += 0.12 if re.search(r"\d ?(%|€|k€|M€|euros|millions|milliards)", row["text"]) else 0.0
        bonus += 0.15 if row["kind"] == "table" else 0.0
    if question.asks_recommendation:
        bonus += 0.3 if re.search(r"recommand|rappel\w* (au|du) droit", row["text"], re.IGNORECASE) else 0.0
    return bonus
