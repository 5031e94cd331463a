"""The report base as the rest of Greffier sees it: one method per business question."""

import re
import sqlite3
import threading
from collections.abc import Sequence
from pathlib import Path

from knowledge.embedding import Embedder
from knowledge.recent import Recent
from knowledge.reports import catalogue_queries as queries
from knowledge.reports import vocabulary
from knowledge.reports.catalogue_queries import ReportFilter
from knowledge.reports.connection import ReadOnlyPool
from knowledge.reports.dossiers import compare, neighbours, organisation_dossier, theme_dossier, timeline
from knowledge.reports.figure_search import find_figures, list_figures
from knowledge.reports.models import (
    Comparison,
    FigureRow,
    MentionRow,
    OrganisationDossier,
    OrganisationMatch,
    OrganisationRow,
    PassageRow,
    RecommendationRow,
    ReportDetails,
    ReportPage,
    ReportSummary,
    SearchResult,
    SectionRow,
    TableRow,
    ThemeDossier,
    ThemeRow,
    TimelineEntry,
)
from knowledge.reports.names import load_index
from knowledge.reports.organisation_index import OrganisationIndex
from knowledge.reports.questions import read_question
from knowledge.reports.report_ranking import ReportIndex, load_report_index, rank_reports
from knowledge.reports.searching import name_stems, reports_meant, search, weighted_terms
from knowledge.text import stem

_MOSTLY = 0.6
_REMEMBERED = 16
"""Searches remembered: one message asks the same thing several times on its way to an answer."""


class ReportBase:
    """Read-only access to the report base; safe to use from many threads.

    Every method raises BaseUnavailable when there is no base yet. Reports added by another process while
    this one runs are seen at the next call.
    """

    def __init__(self, path: Path, embedder: Embedder | None = None) -> None:
        """`embedder` reorders passages by meaning where the base holds vectors; searching works without."""
        self._embedder = embedder
        self._pool = ReadOnlyPool(path)
        self._index: tuple[tuple[int, int], OrganisationIndex, ReportIndex] | None = None
        self._guard = threading.Lock()
        self._recent: Recent[SearchResult] = Recent(_REMEMBERED)

    def close(self) -> None:
        """Close all connections."""
        self._pool.close()

    @property
    def _db(self) -> sqlite3.Connection:
        return self._pool.connection

    def names(self) -> OrganisationIndex:
        """Return the index of organisation names, made anew when reports were added or removed."""
        return self._indexes()[1]

    def _indexes(self) -> tuple[tuple[int, int], OrganisationIndex, ReportIndex]:
        state = self._db.execute("SELECT coalesce(max(id), 0), count(*) FROM report").fetchone()
        with self._guard:
            if self._index is None or self._index[0] != (state[0], state[1]):
                self._index = ((state[0], state[1]), load_index(self._db), load_report_index(self._db))
            return self._index

    def count(self) -> int:
        """Return the number of reports in the base."""
        return int(self._db.execute("SELECT count(*) FROM report").fetchone()[0])

    def find_reports(self, wanted: ReportFilter | None = None, page: int = 1, size: int = 20) -> ReportPage:
        """Return one page of the reports that pass a filter."""
        return queries.page_of_reports(self._db, wanted or ReportFilter(), max(page, 1), max(size, 1))

    def report(self, report_id: str) -> ReportDetails | None:
        """Return one report by its key, None when it is not in the base."""
        row = queries.report_row_id(self._db, report_id)
        return queries.report_details(self._db, row) if row is not None else None

    def titled(self, names: Sequence[str], families: bool = False) -> tuple[ReportSummary, ...]:
        """Return the reports whose title says every word, or with `families` a longer one; newest first."""
        titles = self._indexes()[2]
        find = titles.titled_in_family if families else titles.titled
        rows = [find(stem(word)) | find(stem(f"{word}s")) for word in names]
        held = frozenset.intersection(*rows) if rows else frozenset()
        found = queries.report_rows(self._db, sorted(held)).values()
        return tuple(sorted(found, key=lambda report: (report.date is not None, report.date), reverse=True))

    def most_about(self, terms: Sequence[str], report_ids: Sequence[str]) -> tuple[str, ...]:
        """Return those of some reports that speak most of `terms` (stems), best first."""
        rows = {row: key for key in report_ids if (row := queries.report_row_id(self._db, key)) is not None}
        ranked = rank_reports(self._db, self._indexes()[2], terms, {}, frozenset(rows), len(rows))
        return tuple(rows[one.row] for one in ranked if one.share >= _MOSTLY * ranked[0].share)

    def known(self, report_ids: Sequence[str]) -> frozenset[str]:
        """Return those of some keys whose report is in the base."""
        marks = ", ".join("?" for _ in report_ids)
        rows = self._db.execute(f"SELECT key FROM report WHERE key IN ({marks})", list(report_ids))
        return frozenset(row["key"] for row in rows)

    def sections(self, report_id: str) -> tuple[SectionRow, ...]:
        """Return a report's headings in reading order, empty when it is unknown."""
        row = queries.report_row_id(self._db, report_id)
        return tuple(queries.sections(self._db, row)) if row is not None else ()

    def passages(self, report_id: str, section: int | None = None) -> tuple[PassageRow, ...]:
        """Return a report's text in passages, of one section when given."""
        row = queries.report_row_id(self._db, report_id)
        return tuple(queries.passages(self._db, row, section)) if row is not None else ()

    def tables(self, report_id: str) -> tuple[TableRow, ...]:
        """Return a report's tables in reading order."""
        row = queries.report_row_id(self._db, report_id)
        return tuple(queries.tables(self._db, row)) if row is not None else ()

    def mentions(self, report_id: str) -> tuple[MentionRow, ...]:
        """Return the organisations of a report, those audited first."""
        row = queries.report_row_id(self._db, report_id)
        return tuple(queries.mentions(self._db, row)) if row is not None else ()

    def themes(self) -> tuple[ThemeRow, ...]:
        """Return the taxonomy with the number of reports on each theme."""
        return tuple(queries.themes(self._db))

    def facets(self) -> dict[str, tuple[tuple[str, int], ...]]:
        """Return the values of each filter with their number of reports, the commonest first."""
        return {
            column: tuple(
                (str(row[0]), int(row[1]))
                for row in self._db.execute(
                    f"SELECT {column}, count(*) AS n FROM report WHERE {column} IS NOT NULL GROUP BY 1"
                    f" ORDER BY n DESC"
                )
            )
            for column in ("type", "jurisdiction", "year", "department", "region")
        }

    def recommendations(
        self, report_id: str | None = None, theme: str | None = None, organisation: int | None = None
    ) -> tuple[RecommendationRow, ...]:
        """Return the recommendations of a report, of the reports on a theme, or of those auditing a body."""
        if report_id is not None:
            row = queries.report_row_id(self._db, report_id)
            reports = [row] if row is not None else []
        elif organisation is not None:
            reports = list(queries.reports_of(self._db, organisation, "audited"))
        else:
            rows = queries.filtered_reports(self._db, ReportFilter(theme=theme))
            reports = [row["report_id"] for row in rows] if theme is not None else []
        return tuple(queries.recommendations_of(self._db, reports))

    def search_recommendations(self, text: str, limit: int = 10) -> tuple[RecommendationRow, ...]:
        """Return the recommendations of all reports nearest to `text`."""
        return tuple(queries.search_recommendations(self._db, text, limit))

    def find_organisations(self, name: str, limit: int = 5) -> tuple[OrganisationMatch, ...]:
        """Return the organisations a name or a whole question may mean, best first.

        Several with close scores are near-homonyms: ask which. Below 0.75 the name is a guess.
        """
        found = self.names().find(name, limit)
        return tuple(
            OrganisationMatch(m.form.organisation, m.score, m.form.form, m.form.reports) for m in found
        )

    def organisation(self, organisation_id: int) -> OrganisationRow | None:
        """Return an organisation by its id."""
        return queries.organisation(self._db, organisation_id)

    def reports_on(self, organisation_id: int) -> tuple[ReportSummary, ...]:
        """Return the reports that audit an organisation, newest first."""
        return tuple(queries.reports_of(self._db, organisation_id, "audited").values())

    def neighbours(self, organisation_id: int, limit: int = 10) -> tuple[OrganisationRow, ...]:
        """Return other audited bodies of the same kind in the same department, the latest audited first."""
        return neighbours(self._db, organisation_id, limit)

    def figures(
        self,
        report_id: str | None = None,
        organisation: int | None = None,
        label: str | None = None,
        year: int | None = None,
        limit: int = 20,
    ) -> tuple[FigureRow, ...]:
        """Return the figures of a report or of those auditing a body, by what they measure and when.

        With `label` (words of the question) best first with a score, else in reading order.
        """
        if report_id is not None:
            row = queries.report_row_id(self._db, report_id)
            reports = queries.report_rows(self._db, [row]) if row is not None else {}
        else:
            reports = (
                queries.reports_of(self._db, organisation, "audited") if organisation is not None else {}
            )
        if label:
            question = read_question(f"{label} {year or ''}")
            terms = weighted_terms(self._db, question, self._name_stems(organisation))
            return tuple(find_figures(self._db, question, terms, reports, limit))
        return tuple(list_figures(self._db, reports, year=year, limit=limit))

    def figures_at(self, report_id: str, anchor: str) -> tuple[FigureRow, ...]:
        """Return the figures of one table or paragraph, in reading order."""
        row = queries.report_row_id(self._db, report_id)
        reports = queries.report_rows(self._db, [row]) if row is not None else {}
        return tuple(list_figures(self._db, reports, anchor=anchor))

    def _name_stems(self, organisation: int | None) -> frozenset[str]:
        if organisation is None:
            return frozenset()
        names = queries.aliases(self._db, organisation)
        return frozenset(term for name in names for term in read_question(name).terms)

    def search_passages(
        self, question: str, wanted: ReportFilter | None = None, report_id: str | None = None, limit: int = 10
    ) -> SearchResult:
        """Return the passages that answer a question best, each with why, within a filter or one report."""
        state, names, reports = self._indexes()
        chosen = wanted or ReportFilter()

        def run() -> SearchResult:
            only = queries.report_row_id(self._db, report_id) if report_id is not None else None
            return search(self._db, names, reports, question, chosen, only, limit, self._embedder)

        return self._recent.get((state, question, chosen, report_id, limit), run)

    def absent_terms(self, report_id: str, terms: Sequence[str]) -> tuple[str, ...]:
        """Return those of `terms` (stems) that a report says in no form."""
        row = queries.report_row_id(self._db, report_id)
        return vocabulary.absent_terms(self._db, row, terms) if row is not None else tuple(terms)

    def report_shares(self, terms: Sequence[str]) -> dict[str, float]:
        """Return in which share of the reports each stem stands."""
        return vocabulary.report_shares(self._db, terms, len(self._indexes()[2].passages))

    def well_spelt(self, terms: Sequence[str]) -> tuple[str, ...]:
        """Return the stems, those that no report holds replaced by the nearest that reports do."""
        return vocabulary.well_spelt(self._db, terms)

    def mainly_about(self, report_id: str, organisation_id: int) -> bool:
        """Tell whether a report names an organisation or place often enough to be about it."""
        row = queries.report_row_id(self._db, report_id)
        return row is not None and vocabulary.mainly_about(self._db, row, organisation_id)

    def answer_figures(
        self, question: str, report_id: str | None = None, limit: int = 5
    ) -> tuple[FigureRow, ...]:
        """Return the figures that answer a whole question, in the reports it is about."""
        matches = self.names().find(question)
        meant = reports_meant(self._db, matches)
        if report_id is not None:
            row = queries.report_row_id(self._db, report_id)
            meant = {row: 1.0} if row is not None else {}
        names = name_stems(matches, question) if meant else frozenset()
        reports = queries.report_rows(self._db, list(meant) or self._reports_found(question))
        read = read_question(question)
        return tuple(find_figures(self._db, read, weighted_terms(self._db, read, names), reports, limit))

    def _reports_found(self, question: str) -> list[int]:
        hits = self.search_passages(question, limit=20).hits
        keys = list(dict.fromkeys(hit.report.id for hit in hits))[:3]
        return [row for key in keys if (row := queries.report_row_id(self._db, key)) is not None]

    def organisation_dossier(self, organisation_id: int) -> OrganisationDossier | None:
        """Return what the reports say of an organisation, None when it is unknown."""
        return organisation_dossier(self._db, organisation_id)

    def theme_dossier(self, theme_id: str) -> ThemeDossier | None:
        """Return what the reports say on a theme, None when it is not in the taxonomy."""
        return theme_dossier(self._db, theme_id)

    def timeline(self, organisation_id: int) -> tuple[TimelineEntry, ...]:
        """Return the years of an organisation's dossier in order: reports published, key figures."""
        return timeline(self._db, organisation_id)

    def compare(self, organisations: Sequence[int]) -> Comparison:
        """Return organisations side by side, with the measures that their reports have in common."""
        return compare(self._db, organisations)

    def resolve_anchor(self, anchor: str) -> int | None:
        """Return the section ordinal of a fragment such as `s12-b3`, None when it is not one."""
        match = re.fullmatch(r"s(\d+)-b\d+", anchor)
        return int(match.group(1)) if match else None
