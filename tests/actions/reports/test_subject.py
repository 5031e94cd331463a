"""Whom a question is about, by a name in the title of a report or by a body named in full."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from actions.reports.answers import ask_reports
from actions.reports.bodies import town_alone, unknown_name
from actions.reports.subject import Subject, _titled_so
from knowledge.reports.models import OrganisationRow
from knowledge.reports.name_forms import name_tokens
from tests.actions.report_base import asked, wide_desk


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Any:
    return wide_desk(tmp_path_factory.mktemp("subject"))


def body(name: str, kind: str) -> OrganisationRow:
    return OrganisationRow(1, name, kind, None)


def test_a_body_is_named_in_full_by_all_that_tells_it_from_others() -> None:
    hospital = (body("centre hospitalier Sud-Gironde", "hospital"),)
    assert not Subject("un rapport en Gironde ?", hospital).named_in_full
    assert Subject("et l'hôpital Sud Gironde ?", hospital).named_in_full


def test_a_name_that_is_audited_under_no_body_means_the_report_with_it_in_its_title(desk: Any) -> None:
    def meant(text: str, name: str) -> tuple[str, ...]:
        tokens = name_tokens(text)
        found: Any = SimpleNamespace(
            form=SimpleNamespace(reports=0), score=1.0, places=frozenset({tokens.index(name)})
        )
        return _titled_so(text, tokens, [found], desk.reports)

    assert meant("le dragage du chenal à Grisemer", "grisemer") == ("206",)
    assert meant("la cantine des écoles, le prix des repas", "cantine") == ()


def test_what_a_report_says_is_told_in_words_where_no_number_is_asked(desk: Any) -> None:
    told = ask_reports(asked("que dit le rapport sur le port de Grisemer ?", "report_figure"), desk)
    assert told.status == "answered" and not any(block.type == "figure" for block in told.blocks)


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("et Chambéry ?", "chambery"),
        ("Et à Saint-Malo alors ?", "saint malo"),
        ("what about Dunkerque?", "dunkerque"),
        ("et à Toulouse c'est pareil ?", "toulouse"),
        ("et la dette ?", None),
        ("et sens ?", None),
        ("et Chambéry, sa dette ?", None),
    ],
)
def test_a_town_alone_is_asked_about(text: str, town: str | None) -> None:
    assert town_alone(text) == town


def test_the_country_is_no_body() -> None:
    assert unknown_name("ça coûte combien à la France", ()) is None
    assert unknown_name("ça coûte combien à la ville de Grandpré", ()) == "Grandpré"
