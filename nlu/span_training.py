"""Teach which words of a message are its question: known ones, put between what people say around others."""

from __future__ import annotations

import random
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pycrfsuite
import yaml

from knowledge.base import KnowledgeBase
from knowledge.errors import KnowledgeError
from knowledge.text import fold
from nlu.entities import detect_language
from nlu.question_span import AFTER, ASKED, BEFORE, CLAUSE_END, cut, features

HERE = Path(__file__).parent
SIZE = 10_000
"""Messages made up to learn from."""
_SETTINGS = {"c1": 0.1, "c2": 0.05, "max_iterations": 60, "feature.minfreq": 2}
_COURTESY = frozenset("greet goodbye thank affirm deny insult".split())
"""Intents whose examples are said around questions."""
_MARKUP = re.compile(r"\[([^\]]+)\](?:\([^)]*\)|\{[^}]*\})")
_PLACED = (
    "{place} : {question}", "{place}, {question}", "{place} {question}", "la ville de {place}, {question}",
    "commune de {place} : {question}", "l'hôpital de {place} {question}", "{question} ({place})",
    "{question}, {place}", "à {place}, {question}", "l'agglo de {place}, {question}",
    "pour {place}, {question}", "{question} à {place}",
)  # fmt: skip
"""How a question names what it is about outside its own clause."""
Labelled = tuple[list[str], list[str]]
"""The words of a message, and the label of each."""


@dataclass(frozen=True)
class Material:
    """Of one language: questions, what was written before and after others, places to ask about."""

    questions: Sequence[str]
    before: Sequence[str]
    after: Sequence[str]
    places: Sequence[str]


def train(base: Path, path: Path, size: int = SIZE) -> None:
    """Learn from ``size`` made-up messages and write the model to ``path``.

    The wordings of the knowledge base at ``base`` are questions as well, where it exists.
    """
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params(_SETTINGS)
    for tokens, labels in messages(read_material(base), size):
        trainer.append(features(tokens), labels)
    trainer.train(str(path))


def read_material(base: Path) -> dict[str, Material]:
    """The material of both languages, by « fr » and « en »."""
    questions: dict[str, list[str]] = {"fr": [], "en": []}
    for text in [*_examples(), *_wordings(base)]:
        questions[detect_language(text)].append(text)
    places = (HERE.parent / "knowledge" / "towns.txt").read_text(encoding="utf-8").split()
    found = {}
    for lang, name in (("fr", "french"), ("en", "english")):
        around = yaml.safe_load((HERE / "around" / f"{name}.yml").read_text(encoding="utf-8"))
        found[lang] = Material(questions[lang], around["before"], around["after"], places)
    return found


def _examples() -> Iterator[str]:
    for path in sorted(HERE.glob("*.yml")):
        for block in yaml.safe_load(path.read_text(encoding="utf-8"))["nlu"]:
            if block.get("intent", "greet") not in _COURTESY:
                lines = (line.strip().removeprefix("- ") for line in block["examples"].splitlines())
                yield from (_MARKUP.sub(r"\1", line) for line in lines if line)


def _wordings(base: Path) -> list[str]:
    try:
        return [row["text"] for row in KnowledgeBase(base).rows("select text from entry where kind = 'faq'")]
    except KnowledgeError:
        return []


def messages(material: Mapping[str, Material], size: int, seed: int = 11) -> Iterator[Labelled]:
    """``size`` messages, half of them nothing but a question; the same for the same ``seed``."""
    chance = random.Random(seed)
    for _ in range(size):
        yield _message(material["en" if chance.random() < 0.25 else "fr"], chance)


def _message(material: Material, chance: random.Random) -> Labelled:
    kind = chance.random()
    before = chance.choices(material.before, k=chance.choice((1, 1, 1, 2, 2, 3))) if kind >= 0.5 else []
    after = chance.choices(material.after, k=chance.choice((1, 1, 1, 2))) if 0.4 <= kind < 0.75 else []
    asked = chance.choices(material.questions, k=2 if chance.random() < 0.08 else 1)
    if chance.random() < 0.1:
        asked[0] = chance.choice(_PLACED).format(place=chance.choice(material.places), question=asked[0])
    parts = [
        (label, text) for label, texts in ((BEFORE, before), (ASKED, asked), (AFTER, after)) for text in texts
    ]
    said = partial(_as_typed, chance=chance, plain=chance.random() < 0.3, unmarked=chance.random() < 0.3)
    return _joined(
        [(label, said(label, text, first=not place)) for place, (label, text) in enumerate(parts)], chance
    )


def _as_typed(label: str, text: str, first: bool, chance: random.Random, plain: bool, unmarked: bool) -> str:
    """As on a phone: without accents, without the mark at the end, without capitals inside."""
    if label == ASKED and (unmarked or chance.random() < 0.15):
        text = text.rstrip(" ?.!")
    if not first and chance.random() < 0.3:
        text = text[:1].lower() + text[1:]
    return fold(text) if plain else text


def _joined(parts: Sequence[tuple[str, str]], chance: random.Random) -> Labelled:
    """The parts one after the other, some with a mark or an end of line between them."""
    tokens: list[str] = []
    labels: list[str] = []
    for label, text in parts:
        if tokens and tokens[-1] not in CLAUSE_END and chance.random() < 0.4:
            tokens.append(chance.choice(",,.:\n."))
            labels.append(labels[-1] if labels[-1] != ASKED else label)
        words = [token.group() for token in cut(text)]
        tokens += words
        labels += [label] * len(words)
    return tokens, labels


if __name__ == "__main__":
    train(Path(sys.argv[1]), Path(sys.argv[2]))
