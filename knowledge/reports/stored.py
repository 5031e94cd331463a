"""What is stored of the reports, as it was read: one method per thing to show."""

import re
import sqlite3
from collections.abc import Sequence
from pathlib import Path

from knowledge.reports import catalogue_queries as queries
from knowledge.reports import vocabulary
from knowledge.reports.catalogue_queries import ReportFilter
from knowledge.reports.connection import ReadOnlyPool
from knowledge.reports.dossiers import (
    audited_bodies,
    compare,
    key_figures,
    neighbours,
    openings,
    organisation_dossier,
    theme_dossier,
)
from knowledge.reports.figure_search import list_figures
from knowledge.reports.models import (
    AuditedBody,
    Comparison,
    FigureRow,
    MentionRow,
    OrganisationDossier,
    OrganisationRow,
    PassageHit,
    PassageRow,
    RecommendationRow,
    ReportDetails,
    ReportPage,
    ReportSummary,
    SectionRow,
    TableRow,
    ThemeDossier,
    ThemeRow,
)
from knowledge.reports.name_forms import without_law
from knowledge.reports.schema import CARD
from knowledge.reports.within_report import SaidInReport, said_in_report
from knowledge.text import words


class StoredReports:
    """Read-only access to what the report base stores; safe to use from many threads.

    Every method raises BaseUnavailable when there is no base yet. Reports added by another process while
    this one runs are seen at the next call.
    """

    def __init__(self, path: Path) -> None:
        """`path` is the base, which need not be there yet."""
        self._pool = ReadOnlyPool(path)

    def close(self) -> None:
        """Close all connections."""
        self._pool.close()

    @property
    def _db(self) -> sqlite3.Connection:
        return self._pool.connection

    def count(self, cards: bool = False) -> int:
        """Return the number of reports in the base, or of those told by their cards alone."""
        told = f" WHERE content_hash LIKE '{CARD}%'" if cards else ""
        return int(self._db.execute(f"SELECT count(*) FROM report{told}").fetchone()[0])

    def cards(self, report_ids: Sequence[str]) -> dict[str, ReportSummary]:
        """Return those of some reports that are told by their cards, by key."""
        rows = [row for key in dict.fromkeys(report_ids) if (row := queries.report_row_id(self._db, key))]
        return {one.id: one for one in queries.report_rows(self._db, rows).values() if one.card}

    def find_reports(self, wanted: ReportFilter | None = None, page: int = 1, size: int = 20) -> ReportPage:
        """Return one page of the reports that pass a filter."""
        return queries.page_of_reports(self._db, wanted or ReportFilter(), max(page, 1), max(size, 1))

    def report(self, report_id: str) -> ReportDetails | None:
        """Return one report by its key, None when it is not in the base."""
        row = queries.report_row_id(self._db, report_id)
        return queries.report_details(self._db, row) if row is not None else None

    def called(self, title: str) -> tuple[ReportSummary, ...]:
        """Return the reports of exactly that title, with or without the law that closes it, in whatever case
        and punctuation, the newest first.
        """
        rows = self._db.execute("SELECT id, title FROM report").fetchall()
        wanted = words(title)
        held = [row["id"] for row in rows if wanted and wanted in _titles_of(row["title"])]
        found = queries.report_rows(self._db, held).values()
        return tuple(sorted(found, key=lambda r: (r.date is not None, r.date, r.id), reverse=True))

    def titles(self, least: int) -> tuple[str, ...]:
        """Return the titles of at least so many words, with and without the law that closes them, folded."""
        rows = self._db.execute("SELECT title FROM report").fetchall()
        found = (title for row in rows for title in _titles_of(row["title"]))
        return tuple(dict.fromkeys(" ".join(title) for title in found if len(title) >= least))

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

    def opening(self, report_id: str, limit: int) -> tuple[PassageHit, ...]:
        """Return the first passages of a report's synthesis, else of its conclusions or its text."""
        row = queries.report_row_id(self._db, report_id)
        return tuple(openings(self._db, [row], limit)) if row is not None else ()

    def saying(self, report_id: str, terms: Sequence[str], phrases: Sequence[str] = ()) -> SaidInReport:
        """Return the passages of a report that say some stems and quoted phrases."""
        row = queries.report_row_id(self._db, report_id)
        return said_in_report(self._db, row, terms, phrases) if row is not None else SaidInReport()

    def most_saying(self, term: str) -> list[tuple[str, int]]:
        """Return the keys of up to four reports that say a stem, with in how many passages, most first."""
        return vocabulary.most_saying(self._db, term)

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

    def recommendations(self, report_id: str) -> tuple[RecommendationRow, ...]:
        """Return the recommendations of a report in its order, empty when it is unknown."""
        row = queries.report_row_id(self._db, report_id)
        return tuple(queries.recommendations_of(self._db, [row])) if row is not None else ()

    def search_recommendations(self, text: str, limit: int = 10) -> tuple[RecommendationRow, ...]:
        """Return the recommendations of all reports nearest to `text`."""
        return tuple(queries.search_recommendations(self._db, text, limit))

    def audited_bodies(self) -> tuple[AuditedBody, ...]:
        """Return every organisation that a report audits, by name, with how many do."""
        return audited_bodies(self._db)

    def organisation(self, organisation_id: int) -> OrganisationRow | None:
        """Return an organisation by its id."""
        return queries.organisation(self._db, organisation_id)

    def reports_on(self, organisation_id: int) -> tuple[ReportSummary, ...]:
        """Return the reports that audit an organisation, newest first."""
        return tuple(queries.reports_of(self._db, organisation_id, "audited").values())

    def neighbours(self, organisation_id: int, limit: int = 10) -> tuple[OrganisationRow, ...]:
        """Return other audited bodies of the same kind in the same department, the latest audited first."""
        return neighbours(self._db, organisation_id, limit)

    def figures_at(self, report_id: str, anchor: str) -> tuple[FigureRow, ...]:
        """Return the figures of one table or paragraph, in reading order."""
        row = queries.report_row_id(self._db, report_id)
        reports = queries.report_rows(self._db, [row]) if row is not None else {}
        return tuple(list_figures(self._db, reports, anchor=anchor))

    def key_figures(self, report_id: str) -> tuple[FigureRow, ...]:
        """Return the figures of a report's tables on what is asked about most, by measure and year."""
        row = queries.report_row_id(self._db, report_id)
        return tuple(key_figures(self._db, queries.report_rows(self._db, [row]))) if row is not None else ()

    def mainly_about(self, report_id: str, organisation_id: int) -> bool:
        """Tell whether a report names an organisation or place often enough to be about it."""
        row = queries.report_row_id(self._db, report_id)
        return row is not None and vocabulary.mainly_about(self._db, row, organisation_id)

    def organisation_dossier(self, organisation_id: int) -> OrganisationDossier | None:
        """Return what the reports say of an organisation, None when it is unknown."""
        return organisation_dossier(self._db, organisation_id)

    def theme_dossier(self, theme_id: str) -> ThemeDossier | None:
        """Return what the reports say on a theme, None when it is not in the taxonomy."""
        return theme_dossier(self._db, theme_id)

    def compare(self, organisations: Sequence[int]) -> Comparison:
        """Return organisations side by side, with the measures that their reports have in common."""
        return compare(self._db, organisations)

    def resolve_anchor(self, anchor: str) -> int | None:
        """Return the section ordinal of a fragment such as `s12-b3`, None when it is not one."""
        match = re.fullmatch(r"s(\d+)-b\d+", anchor)
        return int(match.group(1)) if match else None


def _titles_of(title: str) -> tuple[list[str], list[str]]:
    """The words of a title, and of what is left without the law that closes it."""
    return words(title), words(without_law(title))
