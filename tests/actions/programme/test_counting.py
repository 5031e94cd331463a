"""What a message asks the number of."""

from __future__ import annotations

import pytest

from actions.conversation.focus import Focus
from actions.programme.counting import counted_intents, only_counts
from actions.question import read_message
from tests.actions.conftest import Talk, understood


@pytest.mark.parametrize(
    ("text", "intents"),
    [
        ("combien de défis ?", ("count_challenges",)),
        ("combien de projets ont été proposés ?", ("count_projects_submitted",)),
        ("combien d'EIG et combien de défis", ("count_eig", "count_challenges")),
        ("nombre de dossiers de candidature", ("count_applications",)),
        ("combien de dossiers reçus ?", ("count_applications", "count_projects_submitted")),
        ("combien de dossiers de projets reçus ?", ("count_projects_submitted",)),
        ("promo 6, combien de retenus ?", ("count_eig",)),
        ("combien de candidats pris ?", ("count_eig",)),
        ("how many got in?", ("count_eig",)),
        ("défis promo 6 combien", ("count_challenges",)),
        ("12 ou 13 défis ?", ("count_challenges",)),
        ("combien gagne un EIG", ()),
    ],
)
def test_the_noun_says_what_is_counted(talk: Talk, text: str, intents: tuple[str, ...]) -> None:
    assert counted_intents(read_message(talk.message(text, "pay"), Focus(), talk.desk.now)) == intents


@pytest.mark.parametrize(
    ("text", "expected"),
    [("combien de défis dans la promotion 6 ?", True), ("combien de défis ont échoué ?", False)],
)
def test_whether_nothing_else_is_said(talk: Talk, text: str, expected: bool) -> None:
    assert only_counts(read_message(talk.message(text, "pay"), Focus(), talk.desk.now)) is expected


@pytest.mark.parametrize(
    ("before", "intent"),
    [("combien de projets proposés en 2022 ?", "count_projects_submitted"), ("combien de dossiers ?", "")],
)
def test_how_many_were_kept_is_of_the_projects_proposed(talk: Talk, before: str, intent: str) -> None:
    talk.ask(before, intent or "count_applications")
    talk.ask("et combien retenus ?", "count_eig", confidence=0.6)
    assert understood(talk).intent == (intent or "count_eig")
