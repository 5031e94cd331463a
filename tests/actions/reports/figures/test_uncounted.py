"""A number of things of which the passages found do not even speak is refused, with the report named."""

from __future__ import annotations

from pathlib import Path

import pytest

from actions.reports.answers import ask_reports
from knowledge.reports.base import ReportBase
from tests.actions.report_base import asked, desk_with
from tests.knowledge.reports.invented import Report, store, write_reports


def test_passages_that_speak_of_other_things_are_no_answer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    town = Report(
        "Commune de Montclair",
        {
            "La station": "La station de ski de Montclair a ouvert 120 jours en 2014.",
            "La cantine": "À Montclair, les élèves sont nombreux à la cantine ; elle a 12 tables.",
        },
    )
    path = store(write_reports(tmp_path / "reports", {"201": town}), tmp_path / "data" / "reports.sqlite3")
    desk = desk_with(ReportBase(path))
    monkeypatch.setattr("actions.reports.figures.answer.refusal", lambda *_: None)
    refused = ask_reports(asked("Combien de skieurs à la station de Montclair ?", "report_figure"), desk)
    assert refused.status == "not_found" and "Commune de Montclair" in refused.text
    spoken_of = ask_reports(asked("Combien d'élèves à la cantine de Montclair ?", "report_figure"), desk)
    assert spoken_of.status == "answered"
