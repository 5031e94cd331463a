"""Questions of today after a promotion of the past."""

from __future__ import annotations

import pytest

from actions.conversation.focus import Focus
from actions.conversation.now import of_the_past
from actions.question import read_message
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


@pytest.mark.parametrize(
    "text",
    ["on était payés combien à l'époque ?", "combien on gagnait avant ?", "what was the pay back then?"],
)
def test_the_past_without_a_promotion_is_all_but_the_last(text: str, talk: Talk) -> None:
    talk.ask(text, "pay")
    assert understood(talk).values("promotion") == ("1", "2", "3", "4", "5", "6")


def test_the_past_is_that_of_the_promotion_spoken_of(talk: Talk) -> None:
    talk.ask("combien d'EIG dans la promotion 2 ?", "count_eig")
    talk.ask("on était payés combien à l'époque ?", "pay")
    assert understood(talk).values("promotion") == ("2",)


@pytest.mark.parametrize(
    ("text", "now"), [("How much do they earn?", True), ("how much did they earn?", False)]
)
def test_the_pay_of_today_is_not_of_all_those_before(text: str, now: bool, talk: Talk) -> None:
    talk.ask("What jobs are you recruiting for?", "profiles_sought", lang="en")
    talk.ask("And before 2024?", "follow_up", lang="en")
    talk.ask(text, "pay", lang="en")
    assert (not understood(talk).values("promotion")) is now


def test_what_nobody_tells_is_not_told_of_the_past_either(talk: Talk) -> None:
    last = Focus(text="combien coûte un EIG à l'État ?", status="not_found")
    asked = of_the_past(
        read_message(talk.message("et avant 2024 ?", "follow_up"), last, talk.desk.now), talk.desk
    )
    assert (asked.text, asked.values("promotion")[0]) == (last.text, "1")


def test_years_of_experience_are_no_past(talk: Talk) -> None:
    talk.ask("combien gagne un EIG avant 10 ans d'expérience ?", "pay")
    assert not understood(talk).values("promotion")


@pytest.mark.parametrize(
    "text",
    [
        "c'était déjà comme ça avant ?",
        "et avant 2024 ?",
        "ça a toujours été le cas ?",
        "et dans les anciennes promotions ?",
        "was it the same before?",
        "has it always been so?",
    ],
)
def test_the_last_question_is_asked_of_the_promotions_before(text: str, talk: Talk) -> None:
    first = talk.ask("quelle est la durée du contrat ?", "contract")
    answer = talk.ask(text, "programme_origin", confidence=0.5)
    assert understood(talk).intent == "contract"
    assert understood(talk).values("promotion") == ("1", "2", "3", "4", "5", "6")
    assert answer.status == "answered" and answer.text != first.text


@pytest.mark.parametrize("text", ["et avant la signature ?", "c'est toujours le cas ?"])
def test_what_says_more_or_asks_of_today_is_no_such_question(text: str, talk: Talk) -> None:
    talk.ask("quelle est la durée du contrat ?", "contract")
    talk.ask(text, "contract")
    assert not understood(talk).values("promotion")


def test_who_paid_at_the_time_is_asked_of_the_promotion_spoken_of(talk: Talk) -> None:
    talk.ask("combien de défis dans la promo 2 ?", "count_challenges")
    answer = talk.ask("c'était financé par qui à l'époque ?", "programme_funding", confidence=0.7)
    assert "promotion 2" in answer.text
