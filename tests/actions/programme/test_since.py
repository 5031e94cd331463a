"""What people do since their mission."""

from __future__ import annotations

import pytest

from tests.actions.conftest import Talk


@pytest.mark.parametrize(
    "text",
    [
        "que fait Martin Gross aujourd'hui ?",
        "Martin Gross il bosse où maintenant",
        "where does Martin Gross work now?",
    ],
)
def test_nothing_is_known_of_most_since(text: str, talk: Talk) -> None:
    answer = talk.ask(text, "person_lookup")
    assert answer.status == "not_found"
    assert "Martin Gross" in answer.text


@pytest.mark.parametrize(
    "text",
    [
        "Martin Gross il bossait où avant d'être EIG ?",
        "c'était quoi l'ancien poste de Martin Gross ?",
        "where did Martin Gross work before?",
    ],
)
def test_what_someone_did_before_is_not_known(text: str, talk: Talk) -> None:
    answer = talk.ask(text, "person_lookup")
    assert answer.status == "not_found"
    assert "Martin Gross" in answer.text


def test_the_mission_before_the_last_is_told(talk: Talk) -> None:
    answer = talk.ask("où travaillait Mathieu Perez avant ?", "person_lookup")
    assert "Open Justice" in answer.text


def test_an_entry_tells_it_of_some(talk: Talk) -> None:
    answer = talk.ask("qu'est devenue Marion Paclot après les impôts ?", "person_lookup")
    assert answer.status == "answered"
    assert "Etalab" in answer.text


def test_another_challenge_of_someone_is_another_question(talk: Talk) -> None:
    talk.ask("qui a fait l'inventaire des orgues ?", "challenge_people")
    assert "Link" in talk.ask("il a fait un autre défi après ?", "follow_up").text


def test_who_someone_is_is_another_question(talk: Talk) -> None:
    assert talk.ask("qui est Martin Gross ?", "person_lookup").status == "answered"


def test_someone_just_spoken_of(talk: Talk) -> None:
    talk.ask("qui est Martin Gross ?", "person_lookup")
    answer = talk.ask("il fait quoi maintenant ?", "describe_challenge")
    assert answer.status == "not_found" and "Martin Gross" in answer.text


def test_a_team_just_named(talk: Talk) -> None:
    talk.ask("qui a fait CyberImpact ?", "challenge_people")
    answer = talk.ask("ils ont fait quoi après ?", "follow_up")
    assert answer.status == "not_found"
    assert "Alexandre Thomas et Antoine Mazières" in answer.text


@pytest.mark.parametrize("text", ["il y travaille encore ?", "il y est toujours ?", "Is he still there?"])
def test_whether_someone_is_still_there_is_not_the_state_of_the_programme(text: str, talk: Talk) -> None:
    talk.ask("qui a fait AFD Geodata ?", "challenge_people")
    answer = talk.ask(text, "programme_state")
    assert answer.status == "not_found" and "Étienne David" in answer.text


@pytest.mark.parametrize("text", ["ils sont devenus quoi ?", "je parlais des 2 personnes"])
def test_several_are_the_people_of_the_challenge(text: str, talk: Talk) -> None:
    talk.ask("qui a fait CyberImpact ?", "challenge_people")
    talk.ask("c'était en quelle année ?", "challenge_promotion")
    if text.startswith("je"):
        talk.ask("qu'est devenu le projet ?", "describe_challenge")
    answer = talk.ask(text, "describe_challenge")
    assert answer.status == "not_found" and "Antoine Mazières" in answer.text


def test_since_when_the_person_named_holds_the_post(talk: Talk) -> None:
    assert "Stéphanie Schaer" in talk.ask("qui est le directeur du programme ?", "programme_operator").text
    answer = talk.ask("elle est là depuis quand ?", "programme_origin")
    assert answer.status == "not_found" and "Stéphanie Schaer" in answer.text


def test_what_someone_was_in_the_programme_before(talk: Talk) -> None:
    talk.ask("qui est Thomas Parisot ?", "person_lookup")
    answer = talk.ask("il faisait quoi avant, en 2022 ?", "programme_origin", confidence=0.4)
    assert "coach de la promotion 5" in answer.text
