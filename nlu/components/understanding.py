"""Spelling, names, numbers and language of a message: the entity extractor of the pipeline."""

from __future__ import annotations

from typing import Any, Dict, List, Optional, Text

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.extractors.extractor import EntityExtractorMixin
from rasa.shared.nlu.constants import ENTITIES, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from knowledge.base import KnowledgeBase
from knowledge.errors import KnowledgeError
from knowledge.settings import load_settings
from nlu.correction import original_span
from nlu.entities import Entity, Finder, bare, detect_language, mask
from nlu.speller import Speller

MASKED = "masked_text"
BARE = "bare_text"
LANGUAGE = "language"
MEANT = "meant"
"""Key of a misspelt message as it was meant: ``text``, and the ``spans`` (start, end, kind) found in it."""


@DefaultV1Recipe.register(
    [DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR],
    is_trainable=False,
)
class KnowledgeEntityExtractor(GraphComponent, EntityExtractorMixin):
    """Finds what the knowledge base knows by name, and what people point to by number.

    A message is corrected once, here: names and intent are looked for in what was meant. Training
    examples are taken as written. Without a base (a bare ``rasa train`` on other data) nothing is
    corrected or found.
    """

    def __init__(self, config: Dict[Text, Any]) -> None:
        base = _open_base() if config.get("names", True) else None
        self._finder = Finder(base)
        self._speller = Speller(base, load_settings().reports_path)

    @classmethod
    def create(
        cls,
        config: Dict[Text, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> KnowledgeEntityExtractor:
        """Make the component, for training or for use."""
        return cls(config)

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Prepare the examples as questions will be; only featurizers are run by Rasa before training."""
        for message in training_data.training_examples:
            if message.get(TEXT):
                self._prepare(message, message.get(TEXT))
        return training_data

    def process(self, messages: List[Message]) -> List[Message]:
        """Add entities, the prepared texts and the language to each message."""
        for message in messages:
            text = message.get(TEXT)
            if not text:
                continue
            meant = self._speller.correct(text)
            entities = self._prepare(message, meant)
            found = [{**self._as_said(entity, text, meant), "extractor": self.name} for entity in entities]
            message.set(LANGUAGE, detect_language(meant), add_to_output=True)
            message.set(ENTITIES, message.get(ENTITIES, []) + found, add_to_output=True)
            if meant != text:
                spans = [[entity.start, entity.end, entity.kind] for entity in entities]
                message.set(MEANT, {"text": meant, "spans": spans}, add_to_output=True)
        return messages

    def _prepare(self, message: Message, text: Text) -> List[Entity]:
        """Set the masked and the bare text; returns the entities found."""
        entities = self._finder.find(text)
        message.set(MASKED, mask(text, entities))
        message.set(BARE, bare(text, [(e.start, e.end, e.kind) for e in entities]))
        return entities

    @staticmethod
    def _as_said(entity: Entity, text: Text, meant: Text) -> Dict[Text, Any]:
        """The entity in Rasa's shape, placed in the message as it was typed."""
        start, end = original_span(text, meant, entity.start, entity.end)
        return {**entity.to_dict(), "start": start, "end": end}


def _open_base() -> Optional[KnowledgeBase]:
    try:
        return KnowledgeBase(load_settings().knowledge_path)
    except KnowledgeError:
        return None
