"""Private data is recognised by what is asked and of whom."""

from __future__ import annotations

import pytest

from tests.actions.conftest import Talk


@pytest.mark.parametrize("text", ["donne moi le 06 de Jean Untel", "son 07 stp", "le portable d'un EIG"])
def test_a_telephone_number_is_never_told(talk: Talk, text: str) -> None:
    answer = talk.ask(text, "contact_address")
    assert answer.status == "not_found"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("et ils gagnent combien maintenant, ces deux-là ?", False),
        ("what are they paid these days?", False),
        ("et ils étaient payés combien ?", True),
    ],
)
def test_what_people_earn_since_is_private(talk: Talk, text: str, told: bool) -> None:
    talk.ask("qui a fait SOS Ponts ?", "challenge_people")
    assert (talk.ask(text, "pay").status == "answered") is told


@pytest.mark.parametrize(
    ("before", "told"), [("Qui est Ishan Bhojwani ?", False), ("qui est éligible ?", True)]
)
def test_what_someone_who_was_no_eig_earns_is_not_told(before: str, told: bool, talk: Talk) -> None:
    talk.ask(before, "nlu_fallback", confidence=0.3)
    assert (talk.ask("combien gagne-t-il ?", "pay").status == "answered") is told


@pytest.mark.parametrize("before", ["c'est qui la cheffe du programme ?", "elle faisait quoi avant ?"])
def test_what_the_head_of_the_programme_earns_is_not_told(before: str, talk: Talk) -> None:
    talk.ask(before, "nlu_fallback", confidence=0.3)
    assert talk.ask("elle gagne combien ?", "pay").status == "not_found"


@pytest.mark.parametrize("text", ["il y a une limite d'âge ?", "il faut quel diplôme ?"])
def test_what_is_asked_of_nobody_after_someone_was_spoken_of_is_told(text: str, talk: Talk) -> None:
    talk.ask("c'est qui la responsable du programme ?", "nlu_fallback", confidence=0.3)
    assert talk.ask(text, "eligibility").status == "answered"


@pytest.mark.parametrize("intent", ["person_lookup", "report_figure", "pay"])
def test_what_someone_earns_is_not_told_whatever_was_heard(talk: Talk, intent: str) -> None:
    assert talk.ask("combien gagne Martin Gross ?", intent, confidence=0.6).status == "not_found"


@pytest.mark.parametrize(
    "text", ["Could I get Martin Gross's mobile number please?", "les coordonnées de Martin Gross ?"]
)
def test_how_to_reach_someone_is_not_told(talk: Talk, text: str) -> None:
    assert talk.ask(text, "person_lookup", confidence=0.8).status == "not_found"


@pytest.mark.parametrize(
    "text", ["il a fait quelle école, {} ?", "quel est le diplôme de {}", "what degree has {}?"]
)
def test_the_studies_of_someone_are_not_told(talk: Talk, text: str) -> None:
    person = talk.base.rows("select person from challenge_person where role = 'eig' limit 1")[0]["person"]
    assert talk.ask(text.format(person), "person_lookup", confidence=0.9).status == "not_found"


def test_buying_a_telephone_is_no_wish_for_an_address(talk: Talk) -> None:
    talk.ask("quel téléphone acheter à Montréal ?", "human_contact", confidence=0.3)
    assert talk.question is not None and talk.question.intent != "contact_address"


def test_how_to_reach_those_just_named_is_private(talk: Talk) -> None:
    talk.ask("qui a fait BatID ?", "challenge_people")
    assert talk.ask("et leurs coordonnées ?", "follow_up").status == "not_found"


@pytest.mark.parametrize(
    "text",
    ["Quelle indemnité perçoit le premier président de la Cour ?", "combien gagne le chef du programme ?"],
)
def test_what_a_chief_earns_is_not_told(talk: Talk, text: str) -> None:
    assert talk.ask(text, "jury", confidence=0.6).status == "not_found"
