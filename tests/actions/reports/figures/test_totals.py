"""What the body has in all is told by the sentence that says so, wherever it stands, not by a part of it."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

from actions.reports.figures.asked import asked_of
from actions.reports.figures.heads import first_and_elsewhere
from actions.reports.figures.totals import counts_the_whole, only_counts_the_body, total_told, whole_rows
from actions.reports.subject import Subject
from knowledge.reports.models import PassageRow, Place
from tests.actions.reports.figures.test_choice import REPORT, _base, _cell


def _passage(text: str, heading: str = "Les ressources humaines") -> PassageRow:
    return PassageRow(1, "text", Place("s1-b1", (heading,)), text, "", None)


def _total(question: str, *texts: str, heading: str = "Présentation") -> str | None:
    base: Any = SimpleNamespace(passages=lambda _: [_passage(text, heading) for text in texts])
    told = total_told(REPORT, base, asked_of(question), (), question)
    return told.printed if told else None


@pytest.mark.parametrize(
    ("question", "text", "number"),
    [
        ("combien d'agents", "La commune emploie 151 agents au 31 décembre 2014.", "151 agents"),
        ("combien d'agents", "L'hôpital emploie, en 2014, 1 202 équivalents temps plein.", "1 202"),
        ("combien d'agents", "Les effectifs sont passés de 243 en 2010 à 268 en 2014.", "268"),
        (
            "combien de salariés",
            "L'office compte, au 1er janvier 2016, onze agents permanents.",
            "onze agents",
        ),
        ("combien de logements", "L'office gère 5254 logements au 31 décembre 2013.", "5254 logements"),
        ("combien d'habitants", "Située en Isère et peuplée de 2 018 habitants, la commune vit.", "2 018"),
        ("combien d'habitants", "Avec 7 300 habitants, elle est la ville centre.", "7 300 habitants"),
        ("combien d'habitants", "Pour une population légale de 431 habitants, cela fait 418 €.", "431"),
        ("combien d'étudiants", "L'une a 150 étudiants, l'autre 170, soit 320 étudiants au total.", "320"),
    ],
)
def test_a_verb_of_having_a_total_or_a_description_makes_a_number_the_whole(
    question: str, text: str, number: str
) -> None:
    assert (_total(question, text) or "").startswith(number)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("combien d'agents", "La chambre observe que 1 125 agents ont perçu l'indemnité de chaussures."),
        ("combien d'agents", "En 2014, 312 agents de la commune ont bénéficié d'une aide."),
        ("combien d'agents", "La collectivité déclare un effectif de 57 agents handicapés."),
        ("combien d'agents", "Le service compte trois agents."),
        ("combien d'agents", "L'hôpital compte 206 ETP médicaux et 2 080 ETP non médicaux."),
        ("combien d'agents", "Les effectifs ont baissé de 36,6 ETP."),
        ("combien de salariés", "Une société de la commune emploie 500 salariés."),
        ("combien de logements", "Le marché de 14 logements à Boulazac a été lancé en 2011."),
        ("combien d'habitants", "Le cœur de Barcelonnette, qui compte 2 700 habitants, en vit."),
        ("combien d'habitants", "La commune compte moins de 3 500 habitants."),
        ("combien d'habitants", "La population devrait atteindre 5 000 habitants en 2030."),
    ],
)
def test_those_who_did_or_got_something_those_of_others_and_forecasts_are_not(
    question: str, text: str
) -> None:
    assert _total(question, text) is None


def test_what_it_is_later_said_to_be_is_told_before_the_former_number() -> None:
    text = "En 2009, l'effectif était de 15 agents. En 2015, il est de 21 agents dont 4 à temps partiel."
    assert _total("combien d'agents", text) == "21 agents"


def test_what_was_of_former_years_is_not_told_before_what_is_undated() -> None:
    texts = "Avec une population de 27 523 habitants, elle baisse.", "Elle était de 28 113 habitants en 2007."
    assert (_total("combien d'habitants", *texts) or "").startswith("27 523")


def test_the_largest_of_today_is_told() -> None:
    texts = ("Elle employait 95 agents en 2005.", "Elle emploie 94 agents en 2015.", "Elle compte 4 agents.")
    assert _total("combien d'agents", *texts) == "94 agents"


@pytest.mark.parametrize(
    ("question", "whole"),
    [
        ("combien d'agents en tout", True),
        ("et les effectifs de la mairie ?", True),
        ("et les effectifs de la police ?", False),
        ("combien d'agents à la police", False),
        ("combien d'agents sont partis", False),
        ("combien coûtent les agents", False),
    ],
)
def test_a_question_may_name_a_part(question: str, whole: bool) -> None:
    subject = Subject(question, reports=("1",))
    assert counts_the_whole(subject, _base(), asked_of(question)) is whole
    assert only_counts_the_body(subject, _base()) is whole


def test_rows_are_called_by_the_things_counted_alone() -> None:
    place = Place("s2-b1", ("Les effectifs",))
    total, part, service = (
        replace(_cell(row, "2014", "60", None, 2014), place=place)
        for row in ("Nombre total d'agents", "Agents disposant d'un compte", "Agents de la voirie")
    )
    assert whole_rows([total, part, service], asked_of("combien d'agents")) == [total]


def test_no_number_stands_first_where_none_is_surely_the_whole() -> None:
    text = "combien d'agents"
    part = replace(_cell("Agents de la voirie", "2014", "12", None, 2014), score=0.9)
    hit: Any = SimpleNamespace(kind="text", text="12 agents", place=part.place, report=REPORT)
    subject = Subject(text, reports=("1",))
    assert first_and_elsewhere(subject, _base(part), [part], asked_of(text), (), [hit]) == ([], [])
