"""The entity extractor as Rasa runs it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bot.environment import prepare_environment

prepare_environment()

from rasa.shared.nlu.training_data.message import Message  # noqa: E402
from rasa.shared.nlu.training_data.training_data import TrainingData  # noqa: E402

from nlu.components.understanding import LANGUAGE, MASKED, MEANT, KnowledgeEntityExtractor  # noqa: E402


@pytest.fixture
def extractor(knowledge_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setenv("GREFFIER_DATA_DIR", str(knowledge_path.parent))
    return KnowledgeEntityExtractor.create({}, None, None, None)


def test_a_message_gets_entities_language_and_masked_text(extractor: Any) -> None:
    (message,) = extractor.process([Message({"text": "les défis à Lyon de la promotion 3"})])
    found = {(entity["entity"], entity["value"]) for entity in message.get("entities")}
    assert {("town", "Lyon"), ("promotion", "3")} <= found
    assert message.get(LANGUAGE) == "fr"
    assert "Lyon" not in message.get(MASKED)


def test_a_misspelt_message_is_understood_and_kept_as_typed(extractor: Any) -> None:
    typed = "les  defsi a lyonn 🙂"
    (message,) = extractor.process([Message({"text": typed})])
    assert message.get("text") == typed
    assert message.get(MEANT)["text"] == "les défis a lyon"
    (town,) = (entity for entity in message.get("entities") if entity["entity"] == "town")
    assert typed[town["start"] : town["end"]] == "lyonn"
    assert [12, 16, "town"] in message.get(MEANT)["spans"]


def test_a_message_spelt_right_is_only_itself(extractor: Any) -> None:
    (message,) = extractor.process([Message({"text": "les défis à Lyon"})])
    assert message.get(MEANT) is None


def test_a_message_without_text_is_left_alone(extractor: Any) -> None:
    (message,) = extractor.process([Message({"intent": "greet"})])
    assert message.get("entities") is None


def test_training_examples_are_prepared_like_questions(extractor: Any) -> None:
    data = TrainingData([Message({"text": "les défis à Lyon", "intent": "list_challenges"})])
    prepared = extractor.process_training_data(data)
    assert "xxtownxx" in prepared.training_examples[0].get(MASKED)


def test_without_a_base_nothing_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GREFFIER_DATA_DIR", str(tmp_path))
    extractor = KnowledgeEntityExtractor.create({}, None, None, None)
    (message,) = extractor.process([Message({"text": "les défis à Lyon"})])
    assert message.get("entities") == []
