"""The report base as the rest of Greffier sees it: what is stored, and finding what a question is about."""

import threading
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from knowledge.cache import Cache
from knowledge.embedding import Embedder, Vector
from knowledge.reports import catalogue_queries as queries
from knowledge.reports import vocabulary
from knowledge.reports.catalogue_queries import ReportFilter
from knowledge.reports.figure_search import find_figures, list_figures
from knowledge.reports.list_search import FoundReports, listed_reports
from knowledge.reports.misfiled import is_on_the_second
from knowledge.reports.models import (
    FigureRow,
    OrganisationMatch,
    PassageRow,
    ReportDetails,
    ReportSummary,
    SearchResult,
    TableRow,
)
from knowledge.reports.names import load_index
from knowledge.reports.organisation_index import OrganisationIndex
from knowledge.reports.questions import read_question
from knowledge.reports.report_ranking import ReportIndex, load_report_index, rank_reports
from knowledge.reports.same_text import same_text
from knowledge.reports.searching import name_stems, reports_meant, search, weighted_terms
from knowledge.reports.stored import StoredReports
from knowledge.reports.topic_search import topic_reports
from knowledge.text import stem

DEEP = 200
"""Passages that are looked at of all the reports a question may be about."""
_MOSTLY = 0.6
_REMEMBERED = 16
"""Searches remembered: one message asks the same thing several times on its way to an answer."""
_READ = 4
"""Reports whose passages and tables are remembered: one answer reads those of its report for each figure."""
_READ_IN_PART = 64
"""Tables and paragraphs whose figures are remembered: one answer looks at each among those beside it."""
_SENTENCES = 512
"""Vectors of sentences remembered: the shorter forms of one message are compared with much the same ones."""
_SAME_TEXTS = 1_024
"""Reports whose doubles are remembered."""
_FIGURES = 120
"""Figures found at least, whatever the number asked: the next to ask for them may want more."""


class ReportBase(StoredReports):
    """What is stored of the reports, with the search for what a question is about."""

    def __init__(self, path: Path, embedder: Embedder | None = None) -> None:
        """`embedder` reorders passages by meaning where the base holds vectors; searching works without."""
        super().__init__(path)
        self._embedder = embedder
        self._index: tuple[tuple[int, int], OrganisationIndex, ReportIndex] | None = None
        self._guard = threading.Lock()
        self._searches: Cache[SearchResult] = Cache(_REMEMBERED)
        self._figures: Cache[tuple[FigureRow, ...]] = Cache(_REMEMBERED)
        self._sentences: Cache[Vector] = Cache(_SENTENCES)
        self._titles: Cache[tuple[str, ...]] = Cache(_REMEMBERED)
        self._details: Cache[ReportDetails | None] = Cache(_REMEMBERED)
        self._passages: Cache[tuple[PassageRow, ...]] = Cache(_READ)
        self._tables: Cache[tuple[TableRow, ...]] = Cache(_READ)
        self._figures_at: Cache[tuple[FigureRow, ...]] = Cache(_READ_IN_PART)
        self._same_texts: Cache[tuple[ReportSummary, ...]] = Cache(_SAME_TEXTS)
        self._misfiled: Cache[ReportSummary | None] = Cache(_SAME_TEXTS)

    def names(self) -> OrganisationIndex:
        """Return the index of organisation names, made anew when reports were added or removed."""
        return self._indexes()[1]

    @property
    def state(self) -> tuple[int, int]:
        """What changes whenever a report is added, replaced or removed."""
        return self._indexes()[0]

    def _indexes(self) -> tuple[tuple[int, int], OrganisationIndex, ReportIndex]:
        # One after the other: both from one reading would go through the whole index for either.
        state = self._db.execute(
            "SELECT coalesce((SELECT max(id) FROM report), 0), (SELECT count(*) FROM report)"
        ).fetchone()
        with self._guard:
            if self._index is None or self._index[0] != (state[0], state[1]):
                self._index = ((state[0], state[1]), load_index(self._db), load_report_index(self._db))
            return self._index

    def titled(self, names: Sequence[str], families: bool = False) -> tuple[ReportSummary, ...]:
        """Return the reports whose title says every word, or with `families` a longer one; newest first."""
        titles = self._indexes()[2]
        find = titles.titled_in_family if families else titles.titled
        rows = [find(stem(word)) | find(stem(f"{word}s")) | find(stem(f"{word}x")) for word in names]
        held = frozenset.intersection(*rows) if rows else frozenset()
        found = queries.report_rows(self._db, sorted(held)).values()
        return tuple(sorted(found, key=lambda report: (report.date is not None, report.date), reverse=True))

    def titles(self, least: int) -> tuple[str, ...]:
        """Return the stored titles of at least so many words, worked out once while the reports stay."""
        read = super().titles
        return self._titles.get((self.state, least), lambda: read(least))

    def report(self, report_id: str) -> ReportDetails | None:
        """Return one report by its key, None when it is not in the base; those read last are remembered."""
        read = super().report
        return self._details.get((self.state, report_id), lambda: read(report_id))

    def passages(self, report_id: str, section: int | None = None) -> tuple[PassageRow, ...]:
        """Return a report's text in passages, of one section when given; those read last are remembered."""
        read = super().passages
        return self._passages.get((self.state, report_id, section), lambda: read(report_id, section))

    def tables(self, report_id: str) -> tuple[TableRow, ...]:
        """Return a report's tables in reading order; those read last are remembered."""
        read = super().tables
        return self._tables.get((self.state, report_id), lambda: read(report_id))

    def figures_at(self, report_id: str, anchor: str) -> tuple[FigureRow, ...]:
        """Return the figures of one table or paragraph, in reading order; those read last are remembered."""
        read = super().figures_at
        key = (self.state, report_id, anchor)
        return self._figures_at.get(key, lambda: read(report_id, anchor))

    def same_text_as(self, report_id: str) -> tuple[ReportSummary, ...]:
        """Return the other reports that have the text of one."""

        def read() -> tuple[ReportSummary, ...]:
            row = queries.report_row_id(self._db, report_id)
            rows = same_text(self._db, row) if row is not None else []
            return tuple(queries.report_rows(self._db, rows).values())

        return self._same_texts.get((self.state, report_id), read)

    def report_on_another(self, report_id: str) -> ReportSummary | None:
        """Return the report whose text stands under the title of one as well and names its own body alone."""

        def read() -> ReportSummary | None:
            for twin in self.same_text_as(report_id):
                own, other = self.first_audited(report_id), self.first_audited(twin.id)
                texts = [passage.text for passage in self.passages(report_id)]
                if own and other and is_on_the_second(own, other, texts):
                    return twin
            return None

        return self._misfiled.get((self.state, report_id), read)

    def first_audited(self, report_id: str) -> str | None:
        """Return the name of the body that a report audits first, None where none is known."""
        details = self.report(report_id)
        return details.audited[0].name if details and details.audited else None

    def on_topic(self, terms: Sequence[str]) -> tuple[ReportSummary, ...]:
        """Return the reports that treat the topic of some stems as a whole, those that most do first."""
        rows = topic_reports(self._db, self._indexes()[2], terms)
        found = queries.report_rows(self._db, rows)
        return tuple(found[row] for row in rows)

    def listed(
        self, terms: Sequence[str], phrases: Sequence[str] = (), wanted: ReportFilter | None = None
    ) -> FoundReports:
        """Return the reports that a list shows for stems and quoted phrases, within a filter."""
        return listed_reports(self._db, self._indexes()[2], terms, phrases, wanted or ReportFilter())

    def most_about(self, terms: Sequence[str], report_ids: Sequence[str]) -> tuple[str, ...]:
        """Return those of some reports that speak most of `terms` (stems), best first."""
        rows = {row: key for key in report_ids if (row := queries.report_row_id(self._db, key)) is not None}
        ranked = rank_reports(self._db, self._indexes()[2], terms, {}, frozenset(rows), len(rows))
        return tuple(rows[one.row] for one in ranked if one.share >= _MOSTLY * ranked[0].share)

    def says_most(self, text: str, report_ids: Sequence[str]) -> bool:
        """Return whether one of some reports is the one that says most of a text.

        A report guessed from a word or two of a name must be: « l'organisme qui s'occupe des forêts autour de
        Paris » is not the company whose name has Paris in it.
        """
        return bool(report_ids) and self.saying_most(text) in report_ids

    def saying_most(self, text: str) -> str | None:
        """Return the report that says most of a text, None where none says anything of it."""
        hits = self.search_passages(text, limit=DEEP).hits
        return hits[0].report.id if hits else None

    def find_organisations(self, name: str, limit: int = 5) -> tuple[OrganisationMatch, ...]:
        """Return the organisations a name or a whole question may mean, best first.

        Several with close scores are near-homonyms: ask which. Below `NAMED` the name is a guess.
        """
        found = self.names().find(name, limit)
        return tuple(
            OrganisationMatch(m.form.organisation, m.score, m.form.form, m.form.reports) for m in found
        )

    def figures(
        self,
        report_id: str | None = None,
        organisation: int | None = None,
        label: str | None = None,
        year: int | None = None,
        limit: int | None = 20,
    ) -> tuple[FigureRow, ...]:
        """Return the figures of a report or of those auditing a body, by what they measure and when.

        With `label` (words of the question) best first with a score, else in reading order; all of them when
        `limit` is None.
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

        return self._searches.get((state, question, chosen, report_id, limit), run)

    def nearness(self, question: str, texts: Sequence[str]) -> float | None:
        """Return the cosine of the nearest of `texts` to a question by meaning, None without vectors."""
        return max(self.nearnesses(question, texts), default=None)

    def nearnesses(self, question: str, texts: Sequence[str]) -> tuple[float, ...]:
        """Return the cosine of each of `texts` to a question by meaning, none without vectors."""
        if self._embedder is None or not texts:
            return ()
        vectors = np.array(self._sentences.get_all(texts, self._embedder.passages))
        return tuple(map(float, vectors @ self._embedder.query(question)))

    def vector(self, question: str) -> Vector | None:
        """Return the sentence vector of a question, shape (dimension,), None without vectors."""
        return None if self._embedder is None else self._embedder.query(question)

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

    def answer_figures(
        self, question: str, report_id: str | None = None, limit: int = 5
    ) -> tuple[FigureRow, ...]:
        """Return the figures that answer a whole question, in the reports it is about."""
        state, most = self._indexes()[0], max(limit, _FIGURES)
        found = self._figures.get(
            (state, question, report_id, most), lambda: self._answering(question, report_id, most)
        )
        return found[:limit]

    def _answering(self, question: str, report_id: str | None, limit: int) -> tuple[FigureRow, ...]:
        matches = self.names().find(question)
        meant = reports_meant(self._db, matches)
        if report_id is not None:
            row = queries.report_row_id(self._db, report_id)
            meant = {row: 1.0} if row is not None else {}
        names = name_stems(matches, question) if meant else frozenset()
        reports = queries.report_rows(self._db, list(meant) or self._reports_found(question))
        read = read_question(question)
        return tuple(
            find_figures(self._db, read, weighted_terms(self._db, read, names), reports, limit, names)
        )

    def _reports_found(self, question: str) -> list[int]:
        hits = self.search_passages(question, limit=20).hits
        keys = list(dict.fromkeys(hit.report.id for hit in hits))[:3]
        return [row for key in keys if (row := queries.report_row_id(self._db, key)) is not None]
