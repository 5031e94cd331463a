"""The classifier as Rasa trains, stores and runs it."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.environment import prepare_environment

prepare_environment()

from rasa.engine.storage.local_model_storage import LocalModelStorage  # noqa: E402
from rasa.engine.storage.resource import Resource  # noqa: E402
from rasa.shared.nlu.training_data.message import Message  # noqa: E402
from rasa.shared.nlu.training_data.training_data import TrainingData  # noqa: E402

from nlu.components.intents import QuestionClassifier  # noqa: E402

EXAMPLES = {
    "pay": ["combien gagne un eig", "quel est le salaire", "quelle rémunération"],
    "jury": ["qui est dans le jury", "qui préside le jury", "composition du jury"],
}
CONFIG = {**QuestionClassifier.get_default_config(), "embeddings": False}


@pytest.fixture
def storage(tmp_path: Path) -> LocalModelStorage:
    return LocalModelStorage(tmp_path)


def train(storage: LocalModelStorage) -> Resource:
    component = QuestionClassifier.create(CONFIG, storage, Resource("intents"), None)
    messages = [Message({"text": t, "intent": i}) for i, texts in EXAMPLES.items() for t in texts]
    return component.train(TrainingData(messages))


def test_what_was_trained_is_loaded_and_answers(storage: LocalModelStorage) -> None:
    loaded = QuestionClassifier.load(CONFIG, storage, train(storage), None)
    (message,) = loaded.process([Message({"text": "le salaire ?"})])
    assert message.get("intent")["name"] == "pay"
    assert 0 < message.get("intent")["confidence"] <= 1
    assert {"margin", "similarity", "unfamiliar"} <= message.get("intent").keys()
    assert [item["name"] for item in message.get("intent_ranking")] == ["pay", "jury"]


def test_a_message_without_text_is_left_alone(storage: LocalModelStorage) -> None:
    loaded = QuestionClassifier.load(CONFIG, storage, train(storage), None)
    (message,) = loaded.process([Message({})])
    assert message.get("intent") is None


def test_an_untrained_component_chooses_nothing(storage: LocalModelStorage) -> None:
    component = QuestionClassifier.create(CONFIG, storage, Resource("intents"), None)
    (message,) = component.process([Message({"text": "le salaire ?"})])
    assert message.get("intent") is None


def test_it_names_what_it_needs() -> None:
    assert QuestionClassifier.required_packages() == ["sklearn"]
    assert QuestionClassifier.get_default_config()["embeddings"] is True
