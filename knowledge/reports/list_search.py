"""Which reports a list shows for words: those that treat them as a topic, then those that only say them."""

import re
import sqlite3
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from knowledge.reports.catalogue_queries import ReportFilter, filtered_reports, report_ranking
from knowledge.reports.models import ReportSummary
from knowledge.reports.read import report_summary
from knowledge.reports.report_ranking import ReportIndex
from knowledge.reports.topic_search import topic_reports
from knowledge.text import content_stems, words


@dataclass(frozen=True, slots=True)
class FoundReports:
    """The reports found, best first: `treating` the topic, `saying` its every word beside.

    `partly` are those that say some of the words, looked for only where no report says them all.
    """

    treating: tuple[ReportSummary, ...] = ()
    saying: tuple[ReportSummary, ...] = ()
    partly: tuple[ReportSummary, ...] = ()


def listed_reports(
    db: sqlite3.Connection,
    index: ReportIndex,
    terms: Sequence[str],
    phrases: Sequence[str],
    wanted: ReportFilter,
) -> FoundReports:
    """Return the reports within a filter that `terms` (stems) find and that say `phrases` word for word.

    Without either, all those within the filter, newest first.
    """
    within = {row["report_id"]: report_summary(row) for row in filtered_reports(db, wanted)}
    sought = list(dict.fromkeys([*terms, *(stem for phrase in phrases for stem in content_stems(phrase))]))
    if not sought:
        return FoundReports(treating=tuple(within.values()))
    quoting = set(within)
    for phrase in phrases:
        quoting &= _quoting(db, phrase)
    on_topic = [row for row in topic_reports(db, index, sought) if row in quoting]
    holders = [_holders(db, term) for term in sought]
    ranked = [row for row in report_ranking(db, sought) if row in within]
    every = quoting.intersection(*holders)
    saying = [row for row in ranked if row in every and row not in on_topic]
    partly = [] if on_topic or saying else ranked

    def of(rows: Collection[int]) -> tuple[ReportSummary, ...]:
        return tuple(within[row] for row in rows)

    return FoundReports(of(on_topic), of(saying), of(partly))


def _holders(db: sqlite3.Connection, term: str) -> set[int]:
    """Return the reports that hold a stem, in their title, bodies, themes, headings or text."""
    rows = db.execute("SELECT rowid FROM report_index WHERE report_index MATCH ?", (f'"{term}"',))
    return {row[0] for row in rows}


def as_phrase(phrase: str) -> re.Pattern[str]:
    """Return what finds the very words of a phrase in folded words joined by spaces."""
    return re.compile(rf"\b{' '.join(words(phrase))}\b")


def _quoting(db: sqlite3.Connection, phrase: str) -> set[int]:
    """Return the reports that have the very words of a phrase side by side."""
    terms = content_stems(phrase)
    if not terms:
        return set()
    said = as_phrase(phrase)
    rows = db.execute(
        "SELECT p.report_id, r.title, s.path, p.text FROM passage_index i JOIN passage p ON p.id = i.rowid"
        " JOIN report r ON r.id = p.report_id"
        " JOIN section s ON s.report_id = p.report_id AND s.ordinal = p.section WHERE passage_index MATCH ?",
        (" AND ".join(f'"{term}"' for term in terms),),
    )
    found = set[int]()
    for row in rows:
        if row["report_id"] not in found and any(
            said.search(" ".join(words(row[column]))) for column in ("title", "path", "text")
        ):
            found.add(row["report_id"])
    return found
