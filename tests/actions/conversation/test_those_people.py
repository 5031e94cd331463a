"""The people of whom the last answer told."""

from __future__ import annotations

import pytest

from tests.actions.conftest import Talk, understood


@pytest.mark.parametrize(
    "text", ["Comment s'appellent-ils ?", "Dans quels défis étaient-ils ?", "What are their names?"]
)
def test_those_just_counted_are_named(text: str, talk: Talk) -> None:
    talk.ask("combien de juristes dans la promotion 5 ?", "count_eig")
    assert "Laurine Bois" in talk.ask(text, "programme_definition").text


def test_those_of_a_promotion_are_named_with_their_challenges(talk: Talk) -> None:
    talk.ask("combien d'EIG dans la promo 1 ?", "count_eig")
    assert "Martin Gross" in talk.ask("quels étaient leurs défis ?", "list_challenges").text


def test_no_names_are_said_to_be_those_of_women(talk: Talk) -> None:
    talk.ask("combien de femmes dans la promotion 3 ?", "count_eig")
    talk.ask("comment s'appellent-elles ?", "programme_definition")
    assert understood(talk).intent != "person_lookup"


def test_what_else_the_other_one_did(talk: Talk) -> None:
    talk.ask("Dora Crisan elle était sur quel défi ?", "person_lookup")
    talk.ask("avec qui ?", "challenge_people")
    answer = talk.ask("il a fait autre chose ensuite, lui ?", "follow_up")
    assert "Le Dévéhat" in answer.text and "Link" in answer.text


def test_what_became_of_their_challenges_asks_for_no_names(talk: Talk) -> None:
    talk.ask("combien d'EIG dans la promotion 3 ?", "count_eig")
    talk.ask("que sont devenus leurs projets ?", "outcomes")
    assert understood(talk).intent != "person_lookup"


@pytest.mark.parametrize("text", ["and who were the two data scientists?", "quel data scientist ?"])
def test_those_of_one_job_are_asked_of_the_challenge_spoken_of(text: str, talk: Talk) -> None:
    talk.ask("C'est quoi DataJust ?", "describe_challenge")
    answer = talk.ask(text, "person_lookup")
    assert "Kim Montalibet" in answer.text and answer.rows == ("challenge:datajust",)


@pytest.mark.parametrize(
    "text",
    [
        "quels EIG étaient dessus ?",
        "quelles personnes s'en sont chargées ?",
        "quelles personnes y sont allées ?",
        "quelles personnes ont été envoyées là-bas ?",
        "quels gens ont bossé dessus",
    ],
)
def test_who_was_there_is_asked_of_the_challenge_spoken_of(text: str, talk: Talk) -> None:
    talk.ask("C'est quoi DataJust ?", "describe_challenge")
    assert "Kim Montalibet" in talk.ask(text, "nlu_fallback", confidence=0.1).text


def test_who_was_there_is_not_asked_by_other_words(talk: Talk) -> None:
    talk.ask("C'est quoi DataJust ?", "describe_challenge")
    talk.ask("quelles personnes peuvent candidater ?", "eligibility", confidence=0.9)
    assert understood(talk).intent == "eligibility"


def test_who_chaired_the_jury_was_no_eig(talk: Talk) -> None:
    talk.ask("combien d'EIG dans la promo 1 ?", "count_eig")
    talk.ask("le président du jury, c'était qui ?", "jury", confidence=0.9)
    assert understood(talk).intent == "jury"
