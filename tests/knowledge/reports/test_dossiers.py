"""The key figures of a report, results before forecasts, each row once; and what it finds overall."""

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


def test_a_summary_in_parts_with_headings_of_their_own_is_read_to_its_end(tmp_path: Path) -> None:
    parts = {
        "Synthèse": "La commune vit du tourisme.",
        "La situation financière": "Elle est tendue.",
        "La gestion du personnel": "Les congés dépassent la durée légale.",
        "Les recommandations": "Revenir à la durée légale.",
        "L’urbanisme": "Le plan est ancien.",
    }
    path = store(
        write_reports(tmp_path / "reports", {"301": Report("Commune de Montclair", parts)}),
        tmp_path / "reports.sqlite3",
    )
    assert [hit.text for hit in ReportBase(path).opening("301", 9)] == [*parts.values()][:3]


def test_a_summary_of_its_own_length_is_all_there_is_to_it(tmp_path: Path) -> None:
    long = "La commune vit du tourisme. " * 20
    parts = {"Synthèse": long, "La situation financière": "Elle est tendue."}
    path = store(
        write_reports(tmp_path / "reports", {"301": Report("Commune de Montclair", parts)}),
        tmp_path / "reports.sqlite3",
    )
    assert [hit.text for hit in ReportBase(path).opening("301", 9)] == [long.strip()]
