"""Searching passages for a whole question: who is meant, what is asked, and why each passage was chosen."""

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import replace

from knowledge.embedding import Embedder
from knowledge.reports.catalogue_queries import ReportFilter, filtered_reports, report_rows, reports_of
from knowledge.reports.models import OrganisationMatch, PassageHit, SearchResult
from knowledge.reports.name_forms import ends_within, kinds, kinds_described, name_tokens
from knowledge.reports.organisation_index import (
    LIKELY_NAMED,
    NAMED,
    NameMatch,
    OrganisationIndex,
)
from knowledge.reports.passage_scoring import Scope, Score, weigh
from knowledge.reports.passage_search import FoundPassage, rank_passages
from knowledge.reports.questions import Question, read_question
from knowledge.reports.read import place
from knowledge.reports.report_ranking import ReportIndex, rank_reports
from knowledge.reports.synonyms import synonyms
from knowledge.reports.vectors import has_vectors
from knowledge.reports.vocabulary import well_spelt
from knowledge.reports.where_named import is_beside, is_where
from knowledge.text import stem, stems, words

_POSSIBLE = 0.6
"""Score from which it counts for the reports on it, beside their words."""

_WORTH_READING = 0.4
"""Share of the best report's score from which another one is read for passages."""

_NAME_SHARE = 0.5
"""Weight of a word that only names the body: most passages of its report could say it."""

_HOMONYM = 2.0
"""How much further back a less likely name stands: the hospital of a town behind the town itself."""

_MOST_REPORTS = 8


def search(
    db: sqlite3.Connection,
    names: OrganisationIndex,
    index: ReportIndex,
    text: str,
    wanted: ReportFilter,
    only_report: int | None,
    limit: int,
    embedder: Embedder | None = None,
) -> SearchResult:
    """Return the passages that answer `text` best, within a filter or one report.

    The reports most about the question come first, then the passages inside them.
    """
    read = read_question(text)
    question = replace(read, terms=tuple(dict.fromkeys(well_spelt(db, read.terms))))
    matches = names.find(text)
    only = _only(db, wanted, only_report)
    if only_report is None:
        scope = _scope(db, index, text, question.terms, matches, only)
    else:
        scope = Scope({only_report: 1.0}, only, searches_all=False)
    named = frozenset(t for m in matches if m.score >= NAMED for t in _stems_of(m, text))
    terms = list(question.terms)
    weighted = weigh(db, terms).known().with_names(named, _NAME_SHARE)
    vector = embedder.query(text) if embedder is not None and has_vectors(db) else None
    ranked = rank_passages(db, question, weighted, scope, limit, vector)
    said = {*terms, *map(str, question.years), *(other for term in terms for other in synonyms(term))}
    hits = tuple(_hits(db, ranked, terms, matches, frozenset(said)))
    found = tuple(
        OrganisationMatch(m.form.organisation, m.score, m.form.form, m.form.reports) for m in matches
    )
    return SearchResult(hits, found, tuple(terms), question.years, named)


def _scope(
    db: sqlite3.Connection,
    index: ReportIndex,
    text: str,
    terms: Sequence[str],
    matches: Sequence[NameMatch],
    only: frozenset[int] | None,
) -> Scope:
    """Return the reports most about a question, those of `only` when not None."""
    tokens = name_tokens(text)
    near = [match for match in matches if is_beside(tokens, match)]
    bodies = [match for match in matches if match not in near and not is_where(tokens, match)]
    audited, around = _named_reports(db, bodies), index.around(_with_areas(text, near))
    others = [
        m for m in near if m.form.organisation.kind == "commune" or ends_within(tokens[: min(m.places)])
    ]
    without = frozenset(_named_reports(db, others)) - audited.keys()
    described = index.of_kinds(kinds_described(tokens)) if not audited else frozenset()
    around = around & described or around
    ranked = rank_reports(db, index, terms, audited, only, around=around, without=without)
    least = _WORTH_READING * ranked[0].share if ranked else 0.0
    return Scope({one.row: one.share for one in ranked if one.share >= least}, only, without=without)


def name_stems(matches: Sequence[NameMatch], text: str) -> frozenset[str]:
    """Return the stems of `text` that name the organisations surely meant."""
    return frozenset(term for match in matches if _counts(match) for term in _stems_of(match, text))


def _counts(match: NameMatch) -> bool:
    return match.score >= LIKELY_NAMED and match.form.reports > 0


def reports_meant(db: sqlite3.Connection, matches: Sequence[NameMatch]) -> dict[int, float]:
    """Return the reports that audit the organisations surely meant, with how surely, by row id."""
    return _reports_meant(db, matches, None)


def weighted_terms(db: sqlite3.Connection, question: Question, names: frozenset[str]) -> dict[str, float]:
    """Return the question's terms with their rarity, those of a name left out."""
    return weigh(db, [term for term in question.terms if term not in names]).own


def _only(db: sqlite3.Connection, wanted: ReportFilter, only_report: int | None) -> frozenset[int] | None:
    if only_report is not None:
        return frozenset([only_report])
    return None if wanted.empty else frozenset(row["report_id"] for row in filtered_reports(db, wanted))


def _with_areas(text: str, near: Sequence[NameMatch]) -> str:
    """Return a text with the departments of the bodies near which something lies."""
    return " ".join([text, *(m.form.organisation.department or "" for m in near if m.score >= LIKELY_NAMED)])


def _named_reports(db: sqlite3.Connection, matches: Sequence[NameMatch]) -> dict[int, float]:
    """Return the reports that audit a body the question may name, with how surely it does."""
    reports: dict[int, float] = {}
    for match in matches:
        if match.form.reports and match.score >= _POSSIBLE:
            for report in reports_of(db, match.form.organisation.id, "audited"):
                reports[report] = max(match.score, reports.get(report, 0.0))
    return reports


def _reports_meant(
    db: sqlite3.Connection, matches: Sequence[NameMatch], only: frozenset[int] | None
) -> dict[int, float]:
    reports: dict[int, float] = {}
    best = max((match.score for match in matches if match.form.reports), default=0.0)
    for match in matches:
        if match.score < (NAMED if best >= NAMED else LIKELY_NAMED) or match.score < best - 0.15:
            continue
        for report in reports_of(db, match.form.organisation.id, "audited"):
            if (only is None or report in only) and len(reports) < _MOST_REPORTS:
                reports.setdefault(report, match.score - _HOMONYM * (best - match.score))
    return reports


def _stems_of(match: NameMatch, text: str) -> frozenset[str]:
    """Return the stems of the words of `text` that name the organisation, short for its kind included."""
    tokens = name_tokens(text)
    named = {stem(tokens[place]) for place in match.places}
    own_kinds = kinds(name_tokens(match.form.form)) | {"commune"}
    said = {stem(word) for word in words(text) if own_kinds.intersection(name_tokens(word))}
    return frozenset(named | said | set(stems(match.form.form)))


def _hits(
    db: sqlite3.Connection,
    found: Sequence[FoundPassage],
    terms: Sequence[str],
    matches: Sequence[NameMatch],
    wanted: frozenset[str],
) -> Iterator[PassageHit]:
    reports = report_rows(db, list({item.row["report_id"] for item in found}))
    for item in found:
        row, score = item.row, item.score
        yield PassageHit(
            report=reports[row["report_id"]],
            place=place(row),
            section=row["section"],
            kind=row["kind"],
            text=row["text"],
            notes=row["notes"],
            score=round(item.value, 4),
            coverage=round(score.coverage, 4),
            matched=score.matched,
            reason=_reason(score, terms, matches),
            wanted=wanted,
        )


def _reason(score: Score, terms: Sequence[str], matches: Sequence[NameMatch]) -> str:
    parts = []
    if matches and matches[0].score >= NAMED:
        parts.append(f"le nom reconnu est « {matches[0].form.organisation.name} »")
    if terms:
        where = "dans le passage ou ses titres" if score.in_heading else "dans le passage"
        parts.append(f"{len(score.matched)} mots de la question sur {len(terms)} se trouvent {where}")
    return " ; ".join(parts) or "passage d'ouverture du rapport"
