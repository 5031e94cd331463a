"""Sprints pointed to by their place."""

from __future__ import annotations

import pytest

from actions.conversation.focus import Focus
from actions.conversation.sprints import with_its_sprint
from tests.actions.conftest import Talk, understood

ON_SPRINTS = Focus("selection_process", said="combien de sprints en 2024 ?", status="answered")


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("le premier, on pouvait déposer jusqu'à quand ?", "le sprint 1, on pouvait déposer jusqu'à quand ?"),
        ("et le troisième ?", "et le sprint 3 ?"),
        ("et le 5e c'était quand", "et le sprint 5 c'était quand"),
        ("the second one?", "le sprint 2?"),
        ("dates du deuxieme", "dates le sprint 2"),
    ],
)
def test_the_place_of_a_sprint_is_its_name(text: str, meant: str) -> None:
    assert with_its_sprint(text, ON_SPRINTS) == meant


@pytest.mark.parametrize(
    "text",
    [
        "le premier jury, c'était qui ?",
        "et la troisième ?",
        "le sprint 3 ?",
        "le premier défi",
        "le second entretien",
    ],
)
def test_what_is_no_sprint_stays_as_it_is(text: str) -> None:
    assert with_its_sprint(text, ON_SPRINTS) is None


def test_without_a_talk_on_sprints_the_first_is_something_else() -> None:
    assert (
        with_its_sprint("et le troisième ?", Focus("jury", said="qui préside ?", status="answered")) is None
    )


@pytest.mark.parametrize(
    ("text", "intent", "meant"),
    [
        ("et les entretiens ?", "selection_process", "jury"),
        ("y a eu combien de candidats ?", "count_applications", "count_applications"),
    ],
)
def test_what_is_asked_after_a_call_is_of_its_promotion(
    talk: Talk, text: str, intent: str, meant: str
) -> None:
    talk.ask("on peut postuler en ce moment ?", "call_status")
    talk.ask(text, intent)
    assert understood(talk).intent == meant and understood(talk).values("promotion") == ("7",)
