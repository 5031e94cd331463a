"""``GET /api/v1/promotions``: the yearly intakes and what sources say of them."""

from __future__ import annotations

from collections import Counter
from typing import get_args

from fastapi import APIRouter

from api.catalogue_models import Page, Promotion, PromotionDetails, Statement, source_of
from api.dependencies import BaseDep, LangQuery
from api.problems import ProblemError, responses
from knowledge.challenges import ChallengeFilter, find_challenges
from knowledge.promotions import promotions
from knowledge.schema import Property
from knowledge.statements import statements

router = APIRouter(prefix="/promotions", tags=["programme"])


@router.get("", summary="Every promotion", responses=responses(422, 503))
def list_promotions(base: BaseDep, lang: LangQuery = "fr") -> Page[Promotion]:
    """The promotions, oldest first."""
    held = Counter(challenge.promotion for challenge in find_challenges(base, ChallengeFilter()))
    items = [
        Promotion(id=p.id, label=p.label(lang), year=p.year, challenges=held[p.id]) for p in promotions(base)
    ]
    return Page(total=len(items), page=1, size=len(items), items=items)


@router.get("/{n}", summary="One promotion", responses=responses(404, 422, 503))
def get_promotion(n: str, base: BaseDep, lang: LangQuery = "fr") -> PromotionDetails:
    """A promotion with every statement, contradictory ones included, each with its source."""
    held = list_promotions(base, lang).items
    found = next((p for p in held if p.id == n.lower()), None)
    if found is None:
        known = ", ".join(p.id for p in held)
        raise ProblemError(404, "There is no such promotion; known are {known}.", known=known)
    said = [
        Statement(
            property=s.property,
            value=s.value,
            unit=s.unit,
            text=s.text(lang),
            valid_from=s.valid_from,
            valid_to=s.valid_to,
            source=source_of(s.cited),
        )
        for s in statements(base, [found.id], get_args(Property))
    ]
    return PromotionDetails(**found.model_dump(), statements=said)
