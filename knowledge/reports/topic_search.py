"""Which reports treat a topic as a whole: by their title, their themes, and how many passages speak of it.

A report in which a word of the topic occurs is not about it: its words must stand together, and often.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Mapping, Sequence

from knowledge.extraction.themes import definitions
from knowledge.reports.report_ranking import ReportIndex
from knowledge.text import content_stems

_BETWEEN = 2
"""Words that may stand between those of a topic: « stations de montagne et de ski »."""
_LEAST_SHARE, _TIMES_USUAL, _LEAST_PASSAGES = 0.02, 2.0, 2
"""Share of a report's passages that speak of its topic, at least; against all reports'; their number."""
_THEME, _THEME_ALONE = 0.08, 0.19
"""Share of a report's attention that a theme has, at least, when the words of the topic occur, or do not."""
_TITLE = 1.0


def topic_reports(db: sqlite3.Connection, index: ReportIndex, terms: Sequence[str]) -> list[int]:
    """Return the row ids of the reports that treat the topic of some stems, those that most do first."""
    shares = _shares(db, index.passages, terms)
    usual = sum(share for share, _ in shares.values()) / (len(index.passages) or 1)
    least = max(_LEAST_SHARE, _TIMES_USUAL * usual)
    found: dict[int, float] = defaultdict(float)
    for row, (share, passages) in shares.items():
        if share >= least and passages >= _LEAST_PASSAGES:
            found[row] += share
    for row in frozenset.intersection(*(index.titled_in_family(term) for term in terms)):
        found[row] += _TITLE
    for row, score in _on_themes(db, terms):
        if score >= (_THEME if row in shares else _THEME_ALONE):
            found[row] += score
    return sorted(found, key=lambda row: (-found[row], row))


def _shares(
    db: sqlite3.Connection, passages: Mapping[int, int], terms: Sequence[str]
) -> dict[int, tuple[float, int]]:
    """Return by report the share and number of its passages that say all stems side by side.

    A heading that says them is enough by itself; 0 for reports that say them in one passage, further apart.
    """
    wanted = " AND ".join(f'"{term}"' for term in terms)
    counts: dict[int, list[int]] = defaultdict(lambda: [0, 0])
    for row in db.execute(
        "SELECT p.report_id, s.path, s.body FROM passage_index i JOIN passage p ON p.id = i.rowid"
        " JOIN passage_stems s ON s.id = i.rowid WHERE passage_index MATCH ?",
        (f"{{path body}} : ({wanted})",),
    ):
        in_text, in_headings = _side_by_side(row["body"], terms), _side_by_side(row["path"], terms)
        counts[row["report_id"]][0] += in_text + in_headings
        counts[row["report_id"]][1] += _LEAST_PASSAGES if in_headings else in_text
    return {row: (said / passages.get(row, 1), number) for row, (said, number) in counts.items()}


def _side_by_side(text: str, terms: Sequence[str]) -> bool:
    tokens, wanted = text.split(), set(terms)
    reach = len(wanted) + _BETWEEN
    return any(wanted <= set(tokens[at : at + reach]) for at, token in enumerate(tokens) if token in wanted)


def _on_themes(db: sqlite3.Connection, terms: Sequence[str]) -> list[tuple[int, float]]:
    """Return the reports on the themes whose label or keyword says the topic, and how much they are."""
    ids = [theme.id for theme in definitions() if _is_said(terms, theme.label, theme.keywords)]
    marks = ", ".join("?" for _ in ids)
    rows = db.execute(f"SELECT report_id, score FROM report_theme WHERE theme_id IN ({marks})", ids)
    return [(row["report_id"], row["score"]) for row in rows]


def _is_said(terms: Sequence[str], label: str, keywords: Sequence[str]) -> bool:
    """Whether a theme's label has all the words of a topic, or the topic a whole phrase of its keywords."""
    if set(terms) <= set(content_stems(label)):
        return True
    phrases = (content_stems(keyword) for keyword in keywords)
    said = f" {' '.join(terms)} "
    return any(len(phrase) > 1 and f" {' '.join(phrase)} " in said for phrase in phrases)
