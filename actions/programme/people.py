"""People named publicly with a challenge: which challenge, in which role; nothing more."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from actions.answer import Answer, Block, ItemList, Paragraph
from actions.brevity import repeats
from actions.compose import answered, clarify, not_found, reply, source_of
from actions.conversation.what_one_did import asks_for_those_before, asks_how_often
from actions.desk import Desk
from actions.programme.challenge_lists import criteria_of, describe, list_challenges, sources_of
from actions.programme.people_asked import asks_for_mentors, asks_for_ones_own_promotion
from actions.programme.told_of_people import told_of_person
from actions.question import Question
from actions.registry import answers
from actions.tell import known_promotions
from actions.wording import join, say
from knowledge.challenges import (
    Challenge,
    ChallengeFilter,
    Involvement,
    challenges_by_id,
    find_challenges,
    involvements_of,
    people_of,
)
from knowledge.citations import citations_of
from knowledge.text import fold

_A_FIRST_NAME = re.compile(r"(?<![\w'’-])([A-ZÀ-Ý][\w-]+) $")
_NO_FIRST_NAMES = frozenset("m mr mrs ms mme mlle monsieur madame docteur dr est qui et de".split())
_SINCE_WHEN = re.compile(r"\b(?:depuis quand|since when|how long)\b")


@answers("person_lookup")
def person(question: Question, desk: Desk) -> Answer:
    """The challenges of one person; two people of one name are asked about."""
    names = question.values("person")
    promotions = known_promotions(question, desk)[0]
    if not names and (question.values("administration") or question.values("town")):
        return _of_bodies(question, desk)
    if not names and promotions:
        return _of_promotions(question, desk, promotions)
    if not names and asks_for_ones_own_promotion(question.text):
        replies = [reply(one.label(question.lang)) for one in desk.promotions]
        return clarify(question, say(question.lang, "which_promotion"), replies)
    if not names or len(names) == 1 and _has_another_first_name(question, names[0]):
        return not_found(question, desk, say(question.lang, "no_such_person"))
    if len(names) > 1:
        replies = [reply(name, say(question.lang, "ask_about_person", name=name)) for name in names[:4]]
        return clarify(question, say(question.lang, "which_person"), replies)
    involvements = involvements_of(desk.base, names[0])
    found = {c.id: c for c in challenges_by_id(desk.base, [i.challenge for i in involvements])}
    if asks_for_those_before(question.text):
        involvements = _before_the_last(involvements, found, desk)
    lines, sources = [], []
    for item in involvements:
        challenge = found[item.challenge]
        promotion = desk.promotion(challenge.promotion)
        label = promotion.label(question.lang) if promotion else challenge.promotion
        lines.append(
            say(
                question.lang, f"involvement_{item.role}", name=item.person, challenge=challenge.name,
                promotion=label, job=f" ({item.job})" if item.job else "",
                administration=challenge.administration_text,
            )
        )  # fmt: skip
        sources += [
            source_of(c, challenge.page_url) for c in citations_of(desk.base, "challenge", challenge.id)[:1]
        ]
    alone = asks_how_often(question.text) or asks_for_those_before(question.text)
    wanted = question.text if _SINCE_WHEN.search(fold(question.text)) else ""
    told = [] if alone else told_of_person(names[0], question.lang, desk, wanted)
    further = [one.text for one in told]
    if len(further) > 1 and (repeats(further[0], further[1]) or repeats(further[1], further[0])):
        further = [max(further, key=len)]
    lines = [*lines, *further] if any(i.role == "eig" for i in involvements) else [*further, *lines]
    sources += [source for one in told for source in one.sources]
    lead = _how_often(involvements, found, question, desk)
    block = Paragraph(lines[0]) if len(lines) == 1 else ItemList(tuple(lines))
    replies = [
        reply(c.name, say(question.lang, "ask_about_challenge", name=c.name))
        for c in list(found.values())[:3]
    ]
    return answered(
        [*lead, block],
        sources,
        rows=[*(f"challenge:{i.challenge}" for i in involvements), *(one.row for one in told)],
        quick_replies=replies,
    )


def _has_another_first_name(question: Question, person: str) -> bool:
    """Whether a message puts a first name that is not theirs before someone's last name: « Sophie Martin » is
    not Hugues Martin.
    """
    for start, end, kind in question.spans:
        before = _A_FIRST_NAME.search(question.text[:start]) if kind == "person" else None
        if before and " " not in question.text[start:end].strip():
            said = fold(before[1])
            a_name = before.start() > 0 or said in question.unfamiliar
            return a_name and said not in fold(person) and said not in _NO_FIRST_NAMES
    return False


def _before_the_last(
    involvements: Sequence[Involvement], found: Mapping[str, Challenge], desk: Desk
) -> list[Involvement]:
    """Those of the promotions before someone's last; all of them where they are of one promotion."""
    order = [one.id for one in desk.promotions]
    last = max((order.index(found[i.challenge].promotion) for i in involvements), default=0)
    earlier = [i for i in involvements if order.index(found[i.challenge].promotion) < last]
    return earlier or list(involvements)


def _how_often(
    involvements: Sequence[Involvement], found: Mapping[str, Challenge], question: Question, desk: Desk
) -> list[Paragraph]:
    """How many challenges of how many promotions someone is named with, where that is asked."""
    if not involvements or not asks_how_often(question.text):
        return []
    promotions = dict.fromkeys(found[i.challenge].promotion for i in involvements)
    labels = [one.label(question.lang) for one in map(desk.promotion, promotions) if one]
    key = "times_named_once" if len(found) == 1 else "times_named"
    times = say(
        question.lang, key, name=involvements[0].person, challenges=len(found),
        promotions=join(labels, question.lang),
    )  # fmt: skip
    return [Paragraph(times)]


def _of_bodies(question: Question, desk: Desk) -> Answer:
    """Everyone named with the challenges of the bodies asked about, or their mentors where asked for."""
    criteria = criteria_of(question, desk)
    found = find_challenges(desk.base, criteria)
    if not found and question.inherited:  # « lesquels étaient à Lyon ? », of those just named
        nobody = say(question.lang, "no_eig_of_promotion", promotion=describe(criteria, question, desk))
        return not_found(question, desk, nobody)
    if not found:
        return list_challenges(question, desk)
    return _everyone([(describe(criteria, question, desk), found)], question, desk)


def _of_promotions(question: Question, desk: Desk, promotions: Sequence[str]) -> Answer:
    """Everyone named with the promotions, their mentors where these are asked for."""
    trades = question.values("skill")
    groups = []
    for known in promotions:
        label = describe(ChallengeFilter(promotions=(known,), skills=trades), question, desk)
        groups.append((label, find_challenges(desk.base, ChallengeFilter(promotions=(known,)))))
    return _everyone(groups, question, desk)


def _everyone(groups: Sequence[tuple[str, list[Challenge]]], question: Question, desk: Desk) -> Answer:
    """The people named with some challenges, challenge by challenge, under the label of each group."""
    role = "mentor" if asks_for_mentors(question.text) else "eig"
    blocks: list[Block] = []
    shown: list[Challenge] = []
    for label, found in groups:
        named = {c.id: _named(c, role, question, desk) for c in found}
        everyone = {person for people in named.values() for person in people}
        if not everyone:
            blocks.append(Paragraph(say(question.lang, f"no_{role}_of_promotion", promotion=label)))
            continue
        lead = say(question.lang, f"{role}s_of_promotion", number=len(everyone), promotion=label)
        told = [c for c in found if named[c.id]]
        lines = (f"{c.name} : {join(named[c.id], question.lang)}" for c in told)
        blocks += [Paragraph(lead), ItemList(tuple(lines))]
        shown += told
    if not shown:
        return not_found(
            question, desk, " ".join(block.text for block in blocks if isinstance(block, Paragraph))
        )
    return answered(blocks, sources_of(shown, desk), rows=[f"challenge:{c.id}" for c in shown])


def _named(challenge: Challenge, role: str, question: Question, desk: Desk) -> list[str]:
    """The people of one role in a challenge, those of the trade asked for where there is one."""
    wanted = set(question.values("skill"))
    return [
        one.person
        for one in people_of(desk.base, challenge.id)
        if one.role == role and (not wanted or wanted & _trades(one.job or "", desk))
    ]


def _trades(job: str, desk: Desk) -> set[str]:
    """The skills that a job begins with: a coach in one does not count."""
    return {match.ref for match in desk.names.find(job) if match.kind == "skill" and not match.start}
