"""The intent model on a few examples."""

from __future__ import annotations

import numpy as np
import pytest

from nlu.intent_model import IntentModel
from nlu.weights import Vector

EXAMPLES = {
    "pay": ["combien gagne un eig", "quel est le salaire", "quelle rémunération", "salaire mensuel d'un eig",
            "combien est payé un eig"],
    "jury": ["qui est dans le jury", "qui préside le jury", "composition du jury", "membres du jury"],
    "greet": ["bonjour", "salut", "bonsoir à tous", "bonjour madame"],
}  # fmt: skip
TEXTS = [text for texts in EXAMPLES.values() for text in texts]
LABELS = [intent for intent, texts in EXAMPLES.items() for _ in texts]


def vector(text: str) -> Vector:
    counts = np.array([1 + text.count(chr(97 + n)) for n in range(26)], dtype=np.float32)
    unit: Vector = counts / np.linalg.norm(counts)
    return unit


@pytest.fixture(scope="module", params=[True, False], ids=["vectors", "letters"])
def model(request: pytest.FixtureRequest) -> IntentModel:
    vectors = np.array([vector(text) for text in TEXTS]) if request.param else None
    return IntentModel().fit(TEXTS, LABELS, vectors)


def test_examples_are_learnt(model: IntentModel) -> None:
    for text, label in zip(TEXTS, LABELS, strict=True):
        assert model.rank(text, lambda text=text: vector(text)).intents[0] == label  # type: ignore[misc]


def test_misspelt_questions_are_understood(model: IntentModel) -> None:
    assert model.rank("cb gagne 1 eig salair", lambda: vector("salaire")).intents[0] == "pay"


def test_a_ranking_is_a_distribution(model: IntentModel) -> None:
    ranking = model.rank("le jury", lambda: vector("le jury"))
    assert sum(ranking.probabilities) == pytest.approx(1, abs=1e-4)
    assert list(ranking.probabilities) == sorted(ranking.probabilities, reverse=True)
    assert 0 <= ranking.margin <= 1
    assert len(model.rank("le jury", lambda: None, limit=2).intents) == 2


def test_what_is_beyond_doubt_needs_no_vector() -> None:
    texts = [f"{word} {n}" for word in ("salaire", "jury") for n in range(30)]
    labels = ["pay"] * 30 + ["jury"] * 30
    model = IntentModel(strength=1000).fit(texts, labels, np.array([vector(text) for text in texts]))

    def never() -> Vector:
        raise AssertionError("a vector was computed")

    assert model.rank("salaire 3", never).similarity is None


def test_the_same_examples_make_the_same_model() -> None:
    vectors = np.array([vector(text) for text in TEXTS])
    rankings = [
        IntentModel().fit(TEXTS, LABELS, vectors).rank("le salaire du jury", lambda: vector("salaire"))
        for _ in range(2)
    ]
    assert rankings[0] == rankings[1]


def test_unfamiliar_words_are_those_no_example_uses(model: IntentModel) -> None:
    assert model.unfamiliar("combien de dromadaires", "pay") == ["dromadaires"]
    assert model.unfamiliar("quel salaire", "pay") == []
    assert model.unfamiliar("xxtownxx de la", "pay") == []
    assert model.unfamiliar("salaire", "no such intent") != []


def test_many_at_once(model: IntentModel) -> None:
    vectors = np.array([vector(text) for text in TEXTS])
    assert model.predict_all(TEXTS, vectors) == LABELS
    assert len(model.predict_all(TEXTS[:2], None)) == 2


def test_an_untrained_model_says_so() -> None:
    with pytest.raises(RuntimeError, match="has not been trained"):
        IntentModel().rank("bonjour", lambda: None)
