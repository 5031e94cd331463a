"""Ranked search: candidates from a full-text index over stems, scores in Python, fusion of several rankings.

Candidates and rarities serve the reports; `HybridIndex`, all in memory, serves the retrieval benchmark alone.
None knows what a passage is about.
"""

import math
import sqlite3
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from knowledge.embedding import Embedder
from knowledge.text import STOP_WORDS, character_ngrams, stem, words

K1 = 1.2
B = 0.75
MOST_POSTINGS = 6_000
"""Rows one lookup may score: a ranked row costs microseconds, so this bounds the time whatever the size."""


@dataclass(frozen=True, slots=True)
class Candidates:
    """Row ids from a full-text index with their BM25 score (higher is better), best first."""

    rows: tuple[tuple[int, float], ...]
    terms: tuple[str, ...]


def document_frequencies(
    db: sqlite3.Connection, counts: str, vocabulary: str, terms: Iterable[str]
) -> dict[str, int]:
    """Return in how many rows each term stands.

    From the table `counts` (term, doc); a term it does not hold yet is looked up in `vocabulary`, an
    `fts5vocab` table of type `row`, which takes longer.
    """
    found = dict.fromkeys(terms, 0)
    marks = ", ".join("?" for _ in found)
    counted = {
        row[0]: row[1]
        for row in db.execute(f"SELECT term, doc FROM {counts} WHERE term IN ({marks})", list(found))
    }
    for term in found.keys() - counted.keys():
        row = db.execute(f"SELECT doc FROM {vocabulary} WHERE term = ?", (term,)).fetchone()
        found[term] = int(row[0]) if row else 0
    return found | counted


def inverse_frequency(total: int, found: int) -> float:
    """Return the weight of a term that stands in `found` of `total` documents (BM25's, never negative)."""
    return math.log(1 + (total - found + 0.5) / (found + 0.5))


def selective_terms(frequencies: Mapping[str, int], budget: int = MOST_POSTINGS) -> list[str]:
    """Return the known terms, rarest first, as far as a budget of rows to score goes; none when all are
    common.
    """
    known = sorted((term for term, count in frequencies.items() if count), key=lambda term: frequencies[term])
    chosen: list[str] = []
    spent = 0
    for term in known:
        spent += frequencies[term]
        if spent > budget:
            break
        chosen.append(term)
    return chosen


def candidates(
    db: sqlite3.Connection,
    index: str,
    terms: Sequence[str],
    weights: Sequence[float],
    limit: int,
) -> Candidates:
    """Return the best rows of an FTS5 `index` that hold any of `terms`, `weights` one per column."""
    if not terms:
        return Candidates((), ())
    match = " OR ".join(f'"{term}"' for term in terms)
    placeholders = ", ".join("?" for _ in weights)
    found = db.execute(
        f"SELECT rowid, -bm25({index}, {placeholders}) AS score FROM {index} WHERE {index} MATCH ?"
        " ORDER BY score DESC LIMIT ?",
        (*weights, match, limit),
    ).fetchall()
    return Candidates(tuple((int(row), float(score)) for row, score in found), tuple(terms))


def standardise(scores: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Return scores of one question over all documents as numbers of standard deviations above the mean."""
    spread = float(scores.std())
    result: npt.NDArray[np.float64] = (scores - scores.mean()) / spread if spread > 1e-12 else scores * 0.0
    return result


class Bm25:
    """BM25 over documents held in memory as bags of tokens; for thousands of documents, not millions."""

    def __init__(self, documents: Sequence[Mapping[str, float]], k1: float = K1, b: float = B) -> None:
        self.size = len(documents)
        lengths = np.array([sum(document.values()) for document in documents], dtype=np.float64)
        mean = float(lengths.mean()) if self.size else 1.0
        norms = k1 * (1 - b + b * lengths / (mean or 1.0))
        postings: dict[str, tuple[list[int], list[float]]] = {}
        for row, document in enumerate(documents):
            for token, count in document.items():
                place = postings.setdefault(token, ([], []))
                place[0].append(row)
                place[1].append(count)
        self._postings = {
            token: (rows_, self._weights(np.array(counts), norms[rows_], k1))
            for token, (found, counts) in postings.items()
            for rows_ in (np.array(found, dtype=np.int64),)
        }

    def _weights(
        self, counts: npt.NDArray[np.float64], norms: npt.NDArray[np.float64], k1: float
    ) -> npt.NDArray[np.float64]:
        weight: npt.NDArray[np.float64] = (
            inverse_frequency(self.size, len(counts)) * counts * (k1 + 1) / (counts + norms)
        )
        return weight

    def scores(self, query: Mapping[str, float]) -> npt.NDArray[np.float64]:
        """Return the score of every document for a query's tokens and their weights, shape (documents,)."""
        result = np.zeros(self.size)
        for token, weight in query.items():
            if token in self._postings:
                rows, gains = self._postings[token]
                result[rows] += weight * gains
        return result


def stem_tokens(text: str) -> Counter[str]:
    """Return the meaningful stems of a text, and pairs of neighbours at a lower weight, as a bag."""
    tokens = [stem(word) for word in words(text) if word not in STOP_WORDS]
    bag: Counter[str] = Counter(tokens)
    bag.update(f"{first} {second}" for first, second in pairwise(tokens))
    return bag


def ngram_tokens(text: str) -> Counter[str]:
    """Return the four-letter groups of the meaningful words of a text, as a bag: robust to spelling."""
    return Counter(g for word in words(text) if word not in STOP_WORDS for g in character_ngrams(word, 4))


@dataclass(frozen=True, slots=True)
class FusionWeights:
    """Share of each ranking in the fused score; each is standardised over the documents first.

    Chosen on PIAF: recall and MRR change by less than a point with `dense` between 0.6 and 0.75.
    """

    stems: float = 0.15
    ngrams: float = 0.15
    dense: float = 0.7


class HybridIndex:
    """A ranked index held in memory: BM25 over stems and letter groups, and vectors where there is an
    embedder.

    `texts` are what is found, `titles` context that counts for less. A document's vector score is the best
    of its sub-passages', `pieces` giving them (default: the text itself).
    """

    def __init__(
        self,
        texts: Sequence[str],
        titles: Sequence[str] | None = None,
        embedder: Embedder | None = None,
        pieces: Sequence[Sequence[str]] | None = None,
        weights: FusionWeights | None = None,
    ) -> None:
        whole = [f"{title}\n{text}" for title, text in zip(titles or [""] * len(texts), texts, strict=True)]
        self._stems = Bm25([stem_tokens(text) for text in whole])
        self._ngrams = Bm25([ngram_tokens(text) for text in whole])
        self._weights = weights or FusionWeights()
        self._embedder = embedder
        parts = pieces or [[text] for text in whole]
        self._starts = np.cumsum([0, *(len(group) for group in parts)])[:-1]
        flat = [piece for group in parts for piece in group]
        self._vectors = embedder.passages(flat) if embedder is not None and flat else None

    def rankings(self, question: str) -> dict[str, npt.NDArray[np.float64]]:
        """Return the score of every document in each ranking, before fusion, shape (documents,) each."""
        found = {
            "stems": self._stems.scores(stem_tokens(question)),
            "ngrams": self._ngrams.scores(ngram_tokens(question)),
        }
        if self._embedder is not None and self._vectors is not None:
            similarity = (self._vectors @ self._embedder.query(question)).astype(np.float64)
            found["dense"] = np.maximum.reduceat(similarity, self._starts)
        return found

    def scores(self, question: str) -> npt.NDArray[np.float64]:
        """Return the fused score of every document, shape (documents,)."""
        shares = {"stems": self._weights.stems, "ngrams": self._weights.ngrams, "dense": self._weights.dense}
        rankings = self.rankings(question)
        fused = np.zeros(self._stems.size)
        for name, scores in rankings.items():
            fused += shares[name] * standardise(scores)
        return fused

    def search(self, question: str, limit: int = 10) -> list[tuple[int, float]]:
        """Return the places (in `texts`) and scores of the best documents, best first."""
        scores = self.scores(question)
        order = np.argsort(-scores, kind="stable")[:limit]
        return [(int(row), float(scores[row])) for row in order]
