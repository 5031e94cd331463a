"""People called by their first name in a talk."""

from __future__ import annotations

import pytest

from tests.actions.conftest import Talk, understood


@pytest.mark.parametrize("text", ["et antoine il est devenu quoi", "and what became of Antoine?"])
def test_a_first_name_is_that_of_someone_on_the_challenge(text: str, talk: Talk) -> None:
    talk.ask("qui a fait CyberImpact ?", "challenge_people")
    assert "Antoine Mazières" in talk.ask(text, "describe_challenge").text


@pytest.mark.parametrize(
    "text", ["il s'appelle Matthieu", "son prénom c'est mathieu", "he is called Matthieu"]
)
def test_a_name_told_is_found_at_the_body_spoken_of(text: str, talk: Talk) -> None:
    talk.ask("que font les EIG à la DGFiP ?", "administration_overview")
    assert "Mathieu Perez" in talk.ask(text, "nlu_fallback", confidence=0.3).text


def test_who_else_was_there(talk: Talk) -> None:
    talk.ask("parle-moi de CyberImpact", "describe_challenge")
    answer = talk.ask("y a eu qui d'autre dessus alors", "compare_promotions", confidence=0.2)
    assert understood(talk).intent == "challenge_people" and "Mazières" in answer.text


def test_an_unknown_first_name_is_nobody(talk: Talk) -> None:
    talk.ask("qui a fait CyberImpact ?", "challenge_people")
    talk.ask("et robert ?", "nlu_fallback", confidence=0.3)
    assert "person" not in understood(talk).entities
