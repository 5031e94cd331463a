"""What a plain search engine would show: the best passages by BM25 for any of the question's words."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from knowledge.database_uri import read_only_uri
from knowledge.text import content_stems

PASSAGES = 5


def plain_search(path: Path, question: str) -> tuple[str, tuple[str, ...], str, str]:
    """Status, report keys, text and quotes of the best passages of the report base at ``path``.

    SQLite's own ``bm25`` over report name, headings and body with equal weights; something is always
    « answered » as soon as one word is found, since a raw score cannot say that the answer is not there.
    """
    stems = list(dict.fromkeys(content_stems(question)))
    if not stems:
        return "not_found", (), "", ""
    with closing(sqlite3.connect(read_only_uri(path), uri=True)) as db:
        rows = db.execute(
            "SELECT r.key, p.text FROM passage_index i JOIN passage p ON p.id = i.rowid"
            " JOIN report r ON r.id = p.report_id"
            " WHERE passage_index MATCH ? ORDER BY bm25(passage_index) LIMIT ?",
            (" OR ".join(f'"{stem}"' for stem in stems), PASSAGES),
        ).fetchall()
    reports = tuple(dict.fromkeys(key for key, _ in rows))
    return ("answered" if rows else "not_found"), reports, "", "\n".join(text for _, text in rows)
