"""The person whom « il » or « elle » means."""

from __future__ import annotations

import pytest

from actions.conversation.focus import Focus
from actions.conversation.person_meant import person_meant
from actions.desk import Desk
from tests.actions.conftest import Talk, understood

PENICAUD = Focus(intent="person_lookup", entities={"person": ("Soizic Pénicaud",)}, status="answered")
DIRECTOR = Focus(
    intent="programme_operator",
    status="answered",
    rows=("faq:m2-programme-director",),
    said="c'est qui le directeur du programme ?",
)


@pytest.mark.parametrize(
    "text",
    ["Elle travaillait où avant ?", "qui l'a remplacée ?", "sur quoi elle bosse", "what did she do before?"],
)
def test_someone_asked_about_is_meant(text: str, shared_desk: Desk) -> None:
    assert person_meant(text, {}, PENICAUD, shared_desk) == "Soizic Pénicaud"


def test_a_year_is_no_other_subject(shared_desk: Desk) -> None:
    dated = {"entities": [{"entity": "year", "value": "2022"}]}
    assert person_meant("elle faisait quoi en 2022 ?", dated, PENICAUD, shared_desk) == "Soizic Pénicaud"


def test_a_name_that_the_base_knows_of_nobody_is_meant_too(shared_desk: Desk) -> None:
    chair = Focus(
        "jury", status="answered", rows=("faq:m2-first-jury-chair",), said="qui présidait le jury ?"
    )
    assert person_meant("il fait quoi dans la vie ?", {}, chair, shared_desk) == "Frédéric Mazzella"


def test_the_only_person_told_of_is_meant_after_who_someone_is(shared_desk: Desk) -> None:
    assert person_meant("il venait d'où ?", {}, DIRECTOR, shared_desk) == "Thomas Parisot"


@pytest.mark.parametrize(
    "text", ["il y a un autre chef ?", "il faut quel diplôme ?", "elle est encore utilisée ?", "et le code ?"]
)
def test_what_is_said_of_a_thing_means_nobody(text: str, shared_desk: Desk) -> None:
    assert person_meant(text, {}, PENICAUD, shared_desk) is None


def test_a_message_that_names_someone_else_means_that_one(shared_desk: Desk) -> None:
    named = {"entities": [{"entity": "person", "value": "Thomas Parisot"}]}
    assert person_meant("et lui, Thomas Parisot ?", named, PENICAUD, shared_desk) is None


def test_the_reading_with_the_name_is_told(talk: Talk) -> None:
    talk.ask("Qui est Charlotte Fanneau ?", "person_lookup")
    alone = talk.message("sur quoi elle bosse exactement", "missions", confidence=0.6)
    within = talk.message("sur quoi elle bosse exactement (Charlotte Fanneau) ?", "person_lookup")
    assert "DomiFa" in talk.hear({**alone, "in_context": within}).text
    assert understood(talk).values("person") == ("Charlotte Fanneau",)
