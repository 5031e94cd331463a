"""Intents and entities: how many are right, which are confused."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from bot.evaluation.examinee import Examinee, Heard
from bot.evaluation.matching import folded
from bot.evaluation.sets import Utterance
from knowledge.base import KnowledgeBase

Known = Mapping[tuple[str, str], frozenset[str]]
"""(kind, id in the base) → the folded names it goes by."""
Pairs = Sequence[tuple[Utterance, Heard]]


async def hear(
    examinee: Examinee, utterances: Sequence[Utterance], tick: Callable[[], object]
) -> list[tuple[Utterance, Heard]]:
    """Each utterance with what was understood of it; ``tick`` is called after each."""
    heard = []
    for utterance in utterances:
        heard.append((utterance, await examinee.understand(utterance.text)))
        tick()
    return heard


def intent_figures(pairs: Pairs) -> dict[str, Any]:
    """Share of right intents over all, per language and per intent (recall)."""
    languages, intents = defaultdict(list), defaultdict(list)
    for utterance, heard in pairs:
        right = utterance.intent == heard.intent
        languages[utterance.lang].append(right)
        intents[utterance.intent].append(right)
    every = [right for rights in languages.values() for right in rights]
    return {
        "examples": len(every),
        "accuracy": share(every),
        "by_language": {lang: share(rights) for lang, rights in sorted(languages.items())},
        "by_intent": {intent: share(rights) for intent, rights in sorted(intents.items())},
        "confused": confused(pairs),
        "wrong": [
            {"text": u.text, "expected": u.intent, "got": h.intent, "confidence": round(h.confidence, 3)}
            for u, h in pairs
            if u.intent != h.intent
        ],
    }


def confused(pairs: Pairs) -> list[dict[str, Any]]:
    """Pairs of intents taken for one another, most often first."""
    counts = Counter((u.intent, h.intent) for u, h in pairs if u.intent != h.intent)
    return [
        {"expected": a, "got": b, "count": n}
        for (a, b), n in sorted(counts.items(), key=lambda c: (-c[1], c[0]))
    ]


def entity_figures(pairs: Pairs, known: Known) -> dict[str, dict[str, float | int]]:
    """Precision and recall per kind, over the kinds that the set annotates.

    An inferred entity counts when it was expected and is not held against the assistant when it was not.
    """
    kinds = {kind for utterance, _ in pairs for kind in utterance.entities}
    expected, found, right = Counter[str](), Counter[str](), Counter[str]()
    for utterance, heard in pairs:
        for kind in kinds:
            values = [entity for entity in heard.entities if entity[0] == kind]
            hits = [
                v for v in values if kind in utterance.entities and same(v, utterance.entities[kind], known)
            ]
            expected[kind] += kind in utterance.entities
            right[kind] += bool(hits)
            found[kind] += sum(v in hits or v not in heard.inferred for v in values)
    return {
        kind: {
            "expected": expected[kind],
            "found": found[kind],
            "precision": _ratio(right[kind], found[kind]),
            "recall": _ratio(right[kind], expected[kind]),
        }
        for kind in sorted(kinds)
    }


def same(entity: tuple[str, str], expected: str, known: Known) -> bool:
    """Whether an entity found is the one named ``expected`` (an id, or any name it goes by)."""
    name = folded(expected)
    return name == folded(entity[1]) or name in known.get(entity, frozenset())


def known_names(base: KnowledgeBase) -> Known:
    """The names of everything in the base that a message may name."""
    names = defaultdict(set)
    for row in base.rows("select kind, ref, form from name"):
        names[row["kind"], row["ref"]].add(folded(row["form"]))
    return {key: frozenset(forms) for key, forms in names.items()}


def share(rights: Sequence[bool]) -> float:
    """Part of ``rights`` that is true, four decimals; 0 for none."""
    return _ratio(sum(rights), len(rights))


def _ratio(part: int, whole: int) -> float:
    return round(part / whole, 4) if whole else 0.0
