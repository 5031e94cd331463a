"""A ministry said by its matter."""

from __future__ import annotations

import pytest

from actions.conversation.focus import Focus
from actions.programme.ministries import as_a_ministry
from actions.question import read_message
from tests.actions.conftest import Talk


@pytest.mark.parametrize(
    ("text", "of_the_ministry"),
    [
        ("On avait déjà eu des EIG à la Justice ?", True),
        ("des défis à la Culture ?", True),
        ("des défis sur la justice ?", False),
        ("combien de projets liés à la justice ?", False),
    ],
)
def test_at_a_matter_is_at_its_ministry(text: str, of_the_ministry: bool, talk: Talk) -> None:
    read = read_message(talk.message(text, "administration_overview"), Focus(), talk.desk.now)
    question = as_a_ministry(read, talk.desk)
    assert bool(question.values("administration")) is of_the_ministry
    assert bool(question.values("theme")) is not of_the_ministry


def test_that_of_a_matter_is_that_of_its_ministry(talk: Talk) -> None:
    talk.ask("c'est quoi CartoBio ?", "describe_challenge")
    for text in ("et celui de la défense ?", "et ceux des armées ?"):
        read = read_message(talk.message(text, "follow_up"), talk.focus, talk.desk.now)
        question = as_a_ministry(read, talk.desk)
        assert question.values("administration") == ("ministere-armees",)
        assert question.intent == "list_challenges" and not question.values("town")


@pytest.mark.parametrize(
    ("text", "both"),
    [
        ("qui a eu le plus de défis entre le ministère de l'Intérieur et celui de la Culture", True),
        ("le ministère de l'Intérieur a-t-il eu un défi sur la culture ?", False),
    ],
)
def test_the_second_ministry_is_said_by_its_matter(text: str, both: bool, talk: Talk) -> None:
    read = read_message(talk.message(text, "list_challenges"), Focus(), talk.desk.now)
    question = as_a_ministry(read, talk.desk)
    assert (len(question.values("administration")) == 2) is both
    assert bool(question.values("theme")) is not both
