"""Vectors are made once, resumably, and reorder what words found."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from knowledge.embedding import Vector
from knowledge.reports.base import ReportBase
from knowledge.reports.store import ReportStore
from knowledge.reports.vectors import embed_missing, to_bytes


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
    made, left = embed_missing(base_path, LetterEmbedder())
    assert made > 3 and left == 0
    assert embed_missing(base_path, LetterEmbedder()) == (0, 0)
    found = ReportBase(base_path, LetterEmbedder()).search_passages(
        "Pourquoi la dette de Valbrune a-t-elle bondi ?"
    )
    assert found.hits[0].report.id == base.search_passages("dette de Valbrune").hits[0].report.id


def test_vectors_left_for_want_of_time_are_made_later(base: ReportBase, base_path: Path) -> None:
    made, left = embed_missing(base_path, LetterEmbedder(), seconds=-1.0)
    assert made == 0 and left > 3
    assert embed_missing(base_path, LetterEmbedder())[1] == 0


def test_the_passage_nearest_in_meaning_comes_before_one_of_the_same_words(
    base: ReportBase, base_path: Path
) -> None:
    with ReportStore(base_path) as store:
        texts = store.passages_without_vector()
        near = texts[-1]
        question = np.array([1.0, 0.0], dtype=np.float32)
        far = np.array([0.0, 1.0], dtype=np.float32)
        store.save_vectors([(row, to_bytes(question if row == near[0] else far)) for row, _ in texts])

    class Knowing(LetterEmbedder):
        def query(self, text: str) -> Vector:
            return question

    report = base.search_passages("dette de Valbrune").hits[0].report.id
    asked = "dette de Valbrune"
    by_words = base.search_passages(asked, report_id=report).hits
    fused = ReportBase(base_path, Knowing()).search_passages(asked, report_id=report).hits
    shown = near[1].split("\n", 2)[2]
    places = [[hit.text for hit in hits].index(shown) if shown in [h.text for h in hits] else 99
              for hits in (by_words, fused)]  # fmt: skip
    assert places[1] < places[0]
