"""One number for the whole decision: how likely an answer is to be right for the question.

Features of the reading (how sure the intent is), of the answer (how well its rows fit the
question in words and meaning, and whether anything in the base fits better), and of both
together (words that matter left unexplained, kind of thing asked for not given) go into
boosted trees. They are fitted by ``greffier evaluate calibrate`` on questions
held out of the training examples, and stored in ``confidence.json`` beside this module.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from actions.answer import Answer
from actions.answer_type import about, asked_kinds, counts_together, missing_kinds
from actions.boosted import Boosted, read_tree
from actions.desk import Desk
from actions.doubt import is_about_us
from actions.evidence import USES_NAMES, accounted
from actions.question import Question
from knowledge.entries import Hit
from knowledge.text import STOP_WORDS, stem, stems, words

WEIGHTS = Path(__file__).with_name("confidence.json")
SEARCHED = ("faq", "statement", "step", "challenge")
"""Kinds of row that the search over entries knows."""

WORDS_ALONE = 0.6
"""What covered words are worth as similarity of meaning when there are no sentence vectors."""
_NEVER = 1e-6
CATCH_ALL = "faq_other"
"""Intent of questions that share no subject: being sure of it says little of the answer."""


@dataclass(frozen=True)
class Calibration(Boosted):
    """How likely an answer is to be right, and the thresholds read off the risk–coverage curve.

    ``preference`` are the weights of a second model, a conditional logit (McFadden 1974): which of the
    answers to one question is the right one, where the first says whether one is.
    """

    preference: Mapping[str, float]
    answer_from: float
    offer_from: float
    certain_from: float

    def prefer(self, found: Mapping[str, float], probability: float) -> float:
        """How much an answer is to be preferred to others: both models count the same."""
        likely = min(max(probability, _NEVER), 1.0 - _NEVER)
        preferred = sum(self.preference.get(name, 0.0) * value for name, value in found.items())
        return preferred + math.log(likely / (1.0 - likely))


@lru_cache(maxsize=1)
def calibration() -> Calibration:
    """The shipped calibration."""
    stored = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    trees = tuple(read_tree(tree) for tree in stored["trees"])
    return Calibration(trees, stored["start"], stored["preference"], **stored["thresholds"])


def features(question: Question, answer: Answer, desk: Desk) -> dict[str, float]:
    """What the confidence is made of; every value is between 0 and 1."""
    named = any(kind == "challenge" for _, _, kind in question.spans)
    best, first = _hits(question, answer, desk, named)
    found = best is not None
    top = first.score if first else 0.0
    said = about(set(question.values("promotion")) - {"all"}, answer.text)
    told = set(stems(said)).union(*(stems(asked) for asked in _asked(answer, desk)))
    weights, familiar = _weights(question, desk), _familiar(question)
    unexplained = _left(weights, told, familiar)
    kinds = asked_kinds(question.bare)
    probability = question.confidence if question.intent != "nlu_fallback" else 0.0
    others = [r.confidence for r in question.alternatives if r.intent != question.intent]
    return {
        "probability": probability,
        "catch_all": probability if question.intent == CATCH_ALL else 0.0,
        "margin": max(0.0, probability - max(others, default=0.0)),
        "continued": float(bool(question.inherited)),
        "unanswerable": max(question.probability("unknown_detail"), question.probability("out_of_scope")),
        "searched": float(found),
        "fit": best.score if best else 0.0,
        "coverage": best.coverage if best else 0.0,
        "similarity": _similarity(best),
        "behind": max(0.0, top - best.score) if best else 0.0,
        "elsewhere": 0.0 if found else top,
        "unexplained": unexplained,
        "key": _key_left(weights, told, familiar),
        "unsaid": _left(weights, told, frozenset()),
        "typed": float(bool(kinds)),
        "mistyped": float(bool(kinds and missing_kinds(question.bare, said))),
        "of_a_challenge": unexplained * float(named),
        "apart": float("count" in kinds and not counts_together(question.bare, said)),
        "ours": float(is_about_us(question)),
        "elsewhere_promotion": _of_another(question, answer, desk),
    }


def _similarity(hit: Hit | None) -> float:
    if hit is None:
        return 0.0
    return WORDS_ALONE * hit.coverage if hit.similarity is None else max(0.0, hit.similarity)


def _hits(question: Question, answer: Answer, desk: Desk, named: bool) -> tuple[Hit | None, Hit | None]:
    """The answer's row that fits best, and the entry of the whole base that does."""
    first = desk.search.search(question.bare, 1, SEARCHED)
    found: list[Hit] = []
    for kind in SEARCHED:
        refs = [row.partition(":")[2] for row in answer.rows[:8] if row.startswith(f"{kind}:")]
        if refs and not (kind == "challenge" and (named or len(refs) > 1)):
            found += desk.search.scores(question.bare, kind, refs).values()
    return max(found, key=lambda hit: hit.score, default=None), first[0] if first else None


def _asked(answer: Answer, desk: Desk) -> list[str]:
    ids = [row.removeprefix("faq:") for row in answer.rows if row.startswith("faq:")]
    return [entry.asked for entry in desk.faq(ids)]


def _familiar(question: Question) -> frozenset[str]:
    """Stems that the intent's examples, or the names it takes into account, explain."""
    unknown = {stem(word) for word in question.unfamiliar}
    own = {stem(word) for word in question.own_words}
    named = question.named_words if question.intent in USES_NAMES else ()
    return frozenset((own - unknown) | {stem(word) for word in named})


def _weights(question: Question, desk: Desk) -> dict[str, float]:
    """Stem → weight of the meaningful words that are not promotions or dates; rare ones weigh more."""
    wanted = (
        stem(word)
        for word in (*question.content_words, *question.named_words)
        if word not in STOP_WORDS and not word.isdigit()
    )
    return {word: desk.search.idf(word) for word in dict.fromkeys(wanted)}


def _left(weights: Mapping[str, float], told: set[str], known: frozenset[str]) -> float:
    """Share of the question's word weight that neither ``known`` nor the stems ``told`` account for."""
    left = sum(w for word, w in weights.items() if word not in known and not accounted(word, told))
    return left / (sum(weights.values()) or 1.0)


def _key_left(weights: Mapping[str, float], told: set[str], known: frozenset[str]) -> float:
    """Whether the rarest word of the question is neither explained by the intent nor said."""
    if not weights:
        return 0.0
    rarest = max(weights, key=lambda word: weights[word])
    return float(rarest not in known and not accounted(rarest, told))


def _of_another(question: Question, answer: Answer, desk: Desk) -> float:
    """Share of the promotions asked about of which the answer says nothing."""
    asked = [p for p in question.values("promotion") if desk.promotion(p)]
    if not asked or not answer.rows:
        return 0.0
    told = {s.subject for s in desk.statements(asked) if f"statement:{s.id}" in set(answer.rows)}
    said = " ".join(words(answer.text))
    labels = {p.id: " ".join(words(p.label(question.lang))) for p in desk.promotions if p.id in asked}
    named = {identifier for identifier, label in labels.items() if label in said}
    return 1 - len((told | named) & set(asked)) / len(asked)
