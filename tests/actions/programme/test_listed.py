"""What is asked of the challenges just listed."""

from __future__ import annotations

import pytest

from tests.actions.conftest import Talk, understood


def test_the_latest_and_the_oldest_of_those_listed(talk: Talk) -> None:
    talk.ask("quels défis au ministère des Armées ?", "list_challenges")
    answer = talk.ask("lequel est le plus récent ?", "nlu_fallback", confidence=0.3)
    assert understood(talk).intent == "list_challenges" and "OptiFlex" in answer.text
    talk.ask("quels défis au ministère des Armées ?", "list_challenges")
    assert "b@liseNAV" in talk.ask("et lequel est le plus ancien ?", "nlu_fallback", confidence=0.3).text


def test_the_mentors_of_each_of_those_listed(talk: Talk) -> None:
    talk.ask("quels défis à Lyon ?", "list_challenges")
    answer = talk.ask("qui étaient les mentors ?", "challenge_people")
    assert all(name in answer.text for name in ("ProxiRH", "DataRH"))


def test_in_all_is_of_more_than_those_listed_by_one_thing(talk: Talk) -> None:
    talk.ask("quels défis au ministère des Armées ?", "list_challenges")
    assert "131" in talk.ask("combien en tout ?", "pay").text


def test_who_worked_there_is_of_all_those_listed(talk: Talk) -> None:
    talk.ask("quels défis à l'ADEME ?", "list_challenges")
    answer = talk.ask("qui y travaillait ?", "challenge_people")
    assert all(name in answer.text for name in ("BatID", "Impact CO2", "Nos Gestes Climat"))


@pytest.mark.parametrize("text", ["qui c'était", "c'était qui ?", "et qui sont-ils"])
def test_who_they_were_is_of_all_those_listed(text: str, talk: Talk) -> None:
    talk.ask("quels défis à la Cour des comptes ?", "list_challenges")
    answer = talk.ask(text, "promotion_overview", confidence=0.8)
    assert all(name in answer.text for name in ("Frédéric Bardolle", "Nikos Peteinatos"))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Lequel travaille au ministère de la Justice ?", "Joseph Dureau"),
        ("et qui était à la Présidence de la République ?", "Charles-André Richard"),
        ("lesquels étaient à Brest ?", "ne nomme personne"),
    ],
)
def test_those_of_the_people_named_who_were_there(text: str, told: str, talk: Talk) -> None:
    talk.ask("Quels EIG de la promotion 7 sont directeurs techniques ?", "person_lookup")
    answer = talk.ask(text, "list_challenges", confidence=0.7)
    assert told in answer.text and "Romaric" not in answer.text


@pytest.mark.parametrize(
    ("text", "told"), [("qui était le designer ?", "Laurent Darellis"), ("et les designers ?", "ProxiRH")]
)
def test_who_had_a_trade_in_those_listed(text: str, told: str, talk: Talk) -> None:
    talk.ask("quels défis à Lyon ?", "list_challenges")
    assert told in talk.ask(text, "person_lookup", confidence=0.4).text
