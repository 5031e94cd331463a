"""Which words of a question a report never says, and which places it is mainly about."""

import sqlite3
from collections.abc import Sequence

from knowledge.reports.passage_scoring import weigh
from knowledge.reports.synonyms import synonyms

_MAIN_SHARE = 0.2
"""A place named at least this often, against the most named body of a report, is what it is about."""

_MAIN_MENTIONS = 8


def absent_terms(db: sqlite3.Connection, report: int, terms: Sequence[str]) -> tuple[str, ...]:
    """Return those of `terms` (stems) that a report says in no form: not itself, its family, nor a
    synonym.
    """
    said = _vocabulary(db, report)
    variants = weigh(db, terms).variants
    return tuple(term for term in terms if not ({term, *variants[term], *synonyms(term)} & said))


def frequencies(db: sqlite3.Connection, terms: Sequence[str]) -> dict[str, int]:
    """Return in how many passages of the base each stem stands."""
    return {term: weigh(db, [term]).frequencies[term] for term in terms}


def mainly_about(db: sqlite3.Connection, report: int, organisation: int) -> bool:
    """Tell whether a report names an organisation or place often enough to be about it."""
    row = db.execute(
        "SELECT max(mentions) AS most, max(CASE WHEN organisation_id = ? THEN mentions END) AS own"
        " FROM mention WHERE report_id = ?",
        (organisation, report),
    ).fetchone()
    own = row["own"] or 0
    return own >= _MAIN_MENTIONS and own >= _MAIN_SHARE * row["most"]


def _vocabulary(db: sqlite3.Connection, report: int) -> frozenset[str]:
    rows = db.execute(
        "SELECT t.body, t.path, t.title FROM passage p JOIN passage_stems t ON t.id = p.id WHERE"
        " p.report_id = ?",
        (report,),
    )
    return frozenset(stem for row in rows for text in row for stem in text.split())
