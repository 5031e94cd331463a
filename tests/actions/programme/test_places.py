"""Challenges asked for in departments, in regions, and in towns where none was."""

from __future__ import annotations

import pytest

from actions.programme.places import is_area, names_a_place, towns_of
from tests.actions.conftest import Talk


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("projets dans le Finistère", ["b@liseNAV"]),
        ("y a-t-il eu des EIG dans le Rhône ?", ["DataRH", "ProxiRH", "SOS Ponts"]),
        ("Et dans mon département, la Gironde, y a-t-il eu des projets ?", ["Estim’Action"]),
        ("défis en Bretagne", ["b@liseNAV", "MonitorFish"]),
        ("Which projects were in Gironde?", ["Estim’Action"]),
    ],
)
def test_challenges_of_a_department_or_a_region(talk: Talk, text: str, names: list[str]) -> None:
    answer = talk.ask(text, "describe_challenge", confidence=0.5)
    assert answer.status == "answered"
    assert all(name in answer.text for name in names), answer.text


def test_another_department_does_not_repeat_the_last(talk: Talk) -> None:
    talk.ask("y a-t-il eu des EIG dans le Rhône ?", "describe_challenge", confidence=0.5)
    assert "Bordeaux" in talk.ask("et en Gironde", "follow_up", confidence=0.5).text
    answer = talk.ask("et en Corrèze ?", "follow_up", confidence=0.5)
    assert answer.status == "not_found" and "(département : Corrèze)" in answer.text


def test_a_town_without_challenges_does_not_repeat_the_last(talk: Talk) -> None:
    talk.ask("y a eu des projets à Clermont ?", "describe_challenge", confidence=0.5)
    answer = talk.ask("et y a un truc près de Toulouse", "work_location", confidence=0.5)
    assert "à Toulouse" in answer.text and "Clermont" not in answer.text


def test_several_towns_without_challenges_are_all_named(talk: Talk) -> None:
    answer = talk.ask("y en a eu à Toulouse ou à Montpellier ?", "list_challenges", confidence=0.5)
    assert answer.status == "not_found" and "Toulouse" in answer.text and "Montpellier" in answer.text


def test_an_unknown_place_is_shown_as_typed(talk: Talk) -> None:
    assert "Aix-les-Bains" in talk.ask("des projets à Aix-les-Bains ?", "list_challenges").text


def test_the_name_of_an_office_is_no_theme(talk: Talk) -> None:
    text = "Bureau de la transformation numérique, ministère de la Culture. Avons-nous eu des EIG ?"
    answer = talk.ask(text, "administration_overview")
    assert answer.text.startswith("6 défis correspondent (Ministère de la Culture)")


def test_the_department_of_every_town_is_known(talk: Talk) -> None:
    towns = {row["town"] for row in talk.base.rows("select town from challenge_town")}
    regions = ("Île-de-France", "Bretagne", "Auvergne-Rhône-Alpes", "Nouvelle-Aquitaine")
    regions += ("Hauts-de-France", "Bourgogne-Franche-Comté")
    assert towns <= set(towns_of(regions))


def test_a_department_is_no_town(talk: Talk) -> None:
    assert is_area("Gironde") == "department" and is_area("Paris") is None
    assert is_area("Bretagne") == "region" and is_area("Toulouse") is None
    assert names_a_place("et dans le Lot ?") and not names_a_place("le lot de projets")


def test_the_first_word_of_a_town_is_enough(talk: Talk) -> None:
    assert "École pour tous".lower() in talk.ask("un projet à Clermont ?", "list_challenges").text.lower()
