"""People named publicly, and nothing private of them."""

from __future__ import annotations

import pytest

from tests.actions.conftest import Talk


def test_a_person_is_named_with_a_challenge(talk: Talk) -> None:
    row = talk.base.rows(
        "select person, challenge from challenge_person where role = 'eig' and person like '% %' order "
        "by rowid limit 1"
    )[0]
    answer = talk.ask(f"qui est {row['person']} ?", "person_lookup")
    assert answer.status == "answered"
    assert row["person"] in answer.text
    assert f"challenge:{row['challenge']}" in answer.rows


def test_someone_unknown(talk: Talk) -> None:
    answer = talk.ask("qui est Jean Inconnu ?", "person_lookup")
    assert answer.status == "not_found"
    assert not answer.rows


def test_nothing_private_is_told(talk: Talk) -> None:
    person = talk.base.rows("select person from challenge_person where role = 'eig' limit 1")[0]["person"]
    for text in (f"quelle est l'adresse de {person} ?", f"le numéro de téléphone de {person}"):
        answer = talk.ask(text, "person_lookup")
        assert answer.status != "answered", text


@pytest.mark.parametrize(
    "text",
    [
        "quels designers étaient dans la promo 6",
        "les designers de la promotion 6",
        "which designers were in promotion 6?",
    ],
)
def test_the_people_of_a_trade_in_a_promotion(talk: Talk, text: str) -> None:
    said = talk.ask(text, "challenge_people", confidence=0.5).text
    assert "8 EIG" in said and "Marion Caron" in said and "Letonnelier" not in said


def test_a_trade_after_a_promotion_is_of_its_people(talk: Talk) -> None:
    talk.ask("la promo 4", "promotion_overview")
    assert "Vincent Chéry" in talk.ask("et les data scientists ?", "follow_up", confidence=0.5).text


def test_ones_own_promotion_is_the_one_spoken_of_or_asked_for(talk: Talk) -> None:
    assert talk.ask("qui d'autre était dans ma promo ?", "count_eig").status == "clarify"
    talk.ask("la promotion 2", "promotion_overview")
    assert "Bastien Guerry" in talk.ask("qui d'autre était dans ma promo ?", "human_contact").text
