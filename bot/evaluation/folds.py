"""Stratified cross-validation of our intent classifier on any Rasa NLU file."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.model_selection import StratifiedKFold

from bot.environment import prepare_environment
from bot.evaluation.sets import BadSet
from knowledge.embedding import Embedder
from nlu.entities import Finder, bare, mask
from nlu.intent_model import IntentModel

_HEADING = re.compile(r"##\s*(?:intent:\s*(?P<intent>\S+))?")
_EXAMPLE = re.compile(r"\s*[-*+]\s+(.+)")
_ANNOTATION = re.compile(r"\[([^\]]*)\](?:\([^)]*\)|\{[^}]*\})")


def read_examples(path: Path) -> tuple[list[str], list[str]]:
    """Texts and intents of a file, duplicates left out; raises :class:`BadSet` when it has none.

    By Rasa's own loader, except for the Markdown that it no longer reads.
    """
    examples = _read_markdown(path) if path.suffix == ".md" else _read_rasa(path)
    if not examples:
        raise BadSet(f"{path.name} holds no intent examples")
    return [text for text, _ in examples], [intent for _, intent in examples]


def cross_validate(
    texts: Sequence[str],
    labels: Sequence[str],
    embedder: Embedder | None,
    folds: int,
    tick: Callable[[], object],
) -> dict[str, Any]:
    """Accuracy over all examples, each predicted by a model that has not seen it.

    Intents with fewer examples than folds cannot be in every part and are left out; the
    figures say how many intents and examples were measured.
    """
    enough = {intent for intent, count in Counter(labels).items() if count >= folds}
    kept = [(text, label) for text, label in zip(texts, labels, strict=True) if label in enough]
    if len(enough) < 2:
        raise BadSet(f"fewer than two intents have {folds} examples or more")
    texts, labels = [text for text, _ in kept], [label for _, label in kept]
    finder = Finder(None)
    masked = [mask(text, finder.find(text)) for text in texts]
    plain = [bare(text, [(e.start, e.end, e.kind) for e in finder.find(text)]) for text in texts]
    vectors = None if embedder is None else embedder.queries(plain)
    truth, guessed = np.array(labels), np.empty(len(labels), dtype=object)
    for seen, unseen in StratifiedKFold(folds, shuffle=True, random_state=0).split(masked, truth):
        model = IntentModel().fit(
            [masked[i] for i in seen], truth[seen].tolist(), None if vectors is None else vectors[seen]
        )
        guessed[unseen] = model.predict_all(
            [masked[i] for i in unseen], None if vectors is None else vectors[unseen]
        )
        tick()
    wrong = Counter((a, b) for a, b in zip(truth, guessed, strict=True) if a != b)
    return {
        "accuracy": round(float(np.mean(truth == guessed)), 4),
        "intents": len(set(labels)),
        "examples": len(texts),
        "folds": folds,
        "confused": [{"expected": str(a), "got": str(b), "count": n} for (a, b), n in wrong.most_common(12)],
    }


def _read_markdown(path: Path) -> list[tuple[str, str]]:
    """Examples of the Markdown format that Rasa read until 2.x and no longer reads."""
    found, intent = [], None
    for line in path.read_text(encoding="utf-8").splitlines():
        heading = _HEADING.match(line)
        if heading:
            intent = heading["intent"]
        elif intent and (example := _EXAMPLE.match(line)):
            found.append((_ANNOTATION.sub(r"\1", example[1]).strip(), intent))
    return list(dict.fromkeys(found))


def _read_rasa(path: Path) -> list[tuple[str, str]]:
    prepare_environment()
    from rasa.shared.exceptions import RasaException
    from rasa.shared.nlu.constants import INTENT, TEXT
    from rasa.shared.nlu.training_data.loading import load_data

    try:
        found = load_data(str(path)).intent_examples
    except (RasaException, ValueError) as error:
        raise BadSet(f"{path.name} is not a Rasa NLU file: {error}") from error
    return [(str(e.get(TEXT)), str(e.get(INTENT))) for e in found if e.get(INTENT) and e.get(TEXT)]
