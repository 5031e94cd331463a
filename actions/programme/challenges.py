"""One challenge: what it is about, its people, its host, its town, its code, its promotion."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from actions.answer import Answer, Block, Link, Paragraph, QuickReply
from actions.compose import answered, clarify, not_found, reply
from actions.desk import Desk
from actions.evidence import unexplained
from actions.programme.challenge_intents import CHALLENGE_INTENTS
from actions.programme.challenge_lists import criteria_of, sources_of
from actions.question import Question, asks_how_many, says_today
from actions.registry import REGISTRY, answers
from actions.tell import known_promotions
from actions.topic import TopicAction
from actions.wording import join, say
from knowledge.challenges import (
    Challenge,
    Involvement,
    challenges_by_id,
    find_challenges,
    other_towns,
    people_of,
)
from knowledge.text import STOP_WORDS, fold, words

_CODE = re.compile(r"\b(?:codes?|github|gitlab|source|depots?|repo\w*|open)\b")
_ONLY_MENTORS = re.compile(r"\b(?:mentor\w*|sponsor\w*|porteurs?|portait|tuteurs?|encadr\w+)\b")
_THE_EIGS = re.compile(r"\b(?:eigs?|equipe|team|laureat\w*|fellows?)\b")
_CARRIED_BY = re.compile(
    r"\b(?:qui|ki)(?: est-ce qui)? (?:l[ea]s? |l['’ ]?)?port(?:e|ait|ent)\b|\bportee?s? par\b"
)
"""« qui porte ce défi ? » is its administration, then those who speak for it."""
_WHAT_IT_IS = re.compile(
    r"\b(?:quoi|koi|kesako|what|expli\w+|decri\w+|describe|tell|present\w+|parle\w*|resume\w*|but|objectifs?"
    r"|missions?|ser(?:t|vait|vir)|consist\w+|goal|aim|purpose)\b"
)
_ASKING = re.compile(
    r"\b(?:qu\w*|koi|ki|k[ei]l\w*|ou|comment|combien|cb|pourquoi|what|who|where|which|how|when|why|son|sa|ses"
    r"|its)\b"
)
_NAMES_IT = frozenset("defi defis projet projets challenge project ok okay alors concernant propos".split())
"""Beside names, what « le défi Label à la Cour de cassation, qui… » and « ok et qui… » say before asking."""
_TWO_THINGS = re.compile(
    r"(?:,| et | and )\s*(?:pour |a |de |for |to |dans |ds )?"
    r"(?:qu\w+|pourquoi|pkoi|k[ei]l\w*|ki|koi|comment|ou|where|what|which|who|how|c (?:ki|koi|qui)"
    r"|son|sa|ses|its)\b"
    r"|\bainsi que\b|\bas well as\b"
)
_JOINS = re.compile(r",| et | and |\?\s*\S")
_ALSO = 0.1
"""Probability from which another intent of a challenge is asked as well, in a message that joins two."""
_AREA = re.compile(r"\b(?:departement|dept|dpt|region)\b")
"""No field of a challenge, but its description may tell."""
_IS_NAMED = ("challenge", "administration", "promotion", "year", "town", "person")
_ONE_SENTENCE = {"challenge_administration": "challenge_host", "challenge_promotion": "challenge_promotion"}


class ActionChallenges(TopicAction):
    """Answers about challenges."""

    topic = "challenges"


@answers(*CHALLENGE_INTENTS)
def one_challenge(question: Question, desk: Desk) -> Answer:
    """What was asked about one challenge; two of one name are asked about."""
    ids = question.values("challenge")
    if not ids:
        return _no_challenge(question, desk)
    found = _narrowed(challenges_by_id(desk.base, ids), question, desk)
    missing = _missing(question, desk, found)
    if missing is not None:
        return missing
    of_each = "challenge" in question.inherited or "," in question.text or " et " in question.text
    if len(found) > 1 and not of_each:
        return _which(question, desk, found)
    blocks = [block for challenge in found for block in _about(challenge, question, desk)]
    links = [Link(say(question.lang, "link_page", name=c.name), c.page_url) for c in found if c.page_url]
    return answered(
        blocks, sources_of(found, desk), rows=[f"challenge:{c.id}" for c in found], links=links,
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
        if unexplained(question, text):
            return REGISTRY["unknown_detail"](question, desk)
    return None


def _about(challenge: Challenge, question: Question, desk: Desk) -> list[Block]:
    lang = question.lang
    promotion = desk.promotion(challenge.promotion)
    facts = {
        "name": challenge.name, "administration": challenge.administration_text,
        "town": challenge.town or "–",
        "promotion": promotion.label(lang) if promotion else challenge.promotion,
        "year": promotion.year if promotion else "",
    }  # fmt: skip
    card = Paragraph(say(lang, "challenge_card" if challenge.town else "challenge_card_no_town", **facts))
    if not _asks_several_things(question):
        if question.intent == "challenge_people":
            return _of_people(challenge, question, desk, facts, card)
        if question.intent == "challenge_code":
            return _code(challenge, question, facts)
        if question.intent == "challenge_town" and not _AREA.search(fold(question.text)):
            return _town(challenge, desk, lang, facts)
        if question.intent in _ONE_SENTENCE:
            return [Paragraph(say(lang, _ONE_SENTENCE[question.intent], **facts))]
    colon = " :" if lang == "fr" else ":"
    people = people_of(desk.base, challenge.id)
    what = Paragraph(f"{challenge.name}{colon} {challenge.summary(lang)}")
    if question.intent == "challenge_people" and not _WHAT_IT_IS.search(fold(question.text)):
        return [*_of_people(challenge, question, desk, facts, card), what]
    return [
        what,
        card,
        *_named(people, lang, facts, with_jobs=question.intent == "challenge_people"),
        *(_code(challenge, question, facts) if question.intent == "challenge_code" else ()),
    ]


def _asks_several_things(question: Question) -> bool:
    """« qui l'a fait, et dans quelle ville »: the whole card answers."""
    folded = _asked_outside_names(question)
    if _TWO_THINGS.search(folded):
        return True
    heard = [intent for intent in CHALLENGE_INTENTS if question.probability(intent) >= _ALSO]
    return bool(_JOINS.search(folded)) and len(heard) > 1


def _town(challenge: Challenge, desk: Desk, lang: str, facts: Mapping[str, object]) -> list[Block]:
    """The town, and any other that another source gives."""
    if not challenge.town:
        return [Paragraph(say(lang, "challenge_no_town", **facts))]
    others = [say(lang, "other_town", town=town) for town, _ in other_towns(desk.base, challenge.id)]
    return [Paragraph(text) for text in (say(lang, "challenge_town", **facts), *others)]


def _asked_outside_names(question: Question) -> str:
    """The folded message without the names in it, nor what only names the challenge before the question."""
    text = question.text
    for start, end, kind in sorted(question.spans, reverse=True):
        if kind in _IS_NAMED:
            text = f"{text[:start]}§{text[end:]}"
    folded = fold(text)
    joined = _TWO_THINGS.search(folded)
    before = folded[: joined.start()] if joined else ""
    asks = _ASKING.search(before) or any(w not in STOP_WORDS | _NAMES_IT for w in words(before))
    return folded if asks or joined is None else folded[joined.start() :].lstrip(", ").removeprefix("et ")


def _of_people(
    challenge: Challenge, question: Question, desk: Desk, facts: Mapping[str, object], card: Block
) -> list[Block]:
    """What is asked for first: the administration where it is asked who carries it, the mentors where these
    alone are asked for.
    """
    folded = fold(question.text)
    carried = _CARRIED_BY.search(folded)
    mentors = (carried or _ONLY_MENTORS.search(folded)) and not _THE_EIGS.search(folded)
    people = _people(challenge, desk, question.lang, facts)
    named = any(one.role == "mentor" for one in people_of(desk.base, challenge.id))
    people = people[::-1] if mentors and named else people
    if says_today(folded) and challenge.promotion != desk.promotions[-1].id:
        people = [Paragraph(say(question.lang, "people_now_unknown", **facts)), *people]
    return [card, *people] if carried else [*people, card]


def _people(challenge: Challenge, desk: Desk, lang: str, facts: Mapping[str, object]) -> list[Block]:
    """Everyone named with the challenge; that no mentor is named is said."""
    people = people_of(desk.base, challenge.id)
    blocks = _named(people, lang, facts, with_jobs=True)
    if not blocks:
        return [Paragraph(say(lang, "people_unknown", **facts))]
    if not any(p.role == "mentor" for p in people):
        blocks.append(Paragraph(say(lang, "mentors_unknown", **facts)))
    return blocks


def _named(
    people: Sequence[Involvement], lang: str, facts: Mapping[str, object], with_jobs: bool
) -> list[Block]:
    """One sentence for the EIGs and one for the mentors, where some are named."""
    blocks: list[Block] = []
    for role in ("eig", "mentor"):
        names = [
            f"{p.person} ({p.job})" if p.job and with_jobs else p.person for p in people if p.role == role
        ]
        if names:
            counted = "_counted" if with_jobs and role == "eig" and len(names) > 1 else ""
            told = say(lang, f"people_{role}{counted}", names=join(names, lang), number=len(names), **facts)
            blocks.append(Paragraph(told))
    return blocks


def _code(challenge: Challenge, question: Question, facts: Mapping[str, object]) -> list[Block]:
    """The addresses of code and site; that no code is known is said where it was asked for."""
    lang, parts = question.lang, []
    if challenge.code_url:
        parts.append(say(lang, "code_at", url=challenge.code_url, **facts))
    elif challenge.site_url and _CODE.search(fold(question.text)):
        parts.append(say(lang, "code_not_told", **facts))
    if challenge.site_url:
        parts.append(say(lang, "site_at", url=challenge.site_url, **facts))
    return [Paragraph(" ".join(parts) or say(lang, "code_unknown", **facts))]


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


def _next_questions(question: Question, found: Sequence[Challenge]) -> list[QuickReply]:
    if len(found) != 1:
        return []
    keys = {
        "describe_challenge": ("reply_people", "reply_code"),
        "challenge_people": ("reply_describe", "reply_host"),
    }
    chosen = keys.get(question.intent, ("reply_describe", "reply_people"))
    return [reply(say(question.lang, key, name=found[0].name)) for key in chosen]
