"""Which words of a question a report never says, and which places it is mainly about."""

import sqlite3
from collections.abc import Iterable, Sequence

from rapidfuzz import process
from rapidfuzz.distance import OSA

from knowledge.reports.demonyms import areas_meant
from knowledge.reports.lay_vocabulary import PLURAL, report_words
from knowledge.reports.passage_scoring import families
from knowledge.reports.synonyms import Phrase, same

_MAIN_SHARE = 0.2
"""A place named at least this often, against the most named body of a report, is what it is about."""

_MAIN_MENTIONS = 8


_SHORTEST_MISSPELT, _LONG = 5, 8
"""Letters of a word below which it is not corrected, and from which two slips are."""

_ELIDED = "ldns"
"""Letters of a word before an apostrophe that many leave out: « largent », « dagents »."""
_IN_USE = 3
"""Passages a word must stand in to be what a misspelt one meant."""


_SHORTEST_VERB, _OFTENER = 3, 3
"""Letters of the shortest stem of a verb before the ending of its plural, and how many times as often as the
whole it must stand in reports to be that verb's."""


def well_spelt(db: sqlite3.Connection, terms: Sequence[str]) -> tuple[str, ...]:
    """Return the stems, those no report holds replaced by the nearest ones that reports do, and verbs in the
    plural by their stem: « coûtent » is in five passages, « coût » in thousands. A word for which reports say
    another (« excursions »), or one for the people of an area, is not misspelt.
    """
    meant = report_words(terms)
    right = {term for term in terms if meant[term] or areas_meant(term)}
    return tuple(
        _of_plural_verb(db, term) or (None if term in right else _nearest(db, term)) or term for term in terms
    )


def _of_plural_verb(db: sqlite3.Connection, term: str) -> str | None:
    verb = term.removesuffix(PLURAL)
    if verb == term or len(verb) < _SHORTEST_VERB or not verb.isalpha():
        return None
    return verb if _passages(db, verb) > _OFTENER * _passages(db, term) else None


def _nearest(db: sqlite3.Connection, term: str) -> str | None:
    if len(term) < _SHORTEST_MISSPELT or not term.isalpha():
        return None
    if _is_in_use(db, term, 1):
        return None
    if term[0] in _ELIDED and _is_in_use(db, term[1:], _IN_USE):
        return term[1:]
    found = _by_slips(db, term)
    if found is None and term[0] in _ELIDED and len(term) > _LONG:  # « linformatik »
        return _by_slips(db, term[1:])
    return found


def _by_slips(db: sqlite3.Connection, term: str) -> str | None:
    """The stem of the reports that is a slip or two away from one, the nearest, then the one said most."""
    start = term[:2]
    rows = db.execute(
        "SELECT term, doc FROM term_frequency WHERE term >= ? AND term < ? AND doc >= ?"
        " AND length(term) BETWEEN ? AND ?",
        (start, start + "{", _IN_USE, len(term) - 2, len(term) + 2),
    ).fetchall()
    frequencies = {row["term"]: row["doc"] for row in rows}
    slips = 2 if len(term) >= _LONG else 1
    near = process.extract(term, list(frequencies), scorer=OSA.distance, score_cutoff=slips, limit=5)
    return min(near, key=lambda one: (one[1], -frequencies[one[0]]))[0] if near else None


def _is_in_use(db: sqlite3.Connection, term: str, least: int) -> bool:
    """Whether at least so many passages say a stem."""
    return _passages(db, term) >= least


def _passages(db: sqlite3.Connection, term: str) -> int:
    """In how many passages a stem stands."""
    row = db.execute("SELECT doc FROM term_frequency WHERE term = ?", (term,)).fetchone()
    return 0 if row is None else int(row["doc"])


def absent_terms(db: sqlite3.Connection, report: int, terms: Sequence[str]) -> tuple[str, ...]:
    """Return those of `terms` (stems) that a report says in no form: not itself, its family, nor another
    word or phrase that means the same.
    """
    title = db.execute("SELECT title FROM report_stems WHERE id = ?", (report,)).fetchone()
    named = frozenset(title[0].split()) if title else frozenset()
    variants = families(db, terms)

    def is_said(term: str) -> bool:
        meant = same(term)
        forms = {term, *variants[term], *(one for phrase in meant if len(phrase) == 1 for one in phrase)}
        if named & forms or _says(db, report, forms):
            return True
        return any(_says_together(db, report, phrase) for phrase in meant if len(phrase) > 1)

    return tuple(term for term in terms if not is_said(term))


def _says(db: sqlite3.Connection, report: int, forms: Iterable[str]) -> bool:
    wanted = list(forms)
    marks = ", ".join("?" for _ in wanted)
    found = db.execute(
        f"SELECT 1 FROM report_term WHERE report_id = ? AND term IN ({marks}) LIMIT 1", (report, *wanted)
    )
    return found.fetchone() is not None


def _says_together(db: sqlite3.Connection, report: int, phrase: Phrase) -> bool:
    """Whether a passage of a report says all the stems of a phrase."""
    if not all(_says(db, report, [one]) for one in phrase):
        return False
    found = db.execute(
        "SELECT s.body FROM passage p JOIN passage_stems s ON s.id = p.id WHERE p.report_id = ?", (report,)
    )
    return any(phrase <= {*row[0].split()} for row in found)


def report_shares(db: sqlite3.Connection, terms: Sequence[str], total: int) -> dict[str, float]:
    """Return in which share of the `total` reports each stem stands."""
    counts = {
        term: db.execute("SELECT count(*) FROM report_term WHERE term = ?", (term,)).fetchone()[0]
        for term in terms
    }
    return {term: count / (total or 1) for term, count in counts.items()}


def most_saying(db: sqlite3.Connection, term: str) -> list[tuple[str, int]]:
    """Return the keys of the reports that say a stem, with in how many passages, most first.

    Four are looked for at most: of a word that is said in more it is known that they are not few.
    """
    rows = db.execute(
        "SELECT r.key, t.passages FROM report_term t JOIN report r ON r.id = t.report_id WHERE t.term = ?"
        " LIMIT 4",
        (term,),
    )
    return sorted(((row["key"], row["passages"]) for row in rows), key=lambda said: -said[1])


def mainly_about(db: sqlite3.Connection, report: int, organisation: int) -> bool:
    """Tell whether a report names an organisation or place often enough to be about it."""
    row = db.execute(
        "SELECT max(mentions) AS most, max(CASE WHEN organisation_id = ? THEN mentions END) AS own"
        " FROM mention WHERE report_id = ?",
        (organisation, report),
    ).fetchone()
    own = row["own"] or 0
    return own >= _MAIN_MENTIONS and own >= _MAIN_SHARE * row["most"]
