"""Whom a question is about, by the town named alone or by a body named in full."""

from __future__ import annotations

from typing import Any

import pytest

from actions.reports.answers import ask_reports
from actions.reports.subject import Subject, find_subject
from knowledge.reports.models import OrganisationRow
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


def test_a_town_named_alone_means_the_report_with_the_town_in_its_title(
    desk: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    base = desk.reports
    named = (body("Grisemer", "place"),)
    monkeypatch.setattr("actions.reports.subject._named", lambda text, _: Subject(text, places=named))
    found = find_subject(asked("le dragage du chenal à Grisemer", "report_search"), base)
    assert found.reports == ("206",)
    other = find_subject(asked("la cantine des écoles, le prix des repas", "report_search"), base)
    assert other.reports == ()


def test_what_a_report_says_is_told_in_words_where_no_number_is_asked(desk: Any) -> None:
    told = ask_reports(asked("que dit le rapport sur le port de Grisemer ?", "report_figure"), desk)
    assert told.status == "answered" and not any(block.type == "figure" for block in told.blocks)
