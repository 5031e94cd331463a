"""The programme as a whole."""

from __future__ import annotations

import pytest

from tests.actions.conftest import Talk


@pytest.mark.parametrize(
    ("intent", "text"),
    [
        ("programme_definition", "c'est quoi le programme EIG ?"),
        ("programme_origin", "qui a lancé le programme ?"),
        ("programme_operator", "qui pilote le programme ?"),
        ("programme_funding", "qui finance le programme ?"),
        ("programme_objectives", "quels sont les objectifs du programme ?"),
        ("programme_state", "le programme existe-t-il encore ?"),
        ("programme_figures", "les chiffres du programme"),
    ],
)
def test_the_programme_is_told_with_sources(talk: Talk, intent: str, text: str) -> None:
    answer = talk.ask(text, intent)
    assert answer.status == "answered"
    assert answer.sources


def test_the_state_is_that_of_the_day(talk: Talk) -> None:
    today = talk.ask("le programme existe-t-il encore ?", "programme_state")
    assert "2026" in " ".join(source.as_of or "" for source in today.sources)
    then = talk.on("2025-01-15").ask("le programme existe-t-il encore ?", "programme_state")
    assert {source.as_of for source in then.sources} == {"2024-01-29"}


def test_the_state_asked_for_comes_first(talk: Talk) -> None:
    alive = talk.ask("le programme est-il toujours actif en 2026 ?", "programme_state")
    assert alive.text.startswith("Le programme existe toujours")
    places = talk.ask("vous recrutez des EIG en 2026 ?", "programme_state")
    assert places.text.startswith("Aucun recrutement")
