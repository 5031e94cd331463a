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


def test_another_first_name_is_someone_else(talk: Talk) -> None:
    name = talk.base.rows("select person from challenge_person where person like '% Martin' limit 1")[0][
        "person"
    ]
    assert talk.ask("est-ce que Zoélie Martin a été EIG ?", "person_lookup").status == "not_found"
    assert talk.ask("Monsieur Martin, il était EIG ?", "person_lookup").status != "not_found"
    assert name in talk.ask(f"qui est {name} ?", "person_lookup").text


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


@pytest.mark.parametrize(
    ("text", "named", "other"),
    [
        ("qui était EIG à la Cour des comptes", "Frédéric Bardolle", "promotion 2"),
        ("qui étaient les EIG au ministère de la Culture ?", "Gobelins : ", "27 EIG et 13"),
        ("qui sont les EIG de la promotion 5 à la gendarmerie ?", "Alexandre Thomas", "NEOTac"),
        ("who were the EIGs at the Cour des comptes?", "Nikos Peteinatos", "hatbot"),
    ],
)
def test_the_people_of_a_body(talk: Talk, text: str, named: str, other: str) -> None:
    said = talk.ask(text, "nlu_fallback", confidence=0.5).text
    assert named in said and other not in said


def test_the_mentors_of_a_body(talk: Talk) -> None:
    said = talk.ask("qui étaient les mentors à la Cour des comptes ?", "faq_other", confidence=0.5).text
    assert "Trojette" in said and "Bardolle" not in said


def test_what_a_person_was_beside_the_challenges_is_told(talk: Talk) -> None:
    head = talk.ask("mathilde bras", "person_lookup")
    assert "comme mentor" not in head.text.split("\n")[0] and "EIG3 Link" in head.text
    assert any(row.startswith("faq:") for row in head.rows)
    assert "directrice interministérielle" in talk.ask("et Stéphanie Schaer c'est qui", "person_lookup").text
    hugo = talk.ask("qui est Hugo Stéphan ?", "person_lookup")
    assert "Karfu" in hugo.text.split("\n")[0]


def test_since_when_someone_is_at_a_post_is_told_first(talk: Talk) -> None:
    asked = "depuis quand Stéphanie Schaer dirige-t-elle la DINUM ?"
    assert "2022" in talk.ask(asked, "person_lookup").text
