"""Whether to answer at all: one decision from the intent's margin, the names found and the words left unexplained."""

from __future__ import annotations

from actions.desk import Desk
from actions.question import SUBJECT_KINDS, Question
from knowledge.entries import Hit
from knowledge.text import STOP_WORDS, stem

SURE, UNSURE = 0.45, 0.22
"""Probability above which an intent is taken, and below which it is not even considered."""
OURS = frozenset(
    stem(word)
    for word in "eig dig entrepreneur entrepreneuse interet general promotion promo defi defis candidature candidat postuler "
    "programme dinum etalab mentor jury administration ministere projet appel bootcamp challenge fellow rapport cour comptes "
    "chambre regionale referes recommandation entrepreneurs".split()
)
COURTESY = frozenset(
    "greet goodbye thank affirm deny bot_identity capabilities insult human_contact explain_source".split()
)


def settle(question: Question, desk: Desk) -> Question:
    """The question with the intent the assistant will stand by; « nlu_fallback » when there is none."""
    if question.intent in COURTESY:
        return question if question.confidence >= UNSURE else question.with_intent("nlu_fallback")
    if question.confidence >= SURE:
        return question
    if question.confidence >= UNSURE and question.intent != "out_of_scope" and _is_supported(question):
        return question
    return question.with_intent("nlu_fallback")


def _is_supported(question: Question) -> bool:
    """A doubtful intent is believed when the message also names something of ours."""
    return bool(question.entities.keys() & set(SUBJECT_KINDS)) or bool(OURS & set(question.content))


def is_about_us(question: Question, desk: Desk) -> bool:
    """Whether the message names the programme, its things, or anything the base knows."""
    return _is_supported(question)


def covers(question: Question, hit: Hit, strict: bool) -> bool:
    """Whether an entry answers the question: most of the words that matter, and the meaning."""
    if not [word for word in question.own_words if word not in STOP_WORDS]:
        return False
    if hit.similarity is None:
        return hit.coverage >= (0.85 if strict else 0.7)
    need = 0.66 if strict else 0.56
    return hit.score >= need and hit.coverage >= 0.45 and hit.similarity >= (0.6 if strict else 0.5)
