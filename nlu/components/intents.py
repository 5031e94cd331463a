"""The two learning components of the pipeline: sentence vectors, and the choice of the intent."""

from __future__ import annotations

import logging
from functools import partial
from pathlib import Path
from typing import Any, Dict, List, Optional, Text

import joblib
import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from knowledge.cache import Cache
from knowledge.embedding import Embedder, load_embedder
from nlu.components.understanding import BARE, MASKED
from nlu.intent_model import IntentModel
from nlu.weights import Vector

logger = logging.getLogger(__name__)
REMEMBERED = 2_000
"""Messages whose readings are kept: people ask the same things."""


@DefaultV1Recipe.register([DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER], is_trainable=True)
class QuestionClassifier(IntentClassifier, GraphComponent):
    """Chooses what is asked, from n-grams and, where they leave a doubt, the sentence's vector.

    The vector of a message is computed at most once, by whoever needs it first, and kept
    by the embedder's own bounded cache for whoever needs it next.
    """

    @staticmethod
    def get_default_config() -> Dict[Text, Any]:
        """``embeddings: false`` works with n-grams alone, with lower figures."""
        return {"embeddings": True, "strength": 20.0}

    @staticmethod
    def required_packages() -> List[Text]:
        """Python packages the component needs."""
        return ["sklearn"]

    def __init__(
        self,
        config: Dict[Text, Any],
        model_storage: ModelStorage,
        resource: Resource,
        model: Optional[IntentModel] = None,
    ) -> None:
        self._config = config
        self._storage = model_storage
        self._resource = resource
        self._model = model
        self._recent: Cache[List[Dict[Text, Any]]] = Cache(REMEMBERED)
        self._embedder: Optional[Embedder] = load_embedder() if config["embeddings"] else None

    @classmethod
    def create(
        cls,
        config: Dict[Text, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> QuestionClassifier:
        """Make an untrained component."""
        return cls(config, model_storage, resource)

    @classmethod
    def load(
        cls,
        config: Dict[Text, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> QuestionClassifier:
        """Load what :meth:`train` stored."""
        with model_storage.read_from(resource) as folder:
            return cls(config, model_storage, resource, joblib.load(Path(folder) / "intents.joblib"))

    def train(self, training_data: TrainingData) -> Resource:
        """Fit the model on the masked examples and store it."""
        examples = [e for e in training_data.intent_examples if e.get(INTENT) and e.get(TEXT)]
        texts = [e.get(MASKED) or e.get(TEXT) for e in examples]
        vectors = self._vectors([e.get(BARE) or e.get(TEXT) for e in examples])
        self._model = IntentModel(self._config["strength"]).fit(
            texts, [e.get(INTENT) for e in examples], vectors
        )
        with self._storage.write_to(self._resource) as folder:
            joblib.dump(self._model, Path(folder) / "intents.joblib")
        return self._resource

    def process(self, messages: List[Message]) -> List[Message]:
        """Set the intent and its ranking on each message."""
        for message in messages:
            text = message.get(TEXT)
            if not text or self._model is None:
                continue
            masked, bare = message.get(MASKED) or text, message.get(BARE) or text
            readings = self._recent.get((masked, bare), partial(self._readings, self._model, masked, bare))
            message.set(INTENT, dict(readings[0]), add_to_output=True)
            message.set("intent_ranking", [dict(reading) for reading in readings], add_to_output=True)
        return messages

    def _readings(self, model: IntentModel, masked: Text, bare: Text) -> List[Dict[Text, Any]]:
        """The likely intents with what each leaves unexplained; the first with its margin and similarity."""
        ranking = model.rank(masked, partial(self._vector, bare))
        readings: List[Dict[Text, Any]] = [
            {"name": name, "confidence": confidence, "unfamiliar": model.unfamiliar(masked, name)}
            for name, confidence in zip(ranking.intents, ranking.probabilities, strict=True)
        ]
        readings[0].update(margin=ranking.margin, similarity=ranking.similarity)
        return readings

    def _vector(self, text: str) -> Optional[Vector]:
        return None if self._embedder is None else self._embedder.query(text)

    def _vectors(self, texts: List[str]) -> Optional[Vector]:
        if self._embedder is None:
            return None
        logger.info("sentence vectors of %d examples", len(texts))
        return np.asarray(self._embedder.queries(texts), dtype=np.float32)
