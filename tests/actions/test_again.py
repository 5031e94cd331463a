"""The last question asked again, of something else or with another question word."""

from __future__ import annotations

import pytest

from tests.actions.conftest import Talk, understood


@pytest.mark.parametrize("text", ["et pour les juniors ?", "et si on est débutant", "and for juniors?"])
def test_the_pay_of_those_with_less_experience(talk: Talk, text: str) -> None:
    talk.ask("combien gagne un EIG ?", "pay")
    assert "4 250" in talk.ask(text, "eligibility", lang="fr").text


def test_a_bare_question_word_is_about_the_last_question(talk: Talk) -> None:
    talk.ask("qui a créé le programme ?", "programme_origin")
    assert "2016" in talk.ask("en quelle année ?", "promotion_dates").text


def test_of_a_promotion_a_question_word_asks_for_its_own_dates(talk: Talk) -> None:
    talk.ask("combien d'EIG dans la promotion 4 ?", "count_eig")
    talk.ask("en quelle année ?", "promotion_dates")
    assert understood(talk).values("promotion") == ("4",)


def test_another_difference(talk: Talk) -> None:
    talk.ask("quelle différence entre les EIG et beta.gouv ?", "faq_other")
    talk.ask("et entre EIG et DIG ?", "follow_up")
    assert understood(talk).text == "quelle différence entre EIG et DIG ?"
