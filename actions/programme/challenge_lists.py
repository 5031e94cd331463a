"""Challenges by criteria: lists, counts, and the nearest by meaning when no criterion is named."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from actions.answer import Answer, ItemList, Paragraph, Source
from actions.compose import answered, not_found, reply, source_of
from actions.desk import Desk
from actions.programme.criteria import CHALLENGE_WORDS, meeting
from actions.programme.places import is_area, towns_of
from actions.question import Question, outside_paris
from actions.registry import REGISTRY, answers
from actions.tell import known_promotions, no_such_promotion
from actions.wording import join, say
from knowledge.challenges import (
    Challenge,
    ChallengeFilter,
    challenges_by_id,
    find_challenges,
    labels,
    other_towns,
)
from knowledge.citations import Cited, citations_of
from knowledge.text import fold

SHOWN = 40
"""Challenges of a list that are named."""
_DESCRIBED = 3
"""Challenges so few that each is described where it is listed."""
_COMPARES = re.compile(
    r"\b(?:l[ae]s? (?:plus|moins)|plus de|moins de|plus que|davantage|autant|most|more|fewe\w+|as many)\b"
)
"""« lequel a eu le plus de défis, l'Intérieur ou la Culture ? »: of several hosts, which has more."""
_WHICH = re.compile(r"^\W*(?:quels?|what|which) (?:\w+ )?(?:defis?|projets?|challenges?|projects?)\b")
_HAD_BY = re.compile(r"(?:propos|port|heberg|accueil|host|submit|offer)\w*")
"""« what challenge did the Ministry of Culture propose? »"""
_THINGS = CHALLENGE_WORDS | {"liste", "list"}
"""Words that ask for challenges without saying which: « tous les défis »."""


def criteria_of(question: Question, desk: Desk) -> ChallengeFilter:
    """The filter that a question names."""
    known, _ = known_promotions(question, desk)
    outside = outside_paris(question)
    return ChallengeFilter(
        tuple(known), question.values("administration"), question.values("skill"), question.values("theme"),
        () if outside else towns_of(question.values("town")),
        ("Paris",) if outside else (),
        question.values("other_than"),
    )  # fmt: skip


def has_criteria(question: Question) -> bool:
    """Whether a count is narrowed by something other than a promotion."""
    kinds = ("administration", "skill", "theme", "town", "unknown_administration")
    return any(question.values(kind) for kind in kinds) or outside_paris(question)


@answers("list_challenges", "administration_overview")
def list_challenges(question: Question, desk: Desk) -> Answer:
    """The challenges that meet every criterion named."""
    denied = refused(question, desk)
    if denied:
        return denied
    criteria = criteria_of(question, desk)
    if criteria == ChallengeFilter() or (
        question.unfamiliar and criteria == ChallengeFilter(promotions=criteria.promotions)
    ):
        nearest = _nearest(question, desk, criteria)
        if nearest is not None:
            return nearest
    if criteria == ChallengeFilter() and question.unfamiliar:
        return _none(question, desk, criteria)
    if criteria == ChallengeFilter():
        return _by_promotion(question, desk)
    if len(criteria.administrations) > 1 and _COMPARES.search(fold(question.text)):
        return _hosts_compared(question, criteria, desk)
    found = meeting(criteria, question, desk)
    if not found and criteria.skills and (criteria.themes or criteria.towns or criteria.administrations):
        others = replace(criteria, skills=())  # « je suis avocate : quels défis sur la justice ? »
        found = meeting(others, question, desk)
        criteria = others if found else criteria
    if not found:
        return _none(question, desk, criteria)
    if len(found) == 1 and question.intent in ("list_challenges", "administration_overview"):
        only = question.with_entities(challenge=(found[0].id,)).with_intent("describe_challenge")
        return REGISTRY["describe_challenge"](replace(only, spans=()), desk)
    told = describe(criteria, question, desk)
    key = "challenges_found_long" if len(found) > SHOWN else _plural("challenges_found", found)
    lead = say(question.lang, key, number=len(found), criteria=told)
    lines = [line(c, desk, question.lang, criteria) for c in found[:SHOWN]]
    if len(found) <= _DESCRIBED:
        lines = [f"{line} : {c.summary(question.lang)}" for line, c in zip(lines, found, strict=True)]
    replies = [reply(c.name, say(question.lang, "ask_about_challenge", name=c.name)) for c in found[:3]]
    return answered(
        [Paragraph(lead), ItemList(tuple(lines))],
        sources_of(found, desk),
        rows=[f"challenge:{c.id}" for c in found],
        quick_replies=replies,
    )


def of_its_host(question: Question, desk: Desk) -> Answer | None:
    """The challenges of a body, where nothing is said of them but whose they are: none is described so."""
    asked = _WHICH.match(fold(question.text)) and question.values("administration")
    if not asked or question.subjects != {"administration"} or question.inherited:
        return None
    only = all(w in CHALLENGE_WORDS or _HAD_BY.fullmatch(fold(w)) for w in question.content_words)
    return list_challenges(question.with_intent("list_challenges"), desk) if only else None


def _hosts_compared(question: Question, criteria: ChallengeFilter, desk: Desk) -> Answer:
    """The number of challenges of each administration named, the largest first."""
    names = labels(desk.base, "administration", question.lang)
    of_each = {
        one: find_challenges(desk.base, replace(criteria, administrations=(one,)))
        for one in criteria.administrations
    }
    ordered = sorted(of_each, key=lambda one: -len(of_each[one]))
    counts = [f"{names[one]} ({len(of_each[one])})" for one in ordered]
    found = list(dict.fromkeys(c for one in ordered for c in of_each[one]))
    if not found:
        return _none(question, desk, criteria)
    same = len({len(of_one) for of_one in of_each.values()}) == 1
    text = say(question.lang, "hosts_even" if same else "hosts_compared", counts=", ".join(counts))
    return answered([Paragraph(text)], sources_of(found, desk), rows=[f"challenge:{c.id}" for c in found])


def _nearest(question: Question, desk: Desk, criteria: ChallengeFilter) -> Answer | None:
    """Challenges whose description is about what the question says in its own words."""
    if not set(question.content_words) - _THINGS:
        return None
    hits = desk.search.search(question.bare, 4, ("challenge",))
    wanted = {c.id for c in find_challenges(desk.base, criteria)}
    kept = [
        h for h in hits if h.ref in wanted and h.score >= max(0.4, hits[0].score - 0.1) and h.coverage >= 0.3
    ]
    if not kept:
        return None
    found = challenges_by_id(desk.base, [hit.ref for hit in kept])
    lines = tuple(f"{line(c, desk, question.lang, criteria)} : {c.summary(question.lang)}" for c in found)
    lead = Paragraph(say(question.lang, "nearest_challenges"))
    return answered(
        [lead, ItemList(lines)], sources_of(found, desk), rows=[f"challenge:{c.id}" for c in found]
    )


def describe(criteria: ChallengeFilter, question: Question, desk: Desk) -> str:
    """The criteria in words: « de la promotion 2, en data science, au ministère de l'Intérieur »."""
    lang = question.lang
    promotions = [p.label(lang) for p in (desk.promotion(i) for i in criteria.promotions) if p]
    parts = []
    for key, names in (
        ("criterion_promotion", promotions),
        ("criterion_skill", [labels(desk.base, "skill", lang)[s] for s in criteria.skills]),
        ("criterion_theme", [labels(desk.base, "theme", lang)[t] for t in criteria.themes]),
        (
            "criterion_administration",
            [labels(desk.base, "administration", lang)[a] for a in criteria.administrations],
        ),
        *_places(question),
        ("criterion_outside", list(criteria.outside)),
        ("criterion_other", [c.name for c in challenges_by_id(desk.base, criteria.apart_from)]),
    ):
        if names:
            parts.append(say(lang, key, value=join(names, lang)))
    return ", ".join(parts)


def _places(question: Question) -> list[tuple[str, list[str]]]:
    """The towns, departments and regions named, each kind under its own wording."""
    if outside_paris(question):
        return []
    named = question.values("town")
    return [
        (f"criterion_{kind}", [place for place in named if (is_area(place) or "town") == kind])
        for kind in ("town", "department", "region")
    ]


def sources_of(found: Sequence[Challenge], desk: Desk) -> list[Source]:
    """Each challenge's own page; for long lists each publication once, with the pages that are in it."""
    cited = [(c, citations_of(desk.base, "challenge", c.id)) for c in found]
    if len(found) <= 3:
        towns = [source_of(c) for challenge in found for _, c in other_towns(desk.base, challenge.id)]
        return towns + [
            source_of(citation, c.page_url if n == 0 else None)
            for c, all_of in cited
            for n, citation in enumerate(all_of)
        ]
    by_publication: dict[str, tuple[Cited, list[str]]] = {}
    for challenge, (first, *_) in cited:
        by_publication.setdefault(first.source_id, (first, []))[1].append(challenge.name)
    return [
        replace(source_of(one), locator=f"défis : {', '.join(names[:12])}{', …' if names[12:] else ''}")
        for one, names in by_publication.values()
    ]


def refused(question: Question, desk: Desk) -> Answer | None:
    """A criterion that names nothing known is said, never dropped."""
    known, unknown = known_promotions(question, desk)
    if unknown and not known:
        return no_such_promotion(question, desk, unknown)
    bodies = question.values("unknown_administration")
    if bodies and not question.values("administration"):
        near = desk.names.nearest(f"ministère {bodies[0]}", "administration", 3, 0.6)
        names = labels(desk.base, "administration", question.lang)
        replies = [reply(names[m.ref]) for m in near]
        return not_found(
            question, desk, say(question.lang, "no_such_administration", name=bodies[0]), replies
        )
    return None


def _none(question: Question, desk: Desk, criteria: ChallengeFilter) -> Answer:
    said = describe(criteria, question, desk) or " ".join(_as_typed(question))
    text = say(question.lang, "no_challenge_meets", criteria=said)
    return not_found(question, desk, text, [reply(say(question.lang, "reply_all_challenges"))])


def _as_typed(question: Question) -> list[str]:
    """The unfamiliar words with the accents and capitals they were written with."""
    typed = {fold(word): word for word in re.findall(r"[^\W_]+", question.text)}
    return [typed.get(word, word) for word in question.unfamiliar]


def _by_promotion(question: Question, desk: Desk) -> Answer:
    found = find_challenges(desk.base, ChallengeFilter())
    lines = []
    for promotion in desk.promotions:
        number = sum(c.promotion == promotion.id for c in found)
        lines.append(
            say(
                question.lang,
                "challenges_of_promotion",
                promotion=promotion.label(question.lang),
                number=number,
            )
        )
    lead = Paragraph(say(question.lang, "all_challenges", number=len(found)))
    replies = [
        reply(say(question.lang, "reply_challenges_of", promotion=p.label(question.lang)))
        for p in desk.promotions[-3:]
    ]
    return answered(
        [lead, ItemList(tuple(lines))],
        sources_of(found, desk),
        rows=[f"challenge:{c.id}" for c in found],
        quick_replies=replies,
    )


def line(challenge: Challenge, desk: Desk, lang: str, criteria: ChallengeFilter) -> str:
    promotion = desk.promotion(challenge.promotion)
    parts = [
        challenge.administration_text
        if len(challenge.administration_text) < 90
        else challenge.administration_text[:87] + "…"
    ]
    if challenge.town:
        parts.append(challenge.town)
    if len(criteria.promotions) != 1 and promotion:
        parts.append(promotion.label(lang))
    return f"{challenge.name} ({', '.join(parts)})"


def _plural(key: str, found: Sequence[Challenge]) -> str:
    return key if len(found) > 1 else f"{key}_one"
