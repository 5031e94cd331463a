"""Search over all that can be passed on as an answer: FAQ questions and statements, as one ranked list.

Two readings are fused: how much of the question's weight in words an entry covers
(inverse document frequency over the entries, letters forgiven), and the cosine of their
sentence vectors in the space of :mod:`knowledge.question_space`, to the nearest wording of the
entry and to the middle of all its wordings. Neither alone says whether an entry answers;
together, with the lead over the next entry, they do.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np
import numpy.typing as npt
from rapidfuzz import process
from rapidfuzz.distance import Indel

from knowledge.base import KnowledgeBase
from knowledge.cache import Cache
from knowledge.embedding import Embedder, Vector
from knowledge.question_space import QuestionSpace, Untold, unit
from knowledge.text import content_stems, words

COVERAGE = 0.25
"""Share of covered words in the score where there are vectors; the rest is similarity."""
MIDDLE = 0.35
"""Share of the middle of an entry's wordings in its similarity; the rest is the nearest wording."""

REMEMBERED, WORDS_REMEMBERED, SETS_REMEMBERED = 500, 2_000, 64
"""Texts whose scores are kept, some 16 bytes an entry each; unknown words whose nearest known one is; sets of
entries whose places are."""


@dataclass(frozen=True)
class Hit:
    """An entry found: ``kind`` is « faq » or « statement », ``ref`` its id.

    ``coverage`` is the share of the question's word weight found in the entry (0 to 1),
    ``similarity`` the cosine of the vectors (None without embedder), ``score`` their fusion.
    """

    kind: str
    ref: str
    coverage: float
    similarity: float | None
    score: float


@dataclass(frozen=True)
class _Scored:
    """One text against every entry (arrays of one length), each by its best row; entries by score."""

    coverage: Vector
    similarity: Vector | None
    score: Vector
    order: npt.NDArray[np.int32]


class EntrySearch:
    """All entries of one state of the base, in memory (some thousand short texts)."""

    def __init__(self, base: KnowledgeBase, embedder: Embedder | None) -> None:
        self._embedder = embedder
        stored = base.rows("select kind, ref, text, vector from entry order by rowid")
        first: dict[tuple[str, str], int] = {}
        for row in stored:
            first.setdefault((row["kind"], row["ref"]), len(first))
        rows = sorted(
            stored, key=lambda row: first[row["kind"], row["ref"]]
        )  # wordings of one stand together
        self._keys = [(row["kind"], row["ref"]) for row in rows]
        self._stems = [frozenset(content_stems(row["text"])) for row in rows]
        self._wordings = {_wording(row["kind"], row["ref"], row["text"]) for row in rows}
        postings: dict[str, list[int]] = defaultdict(list)
        for number, found in enumerate(self._stems):
            for word in found:
                postings[word].append(number)
        self._postings = {word: np.array(rows, dtype=np.intp) for word, rows in postings.items()}
        self._vocabulary = sorted(self._postings)
        self._entries, self._numbers = list(first), first
        self._entry_of = np.array([first[key] for key in self._keys], dtype=np.intp)
        self._starts = np.flatnonzero(np.diff(self._entry_of, prepend=-1))
        self._known: Cache[tuple[tuple[str, ...], npt.NDArray[np.intp]]] = Cache(SETS_REMEMBERED)
        self._recent: Cache[_Scored] = Cache(REMEMBERED)
        self._meant: Cache[str | None] = Cache(WORDS_REMEMBERED)
        self._space = _read_space(base) if embedder is not None else None
        self._untold = _read_untold(base) if embedder is not None else None
        if self._space is not None:
            vectors = _stacked([row["vector"] for row in rows])
            sums = np.zeros((len(self._entries), vectors.shape[1]), dtype=np.float32)
            np.add.at(sums, self._entry_of, vectors)
            mixed = (1 - MIDDLE) * vectors + MIDDLE * unit(sums)[self._entry_of]
            self._vectors = np.asfortranarray(mixed)  # column by column the product takes two thirds

    @property
    def by_meaning(self) -> bool:
        """Whether sentence vectors tell meaning; else words alone are compared."""
        return self._space is not None

    def untold(self, text: str) -> float:
        """Log-odds that ``text`` is of the kind that no source answers; 0 where there are no vectors."""
        if self._untold is None or self._embedder is None:
            return 0.0
        return self._untold.log_odds(self._embedder.query(text))

    def idf(self, word: str) -> float:
        """Weight of a stem: rare words say more; unknown ones say most."""
        return math.log((len(self._keys) + 1) / (len(self._postings.get(word, ())) + 0.5))

    def is_worded(self, kind: str, ref: str, text: str) -> bool:
        """Whether ``text`` has just the words of a wording of an entry."""
        return _wording(kind, ref, text) in self._wordings

    def search(self, text: str, limit: int = 5, kinds: Iterable[str] = ("faq", "statement")) -> list[Hit]:
        """The best entries for ``text``, one hit an entry whatever the number of its variants."""
        scored = self._recent.get(text, lambda: self._score(text))
        wanted = set(kinds)
        best = (entry for entry in scored.order if self._entries[entry][0] in wanted)
        return [self._hit(scored, int(entry)) for entry in islice(best, limit)]

    def scores(self, text: str, kind: str, refs: Iterable[str]) -> dict[str, Hit]:
        """How well each of the entries ``refs`` of one kind fits ``text``."""
        scored = self._recent.get(text, lambda: self._score(text))
        known = ((ref, self._numbers.get((kind, ref))) for ref in refs)
        return {ref: self._hit(scored, number) for ref, number in known if number is not None}

    def fits(self, text: str, kind: str, refs: Iterable[str]) -> dict[str, float]:
        """The scores alone of the entries ``refs`` of one kind, for many at once."""
        scored = self._recent.get(text, lambda: self._score(text))
        asked = tuple(refs)
        known, numbers = self._known.get((kind, asked), lambda: self._known_of(kind, asked))
        return dict(zip(known, scored.score[numbers].tolist(), strict=True))

    def _known_of(self, kind: str, refs: Sequence[str]) -> tuple[tuple[str, ...], npt.NDArray[np.intp]]:
        known = tuple(ref for ref in dict.fromkeys(refs) if (kind, ref) in self._numbers)
        return known, np.array([self._numbers[kind, ref] for ref in known], dtype=np.intp)

    def _score(self, text: str) -> _Scored:
        """Every entry against ``text``."""
        coverage, similarity = self._coverage(text), self._similarity(text)
        score = _fused(coverage, similarity)
        # Wordings of one entry stand together: the best of each, without sorting tens of thousands.
        best = np.maximum.reduceat(score, self._starts)
        as_good = np.flatnonzero(score == best[self._entry_of])
        rows = as_good[np.searchsorted(as_good, self._starts)]
        order = np.argsort(best, kind="stable")[::-1].astype(np.int32)
        return _Scored(coverage[rows], None if similarity is None else similarity[rows], best, order)

    def _hit(self, scored: _Scored, entry: int) -> Hit:
        cosine = None if scored.similarity is None else float(scored.similarity[entry])
        kind, ref = self._entries[entry]
        return Hit(kind, ref, float(scored.coverage[entry]), cosine, float(scored.score[entry]))

    def _coverage(self, text: str) -> Vector:
        question = sorted(set(content_stems(text)))
        weights = {word: self.idf(word) for word in question}
        total = sum(weights.values()) or 1.0
        covered = np.zeros(len(self._keys), dtype=np.float32)
        for word, weight in weights.items():
            known = word if word in self._postings else self._nearest_word(word)
            if known is not None:
                covered[self._postings[known]] += weight if known == word else 0.8 * weight
        covered /= total
        return np.minimum(covered, 1.0, out=covered)

    def _nearest_word(self, word: str) -> str | None:
        return self._meant.get(word, lambda: self._nearest_of_all(word)) if len(word) >= 5 else None

    def _nearest_of_all(self, word: str) -> str | None:
        found = process.extractOne(
            word, self._vocabulary, scorer=Indel.normalized_similarity, score_cutoff=0.8
        )
        return found[0] if found else None

    def _similarity(self, text: str) -> Vector | None:
        if self._space is None or self._embedder is None:
            return None
        question = self._space.project(self._embedder.query(text)[np.newaxis, :])[0]
        result: Vector = self._vectors @ question
        return result


def _wording(kind: str, ref: str, text: str) -> int:
    """A hash: the words themselves would take ten times the memory."""
    return hash((kind, ref, *words(text)))


def _fused(coverage: Vector, similarity: Vector | None) -> Vector:
    if similarity is None:
        return coverage
    result: Vector = np.clip(similarity, 0.0, 1.0)
    result *= 1 - COVERAGE  # in place: memory for each step would take longer than the sums
    result += COVERAGE * coverage
    return result


def _read_space(base: KnowledgeBase) -> QuestionSpace | None:
    """The space learnt when the base was built; None when it was built without vectors."""
    found = base.rows("select mean, directions from question_space")
    if not found:
        return None
    mean = np.frombuffer(found[0]["mean"], dtype=np.float32)
    directions = np.frombuffer(found[0]["directions"], dtype=np.float32)
    return QuestionSpace(mean, directions.reshape(len(mean), -1))


def _read_untold(base: KnowledgeBase) -> Untold | None:
    found = base.rows("select untold, untold_shift from question_space where untold is not null")
    if not found:
        return None
    return Untold(np.frombuffer(found[0]["untold"], dtype=np.float32), float(found[0]["untold_shift"]))


def _stacked(vectors: list[bytes]) -> Vector:
    return np.array([np.frombuffer(one, dtype=np.float16) for one in vectors], dtype=np.float32)
