"""How well a question finds its paragraph: recall and reciprocal rank on any set in SQuAD form."""

import json
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np

from knowledge.embedding import Embedder
from knowledge.search import HybridIndex


@dataclass(frozen=True, slots=True)
class RetrievalFigures:
    """Shares between 0 and 1 over all questions; `p95_ms` is the time of one search, question vector
    included.
    """

    questions: int
    passages: int
    recall_at_1: float
    recall_at_5: float
    mrr_at_10: float
    p95_ms: float

    def as_dict(self) -> dict[str, float | int]:
        """Return the figures by name, as `retrieval.json` holds them."""
        return asdict(self)


def evaluate_squad(path: Path, embedder: Embedder | None) -> RetrievalFigures:
    """Search every question of a SQuAD file among all its paragraphs; answers are not looked at.

    Raises ValueError when the file is not in SQuAD form or has no questions.
    """
    titles, texts, questions = _read(path)
    index = HybridIndex(texts, titles, embedder)
    ranks: list[int] = []
    seconds: list[float] = []
    for question, gold in questions:
        start = time.perf_counter()
        scores = index.scores(question)
        seconds.append(time.perf_counter() - start)
        ranks.append(int((scores > scores[gold]).sum()) + 1)
    found = np.array(ranks)
    return RetrievalFigures(
        questions=len(questions),
        passages=len(texts),
        recall_at_1=round(float((found <= 1).mean()), 4),
        recall_at_5=round(float((found <= 5).mean()), 4),
        mrr_at_10=round(float(np.where(found <= 10, 1 / found, 0).mean()), 4),
        p95_ms=round(float(np.percentile(seconds, 95)) * 1000, 2),
    )


def _read(path: Path) -> tuple[list[str], list[str], list[tuple[str, int]]]:
    try:
        articles: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))["data"]
        titles: list[str] = []
        texts: list[str] = []
        questions: list[tuple[str, int]] = []
        for article in articles:
            for paragraph in article["paragraphs"]:
                questions.extend((item["question"], len(texts)) for item in paragraph["qas"])
                titles.append(article.get("title", ""))
                texts.append(paragraph["context"])
    except (KeyError, TypeError, json.JSONDecodeError) as error:
        raise ValueError(f"{path.name} is not in SQuAD form: {error}") from error
    if not questions:
        raise ValueError(f"{path.name} holds no questions")
    return titles, texts, questions
