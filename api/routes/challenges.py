"""``GET /api/v1/challenges``: the challenges by promotion, administration, skill, theme, town or words."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from api.catalogue_models import Challenge, ChallengeDetails, Named, Page, Person, source_of
from api.dependencies import BaseDep, LangQuery
from api.models import Lang
from api.problems import ProblemError, responses
from knowledge import challenges as query
from knowledge.base import KnowledgeBase
from knowledge.citations import citations_of
from knowledge.names import NameIndex
from knowledge.promotions import promotions
from knowledge.references import find_references

router = APIRouter(prefix="/challenges", tags=["programme"])


@router.get("", summary="Find challenges", responses=responses(422, 503))
def list_challenges(
    base: BaseDep,
    promotion: Annotated[str | None, Query(max_length=50, description="« 3 », « dig », « EIG 3 »")] = None,
    administration: Annotated[str | None, Query(max_length=200, description="id, name or short form")] = None,
    skill: Annotated[str | None, Query(max_length=100, description="id or name")] = None,
    theme: Annotated[str | None, Query(max_length=100, description="id or name")] = None,
    town: Annotated[str | None, Query(max_length=100)] = None,
    q: Annotated[str | None, Query(max_length=200, description="words of name, host or summary")] = None,
    page: Annotated[int, Query(ge=1, le=10_000)] = 1,
    size: Annotated[int, Query(ge=1, le=200)] = 50,
    lang: LangQuery = "fr",
) -> Page[Challenge]:
    """The challenges that meet every criterion given, by promotion then name."""
    named = {"administration": administration, "skill": skill, "theme": theme, "town": town}
    said = {"promotion": promotion, **named}
    ids = {kind: _resolve(base, kind, name, lang) for kind, name in said.items() if name and name.strip()}
    found = query.find_challenges(base, _filter(ids))
    if q:
        mentioning = query.challenges_mentioning(base, q)
        found = [challenge for challenge in found if challenge.id in mentioning]
    shown = found[(page - 1) * size : page * size]
    return Page(total=len(found), page=page, size=size, items=[_challenge(c, lang) for c in shown])


@router.get("/{challenge_id}", summary="One challenge", responses=responses(404, 422, 503))
def get_challenge(challenge_id: str, base: BaseDep, lang: LangQuery = "fr") -> ChallengeDetails:
    """A challenge with its hosts, skills, themes, the people named with it, and its sources."""
    found = query.challenges_by_id(base, [challenge_id])
    if not found:
        raise ProblemError(404, "There is no such challenge.")
    names = query.labels(base, "administration", lang)
    return ChallengeDetails(
        **_challenge(found[0], lang).model_dump(),
        administrations=[Named(id=host, label=names[host]) for host in query.hosts_of(base, challenge_id)],
        skills=query.tags_of(base, challenge_id, "skill", lang),
        themes=query.tags_of(base, challenge_id, "theme", lang),
        people=[
            Person.model_validate({"name": p.person, "role": p.role, "job": p.job})
            for p in query.people_of(base, challenge_id)
        ],
        sources=[source_of(cited) for cited in citations_of(base, "challenge", challenge_id)],
    )


def _filter(ids: dict[str, tuple[str, ...]]) -> query.ChallengeFilter:
    return query.ChallengeFilter(
        ids.get("promotion", ()),
        ids.get("administration", ()),
        ids.get("skill", ()),
        ids.get("theme", ()),
        ids.get("town", ()),
    )


def _resolve(base: KnowledgeBase, kind: str, said: str, lang: Lang) -> tuple[str, ...]:
    """The ids a name stands for, misspelt at most a little; any other is refused with those there are."""
    known = _labels(base, kind, lang)
    ids = [said] if said in known else _promotions(said) if kind == "promotion" else _named(base, kind, said)
    found = tuple(one for one in ids if one in known)
    if not found:
        values = ", ".join(sorted(known.values()))
        raise ProblemError(422, "unknown value; there are: {known}", field=kind, known=values)
    return found


def _labels(base: KnowledgeBase, kind: str, lang: Lang) -> dict[str, str]:
    if kind == "promotion":
        return {one.id: one.id for one in promotions(base)}
    if kind == "town":
        return {row["town"]: row["town"] for row in base.rows("select distinct town from challenge_town")}
    return query.labels(base, kind, lang)


def _promotions(said: str) -> list[str]:
    references = find_references(f"promotion {said}") or find_references(said)
    return [r.value for r in references if r.kind == "promotion"]


def _named(base: KnowledgeBase, kind: str, said: str) -> list[str]:
    names = base.derived("names", lambda: NameIndex.from_base(base))
    return list(dict.fromkeys(match.ref for match in names.find(said) if match.kind == kind))


def _challenge(challenge: query.Challenge, lang: Lang) -> Challenge:
    return Challenge(
        id=challenge.id,
        name=challenge.name,
        promotion=challenge.promotion,
        administration=challenge.administration_text,
        town=challenge.town,
        summary=challenge.summary(lang),
        code_url=challenge.code_url,
        site_url=challenge.site_url,
        page_url=challenge.page_url,
    )
