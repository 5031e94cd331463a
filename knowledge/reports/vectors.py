"""Vectors of passages, made in the background: resumable, optional, used to reorder what words found."""

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import numpy as np

from knowledge.embedding import Embedder, Vector
from knowledge.reports.store import ReportStore

_BATCH = 32
_LONGEST = 1200


def embed_missing(
    base_path: Path, embedder: Embedder, progress: Callable[[int, int], None] | None = None
) -> int:
    """Store a vector for every passage that has none; return how many were made.

    Commits every few seconds: interrupted, the next call goes on. About ten passages a second on one core.
    """
    made = 0
    with ReportStore(base_path) as store:
        missing = store.passages_without_vector()
        for start in range(0, len(missing), _BATCH):
            batch = missing[start : start + _BATCH]
            vectors = embedder.passages([text[:_LONGEST] for _, text in batch])
            store.save_vectors([(row, to_bytes(v)) for (row, _), v in zip(batch, vectors, strict=True)])
            made += len(batch)
            if progress:
                progress(made, len(missing))
    return made


def to_bytes(vector: Vector) -> bytes:
    """Return a vector as stored: half precision, a thousandth of a cosine lost for half the space."""
    return vector.astype(np.float16).tobytes()


def similarities(db: sqlite3.Connection, rows: Sequence[int], question: Vector) -> Mapping[int, float]:
    """Return the cosine between a question and each of the passages that have a vector."""
    marks = ", ".join("?" for _ in rows)
    found = db.execute(
        f"SELECT passage_id, vector FROM embedding WHERE passage_id IN ({marks})", list(rows)
    ).fetchall()
    if not found:
        return {}
    matrix = np.stack([np.frombuffer(row[1], dtype=np.float16) for row in found]).astype(np.float32)
    cosines = matrix @ question
    return {int(row[0]): float(cosine) for row, cosine in zip(found, cosines, strict=True)}


def has_vectors(db: sqlite3.Connection) -> bool:
    """Whether any passage has a vector: without one, a question's vector would be made for nothing."""
    return db.execute("SELECT 1 FROM embedding LIMIT 1").fetchone() is not None
