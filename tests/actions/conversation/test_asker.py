"""Who asks, as said earlier in the talk."""

from __future__ import annotations

import pytest

from tests.actions.conftest import Talk, understood


@pytest.mark.parametrize(
    ("first", "intent", "side"),
    [
        ("Comment déposer un projet ?", "propose_procedure", "administrations"),
        ("J'ai déposé mon dossier de candidature", "apply_procedure", "candidates"),
    ],
)
def test_criteria_are_those_of_who_asks(first: str, intent: str, side: str, talk: Talk) -> None:
    talk.ask(first, intent)
    talk.ask("merci", "thank")
    talk.ask("Quels sont les critères ?", "selection_process")
    assert understood(talk).values("audience") == (side,)


def test_criteria_are_of_nobody_in_particular_at_first(talk: Talk) -> None:
    talk.ask("Quels sont les critères ?", "selection_process")
    assert not understood(talk).values("audience")


def test_who_judges_the_files_is_the_jury(talk: Talk) -> None:
    talk.ask("Qui juge les dossiers ?", "selection_process")
    assert understood(talk).intent == "jury"
