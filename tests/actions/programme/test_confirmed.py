"""A number read somewhere is confirmed by the statement that gives it, not by a list of sources."""

from __future__ import annotations

import pytest

from tests.actions.conftest import Talk


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("le site dit 131, vous confirmez ?", "Oui. Le programme a accompagné 131 projets"),
        ("la promotion 2 a 28 EIG, c'est exact ?", "Oui. La promotion 2 compte 28 EIG"),
        ("The website says 227 EIGs, is it correct?", "Yes. Since its creation"),
        ("septante et un défis en 2021, c'est juste ?", "Oui. En février 2021, le programme comptait 71"),
        ("trente-deux EIG dans la promotion 3, vrai ou faux ?", "Oui. "),
        ("le site dit 131 EIG, vous confirmez ?", "Le programme a accompagné 131 projets"),
    ],
)
def test_a_number_is_confirmed(talk: Talk, text: str, begins: str) -> None:
    assert talk.ask(text, "explain_source").text.startswith(begins)


def test_both_numbers_are_told(talk: Talk) -> None:
    text = talk.ask("c'est écrit 227 ou 200 ?", "explain_source").text
    assert text.startswith("Les sources donnent les deux") and "227" in text and "200" in text


@pytest.mark.parametrize("text", ["le site dit 999, vous confirmez ?", "vous confirmez ?", "227 ou 200 ?"])
def test_what_no_statement_gives_is_not_confirmed(talk: Talk, text: str) -> None:
    assert not talk.ask(text, "explain_source").text.startswith(("Oui", "Les sources donnent les deux"))


@pytest.mark.parametrize(
    ("text", "begins"), [("C'était à Étel c'est ça ?", "Oui. "), ("c'était à Brest, non ?", "Non. ")]
)
def test_the_town_of_the_challenge_is_confirmed_or_not(text: str, begins: str, talk: Talk) -> None:
    talk.ask("c'est quoi MonitorFish ?", "describe_challenge")
    answer = talk.ask(text, "challenge_town")
    assert answer.text.startswith(begins) and "Étel" in answer.text
