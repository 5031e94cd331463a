"""Challenges of the talk pointed to without their names."""

from __future__ import annotations

import pytest

from actions.conversation import pointers
from actions.conversation.focus import Focus
from actions.conversation.pointers import points_to_one, with_name
from actions.desk import Desk

TALK = Focus(
    intent="challenge_people",
    challenge=("basegun",),
    talked=("basegun", "brigade-numerique", "datajust"),
)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("merci, je reviens à la brigade, c'était qui ?", "Brigade Numérique"),
        ("revenons au premier, c'était où ?", "DataJust"),
        ("and back to the first one, who was it?", "DataJust"),
        ("celui de la promo 3, il le faisait avec qui", "DataJust"),
        ("au fait, le premier dont on parlait, dans quelle promo ?", "DataJust"),
        ("et le 1er là, c'était quelle promo", "DataJust"),
        ("ok revenons au défi, qui était dessus", "Basegun, qui"),
        ("bon, retour au projet : il a fini quand ?", "Basegun :"),
    ],
)
def test_a_challenge_spoken_of_before_is_named(text: str, meant: str, shared_desk: Desk) -> None:
    named = with_name(text, TALK, shared_desk)
    assert named is not None and meant in named
    assert points_to_one(text, TALK, shared_desk)


@pytest.mark.parametrize(
    "text",
    [
        "et la promo 3 ?",
        "celle de la promo 3 ?",
        "je reviens demain",
        "revenons au salaire",
        "le premier jury, c'était quand ?",
        "c'est le premier service de ce genre ?",
        "celui de la promo 7 ?",
    ],
)
def test_other_things_are_no_challenge_of_the_talk(text: str, shared_desk: Desk) -> None:
    assert with_name(text, TALK, shared_desk) is None


def test_the_one_of_another_promotion_is_of_the_same_body(shared_desk: Desk) -> None:
    after = Focus(intent="describe_challenge", challenge=("open-justice",), talked=("open-justice",))
    assert with_name("non celui de la promo 4", after, shared_desk) == "non LABEL"


def test_the_one_of_another_promotion_has_the_same_name_but_for_its_number(shared_desk: Desk) -> None:
    after = Focus(intent="challenge_people", challenge=("eig4-link",), talked=("eig4-link",))
    assert with_name("et ceux de la 3 ?", after, shared_desk) == "et EIG3 Link ?"


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("je parlais de celui de Paris en 2020", None),
        ("et il y a encore des EIG dessus en promo 7 ?", "et il y a des EIG Réfugiés.info ?"),
        ("combien dessus en promo 3 ?", "combien Karfu’R ?"),
        ("celui de Toulouse, c'était qui ?", None),
    ],
)
def test_the_one_of_a_time_or_a_place(text: str, named: str | None, shared_desk: Desk) -> None:
    after = Focus(intent="describe_challenge", challenge=("karfur",), talked=("karfur",))
    assert with_name(text, after, shared_desk) == named


def test_the_one_of_a_place_and_a_time_is_on_the_same_matter(
    shared_desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pointers, "_ON_ITS_MATTER", 0.15)  # words alone score less than with their meaning
    after = Focus(intent="challenge_people", challenge=("previsecours",), talked=("previsecours",))
    assert with_name("non, celui de Paris en 2020", after, shared_desk) == "non, Opérations 18"
    listed = Focus(intent="list_challenges", listed=("gobelins", "a-just"))
    assert with_name("je parlais de celui de 2018", listed, shared_desk) == "je parlais de Gobelins"


def test_the_other_of_two_listed(shared_desk: Desk) -> None:
    listed = Focus(
        intent="challenge_people",
        challenge=("datajust",),
        listed=("datajust", "tristan"),
        talked=("datajust",),
    )
    assert with_name("et l'autre ?", listed, shared_desk) == "et TRISTAN ?"


def test_nothing_is_pointed_to_before_anything_was_said(shared_desk: Desk) -> None:
    assert with_name("revenons au premier", Focus(), shared_desk) is None


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("et label ?", "et LABEL ?"),
        ("et label c la suite ?", "et LABEL c la suite ?"),
        ("et données ?", None),
    ],
)
def test_a_name_that_is_a_word_too(text: str, meant: str | None, shared_desk: Desk) -> None:
    assert with_name(text, TALK, shared_desk) == meant


def test_a_word_is_no_name_in_a_talk_on_something_else(shared_desk: Desk) -> None:
    assert with_name("et label ?", Focus(intent="pay", talked=("datajust",)), shared_desk) is None
