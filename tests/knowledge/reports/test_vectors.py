"""Vectors are made once, resumably, and reorder what words found."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from knowledge.embedding import Vector
from knowledge.reports.base import ReportBase
from knowledge.reports.vectors import embed_missing


class LetterEmbedder:
    """A vector of letter counts: enough to tell texts apart."""

    dimension = 26

    def query(self, text: str) -> Vector:
        """The vector of one text."""
        return self.passages([text])[0]

    def queries(self, texts: Sequence[str]) -> Vector:
        """The vectors of texts."""
        return self.passages(texts)

    def passages(self, texts: Sequence[str]) -> Vector:
        """The vectors of texts, of unit length."""
        counts = np.array(
            [[text.lower().count(chr(97 + i)) for i in range(26)] for text in texts], dtype=np.float32
        )
        result: Vector = counts / np.linalg.norm(counts, axis=1, keepdims=True)
        return result


def test_vectors_are_made_once_and_used(base: ReportBase, base_path: Path) -> None:
    made = embed_missing(base_path, LetterEmbedder())
    assert made > 3
    assert embed_missing(base_path, LetterEmbedder()) == 0
    found = ReportBase(base_path, LetterEmbedder()).search_passages(
        "Pourquoi la dette de Valbrune a-t-elle bondi ?"
    )
    assert found.hits[0].report.id == base.search_passages("dette de Valbrune").hits[0].report.id
