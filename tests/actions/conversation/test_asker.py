"""Who asks, as said earlier in the talk."""

from __future__ import annotations

import pytest

from tests.actions.conftest import Talk, understood


@pytest.mark.parametrize(
    ("first", "intent", "side"),
    [
        ("Comment déposer un projet ?", "propose_procedure", "administrations"),
        ("J'ai déposé mon dossier de candidature", "apply_procedure", "candidates"),
    ],
)
def test_criteria_are_those_of_who_asks(first: str, intent: str, side: str, talk: Talk) -> None:
    talk.ask(first, intent)
    talk.ask("merci", "thank")
    talk.ask("Quels sont les critères ?", "selection_process")
    assert understood(talk).values("audience") == (side,)


def test_criteria_are_of_nobody_in_particular_at_first(talk: Talk) -> None:
    talk.ask("Quels sont les critères ?", "selection_process")
    assert not understood(talk).values("audience")


@pytest.mark.parametrize("text", ["Qui juge les dossiers ?", "qui est dans le jury", "le jury c'est qui"])
def test_who_judges_the_files_is_the_jury(text: str, talk: Talk) -> None:
    talk.ask(text, "selection_process")
    assert understood(talk).intent == "jury"


@pytest.mark.parametrize(
    ("text", "heard_as", "meant"),
    [
        ("Quelles sont les conditions ?", "eligibility", "administration_eligibility"),
        ("et combien ça coûte ?", "promotion_budget", "administration_cost"),
    ],
)
def test_an_administration_asks_for_what_it_must_do_and_pay(
    text: str, heard_as: str, meant: str, talk: Talk
) -> None:
    talk.ask("Notre ministère peut-il avoir un EIG ?", "administration_eligibility")
    talk.ask(text, heard_as)
    assert understood(talk).intent == meant


def test_a_candidate_asks_for_his_own_conditions(talk: Talk) -> None:
    talk.ask("Comment envoyer ma candidature ?", "apply_procedure")
    talk.ask("Quelles sont les conditions ?", "eligibility")
    assert understood(talk).intent == "eligibility"


@pytest.mark.parametrize(
    ("text", "heard_as"),
    [
        ("Je suis pharmacien à l'hôpital. Puis-je candidater ?", "apply_procedure"),
        ("je bosse dans une mairie, je peux postuler ?", "administration_eligibility"),
        ("I am a school teacher in Lille, may I apply?", "eligibility"),
    ],
)
def test_who_works_for_a_public_body_may_apply_himself(text: str, heard_as: str, talk: Talk) -> None:
    talk.ask(text, heard_as)
    assert understood(talk).intent == "eligibility"
    assert " public" in understood(talk).text


def test_a_body_that_would_apply_is_no_person(talk: Talk) -> None:
    talk.ask("Je suis dans une mairie, pouvons-nous candidater ?", "administration_eligibility")
    assert understood(talk).intent == "administration_eligibility"


def test_what_an_eig_costs_a_ministry_is_told_as_of_today(talk: Talk) -> None:
    answer = talk.ask("combien coûte un EIG à mon ministère ?", "administration_cost")
    assert "promotion 7" in answer.text.split("\n")[0]


@pytest.mark.parametrize(
    ("text", "heard_as"),
    [
        ("qu'est-ce qu'il faut mettre dans le dossier ?", "apply_procedure"),
        ("quelles pièces faut-il ?", "profiles_sought"),
        ("que doit contenir le dossier ?", "obligations"),
        ("what documents are required?", "eligibility"),
    ],
)
def test_the_file_is_that_of_who_asks(text: str, heard_as: str, talk: Talk) -> None:
    talk.ask("Notre ministère voudrait accueillir un EIG", "propose_procedure")
    talk.ask(text, heard_as)
    assert understood(talk).intent == "propose_procedure"


def test_when_the_file_is_due_is_of_the_calls(talk: Talk) -> None:
    talk.ask("Notre ministère voudrait accueillir un EIG", "propose_procedure")
    talk.ask("quand faut-il déposer le dossier ?", "eligibility")
    assert understood(talk).intent == "call_status"


@pytest.mark.parametrize("text", ["quelles pièces faut-il ?", "il faut mettre quoi dans le dossier ?"])
def test_the_file_of_a_candidate_is_his_own(text: str, talk: Talk) -> None:
    talk.ask("Comment envoyer ma candidature ?", "apply_procedure")
    talk.ask(text, "apply_procedure")
    assert understood(talk).intent == "apply_procedure"


def test_a_file_does_not_change_who_asks(talk: Talk) -> None:
    talk.ask("c'est qui qui peut devenir EIG ?", "eligibility")
    talk.ask("il faut déposer le dossier où ?", "propose_procedure")
    assert talk.focus.asker == "candidates"
