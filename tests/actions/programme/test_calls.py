"""Calls on the day of the question."""

from __future__ import annotations

import pytest

from tests.actions.conftest import Talk

OPEN = "L'appel à candidatures est-il ouvert ?"


def test_fourteen_days_are_left(talk: Talk) -> None:
    answer = talk.on("2018-10-01").ask(OPEN, "call_status")
    assert answer.status == "answered"
    assert "15 octobre 2018 à 17 h" in answer.text
    assert "14 jours" in answer.text
    assert answer.rows == ("call:aac-3",)


@pytest.mark.parametrize(
    ("day", "days"), [("2018-10-15", None), ("2018-10-14", "1 jour"), ("2018-10-12", "3 jours")]
)
def test_the_last_days(talk: Talk, day: str, days: str | None) -> None:
    text = talk.on(day).ask(OPEN, "call_status").text
    assert "dernier jour" in text if days is None else days in text


def test_closed_the_day_after(talk: Talk) -> None:
    answer = talk.on("2018-10-16").ask(
        "l'appel à candidatures de la promotion 3 est-il ouvert ?", "call_status"
    )
    assert "fermé" in answer.text
    assert "jours" not in answer.text
    general = talk.on("2018-10-16").ask(OPEN, "call_status")
    assert "n'est ouvert" in general.text
    assert "15 octobre 2018" in general.text


def test_an_extended_call_is_open_until_the_new_deadline(talk: Talk) -> None:
    answer = talk.on("2022-04-10").ask(OPEN, "call_status")
    assert "19 avril 2022" in answer.text
    assert "3 avril 2022" in answer.text
    assert "9 jours" in answer.text


@pytest.mark.parametrize("intent", ["call_status", "next_call"])
def test_today_nothing_is_open(talk: Talk, intent: str) -> None:
    answer = talk.ask("Peut-on candidater en ce moment ?", intent)
    assert answer.status == "answered"
    assert "n'est ouvert aujourd'hui" in answer.text
    assert any(row.startswith("call:") for row in answer.rows), "since when"
    assert any(row.startswith("statement:") for row in answer.rows), "where to watch"


def test_nothing_is_told_of_a_day_that_had_not_come(talk: Talk) -> None:
    answer = talk.on("2019-06-01").ask("Peut-on candidater en ce moment ?", "next_call")
    assert "2026" not in answer.text


def test_administrations_have_their_own_calls(talk: Talk) -> None:
    answer = talk.ask("Quand a fermé l'appel à projets de la promotion 4 ?", "call_status")
    assert answer.rows
    assert all(row.startswith("call:aap") for row in answer.rows)


def test_an_administration_that_asks_is_told_of_its_calls(talk: Talk) -> None:
    talk.ask("notre ministère voudrait accueillir un EIG", "propose_procedure")
    assert all(row.startswith("call:aap") for row in talk.ask("c'est fermé quand ?", "call_status").rows[:1])


def test_an_administration_is_told_what_it_may_do_meanwhile(talk: Talk) -> None:
    told = talk.ask("Quand est le prochain appel à projets ?", "next_call").text
    assert "direction du programme" in told and "Choisir le service public" not in told


def test_in_english(talk: Talk) -> None:
    answer = talk.on("2018-10-01").ask("Is the call for applications open?", "call_status")
    assert "15 October 2018 at 17:00" in answer.text


@pytest.mark.parametrize(
    "text", ["l'appel de 1999 est-il ouvert ?", "appel à candidatures de la promotion 12 ?"]
)
def test_unknown_calls_are_not_invented(talk: Talk, text: str) -> None:
    answer = talk.ask(text, "call_status")
    assert answer.status == "not_found"
    assert answer.contact


def test_the_call_before_the_one_told(talk: Talk) -> None:
    last = talk.ask("c'était quand le dernier appel à candidatures ?", "call_status")
    before = talk.ask("et celui d'avant ?", "call_status")
    assert last.rows[0] == "call:aac-7-sprint-5"
    assert before.rows == ("call:aac-7-sprint-4",)


@pytest.mark.parametrize(("promotion", "day"), [("3", "6, 7 et 8 novembre"), ("4", "29 juin")])
def test_the_interviews_after_a_call_are_those_of_its_promotion(talk: Talk, promotion: str, day: str) -> None:
    talk.ask(f"date limite pour candidater à la promotion {promotion} ?", "call_status")
    assert day in talk.ask("et les auditions, c'était quels jours ?", "jury").text


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("c'était quand le dernier sprint ?", "5 octobre 2025"),
        ("quand a ouvert le premier sprint ?", "29 janvier 2024"),
        ("le sprint 4 c'était quand ?", "6 mars 2025"),
        ("when did the fifth and last window for sending in files shut?", "5 October 2025"),
        ("5e session de candidatures : date de fin", "5 octobre 2025"),
    ],
)
def test_a_sprint_is_known_by_its_place(talk: Talk, text: str, day: str) -> None:
    answer = talk.ask(text, "promotion_dates")
    assert answer.status == "answered"
    assert day in answer.text and "bis" not in answer.text


def test_a_sprint_that_never_was_is_not_known(talk: Talk) -> None:
    assert talk.ask("quand ouvre le sprint 9 ?", "call_status").status == "not_found"


def test_of_the_current_year_the_state_of_today_is_told(talk: Talk) -> None:
    answer = talk.ask("on peut encore proposer un projet en 2026 ?", "call_status")
    assert answer.status == "answered"
    assert "n'est ouvert aujourd'hui" in answer.text


def test_the_call_after_the_one_told(talk: Talk) -> None:
    talk.ask("les dates du sprint 4 ?", "call_status")
    assert "5 octobre 2025" in talk.ask("et le suivant ?", "follow_up").text


def test_the_main_call_of_a_promotion_comes_before_those_beside_it(talk: Talk) -> None:
    answer = talk.ask("date limite pour candidater à la promotion 6", "call_status")
    assert answer.text.startswith("Appel à candidatures de la promotion 6")


def test_who_waits_for_an_answer_is_told_of_the_selection(talk: Talk) -> None:
    answer = talk.ask(
        "ma candidature au sprint 5 est restée sans réponse, quand aurai-je un retour ?", "call_status"
    )
    assert "eig@beta.gouv.fr" in answer.text and "délai de réponse" in answer.text
