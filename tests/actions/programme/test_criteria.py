"""By what challenges are listed after another list."""

from __future__ import annotations

import pytest

from tests.actions.conftest import Talk, understood


@pytest.mark.parametrize(
    "text", ["Et l'éducation nationale ?", "et pour la défense ?", "what about the justice ministry?"]
)
def test_another_field_replaces_the_one_before(talk: Talk, text: str) -> None:
    talk.ask("quels défis sur la santé ?", "list_challenges")
    talk.ask(text, "follow_up", confidence=0.5)
    kept = understood(talk).entities
    assert "santé" not in {value.lower() for value in kept.get("theme", ())}


def test_on_a_field_narrows_those_of_a_ministry(talk: Talk) -> None:
    talk.ask("quels défis au ministère de l'Intérieur ?", "list_challenges")
    talk.ask("et sur la santé ?", "follow_up", confidence=0.5)
    assert understood(talk).values("administration") and understood(talk).values("theme")
