"""The body spoken of is meant by its kind, though another is named; another kind of body of its place."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from actions.reports.answers import ask_reports
from actions.reports.follow_ups.going_on import going_on
from actions.reports.follow_ups.recalled import (
    asks_the_body_itself,
    names_a_giver,
    of_the_kind_said,
    on_the_same_place,
    recalled_by_name,
    without_return,
)
from knowledge.reports.name_forms import name_tokens
from tests.actions.report_base import asked, told_of_montclair

MONTCLAIR = ("report:102",)


@pytest.mark.parametrize(
    ("text", "itself"),
    [
        ("et la ville, elle doit combien à l'hôpital de Valbrune ?", True),
        ("la commune verse quoi à Valbrune ?", True),
        ("et la ville de Valbrune ?", False),
        ("et Valbrune, la ville rembourse quand ?", False),
        ("et l'hôpital ?", False),
    ],
)
def test_the_body_spoken_of_is_meant_by_its_kind(desk: Any, text: str, itself: bool) -> None:
    assert asks_the_body_itself(text, MONTCLAIR, desk.reports) == itself


def test_it_is_asked_about_though_another_is_named(desk: Any) -> None:
    focus = told_of_montclair(desk)
    on = going_on(
        asked("et la ville, elle doit combien à l'hôpital de Valbrune ?", "report_figure", focus), desk
    )
    assert on is not None
    assert {source.report for source in ask_reports(on, desk).sources} <= {"102"}


def test_a_word_that_begins_like_the_place_is_another(desk: Any) -> None:
    assert on_the_same_place("et l'hôpital ?", name_tokens("Commune de Valbrune"), desk.reports) == (
        "report:103",
    )
    assert on_the_same_place("et l'hôpital ?", name_tokens("Commune de Valbr"), desk.reports) is None


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("et l'effectif de cette commune ?", None),
        ("the staff of this town?", None),
        ("revenons à la commune", ("report:1",)),
    ],
)
def test_this_town_is_the_last_though_its_title_names_no_kind(text: str, meant: object) -> None:
    titles = {("report:2",): ["vieux", "conde", "nord"], ("report:1",): ["commune", "le", "houlme"]}
    assert of_the_kind_said(text, titles) == meant


@pytest.mark.parametrize(
    ("text", "asked_of_it"),
    [
        ("revenons au Thouarsais, le camping il perd combien ?", "le camping il perd combien ?"),
        ("Back to Montclair: the debt?", "the debt?"),
        ("Je reviens à Montclair : la dette ?", "la dette ?"),
        ("revenons à la cuisine", "revenons à la cuisine"),
        ("le maire revient, dit-on", "le maire revient, dit-on"),
    ],
)
def test_a_return_says_no_matter(text: str, asked_of_it: str) -> None:
    assert without_return(text) == asked_of_it


@pytest.mark.parametrize(
    ("text", "gives"),
    [
        ("la part de la ville de rennes", True),
        ("et quelle subvention de la région", True),
        ("combien verse le département", True),
        ("l'Etat donne combien ?", True),
        ("et la ville de Rennes ?", False),
        ("les subventions de la ville de Rennes aux clubs", False),
        ("quelle part de logements sociaux", False),
    ],
)
def test_who_gives_is_no_other_body_to_ask_about(text: str, gives: bool) -> None:
    assert names_a_giver(text) is gives
    festival = {("report:1",): name_tokens("Association Trans Musicales - RENNES")}
    if "ennes" in text:
        assert (recalled_by_name(text, festival) == ("report:1",)) is gives


def test_several_bodies_are_none_of_the_place(desk: Any) -> None:
    title = name_tokens("Hôpital de Valbrune")
    assert on_the_same_place("et la part des communes ?", title, desk.reports) is None
    assert on_the_same_place("et la commune ?", ["valbrune"], desk.reports) == ("report:101",)


def test_of_two_reports_on_the_place_that_on_what_is_asked() -> None:
    titles = {"1": "Commune de Saumur", "2": "Commune de Saumur (Gestion du stationnement)"}
    reports = [SimpleNamespace(id=key, title=title) for key, title in titles.items()]
    base: Any = SimpleNamespace(titled=lambda _: reports, most_about=lambda terms, keys: tuple(keys)[::-1])
    title = name_tokens("Etablissement public hospitalier - Saumur (Maine-et-Loire)")
    asked_next = "et la ville, elle gère comment son stationnement ?"
    assert on_the_same_place(asked_next, title, base) == ("report:2",)
    assert on_the_same_place("et la ville ?", title, base) == ("report:1",)


def test_another_is_not_that_in_hand() -> None:
    titles = {
        ("report:1",): ["lycee", "agricole", "montclair"],
        ("report:2",): ["lycee", "agricole", "brume"],
    }
    assert recalled_by_name("le lycée agricole, combien d'élèves ?", titles) == ("report:1",)
    assert recalled_by_name("et l'autre lycée agricole ?", titles) == ("report:2",)
