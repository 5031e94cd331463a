"""The key figures of a report: results before forecasts, each row once."""

from __future__ import annotations

from pathlib import Path

from knowledge.reports.base import ReportBase
from tests.knowledge.reports.invented import Report, store, write_reports


def test_key_figures_are_results_rather_than_forecasts_each_row_once(tmp_path: Path) -> None:
    report = Report(
        "Commune de Montclair",
        {"Synthèse": "La commune emprunte."},
        (("", "2030", "2031"), ("Dette", "1", "2")),
        (("", "2013", "2014"), ("Encours de la dette", "900", "980"), ("Dépenses d’équipement", "3", "4")),
    )
    path = store(write_reports(tmp_path / "reports", {"301": report}), tmp_path / "reports.sqlite3")
    found = ReportBase(path).key_figures("301")
    assert [(figure.label, figure.year) for figure in found] == [
        ("Encours de la dette", 2013),
        ("Encours de la dette", 2014),
        ("Dépenses d’équipement", 2013),
        ("Dépenses d’équipement", 2014),
    ]
