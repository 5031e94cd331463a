"""Questions of today after a promotion of the past."""

from __future__ import annotations

import pytest

from tests.actions.conftest import Talk, understood


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("Quand ferme l'appel à candidatures ?", "call_status"),
        ("Combien gagne un EIG ?", "pay"),
        ("How much does an EIG earn?", "pay"),
    ],
)
def test_the_present_is_not_of_the_promotion_spoken_of(text: str, intent: str, talk: Talk) -> None:
    talk.ask("liste tous les défis de la promotion 3", "list_challenges")
    talk.ask(text, intent)
    assert not understood(talk).values("promotion")


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("et le salaire ?", "pay"),
        ("combien gagnaient les EIG ?", "pay"),
        ("ils sont payés combien ?", "pay"),
        ("quand a fermé l'appel à candidatures ?", "call_status"),
    ],
)
def test_what_goes_on_about_the_promotion_still_does(text: str, intent: str, talk: Talk) -> None:
    talk.ask("liste tous les défis de la promotion 3", "list_challenges")
    talk.ask(text, intent)
    assert understood(talk).values("promotion") == ("3",)
