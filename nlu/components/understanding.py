"""Names, numbers and language of a message: the entity extractor of the pipeline."""

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
from nlu.entities import Entity, Finder, bare, detect_language, mask

MASKED = "masked_text"
BARE = "bare_text"
LANGUAGE = "language"


@DefaultV1Recipe.register(
    [DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR],
    is_trainable=False,
)
class KnowledgeEntityExtractor(GraphComponent, EntityExtractorMixin):
    """Finds what the knowledge base knows by name, and what people point to by number.

    Without a base (a bare ``rasa train`` on other data) it finds nothing.
    """

    def __init__(self, config: Dict[Text, Any]) -> None:
        self._finder = Finder(_open_base() if config.get("names", True) else None)

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
                self._prepare(message)
        return training_data

    def process(self, messages: List[Message]) -> List[Message]:
        """Add entities, the prepared texts and the language to each message."""
        for message in messages:
            text = message.get(TEXT)
            if not text:
                continue
            message.set(LANGUAGE, detect_language(text), add_to_output=True)
            found = [{**entity.to_dict(), "extractor": self.name} for entity in self._prepare(message)]
            message.set(ENTITIES, message.get(ENTITIES, []) + found, add_to_output=True)
        return messages

    def _prepare(self, message: Message) -> List[Entity]:
        """Set the masked and the bare text; returns the entities found."""
        text = message.get(TEXT)
        entities = self._finder.find(text)
        message.set(MASKED, mask(text, entities))
        message.set(BARE, bare(text, [(e.start, e.end, e.kind) for e in entities]))
        return entities


def _open_base() -> Optional[KnowledgeBase]:
    try:
        return KnowledgeBase(load_settings().knowledge_path)
    except KnowledgeError:
        return None
