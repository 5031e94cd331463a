"""Challenges by any combination of criteria."""

from __future__ import annotations

import pytest

from knowledge.base import KnowledgeBase
from knowledge.challenges import (
    Challenge,
    ChallengeFilter,
    challenges_by_id,
    challenges_mentioning,
    find_challenges,
    hosts_of,
    involvements_of,
    labels,
    other_towns,
    people_of,
    tags_of,
)


@pytest.fixture(scope="module")
def every(base: KnowledgeBase) -> list[Challenge]:
    return find_challenges(base, ChallengeFilter())


def test_no_criterion_means_all(base: KnowledgeBase, every: list[Challenge]) -> None:
    assert len(every) >= 131
    assert len({c.id for c in every}) == len(every)
    assert all(c.summary("fr") and c.summary("en") for c in every)


def test_each_promotion_has_its_challenges(base: KnowledgeBase, every: list[Challenge]) -> None:
    ids = [row["id"] for row in base.rows("select id from promotion")]
    parts = [find_challenges(base, ChallengeFilter(promotions=(i,))) for i in ids]
    assert all(parts)
    assert sum(map(len, parts)) == len(every)


@pytest.mark.parametrize("kind", ["skill", "theme", "administration"])
def test_criteria_combine_with_and(base: KnowledgeBase, kind: str, every: list[Challenge]) -> None:
    plural = f"{kind}s"
    for identifier in labels(base, kind, "fr"):
        alone = {c.id for c in find_challenges(base, ChallengeFilter(**{plural: (identifier,)}))}
        both = find_challenges(base, ChallengeFilter(**{plural: (identifier,)}, promotions=("3",)))
        assert {c.id for c in both} == {c.id for c in every if c.id in alone and c.promotion == "3"}


def test_values_of_one_criterion_combine_with_or(base: KnowledgeBase) -> None:
    both = find_challenges(base, ChallengeFilter(promotions=("2", "3")))
    assert {c.promotion for c in both} == {"2", "3"}


def test_outside_a_town_leaves_out_those_without_a_town(base: KnowledgeBase) -> None:
    outside = find_challenges(base, ChallengeFilter(outside=("Paris",)))
    inside = find_challenges(base, ChallengeFilter(towns=("Paris",)))
    assert outside and inside
    assert all(c.town and c.town != "Paris" for c in outside)
    assert not {c.id for c in outside} & {c.id for c in inside}


def test_criteria_nobody_meets_find_nothing(base: KnowledgeBase) -> None:
    assert find_challenges(base, ChallengeFilter(towns=("Atlantis",))) == []
    assert find_challenges(base, ChallengeFilter(towns=("' or 1=1 --",))) == []


def test_by_id_keeps_the_order(base: KnowledgeBase, every: list[Challenge]) -> None:
    wanted = [every[5].id, "none", every[1].id]
    assert [c.id for c in challenges_by_id(base, wanted)] == [every[5].id, every[1].id]


def test_people_and_their_challenges_point_at_each_other(base: KnowledgeBase, every: list[Challenge]) -> None:
    named = [(c, p) for c in every for p in people_of(base, c.id)]
    assert {p.role for _, p in named} == {"eig", "mentor"}
    challenge, person = named[0]
    assert challenge.id in {i.challenge for i in involvements_of(base, person.person)}
    assert involvements_of(base, "Nobody At-All") == []


def test_tags_hosts_and_labels(base: KnowledgeBase, every: list[Challenge]) -> None:
    names = labels(base, "administration", "fr")
    for challenge in every:
        hosts = hosts_of(base, challenge.id)
        assert hosts and set(hosts) <= names.keys()
    assert any(tags_of(base, c.id, "skill", "fr") for c in every)
    assert labels(base, "theme", "fr") != labels(base, "theme", "en")
    with pytest.raises(ValueError, match="skill or theme"):
        tags_of(base, "x", "colour", "fr")
    with pytest.raises(ValueError, match="administration"):
        labels(base, "colour", "fr")


def test_other_towns_name_their_source(base: KnowledgeBase) -> None:
    rows = base.rows("select challenge, town from challenge_town where source is not null")
    for row in rows:
        assert row["town"] in {town for town, cited in other_towns(base, row["challenge"]) if cited.title}


def test_a_challenge_is_found_by_every_word_of_its_description(base: KnowledgeBase) -> None:
    assert any("signaux-faibles" in i for i in challenges_mentioning(base, "signaux faibles"))
    assert challenges_mentioning(base, "dromadaire quantique") == frozenset()
