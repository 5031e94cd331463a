"""Challenges: lists by any combination of criteria, one in particular, its people, its host."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from actions.answer import Answer, ItemList, Link, Paragraph, QuickReply, Source
from actions.compose import answered, clarify, not_found, reply, source_of
from actions.desk import Desk
from actions.evidence import unexplained
from actions.question import Question, asks_how_many, outside_paris
from actions.tell import known_promotions, no_such_promotion
from actions.topic import REGISTRY, TopicAction, answers
from actions.wording import join, say
from knowledge.challenges import (
    Challenge,
    ChallengeFilter,
    challenges_by_id,
    find_challenges,
    labels,
    other_towns,
    people_of,
)
from knowledge.citations import citations_of
from knowledge.text import fold

_SHOWN = 40
_ONLY_MENTORS = re.compile(r"\b(?:mentor\w*|sponsor\w*|porteurs?|portait|tuteurs?|encadr\w+)\b")


class ActionChallenges(TopicAction):
    """Answers about challenges."""

    topic = "challenges"


def criteria_of(question: Question, desk: Desk) -> ChallengeFilter:
    """The filter that a question names."""
    known, _ = known_promotions(question, desk)
    outside = outside_paris(question)
    return ChallengeFilter(
        tuple(known), question.values("administration"), question.values("skill"), question.values("theme"),
        () if outside else question.values("town"),
        ("Paris",) if outside else (),
    )  # fmt: skip


def has_criteria(question: Question) -> bool:
    """Whether a count is narrowed by something other than a promotion."""
    kinds = ("administration", "skill", "theme", "town", "unknown_administration")
    return any(question.values(kind) for kind in kinds) or outside_paris(question)


@answers("list_challenges", "administration_overview")
def list_challenges(question: Question, desk: Desk) -> Answer:
    """The challenges that meet every criterion named."""
    refused = _refused(question, desk)
    if refused:
        return refused
    criteria = criteria_of(question, desk)
    if criteria == ChallengeFilter() or (
        question.unfamiliar and criteria == ChallengeFilter(promotions=criteria.promotions)
    ):
        nearest = _nearest(question, desk, criteria)
        if nearest is not None:
            return nearest
    if criteria == ChallengeFilter():
        return _by_promotion(question, desk)
    found = find_challenges(desk.base, criteria)
    if not found:
        return _none(question, desk, criteria)
    lead = say(
        question.lang,
        _plural("challenges_found", found),
        number=len(found),
        criteria=describe(criteria, question, desk),
    )
    items = tuple(_line(c, desk, question.lang, criteria) for c in found[:_SHOWN])
    replies = [reply(c.name, say(question.lang, "ask_about_challenge", name=c.name)) for c in found[:3]]
    return answered(
        [Paragraph(lead), ItemList(items)],
        _sources(found, desk),
        rows=[f"challenge:{c.id}" for c in found],
        quick_replies=replies,
    )


def _nearest(question: Question, desk: Desk, criteria: ChallengeFilter) -> Answer | None:
    """Challenges whose description is about what the question says in its own words."""
    hits = desk.search.search(question.bare, 4, ("challenge",))
    wanted = {c.id for c in find_challenges(desk.base, criteria)}
    kept = [
        h for h in hits if h.ref in wanted and h.score >= max(0.4, hits[0].score - 0.1) and h.coverage >= 0.3
    ]
    if not kept:
        return None
    found = challenges_by_id(desk.base, [hit.ref for hit in kept])
    lines = tuple(f"{_line(c, desk, question.lang, criteria)} : {c.summary(question.lang)}" for c in found)
    lead = Paragraph(say(question.lang, "nearest_challenges"))
    return answered([lead, ItemList(lines)], _sources(found, desk), rows=[f"challenge:{c.id}" for c in found])


def count_by_criteria(question: Question, desk: Desk) -> Answer:
    """How many challenges meet the criteria, with their names."""
    return list_challenges(question, desk)


def people_by_criteria(question: Question, desk: Desk) -> Answer:
    """How many EIGs the base names with the challenges that meet the criteria."""
    criteria = criteria_of(question, desk)
    found = find_challenges(desk.base, criteria)
    if _refused(question, desk) or not found:
        return list_challenges(question, desk)
    people = {p.person for c in found for p in people_of(desk.base, c.id) if p.role == "eig"}
    lead = say(
        question.lang,
        "people_counted",
        people=len(people),
        number=len(found),
        criteria=describe(criteria, question, desk),
    )
    items = ItemList(tuple(_line(c, desk, question.lang, criteria) for c in found[:_SHOWN]))
    return answered(
        [Paragraph(lead), items], _sources(found, desk), rows=[f"challenge:{c.id}" for c in found]
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
        ("criterion_town", list(criteria.towns)),
        ("criterion_outside", list(criteria.outside)),
    ):
        if names:
            parts.append(say(lang, key, value=join(names, lang)))
    return ", ".join(parts)


@answers(
    "describe_challenge",
    "challenge_people",
    "challenge_administration",
    "challenge_town",
    "challenge_code",
    "challenge_promotion",
)
def one_challenge(question: Question, desk: Desk) -> Answer:
    """What was asked about one challenge; two of one name are asked about."""
    ids = question.values("challenge")
    if not ids:
        return _no_challenge(question, desk)
    found = _narrowed(challenges_by_id(desk.base, ids), question, desk)
    missing = _missing(question, desk, found)
    if missing is not None:
        return missing
    if len(found) > 1 and "," not in question.text and " et " not in question.text:
        return _which(question, desk, found)
    blocks = [block for challenge in found for block in _about(challenge, question, desk)]
    links = [Link(say(question.lang, "link_page", name=c.name), c.page_url) for c in found if c.page_url]
    return answered(
        blocks, _sources(found, desk), rows=[f"challenge:{c.id}" for c in found], links=links,
        quick_replies=_next_questions(question, found),
    )  # fmt: skip


def _missing(question: Question, desk: Desk, found: Sequence[Challenge]) -> Answer | None:
    """Code or mentors asked for, and none known: that is said, not talked around."""
    if len(found) != 1:
        return None
    challenge = found[0]
    if question.intent == "challenge_code" and not (challenge.code_url or challenge.site_url):
        return not_found(
            question,
            desk,
            say(question.lang, "code_missing", name=challenge.name),
            _next_questions(question, found),
        )
    if question.intent == "challenge_people" and _ONLY_MENTORS.search(fold(question.text)):
        if not any(p.role == "mentor" for p in people_of(desk.base, challenge.id)):
            text = say(question.lang, "mentors_only_unknown", name=challenge.name)
            return not_found(question, desk, text, _next_questions(question, found))
    if question.intent == "describe_challenge" and asks_how_many(question):
        text = " ".join([challenge.summary(question.lang), challenge.administration_text])
        if unexplained(question, desk, text):
            return REGISTRY["unknown_detail"](question, desk)
    return None


def _about(challenge: Challenge, question: Question, desk: Desk) -> list[Paragraph | ItemList]:
    lang = question.lang
    promotion = desk.promotion(challenge.promotion)
    facts = {
        "name": challenge.name, "administration": challenge.administration_text, "town": challenge.town or "–",
        "promotion": promotion.label(lang) if promotion else challenge.promotion,
        "year": promotion.year if promotion else "",
    }  # fmt: skip
    if question.intent == "challenge_people":
        return _people(challenge, desk, lang, facts)
    if question.intent == "challenge_code":
        return [_code(challenge, lang, facts)]
    key = {
        "challenge_administration": "challenge_host",
        "challenge_town": "challenge_town",
        "challenge_promotion": "challenge_promotion",
    }
    if question.intent == "challenge_town" and not challenge.town:
        return [Paragraph(say(lang, "challenge_no_town", **facts))]
    if question.intent in key:
        others = other_towns(desk.base, challenge.id) if question.intent == "challenge_town" else []
        said = [Paragraph(say(lang, "other_town", town=town)) for town, _ in others]
        return [Paragraph(say(lang, key[question.intent], **facts)), *said]
    return [
        Paragraph(
            f"{challenge.name} : {challenge.summary(lang)}"
            if lang == "fr"
            else f"{challenge.name}: {challenge.summary(lang)}"
        ),
        Paragraph(say(lang, "challenge_card" if challenge.town else "challenge_card_no_town", **facts)),
        *_people(challenge, desk, lang, facts, brief=True),
    ]


def _people(
    challenge: Challenge, desk: Desk, lang: str, facts: dict[str, object], brief: bool = False
) -> list[Paragraph | ItemList]:
    people = people_of(desk.base, challenge.id)
    blocks: list[Paragraph | ItemList] = []
    for role in ("eig", "mentor"):
        names = [p.person + (f" ({p.job})" if p.job and not brief else "") for p in people if p.role == role]
        if names:
            blocks.append(Paragraph(say(lang, f"people_{role}", names=join(names, lang), **facts)))
    if not blocks and not brief:
        return [Paragraph(say(lang, "people_unknown", **facts))]
    if not brief and not any(p.role == "mentor" for p in people):
        blocks.append(Paragraph(say(lang, "mentors_unknown", **facts)))
    return blocks


def _code(challenge: Challenge, lang: str, facts: dict[str, object]) -> Paragraph:
    parts = []
    if challenge.code_url:
        parts.append(say(lang, "code_at", url=challenge.code_url, **facts))
    if challenge.site_url:
        parts.append(say(lang, "site_at", url=challenge.site_url, **facts))
    return Paragraph(" ".join(parts) or say(lang, "code_unknown", **facts))


def _narrowed(found: Sequence[Challenge], question: Question, desk: Desk) -> list[Challenge]:
    """Among challenges of one name, those of the promotion, host or town also named."""
    known, _ = known_promotions(question, desk)
    kept = [c for c in found if not known or c.promotion in known] or list(found)
    if len(kept) > 1 and (question.values("administration") or question.values("town")):
        matching = {
            c.id
            for c in find_challenges(desk.base, replace(criteria_of(question, desk), skills=(), themes=()))
        }
        kept = [c for c in kept if c.id in matching] or kept
    return kept


def _which(question: Question, desk: Desk, found: Sequence[Challenge]) -> Answer:
    replies, names = [], []
    for challenge in found[:4]:
        promotion = desk.promotion(challenge.promotion)
        label = promotion.label(question.lang) if promotion else challenge.promotion
        names.append(f"{challenge.name} ({label}, {challenge.administration_text})")
        replies.append(
            QuickReply(
                f"{challenge.name} ({label})",
                say(question.lang, "ask_about_challenge", name=f"{challenge.name} {label}"),
            )
        )
    return clarify(question, say(question.lang, "which_challenge", names="; ".join(names)), replies)


def _no_challenge(question: Question, desk: Desk) -> Answer:
    unknown = question.values("unknown_challenge")
    if not unknown:
        return clarify(question, say(question.lang, "name_the_challenge"), [])
    near = desk.names.nearest(unknown[0], "challenge", 3, 0.55)
    found = challenges_by_id(desk.base, [match.ref for match in near])
    replies = [reply(c.name, say(question.lang, "ask_about_challenge", name=c.name)) for c in found]
    key = "no_such_challenge_but" if found else "no_such_challenge"
    text = say(question.lang, key, name=unknown[0], near=join([c.name for c in found], question.lang))
    return not_found(question, desk, text, replies)


def _refused(question: Question, desk: Desk) -> Answer | None:
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
    text = say(question.lang, "no_challenge_meets", criteria=describe(criteria, question, desk))
    return not_found(question, desk, text, [reply(say(question.lang, "reply_all_challenges"))])


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
        _sources(found, desk),
        rows=[f"challenge:{c.id}" for c in found],
        quick_replies=replies,
    )


def _line(challenge: Challenge, desk: Desk, lang: str, criteria: ChallengeFilter) -> str:
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


def _sources(found: Sequence[Challenge], desk: Desk) -> list[Source]:
    """Each challenge's own page; for long lists the publication once, with the pages named."""
    cited = [(c, citations_of(desk.base, "challenge", c.id)) for c in found]
    if len(found) <= 3:
        towns = [source_of(c) for challenge in found for _, c in other_towns(desk.base, challenge.id)]
        return towns + [
            source_of(citation, c.page_url if n == 0 else None)
            for c, all_of in cited
            for n, citation in enumerate(all_of)
        ]
    first = cited[0][1][0]
    names = ", ".join(c.name for c in found[:12]) + (", …" if len(found) > 12 else "")
    return [replace(source_of(first), locator=f"défis : {names}")]


def _next_questions(question: Question, found: Sequence[Challenge]) -> list[QuickReply]:
    if len(found) != 1:
        return []
    keys = {
        "describe_challenge": ("reply_people", "reply_code"),
        "challenge_people": ("reply_describe", "reply_host"),
    }
    chosen = keys.get(question.intent, ("reply_describe", "reply_people"))
    return [reply(say(question.lang, key, name=found[0].name)) for key in chosen]


def _plural(key: str, found: Sequence[Challenge]) -> str:
    return key if len(found) > 1 else f"{key}_one"
