"""Vectors of passages, made after the reports have gone in: resumable, optional, fused with words."""

import sqlite3
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import numpy as np

from knowledge.embedding import Embedder, Vector
from knowledge.reports.store import ReportStore

_BATCH = 32
_LONGEST = 1200
"""Characters of titles and passage that are read: nearly all of nearly every passage."""


def embed_missing(
    base_path: Path,
    embedder: Embedder,
    progress: Callable[[int, int], None] | None = None,
    seconds: float | None = None,
) -> tuple[int, int]:
    """Store a vector for every passage that has none; return how many were made, and how many are left.

    Commits every few passages: interrupted, or after ``seconds``, the next call goes on. Some ninety passages
    a second on two cores.
    """
    made, began = 0, time.monotonic()
    with ReportStore(base_path) as store:
        missing = store.passages_without_vector()
        for start in range(0, len(missing), _BATCH):
            if seconds is not None and time.monotonic() - began > seconds:
                break
            batch = missing[start : start + _BATCH]
            vectors = embedder.passages([text[:_LONGEST] for _, text in batch])
            store.save_vectors([(row, to_bytes(v)) for (row, _), v in zip(batch, vectors, strict=True)])
            made += len(batch)
            if progress:
                progress(made, len(missing))
    return made, len(missing) - made


def to_bytes(vector: Vector) -> bytes:
    """Return a vector as stored: half precision, a thousandth of a cosine lost for half the space."""
    return vector.astype(np.float16).tobytes()


def similarities(db: sqlite3.Connection, report: int, question: Vector) -> Mapping[int, float]:
    """Return the cosine between a question and each passage of a report that has a vector."""
    found = db.execute(
        "SELECT e.passage_id, e.vector FROM report r JOIN embedding e"
        " ON e.passage_id BETWEEN r.first_passage AND r.last_passage WHERE r.id = ?",
        (report,),
    ).fetchall()
    if not found:
        return {}
    matrix = np.frombuffer(b"".join(row[1] for row in found), dtype=np.float16).reshape(len(found), -1)
    cosines = matrix.astype(np.float32) @ question
    return {int(row[0]): float(cosine) for row, cosine in zip(found, cosines, strict=True)}


def has_vectors(db: sqlite3.Connection) -> bool:
    """Whether any passage has a vector: without one, a question's vector would be made for nothing."""
    return db.execute("SELECT 1 FROM embedding LIMIT 1").fetchone() is not None
