"""How many missions someone had, what came before, and the number of one trade."""

from __future__ import annotations

import pytest

from actions.conversation.what_one_did import of_a_trade_there
from actions.question import read_message
from tests.actions.conftest import Talk, understood


@pytest.mark.parametrize(
    ("text", "heard_as"),
    [
        ("il a fait combien de promotions", "promotion_list"),
        ("et il en a fait combien ?", "count_eig"),
        ("how many challenges did he do?", "count_challenges"),
    ],
)
def test_the_number_of_missions_of_someone_just_spoken_of(text: str, heard_as: str, talk: Talk) -> None:
    talk.ask("Qui est Mathieu Perez ?", "person_lookup")
    answer = talk.ask(text, heard_as)
    assert "2" in answer.text.split("\n")[0] and "Open Justice" in answer.text


def test_one_mission_is_said_to_be_the_only_one(talk: Talk) -> None:
    assert "un seul défi" in talk.ask("Kim Montalibet a fait combien de défis ?", "count_challenges").text


@pytest.mark.parametrize(
    "text", ["il était sur quel défi avant", "il était où avant ?", "et avant il faisait quoi ?"]
)
def test_what_came_before_the_last_mission(text: str, talk: Talk) -> None:
    talk.ask("Qui est Mathieu Perez ?", "person_lookup")
    answer = talk.ask(text, "challenge_town")
    assert "Open Justice" in answer.text and "Fabrique" not in answer.text


def test_of_one_mission_nothing_is_known_before(talk: Talk) -> None:
    talk.ask("Qui est Kim Montalibet ?", "person_lookup")
    answer = talk.ask("elle était où avant ?", "challenge_town")
    assert answer.status == "not_found" and "Kim Montalibet" in answer.text


@pytest.mark.parametrize(
    ("text", "intent"),
    [("il a connu combien de promotions ?", "promotion_list"), ("c'était où avant ?", "work_location")],
)
def test_the_programme_is_no_person(text: str, intent: str, talk: Talk) -> None:
    talk.ask("C'est quoi le programme EIG ?", "programme_definition")
    talk.ask(text, intent)
    assert understood(talk).intent != "person_lookup"


@pytest.mark.parametrize("text", ["combien de développeurs dedans", "et combien de devs ?"])
def test_a_trade_is_counted_in_the_promotion_spoken_of(text: str, talk: Talk) -> None:
    talk.ask("la promotion 4 c'était quand ?", "promotion_dates")
    answer = talk.ask(text, "nlu_fallback", confidence=0.2)
    assert "17 EIG" in answer.text and understood(talk).values("promotion") == ("4",)


@pytest.mark.parametrize("text", ["et des designers ?", "et les designers ?", "and the designers?"])
def test_another_trade_is_counted_after_one(text: str, talk: Talk) -> None:
    talk.ask("combien de développeurs dans la promotion 4 ?", "count_eig")
    assert "14 EIG" in talk.ask(text, "follow_up").text
    assert understood(talk).intent == "count_eig"


def test_projects_still_in_the_making_are_no_developers(talk: Talk) -> None:
    talk.ask("la promotion 3 c'était quand ?", "promotion_dates")
    message = talk.message("et combien encore en développement ?", "faq_other")
    question = read_message(message, talk.focus, talk.desk.now)
    assert of_a_trade_there(question) is question


def test_a_trade_of_no_promotion_is_counted_as_before(talk: Talk) -> None:
    talk.ask("combien de développeurs ?", "count_eig")
    assert not understood(talk).values("promotion")
