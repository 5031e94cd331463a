"""Search over FAQ entries and statements, with and without sentence vectors."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from knowledge.base import KnowledgeBase
from knowledge.build import build
from knowledge.embedding import Vector
from knowledge.entries import EntrySearch
from knowledge.text import stems


class LetterEmbedder:
    """Counts letters: alike texts have alike vectors."""

    dimension = 26

    def query(self, text: str) -> Vector:
        return self.queries([text])[0]

    def queries(self, texts: Sequence[str]) -> Vector:
        counts = np.array(
            [[text.lower().count(chr(97 + n)) for n in range(26)] for text in texts], np.float32
        )
        unit: Vector = counts / np.maximum(np.linalg.norm(counts, axis=1, keepdims=True), 1e-9)
        return unit

    passages = queries


@pytest.fixture(scope="module")
def search(base: KnowledgeBase) -> EntrySearch:
    return EntrySearch(base, None)


def test_a_question_of_the_base_finds_its_entry(search: EntrySearch, base: KnowledgeBase) -> None:
    rows = base.rows("select faq, text from faq_question where lang = 'fr' group by faq order by faq")
    found = [row["faq"] in {hit.ref for hit in search.search(row["text"], 3, ("faq",))} for row in rows]
    assert sum(found) / len(found) > 0.9


def test_an_entry_is_one_hit_whatever_the_number_of_its_wordings(search: EntrySearch) -> None:
    hits = search.search("combien gagne un EIG", 10)
    assert len({(hit.kind, hit.ref) for hit in hits}) == len(hits) == 10
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    assert {hit.kind for hit in hits} <= {"faq", "statement"}
    assert all(0 <= hit.coverage <= 1 and hit.similarity is None for hit in hits)


def test_an_entry_is_worded_by_its_questions_alone(search: EntrySearch, base: KnowledgeBase) -> None:
    (faq, text), (other, _) = base.rows("select faq, text from faq_question group by faq order by faq")[:2]
    assert search.is_worded("faq", faq, f"  {text.upper()} !")
    assert not search.is_worded("faq", faq, f"{text} vraiment")
    assert not search.is_worded("faq", other, text) and not search.is_worded("statement", faq, text)


def test_misspelt_words_count_for_less(search: EntrySearch) -> None:
    right, wrong = (search.search(text, 1)[0].coverage for text in ("rémunération", "rémunérration"))
    assert 0 < wrong < right == 1.0


def test_rare_words_weigh_more(search: EntrySearch) -> None:
    (common,), (unknown,) = stems("administration"), stems("dromadaire")
    assert search.idf(unknown) > search.idf(common)


def test_text_without_words_covers_nothing(search: EntrySearch) -> None:
    assert search.search("? 😀", 1)[0].coverage == 0
    assert search.scores("", "statement", ["1"])["1"].score == 0


def test_scores_of_chosen_entries(search: EntrySearch) -> None:
    scores = search.scores("combien d'EIG", "statement", ["1", "2", "999999"])
    assert set(scores) == {"1", "2"}


def test_vectors_join_in(tmp_path: Path) -> None:
    path = tmp_path / "base.sqlite3"
    build(path, embedder=LetterEmbedder())
    base = KnowledgeBase(path)
    hits = EntrySearch(base, LetterEmbedder()).search("combien gagne un EIG ?", 5)
    assert all(hit.similarity is not None and -1.001 <= hit.similarity <= 1.001 for hit in hits)
    assert EntrySearch(base, None).search("combien gagne un EIG ?", 1)[0].similarity is None
    base.close()


def test_a_base_without_vectors_is_searched_by_words(base: KnowledgeBase) -> None:
    assert EntrySearch(base, LetterEmbedder()).search("jury", 1)[0].similarity is None


def test_fits_are_the_scores_alone(search: EntrySearch) -> None:
    fits = search.fits("combien d'EIG", "statement", ["1", "2", "999999"])
    scores = search.scores("combien d'EIG", "statement", ["1", "2", "999999"])
    assert fits == {ref: hit.score for ref, hit in scores.items()}
    assert search.fits("combien d'EIG", "statement", []) == {}
