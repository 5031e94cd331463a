"""What is asked of the challenges just listed."""

from __future__ import annotations

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
