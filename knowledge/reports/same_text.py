"""Reports that are one text under two keys, as when a file is published under the title of another body."""

import sqlite3
from collections.abc import Sequence, Set

ALIKE = 0.98
"""Share of passages that two reports have in common when they are one: a cover or a name may differ."""


def alike(one: Set[str], other: Set[str]) -> bool:
    """Tell whether two sets of passages are those of one text."""
    return len(one & other) >= ALIKE * max(len(one), len(other), 1)


def same_text(db: sqlite3.Connection, report: int) -> list[int]:
    """Return the rows of the other reports with the text of one; only those about as long are read.

    Of these, one is read whole only where it holds any of so many passages that it could not lack them all.
    """
    near = db.execute(
        "SELECT other.id FROM report AS own JOIN report AS other ON other.id <> own.id"
        " AND other.words BETWEEN ? * own.words AND own.words / ? WHERE own.id = ? ORDER BY other.id",
        (ALIKE, ALIKE, report),
    ).fetchall()
    own = _texts(db, report) if near else frozenset()
    some = sorted(own)[: int((1 - ALIKE) * len(own)) + 1]
    return [
        row["id"]
        for row in near
        if own and _holds_one(db, row["id"], some) and alike(own, _texts(db, row["id"]))
    ]


def _holds_one(db: sqlite3.Connection, report: int, texts: Sequence[str]) -> bool:
    marks = ", ".join("?" for _ in texts)
    found = db.execute(
        f"SELECT 1 FROM passage WHERE report_id = ? AND text IN ({marks}) LIMIT 1", (report, *texts)
    ).fetchone()
    return found is not None


def _texts(db: sqlite3.Connection, report: int) -> frozenset[str]:
    rows = db.execute("SELECT text FROM passage WHERE report_id = ?", (report,))
    return frozenset(row["text"] for row in rows)
