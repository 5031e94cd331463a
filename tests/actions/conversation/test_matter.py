"""What a talk is on, which a message of its question word alone is read with."""

from __future__ import annotations

from typing import Any

import pytest

from actions.conversation.focus import Focus
from actions.conversation.matter import (
    asks_the_same_of,
    asks_when_it_was,
    compared_with_the_matter,
    is_bare,
    matter_of,
    names_no_matter,
    of_the_matter,
    takes_place,
)
from actions.desk import Desk
from tests.actions.conftest import Talk, understood

INTERVIEW = Focus("selection_process", text="comment se passe l'entretien", status="answered",
                  matter="l'entretien")  # fmt: skip


def parsed(intent: str = "nlu_fallback", confidence: float = 0.3, *kinds: str) -> dict[str, Any]:
    return {"intent": {"name": intent, "confidence": confidence}, "entities": [{"entity": k} for k in kinds]}


@pytest.mark.parametrize(
    ("text", "intent", "matter"),
    [
        ("comment se passe l'entretien", "selection_process", "l'entretien"),
        ("Quelles sont les étapes pour candidater ?", "apply_procedure", "les étapes pour candidater"),
        ("il y a combien d'entretiens en tout", "selection_process", "entretiens en tout"),
        ("je suis mentor, quel est le rôle du mentor", "mentor_role", "le rôle du mentor"),
        ("le code des EIG est-il libre ?", "open_source", "le code des EIG"),
        ("combien gagne un EIG", "pay", "le salaire"),
        ("c'est encore possible de postuler aux EIG ?", "call_status", "postuler"),
        ("on peut télétravailler ?", "remote_work", "le télétravail"),
        ("how long is the contract?", "contract", "the contract"),
        ("c'est en visio ?", "nlu_fallback", ""),
    ],
)
def test_a_question_is_on_its_noun_or_on_what_its_intent_is_of(text: str, intent: str, matter: str) -> None:
    assert matter_of(text, intent, "fr") == matter


@pytest.mark.parametrize(
    "text", ["et ça prend combien de temps", "avec qui ?", "depuis quand", "et par EIG ?"]
)
def test_a_question_word_alone_is_bare(text: str) -> None:
    assert is_bare(text)


def test_a_message_without_a_noun_need_not_be_bare() -> None:
    assert names_no_matter("en détachement ou en disponibilité ?")
    assert not is_bare("en détachement ou en disponibilité ?") and not is_bare("et le jury ?")


def test_what_the_talk_is_on_is_said_after_the_message() -> None:
    assert of_the_matter("avec qui ?", parsed(), INTERVIEW) == "avec qui, l'entretien ?"


@pytest.mark.parametrize(
    ("text", "message", "focus"),
    [
        ("avec qui ?", parsed(), Focus()),
        ("merci", parsed("thank", 0.95), INTERVIEW),
        ("et la promo 3 ?", parsed("follow_up", 0.9, "promotion"), INTERVIEW),
        ("l'entretien dure combien ?", parsed(), INTERVIEW),
        ("que dit la Cour ?", parsed("report_search", 0.9), INTERVIEW),
        ("avec qui ?", parsed(), Focus("challenge_people", status="answered", matter="l'équipe")),
        ("mot " * 20, parsed(), INTERVIEW),
    ],
)
def test_what_has_a_subject_is_read_alone(text: str, message: dict[str, Any], focus: Focus) -> None:
    assert of_the_matter(text, message, focus) is None


def test_the_talk_stays_on_its_matter(talk: Talk) -> None:
    talk.ask("comment se passe l'entretien ?", "selection_process")
    talk.ask("c'est en visio ?", "remote_work")
    talk.ask("et pour les administrations ?", "selection_process")
    assert talk.focus.matter == "l'entretien" and Focus.from_slot(talk.focus.to_slot()) == talk.focus
    talk.ask("quel est le budget du programme ?", "programme_funding")
    assert talk.focus.matter == "le budget du programme"
    talk.ask("qui a fait DataJust ?", "challenge_people")
    assert talk.focus.matter == ""


def test_a_bare_message_is_told_of_the_matter(talk: Talk) -> None:
    talk.ask("quel est le salaire d'un EIG ?", "pay")
    talk.ask("quel contrat signent les EIG ?", "contract")
    alone = talk.message("et ça prend combien de temps ?", "mentor_role", 0.9)
    read = talk.message("et ça prend combien de temps, le contrat ?", "contract", 0.95)
    answer = talk.hear({**alone, "of_the_matter": read})
    assert understood(talk).intent == "contract" and answer.status == "answered"


def test_an_answer_that_speaks_of_the_matter_stands(talk: Talk) -> None:
    talk.ask("quel contrat signent les EIG ?", "contract")
    alone = talk.message("il est renouvelable ?", "contract", 0.9)
    read = talk.message("il est renouvelable, le salaire ?", "pay", 0.95)
    talk.hear({**alone, "of_the_matter": read})
    assert understood(talk).intent == "contract"


@pytest.mark.parametrize(
    ("text", "matter"),
    [
        ("on me le demandera à l'entretien ?", "l'entretien"),
        ("et qui le recrute", ""),
        ("les entretien c en visio ?", "les entretien"),
        ("ça augmente au bout d'un an ?", ""),
        ("quelles administrations participent au programme ?", "administrations"),
        ("comment on devient mentor ?", "devient mentor"),
    ],
)
def test_a_verb_or_a_time_is_no_matter(text: str, matter: str) -> None:
    assert matter_of(text, "nlu_fallback", "fr") == matter


def test_several_things_are_counted_in_all() -> None:
    talk_of = Focus("faq_other", said="quelles administrations ?", status="answered", matter="les hôtes")
    all_promotions = {"intent": {}, "entities": [{"entity": "promotion", "value": "all"}]}
    words = of_the_matter("combien en tout", all_promotions, talk_of)
    assert words == "combien d'hôtes en tout dans le programme EIG ?"


def test_a_difference_is_one_with_the_matter() -> None:
    talk_of = Focus("missions", status="answered", matter="un mentor")
    compared = compared_with_the_matter("et la différence avec un sponsor ?", talk_of)
    assert compared == "quelle est la différence entre un mentor et un sponsor ?"
    assert compared_with_the_matter("et le sponsor ?", talk_of) is None


def test_a_seminar_has_a_place_of_its_own() -> None:
    assert takes_place("l'accompagnement, les séminaires") and not takes_place("le salaire")


def test_what_is_wanted_is_the_matter_not_who_wants_it() -> None:
    asked = "Notre service souhaiterait accueillir un de vos entrepreneurs : comment procéder ?"
    assert matter_of(asked, "propose_procedure", "fr") == "accueillir un de vos entrepreneurs"


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("oui mais pour un contractuel", True),
        ("et à l'entretien ?", True),
        ("et qui dirige ?", False),
        ("et pour la présidente du jury des candidats retenus ?", False),
    ],
)
def test_the_same_is_asked_of_someone_else(text: str, same: bool) -> None:
    assert asks_the_same_of(text) is same


@pytest.mark.parametrize(
    ("named", "has_one"),
    [("le Liberté Living Lab", True), ("le bootcamp", True), ("le salaire", False), ("un EIG", False)],
)
def test_what_has_a_name_has_a_place(named: str, has_one: bool) -> None:
    assert takes_place(named) is has_one


@pytest.mark.parametrize(
    ("text", "row", "of_it"),
    [
        ("Quand ?", "faq:c3d-datajust-abandoned", True),
        ("et c'était quand exactement ?", "faq:c3d-datajust-abandoned", True),
        ("quand le décret ?", "faq:c3d-datajust-abandoned", False),
        ("quand ?", "challenge:datajust", False),
    ],
)
def test_when_asks_for_the_date_just_told(text: str, row: str, of_it: bool, shared_desk: Desk) -> None:
    told = Focus("describe_challenge", rows=(row,), status="answered", text="ça a marché ?")
    assert asks_when_it_was(text, told, shared_desk) is of_it
