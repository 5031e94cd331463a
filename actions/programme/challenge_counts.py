"""Numbers of challenges, and of the people named with them, by criteria: « combien de juristes à Lyon »."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from actions.answer import Answer, ItemList, Paragraph
from actions.compose import answered, plain_text
from actions.desk import Desk
from actions.programme.challenge_lists import (
    SHOWN,
    criteria_of,
    describe,
    line,
    list_challenges,
    refused,
    sources_of,
)
from actions.programme.counting import BY_EACH
from actions.question import Question
from actions.wording import say
from knowledge.challenges import Challenge, ChallengeFilter, Involvement, find_challenges, people_of
from knowledge.text import fold


def count_by_criteria(question: Question, desk: Desk) -> Answer:
    """How many challenges meet the criteria, with their names; how many of each promotion where asked."""
    told = list_challenges(question, desk)
    if question.values("promotion") not in ((), ("all",)) or not BY_EACH.search(fold(question.text)):
        return told
    listed = {row.removeprefix("challenge:") for row in told.rows}
    found = [c for c in find_challenges(desk.base, ChallengeFilter()) if c.id in listed]
    of_each = _by_each(found, {c.id: frozenset({c.id}) for c in found}, question, desk)
    blocks = (*told.blocks[:1], *of_each, *told.blocks[1:])
    return replace(told, blocks=blocks, text=plain_text(blocks))


def people_by_criteria(question: Question, desk: Desk) -> Answer:
    """How many EIGs the base names with the challenges that meet the criteria, of the trade asked for.

    By promotion where they are of several.
    """
    criteria = criteria_of(question, desk)
    found = find_challenges(desk.base, criteria)
    if refused(question, desk) or not found:
        return list_challenges(question, desk)
    of_trade = _of_trade(criteria, desk) if criteria.skills else {}
    if not any(of_trade.values()):
        of_trade = {c: frozenset(p.person for p in _eigs(c, desk)) for c in found}
    people = {c.id: named for c, named in of_trade.items()}
    found = [c for c, named in of_trade.items() if named] or found
    lead = say(
        question.lang,
        "people_counted",
        people=len({person for named in people.values() for person in named}),
        number=len(found),
        criteria=describe(criteria, question, desk),
    )
    items = ItemList(tuple(line(c, desk, question.lang, criteria) for c in found[:SHOWN]))
    return answered(
        [Paragraph(lead), *_by_each(found, people, question, desk), items],
        sources_of(found, desk),
        rows=[f"challenge:{c.id}" for c in found],
    )


def _eigs(challenge: Challenge, desk: Desk) -> list[Involvement]:
    """The EIGs named with a challenge."""
    return [p for p in people_of(desk.base, challenge.id) if p.role == "eig"]


def _of_trade(criteria: ChallengeFilter, desk: Desk) -> dict[Challenge, frozenset[str]]:
    """The EIGs whose job is one of the skills asked for, not a coach in it, by challenge.

    A challenge may have people of a trade that its page does not name among the skills wanted.
    """
    eigs = {c: _eigs(c, desk) for c in find_challenges(desk.base, replace(criteria, skills=()))}
    jobs = {p.job or "" for named in eigs.values() for p in named}
    wanted = set(criteria.skills)
    of_it = {job for job in jobs if wanted & {m.ref for m in desk.names.find(job) if not m.start}}
    return {c: frozenset(p.person for p in named if (p.job or "") in of_it) for c, named in eigs.items()}


def _by_each(
    found: Sequence[Challenge], counted: Mapping[str, frozenset[str]], question: Question, desk: Desk
) -> list[ItemList]:
    """« promotion 3 : 4 », a line for each promotion, where there are several."""
    lines = []
    for promotion in desk.promotions:
        named = {one for c in found if c.promotion == promotion.id for one in counted[c.id]}
        if named:
            label = promotion.label(question.lang)
            lines.append(say(question.lang, "value_of", subject=label, value=str(len(named))))
    return [ItemList(tuple(lines))] if len(lines) > 1 else []
