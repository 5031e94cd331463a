"""Ranked search over texts in memory, and its evaluation."""

import json
from pathlib import Path

import numpy as np
import pytest

from knowledge.retrieval_evaluation import evaluate_squad
from knowledge.search import Bm25, HybridIndex, selective_terms, standardise

TEXTS = ["Le chat dort sur le toit.", "La dette de la commune augmente.", "Le port exporte du blé."]


def test_the_best_text_comes_first() -> None:
    index = HybridIndex(TEXTS, ["animaux", "finances", "commerce"])
    assert index.search("Pourquoi la dette augmente-t-elle ?")[0][0] == 1
    assert index.search("exportations")[0][0] == 2
    assert index.search("finance")[0][0] == 1


def test_rare_terms_are_looked_up_first_within_the_budget() -> None:
    assert selective_terms({"common": 100, "rare": 2, "unknown": 0}, budget=50) == ["rare"]
    assert selective_terms({"common": 100}, budget=50) == []


def test_standardising_constant_scores_gives_zero() -> None:
    assert not standardise(np.ones(4)).any()


def test_no_documents_no_scores() -> None:
    assert Bm25([]).scores({"x": 1.0}).shape == (0,)


def test_evaluation_reads_squad(tmp_path: Path) -> None:
    paragraphs = [{"context": text, "qas": [{"question": text}]} for text in TEXTS]
    path = tmp_path / "set.json"
    path.write_text(json.dumps({"data": [{"title": "t", "paragraphs": paragraphs}]}))
    figures = evaluate_squad(path, None)
    assert (figures.questions, figures.passages, figures.recall_at_1, figures.mrr_at_10) == (3, 3, 1.0, 1.0)
    path.write_text("{}")
    with pytest.raises(ValueError, match="SQuAD"):
        evaluate_squad(path, None)
