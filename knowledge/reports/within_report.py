"""Which passages of one report say some words: what a search inside a report shows."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.reports.catalogue_queries import passages
from knowledge.reports.list_search import as_phrase
from knowledge.reports.models import PassageRow
from knowledge.text import words


@dataclass(frozen=True, slots=True)
class SaidInReport:
    """The passages that say all the words sought, in reading order; if none (not `whole`) most."""

    passages: tuple[PassageRow, ...] = ()
    whole: bool = False


def said_in_report(
    db: sqlite3.Connection, report: int, terms: Sequence[str], phrases: Sequence[str]
) -> SaidInReport:
    """Return the passages of a report that say `terms` (stems) and `phrases` word for word."""
    said = {
        row["id"]: set(row["body"].split())
        for row in db.execute(
            "SELECT s.id, s.body FROM passage p JOIN passage_stems s ON s.id = p.id WHERE p.report_id = ?",
            (report,),
        )
    }
    sought, quoted = set(terms), [as_phrase(phrase) for phrase in phrases]
    # Rows of both queries are those of the report, in the order of their ids.
    rows = list(zip(passages(db, report, None), (said[row] for row in sorted(said)), strict=True))
    if quoted:
        folded = [" ".join(words(row.text)) for row, _ in rows]
        rows = [
            row for row, text in zip(rows, folded, strict=True) if all(one.search(text) for one in quoted)
        ]
    most = max((len(sought & stems) for _, stems in rows), default=0)
    if sought and not most:
        return SaidInReport()
    found = tuple(row for row, stems in rows if len(sought & stems) == most)
    return SaidInReport(found, bool(found) and most == len(sought))
