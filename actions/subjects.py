"""Resolve what a question is about: promotions from numbers and years, the last subject when it points back."""

from __future__ import annotations

from dataclasses import replace

from actions.desk import Desk
from actions.question import SUBJECT_KINDS, Question
from knowledge.references import promotion_of_year

CHALLENGE_INTENTS = frozenset(
    "describe_challenge challenge_people challenge_administration challenge_town challenge_code challenge_promotion".split()
)
LIST_INTENTS = frozenset("list_challenges count_challenges administration_overview".split())
PROMOTION_INTENTS = frozenset(
    "promotion_overview promotion_dates count_eig count_applications count_projects_submitted promotion_budget "
    "call_status eligibility administration_eligibility profiles_sought pay contract work_location remote_work team_size "
    "mentor_role obligations administration_cost selection_process jury support after_programme open_source missions "
    "apply_procedure propose_procedure".split()
)
_FOR_BARE = (
    ("challenge", "describe_challenge"), ("unknown_challenge", "describe_challenge"), ("person", "person_lookup"),
    ("administration", "administration_overview"), ("unknown_administration", "administration_overview"),
    ("skill", "list_challenges"), ("theme", "list_challenges"), ("town", "list_challenges"),
    ("promotion", "promotion_overview"), ("year", "promotion_overview"),
)  # fmt: skip


def resolve(question: Question, desk: Desk) -> Question:
    """The question with its ellipsis filled in and its promotions known by id."""
    question = _promotions_by_id(question, desk)
    if question.intent == "follow_up" or (question.is_elliptic and question.intent not in ("greet", "explain_source")):
        return _follow_up(question, desk)
    return _inherit(question)


def _promotions_by_id(question: Question, desk: Desk) -> Question:
    """« last » becomes an id; a year becomes the promotion that began then, unless the question is about calls."""
    known = {p.id: p.year for p in desk.promotions}
    values = [desk.promotions[-1].id if v == "last" else v for v in question.values("promotion")]
    values = [v for v in dict.fromkeys(values)]
    if question.intent != "call_status":
        for year in question.values("year"):
            promotion = promotion_of_year(int(year), known)
            if promotion and promotion not in values and "all" not in values:
                values.append(promotion)
    return question.with_entities(promotion=tuple(values)) if values else question


def _follow_up(question: Question, desk: Desk) -> Question:
    """Ask the last question again about the new subject; without a last question, present the subject."""
    own = {kind: values for kind, values in question.entities.items() if kind in SUBJECT_KINDS}
    intent = question.focus.intent
    if intent is None or not _fits(intent, own, question):
        bare = next((target for kind, target in _FOR_BARE if kind in own), None)
        return question.with_intent(bare or "nlu_fallback")
    if "audience" in question.entities:
        intent = _for_audience(intent, question.values("audience")[0])
    merged = {k: v for k, v in question.focus.entities.items() if not _replaced(k, own)}
    text = question.text if intent.startswith("report") else question.focus.text
    return replace(
        question, intent=intent, entities={**merged, **question.entities}, inherited=frozenset(merged), confidence=1.0,
        margin=1.0, text=text or question.text, spans=() if text != question.text else question.spans,
    )  # fmt: skip


def _fits(intent: str, own: dict[str, tuple[str, ...]], question: Question) -> bool:
    if intent in CHALLENGE_INTENTS:
        return not own or bool({"challenge", "unknown_challenge"} & own.keys()) or question.intent == "follow_up"
    if {"challenge", "person", "unknown_challenge"} & own.keys():
        return intent == "person_lookup" and "person" in own
    return True


def _replaced(kind: str, own: dict[str, tuple[str, ...]]) -> bool:
    same = {"year": "promotion", "promotion": "year", "unknown_challenge": "challenge", "challenge": "unknown_challenge"}
    return kind in own or same.get(kind) in own


def _for_audience(intent: str, audience: str) -> str:
    pairs = (
        ("eligibility", "administration_eligibility"), ("apply_procedure", "propose_procedure"),
        ("count_applications", "count_projects_submitted"),
    )  # fmt: skip
    for candidates, administrations in pairs:
        if intent in (candidates, administrations):
            return administrations if audience == "administrations" else candidates
    return intent


def _inherit(question: Question) -> Question:
    """Take the last subject over where the question needs one and names none."""
    focus = question.focus.entities
    own = question.entities.keys() & set(SUBJECT_KINDS)
    wanted: tuple[str, ...] = ()
    if question.intent in CHALLENGE_INTENTS and not {"challenge", "unknown_challenge"} & own:
        wanted = ("challenge",)
        if question.intent == "describe_challenge" and not question.points_back:
            wanted = ()
    elif question.intent == "person_lookup" and "person" not in own:
        wanted = ("person",)
    elif question.intent in LIST_INTENTS and question.points_back and not own - {"promotion", "year"}:
        wanted = ("promotion", "administration", "skill", "theme", "town")
    elif question.intent in PROMOTION_INTENTS | LIST_INTENTS and not own:
        wanted = ("promotion", "year")
    taken = {kind: focus[kind] for kind in wanted if kind in focus and kind not in question.entities}
    if not taken:
        return question
    return replace(question, entities={**taken, **question.entities}, inherited=frozenset(taken))
