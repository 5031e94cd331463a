"""The challenges of a body, where nothing is said of them but whose they are."""

from __future__ import annotations

import pytest

from actions.conversation.focus import Focus
from actions.programme.challenge_lists import of_its_host, sources_of
from actions.question import read_message
from knowledge.challenges import ChallengeFilter, find_challenges
from tests.actions.conftest import Talk


@pytest.mark.parametrize(
    ("text", "of_it"),
    [
        ("what challenge did the Ministry of Culture propose?", True),
        ("quel défi a porté le ministère de la Justice ?", True),
        ("quels projets à la DGFiP ?", True),
        ("quel projet de la DGFiP lutte contre la fraude ?", False),
        ("combien de défis au ministère de la Justice ?", False),
        ("quels défis en promotion 4 au ministère de la Justice ?", False),
    ],
)
def test_the_challenges_of_a_body_are_listed(text: str, of_it: bool, talk: Talk) -> None:
    question = read_message(talk.message(text, "describe_challenge"), Focus(), talk.desk.now)
    answer = of_its_host(question, talk.desk)
    assert (answer is not None) is of_it
    assert answer is None or answer.status == "answered"


def test_a_long_list_names_each_publication_that_tells_of_its_challenges(talk: Talk) -> None:
    found = find_challenges(talk.desk.base, ChallengeFilter(themes=("justice",)))
    sources = sources_of(found, talk.desk)
    assert len(sources) > 1
    assert len({source.title for source in sources}) == len(sources)
    told = ", ".join(source.locator or "" for source in sources)
    assert all(one.name in told for one in found)
