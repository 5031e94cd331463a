"""A year of which a report tells nothing is refused, and what it foresees for a later one said to be that."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from actions.reports.answers import ask_reports
from actions.reports.figures.answer import figures
from actions.reports.passages.findings import Findings
from actions.reports.subject import Subject
from knowledge.reports.base import ReportBase
from tests.actions.report_base import asked, desk_with, wide_desk
from tests.knowledge.reports.invented import Report, store, write_reports


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Any:
    return wide_desk(tmp_path_factory.mktemp("missing_year"))


def test_a_year_asked_of_a_report_of_which_nothing_is_found_is_refused(
    desk: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    subject = Subject("zzz 2003", reports=("201",))
    nothing = Findings((), desk.reports.search_passages("zzz", report_id="201", limit=1), True)
    monkeypatch.setattr("actions.reports.figures.found.search", lambda *_: nothing)
    assert figures(asked("zzz 2003", "report_figure"), desk, desk.reports, subject).status == "not_found"


def test_a_year_without_its_figure_is_said_to_have_none_and_a_forecast_to_be_one(tmp_path: Path) -> None:
    town = Report(
        "Commune de Montclair",
        {
            "Synthèse": "La commune s’endette.",
            "La dette": "La dette par habitant baisse depuis 2013. Elle est de 405 € par habitant en 2014.",
        },
        [("", "2014", "2026"), ("Encours de la dette", "800", "640")],
    )
    path = store(write_reports(tmp_path / "reports", {"201": town}), tmp_path / "data" / "reports.sqlite3")
    desk = desk_with(ReportBase(path))
    past = asked("Quelle est la dette par habitant de Montclair en 2013 ?", "report_figure")
    assert ask_reports(past, desk).text.startswith("Je ne relève pas de chiffre sûr pour 2013")
    future = asked("Quel sera l'encours de la dette de Montclair en 2026 ?", "report_figure")
    assert ask_reports(future, desk).text.split("\n")[1].startswith("Prévision")
    now = ask_reports(asked("Quel est l'encours de la dette de Montclair ?", "report_figure"), desk)
    assert "800" in now.text.split("\n")[1]
