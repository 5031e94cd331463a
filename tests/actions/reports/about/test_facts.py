"""What is asked of the reports themselves: why there are several on one body."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

from actions.question import Focus
from actions.reports.about.facts import _told, asks_about_the_report, asks_its_date, asks_where_it_is
from actions.reports.answers import ask_reports
from knowledge.reports.models import ReportSummary
from tests.actions.report_base import asked, desk_with, wide_desk


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Any:
    return wide_desk(tmp_path_factory.mktemp("facts"))


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("Pourquoi y a-t-il deux rapports sur Montclair ?", True),
        ("pk 2 rapports sur la mairie de Montclair", True),
        ("quelle différence entre les deux rapports sur Montclair ?", True),
        ("Why are there two reports on Montclair?", True),
        ("Pourquoi la dette de Montclair baisse-t-elle d'après les deux communes ?", False),
        ("Quels rapports portent sur Montclair ?", False),
    ],
)
def test_why_there_are_several_reports_is_asked_of_the_reports(text: str, about: bool) -> None:
    assert asks_about_the_report(text) is about


@pytest.mark.parametrize(
    ("text", "lang", "told"),
    [
        ("Pourquoi y a-t-il deux rapports sur Montclair ?", "fr", "Il traite surtout de : eau et routes."),
        ("Why are there two reports on Montclair?", "en", "It is mostly about: water and roads."),
    ],
)
def test_each_is_told_with_what_it_is_on(desk: Any, text: str, lang: str, told: str) -> None:
    class WithThemes:
        """The base, whose reports have themes."""

        def __getattr__(self, name: str) -> Any:
            return getattr(desk.reports, name)

        def report(self, key: str) -> Any:
            found = desk.reports.report(key)
            themes = [
                SimpleNamespace(label="Eau", label_en="Water"),
                SimpleNamespace(label="Routes", label_en="Roads"),
            ]
            return SimpleNamespace(**{n: getattr(found, n) for n in ("summary", "audited")}, themes=themes)

    answer = ask_reports(asked(text, "report_search", lang=lang), desk_with(WithThemes()))  # type: ignore[arg-type]
    assert "Commune de Montclair" in answer.text and told in answer.text


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("C'est une communication au Parlement ou un référé ?", True),
        ("quel type de rapport est-ce ?", True),
        ("où je peux le télécharger ?", True),
        ("can I download it?", True),
        ("que dit ce référé ?", False),
    ],
)
def test_its_type_and_where_to_get_it_are_asked_of_the_report(text: str, about: bool) -> None:
    assert asks_about_the_report(text) is about


def test_the_type_is_told(desk: Any) -> None:
    told = ask_reports(
        asked("le rapport sur Montclair, c'est un référé ou un rapport public ?", "report_search"), desk
    )
    assert "rapport d'observations définitives" in told.text.lower()


@pytest.mark.parametrize(
    ("text", "after", "about"),
    [
        ("publié quand ?", "report_figure", True),
        ("c'est quand ce rapport", "report_search", True),
        ("quelle année ?", "report_search", True),
        ("quelle année ?", "report_figure", False),
        ("depuis quand ?", "report_search", False),
        ("et l'année d'avant ?", "report_search", False),
        ("quand la réforme a-t-elle commencé ?", "report_search", False),
        ("ce rapport est de 2014 ?", "report_figure", True),
        ("is this report from 2014?", "report_search", True),
        ("le rapport de 2014", "report_search", False),
        ("c'est de 2014 ?", "report_figure", False),
    ],
)
def test_nothing_but_its_date_is_asked(text: str, after: str, about: bool) -> None:
    question = asked(text, "report_search", Focus(intent=after))
    assert asks_its_date(question) is about


def test_the_date_of_something_else_is_not_that_of_the_report() -> None:
    assert not asks_about_the_report("elle date de quand la dernière réforme")
    assert asks_about_the_report("il date de quand le rapport ?")
    assert asks_about_the_report("le rapport sur Brume il est de quand")


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("c'est ou", True),
        ("et il se trouve où exactement ?", True),
        ("dans quel département ?", True),
        ("c'est dans quelle région", True),
        ("where is it?", True),
        ("c'est ou bien trop cher", False),
        ("où sont passés les 3 millions ?", False),
        ("dans quel département a-t-elle des agents ?", False),
    ],
)
def test_nothing_but_where_a_body_lies_is_asked(text: str, asks: bool) -> None:
    assert asks_where_it_is(text) is asks


def test_where_a_body_lies_is_told_as_its_report_has_it(desk: Any) -> None:
    known = ReportSummary("1", "Commune de Brume", None, None, "CRC Brume", "Brume", "Bord", None, None)
    told = _told(known, asked("c'est ou", "report_locate"), desk.reports)
    assert told.startswith("Brume, Bord,") and "Commune de Brume" in told
    unknown = replace(known, department=None, region=None)
    assert _told(unknown, asked("c'est ou", "report_locate"), desk.reports).startswith("Le rapport :")
