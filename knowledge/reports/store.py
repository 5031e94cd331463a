"""The writing side of the report base: one writer at a time, one transaction per report."""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from knowledge.reports.errors import BaseLocked, BaseUnavailable
from knowledge.reports.extracted import ThemeDefinition
from knowledge.reports.rows import PreparedReport
from knowledge.reports.schema import CARD, SCHEMA, SCHEMA_VERSION

_HASH = "SELECT content_hash FROM report WHERE key = ?"


class ReportStore:
    """Opens the report base for writing; raises BaseLocked while another process writes.

    Readers are not disturbed (write-ahead log). A process that dies leaves the last whole report.
    """

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._path = path
        self._lock = _lock(path)
        try:
            self._db = _open(path)
        except BaseException:
            self._lock.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Fold the write-ahead log into the base and let the next writer in.

        A log that cannot be folded in is read as it is; on a full disk the error before this one counts.
        """
        try:
            with suppress(sqlite3.Error):
                self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            self._db.close()
            self._lock.close()

    def hashes(self) -> dict[str, str]:
        """Return the content hash of every stored report by its key."""
        return dict(self._db.execute("SELECT key, content_hash FROM report"))

    def save_themes(self, themes: Sequence[ThemeDefinition]) -> None:
        """Store the taxonomy; labels and keywords of a theme already there are replaced."""
        rows = [(t.id, t.label, t.label_en, json.dumps(t.keywords, ensure_ascii=False)) for t in themes]
        with self._transaction():
            self._db.executemany(
                "INSERT INTO theme (id, label, label_en, keywords) VALUES (?, ?, ?, ?) ON CONFLICT (id)"
                " DO UPDATE"
                " SET label = excluded.label, label_en = excluded.label_en, keywords = excluded.keywords",
                rows,
            )

    def save(self, report: PreparedReport) -> bool:
        """Store a report in one transaction, in place of its old version or its card; return whether there
        was an old version.
        """
        with self._transaction():
            known = self._db.execute(_HASH, (report.key,)).fetchone()
            replaced = self._remove(report.key) and not known[0].startswith(CARD)
            self._insert(report)
        return replaced

    def remove(self, key: str) -> bool:
        """Remove a report and everything known from it; return whether it was there."""
        with self._transaction():
            removed = self._remove(key)
            self._drop_orphans()
        return removed

    def passages_without_vector(self) -> list[tuple[int, str]]:
        """Return id and text (titles first) of the passages that have no vector yet, report after report.

        A table says little without the title of its report.
        """
        return self._db.execute(
            "SELECT p.id, r.title || char(10) || s.title || char(10) || p.text FROM passage p"
            " JOIN report r ON r.id = p.report_id"
            " JOIN section s ON s.report_id = p.report_id AND s.ordinal = p.section"
            " WHERE NOT EXISTS (SELECT 1 FROM embedding e WHERE e.passage_id = p.id) AND p.kind IN"
            " ('text', 'table') ORDER BY p.id"
        ).fetchall()

    def save_vectors(self, vectors: Sequence[tuple[int, bytes]]) -> None:
        """Store vectors of passages, in one transaction."""
        with self._transaction():
            self._db.executemany(
                "INSERT OR REPLACE INTO embedding (passage_id, vector) VALUES (?, ?)", vectors
            )

    def count_terms(self) -> None:
        """Refresh in how many passages each word stands; under a second for a million passages."""
        with self._transaction():
            self._db.execute("DELETE FROM term_frequency")
            self._db.execute("INSERT INTO term_frequency SELECT term, doc FROM passage_terms")

    def optimise(self) -> None:
        """Merge the full-text indexes and refresh the planner's statistics, after many reports were added."""
        with self._transaction():
            for name in ("passage_index", "report_index", "recommendation_index"):
                self._db.execute(f"INSERT INTO {name} ({name}) VALUES ('optimize')")
            self._drop_orphans()
        self._db.execute("PRAGMA optimize")

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        try:
            self._db.execute("BEGIN IMMEDIATE")
            yield
            self._db.execute("COMMIT")
        except sqlite3.DatabaseError as error:
            self._roll_back()
            raise BaseUnavailable.because(self._path, error) from error
        except BaseException:
            self._roll_back()
            raise

    def _roll_back(self) -> None:
        if self._db.in_transaction:
            self._db.execute("ROLLBACK")

    def _remove(self, key: str) -> bool:
        found = self._db.execute(
            "SELECT id, first_passage, last_passage FROM report WHERE key = ?", (key,)
        ).fetchone()
        if found is None:
            return False
        report_id, first, last = found
        self._db.execute("DELETE FROM passage_stems WHERE id BETWEEN ? AND ?", (first, last))
        self._db.execute("DELETE FROM report_stems WHERE id = ?", (report_id,))
        self._db.execute(
            "DELETE FROM recommendation_stems WHERE id IN (SELECT id FROM recommendation WHERE report_id"
            " = ?)",
            (report_id,),
        )
        self._db.execute("DELETE FROM report WHERE id = ?", (report_id,))
        return True

    def _drop_orphans(self) -> None:
        self._db.execute("DELETE FROM organisation WHERE id NOT IN (SELECT organisation_id FROM mention)")

    def _insert(self, report: PreparedReport) -> None:
        db = self._db
        first = db.execute(
            "SELECT coalesce(max(seq), 0) + 1 FROM sqlite_sequence WHERE name = 'passage'"
        ).fetchone()[0]
        last = first + len(report.passages) - 1
        cursor = db.execute(report.insert_report, (*report.report, first, last))
        report_id = cursor.lastrowid
        assert report_id is not None
        for statement, rows in report.children:
            db.executemany(statement, [(report_id, *row) for row in rows])
        db.executemany(
            report.insert_passage, [(first + i, report_id, *row) for i, row in enumerate(report.passages)]
        )
        db.executemany(
            "INSERT INTO passage_stems (id, title, path, body) VALUES (?, ?, ?, ?)",
            [(first + i, *row) for i, row in enumerate(report.passage_stems)],
        )
        db.execute("INSERT INTO report_stems VALUES (?, ?, ?, ?, ?, ?)", (report_id, *report.report_stems))
        self._insert_recommendations(report_id, report)
        self._insert_organisations(report_id, report)

    def _insert_recommendations(self, report_id: int, report: PreparedReport) -> None:
        for row, stems in report.recommendations:
            cursor = self._db.execute(report.insert_recommendation, (report_id, *row))
            self._db.execute("INSERT INTO recommendation_stems VALUES (?, ?)", (cursor.lastrowid, stems))

    def _insert_organisations(self, report_id: int, report: PreparedReport) -> None:
        for organisation in report.organisations:
            identity = (organisation.folded, organisation.kind, organisation.department)
            self._db.execute(
                "INSERT OR IGNORE INTO organisation (name, folded, kind, department) VALUES (?, ?, ?, ?)",
                (organisation.name, *identity),
            )
            (organisation_id,) = self._db.execute(
                "SELECT id FROM organisation WHERE folded = ? AND kind = ? AND department = ?", identity
            ).fetchone()
            self._db.executemany(
                "INSERT OR IGNORE INTO organisation_alias (organisation_id, alias, folded) VALUES (?, ?, ?)",
                [(organisation_id, alias, folded) for alias, folded in organisation.aliases],
            )
            # Two mentions may fold to one organisation: the audited role and the larger count win.
            self._db.execute(
                "INSERT INTO mention VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET"
                " role = min(role, excluded.role), mentions = max(mentions, excluded.mentions)",
                (report_id, organisation_id, organisation.role, organisation.mentions, organisation.anchors),
            )


def _lock(path: Path) -> sqlite3.Connection:
    # A second database held under an exclusive lock: released by the system however the process ends.
    file = path.with_suffix(".lock")
    try:
        lock = sqlite3.connect(file, timeout=0, isolation_level=None)
    except sqlite3.OperationalError as error:
        raise BaseUnavailable(f"{file} cannot be written: {error}") from error
    try:
        lock.execute("BEGIN EXCLUSIVE")
    except sqlite3.Error as error:
        lock.close()
        if "locked" in str(error):
            raise BaseLocked(
                "another process is adding reports: wait for it to end, then start again"
            ) from error
        raise BaseUnavailable(f"{file} cannot be written: {error}") from error
    return lock


def _open(path: Path) -> sqlite3.Connection:
    try:
        db = sqlite3.connect(path, isolation_level=None, timeout=30)
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = NORMAL")
        db.execute("PRAGMA foreign_keys = ON")
        db.execute("PRAGMA cache_size = -64000")
        version = db.execute("PRAGMA user_version").fetchone()[0]
        empty = db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0
        if empty:
            db.executescript(f"BEGIN; {SCHEMA} PRAGMA user_version = {SCHEMA_VERSION}; COMMIT;")
        elif version != SCHEMA_VERSION:
            raise BaseUnavailable(
                f"{path.name} was made by another version: delete it and add the reports again"
            )
    except sqlite3.Error as error:
        raise BaseUnavailable.because(path, error) from error
    return db
