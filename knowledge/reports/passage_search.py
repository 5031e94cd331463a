"""Ranking passages for a question: candidates from the full-text index, then scored with the whole
question.
"""

import itertools
import re
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from knowledge.embedding import Vector
from knowledge.reports.passage_context import Merits, asks_why, merits_in_report, words_looked_for
from knowledge.reports.passage_scoring import Asked, Scope, Score, Weighted, score_passage
from knowledge.reports.passage_sentences import said_together
from knowledge.reports.questions import Question
from knowledge.reports.said_words import SaidWords, said_words
from knowledge.reports.vectors import similarities
from knowledge.search import candidates, selective_terms

INDEX_WEIGHTS = (1.5, 1.5, 1.0)
"""Weights of a passage's report name, heading path and body in the full-text index."""

_GLOBAL, _PER_REPORT, _PER_FURTHER_REPORT = 60, 70, 15
_OTHER_FORM = 0.6
"""Weight of a word of the family or meaning of one asked, when passages are chosen for scoring."""
_ENOUGH = 30
"""With this many passages of the best reports, the full-text index need not be asked for others."""
_WHOLE, _REPORT = 1.5, 1.0
"""Weights of the whole report's words against its best passage, and of both against one passage."""

_SEEN_AS_A_WHOLE = 3
"""So many of the best reports have their passages weighed beside one another."""

_READ_CLOSELY = 12
"""First passages of such a report whose sentences are read: as many as are shown."""

_NEAREST, _RANK = 20, 15
"""Passages nearest in meaning that are weighed whatever their words, and the constant of reciprocal-rank
fusion (Cormack et al. 2009): the smaller, the more the first places count."""

_SYNTHESIS = re.compile(r"synth|resum|princip\w* observ|observ\w* princip|conclus\w* general")
_SUMMARIES = (
    re.compile(r"\bsynthes|\bresum|princip\w* observ|observ\w* princip|conclus\w* general"),
    re.compile(r"conclus"),
)
"""Headings (stems) of what a report finds overall, those meant first."""
_AFTER_A_SUMMARY = re.compile(
    r"recommand|procedur|observ|rappel|introduct|sommair|repons|preambul|preliminair"
)
_BARELY_A_SUMMARY = 400
"""Headings (stems) with which a summary is over; and characters under which what stands below its own heading
only begins it, its parts having headings of the same rank."""


@dataclass(slots=True)
class FoundPassage:
    """A passage with its score, and the value that orders it among the others."""

    score: Score
    row: sqlite3.Row
    value: float


@dataclass(frozen=True, slots=True)
class _ReadReport:
    """The passages of one report in reading order, and which of the words looked for each says."""

    rows: range
    bodies: SaidWords
    headings: SaidWords


def rank_passages(
    db: sqlite3.Connection,
    question: Question,
    weighted: Weighted,
    scope: Scope,
    limit: int,
    vector: Vector | None = None,
) -> list[FoundPassage]:
    """Return the `limit` best passages for `question`, best first, at most one of each text.

    `vector` is the question's: where passages have vectors, those of the best reports are ranked by words
    and by meaning together.
    """
    rows, merits = _candidates(db, question, weighted, scope)
    if not rows:
        return []
    likeness = _likeness(db, scope, vector) if vector is not None and weighted.own else {}
    rows = list(dict.fromkeys([*rows, *sorted(likeness, key=lambda row: likeness[row])[:_NEAREST]]))
    asked = Asked.each(weighted)
    scores = ((score_passage(row, question, asked), row) for row in _load(db, rows, scope))
    scored = [FoundPassage(score, row, score.value) for score, row in scores]
    scored = _in_context(scored, question, weighted, merits, likeness)
    _raise_best_reports(scored, scope)
    # The same text may stand in two reports (a group and its subsidiary): the first is shown.
    first = {one.row["text"]: one for one in reversed(scored)}
    return sorted(first.values(), key=lambda one: (-one.value, one.row["passage_id"]))[:limit]


def opening_passages(db: sqlite3.Connection, reports: Sequence[int], limit: int) -> list[int]:
    """Return passages that say what a report finds overall: its synthesis, else conclusions or opening."""
    chosen: list[int] = []
    for report in reports:
        rows = db.execute(
            "SELECT p.id, t.path, length(p.text) AS length FROM passage p JOIN passage_stems t ON t.id = p.id"
            " WHERE p.report_id = ? AND p.kind = 'text' ORDER BY p.id",
            (report,),
        ).fetchall()
        parts = ([row for row in rows if part.search(row["path"])] for part in _SUMMARIES)
        summary = next(filter(None, parts), rows)
        chosen.extend(row["id"] for row in _with_its_parts(summary, rows)[:limit])
    return chosen


def _with_its_parts(summary: list[sqlite3.Row], rows: list[sqlite3.Row]) -> list[sqlite3.Row]:
    """A summary, with what follows as far as it goes where only its first lines stand below its heading."""
    if sum(row["length"] for row in summary) >= _BARELY_A_SUMMARY:
        return summary
    after = rows[rows.index(summary[-1]) + 1 :]
    parts = itertools.takewhile(lambda row: not _AFTER_A_SUMMARY.search(row["path"]), after)
    return [*summary, *parts]


def _candidates(
    db: sqlite3.Connection, question: Question, weighted: Weighted, scope: Scope
) -> tuple[list[int], Merits]:
    """Return the passages worth scoring: those of the best reports, then the best anywhere.

    And the merits of those of the best reports, which are read as a whole.
    """
    merits = Merits({})
    if not weighted.own:
        return opening_passages(db, list(scope.reports), 12), merits
    found: dict[int, None] = {}
    words = words_looked_for(question, weighted)
    for rank, report in enumerate(scope.reports):
        passages = _read(db, report, words)
        most = _PER_REPORT if rank == 0 else _PER_FURTHER_REPORT
        found.update(dict.fromkeys(_in_report(passages, weighted, most)))
        if rank == 0:
            found.update(dict.fromkeys(_synthesis(db, report)))
        if rank < _SEEN_AS_A_WHOLE:
            merits.by_row.update(merits_in_report(passages.rows, passages.bodies, question, weighted))
    if scope.searches_all and len(found) < _ENOUGH:
        selective = selective_terms({term: weighted.frequencies[term] for term in weighted.own})
        hits = candidates(db, "passage_index", selective, INDEX_WEIGHTS, _GLOBAL)
        found.update(dict.fromkeys(row for row, _ in hits.rows))
    return list(found), merits


def _read(db: sqlite3.Connection, report: int, words: Sequence[str]) -> _ReadReport:
    """Return which passages of a report say which words; the full-text index would go through all reports."""
    row = db.execute(
        "SELECT r.first_passage, r.last_passage, w.bodies, w.headings FROM report r"
        " JOIN report_words w ON w.report_id = r.id WHERE r.id = ?",
        (report,),
    ).fetchone()
    rows = range(row["first_passage"], row["last_passage"] + 1)
    return _ReadReport(rows, said_words(row["bodies"], words), said_words(row["headings"], words))


def _in_report(passages: _ReadReport, weighted: Weighted, most: int) -> list[int]:
    """Return the passages of one report that hold most of the question, best first."""
    wanted = dict(weighted.related)
    for term, weight in weighted.own.items():
        wanted.update(dict.fromkeys(weighted.variants[term], weight))
    wanted = {token: _OTHER_FORM * weight for token, weight in wanted.items()} | weighted.own
    said = passages.bodies.of(wanted.keys()) | passages.headings.of(wanted.keys())
    merit = said @ np.array(list(wanted.values()))
    best = np.argsort(-merit, kind="stable")[:most]
    return [passages.rows[place] for place in best.tolist() if merit[place] > 0]


def _synthesis(db: sqlite3.Connection, report: int) -> list[int]:
    """Return the passages that say what a report finds, whatever their words."""
    rows = db.execute(
        "SELECT t.id, t.path FROM passage_stems t JOIN report r"
        " ON t.id BETWEEN r.first_passage AND r.last_passage WHERE r.id = ? ORDER BY t.id",
        (report,),
    ).fetchall()
    meant = {path for path in {row["path"] for row in rows} if _SYNTHESIS.search(path)}
    return [row["id"] for row in rows if row["path"] in meant]


def _load(db: sqlite3.Connection, rows: Sequence[int], scope: Scope) -> list[sqlite3.Row]:
    marks = ", ".join("?" for _ in rows)
    loaded = db.execute(
        "SELECT p.id AS passage_id, p.section, p.kind, p.anchor, p.page, p.text, p.notes, s.path,"
        " s.number AS section_number,"
        " t.title AS title_stems, t.path AS path_stems, t.body, p.report_id"
        " FROM passage p JOIN passage_stems t ON t.id = p.id"
        " JOIN section s ON s.report_id = p.report_id AND s.ordinal = p.section"
        f" WHERE p.id IN ({marks})",
        list(rows),
    ).fetchall()
    wanted = [row for row in loaded if scope.only is None or row["report_id"] in scope.only]
    return [row for row in wanted if row["report_id"] not in scope.without]


def _likeness(db: sqlite3.Connection, scope: Scope, vector: Vector) -> dict[int, int]:
    """Return the place of each passage of the best reports by nearness in meaning, the nearest being 0."""
    found: dict[int, int] = {}
    for report in list(scope.reports)[:_SEEN_AS_A_WHOLE]:
        cosines = similarities(db, report, vector)
        nearest = sorted(cosines, key=lambda row: -cosines[row])
        found.update((row, place) for place, row in enumerate(nearest))
    return found


def _raise_best_reports(scored: Sequence[FoundPassage], scope: Scope) -> None:
    """Raise the values by what their report as a whole, and its best passage, say of the matter."""
    best: dict[int, float] = {}
    for one in scored:
        report = one.row["report_id"]
        best[report] = max(one.value, best.get(report, 0.0))
    merit = {report: _WHOLE * scope.reports.get(report, 0.0) + value for report, value in best.items()}
    for one in scored:
        one.value += _REPORT * merit[one.row["report_id"]]


def _in_context(
    scored: Sequence[FoundPassage],
    question: Question,
    weighted: Weighted,
    merits: Merits,
    likeness: Mapping[int, int],
) -> list[FoundPassage]:
    """Return the passages of each report put in the order of their merit beside the others, and of meaning.

    The scores of a report stay the same, so that reports compare as before; they go to other passages.
    """
    why = asks_why(question)
    by_report: dict[int, list[FoundPassage]] = {}
    for one in scored:
        by_report.setdefault(one.row["report_id"], []).append(one)
    result = []
    for found in by_report.values():
        values = sorted((one.value for one in found), reverse=True)
        merit = {one.row["passage_id"]: one.value + merits.of(one.row, why) for one in found}

        def in_order(one: FoundPassage, merit: Mapping[int, float] = merit) -> tuple[float, int]:
            return -merit[one.row["passage_id"]], one.row["passage_id"]

        found.sort(key=in_order)
        first = [one for one in found[:_READ_CLOSELY] if one.row["passage_id"] in merits.by_row]
        for one in first:
            merit[one.row["passage_id"]] += said_together(one.row, question, weighted)
        found[: len(first)] = sorted(found[: len(first)], key=in_order)
        ranked = _with_meaning([one.row["passage_id"] for one in found], likeness)
        for at, value in zip(ranked, values, strict=True):
            found[at].value = value
            result.append(found[at])
    return result


def _with_meaning(rows: Sequence[int], likeness: Mapping[int, int]) -> list[int]:
    """Return the places of `rows`, which stand in the order of their words, by words and meaning together."""
    if not likeness.keys() & set(rows):
        return list(range(len(rows)))
    near = [likeness.get(row, len(likeness)) for row in rows]
    merit = [1 / (_RANK + place) + 1 / (_RANK + near[place]) for place in range(len(rows))]
    return sorted(range(len(rows)), key=lambda place: -merit[place])
