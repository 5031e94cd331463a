"""What is published under the title of one body and is on another is not told of the first."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from actions.reports.answers import ask_reports
from actions.reports.bodies.misfiled import of_the_right_body
from actions.reports.passages.findings import search
from actions.reports.subject import Subject
from knowledge.reports.base import ReportBase
from tests.actions.report_base import asked, desk_with, reports_told
from tests.knowledge.reports.invented import WIDE, Report, store, write_reports

TEXT = {
    "Synthèse": "La commune de Valbrune a une dette de 980 k€. Valbrune a construit un gymnase.",
    "La dette": "La dette de Valbrune a augmenté en 2014. La commune de Valbrune emprunte pour son gymnase.",
}
TABLE = (("", "2013", "2014"), ("Encours de la dette", "900", "980"))
REPORTS = {
    "401": Report("Commune de Valbrune", TEXT, TABLE),
    "402": Report("Commune de Montclair", TEXT, TABLE),
    "403": Report("Syndicat des eaux de Brumelande", WIDE["204"].sections),
}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Any:
    folder = tmp_path_factory.mktemp("misfiled")
    path = store(write_reports(folder / "reports", REPORTS), folder / "data" / "reports.sqlite3")
    return desk_with(ReportBase(path))


@pytest.mark.parametrize("intent", ["report_search", "report_figure", "report_recommendations"])
def test_the_file_is_said_to_be_on_another_body_which_is_offered(desk: Any, intent: str) -> None:
    answer = ask_reports(asked("Quelle est la dette de Montclair ?", intent), desk)
    assert answer.status == "not_found"
    assert "Montclair" in answer.text and "Valbrune" in answer.text
    assert "980" not in answer.text and not answer.sources
    assert [one.label for one in answer.quick_replies] == ["Commune de Valbrune (Brume)"]


def test_the_body_that_the_text_names_is_told_of(desk: Any) -> None:
    answer = ask_reports(asked("Quelle est la dette de Valbrune ?", "report_figure"), desk)
    assert answer.status == "answered" and "980" in answer.text
    assert reports_told(answer) == {"401"}


def test_a_question_that_names_nobody_is_told_under_the_right_title(desk: Any) -> None:
    found = search(Subject("Comment le gymnase a-t-il été payé, et la dette ?"), desk.reports)
    assert "401" in [report.id for report in found.reports]
    assert "402" not in [report.id for report in found.reports]


def test_a_name_alone_means_the_body_that_the_text_is_on(tmp_path: Path) -> None:
    files = {"401": REPORTS["401"], "404": Report("Communauté de communes de Valbrune-Plateau", TEXT, TABLE)}
    two = desk_with(
        ReportBase(store(write_reports(tmp_path / "reports", files), tmp_path / "d" / "r.sqlite3"))
    )
    bodies = [two.reports.find_organisations("communauté de communes de Valbrune-Plateau", 1)[0].organisation]
    other = of_the_right_body(Subject("la dette de Valbrune-Plateau ?", tuple(bodies)), two.reports)
    assert [body.name for body in other.bodies] == ["Commune de Valbrune"]
    named = Subject("la dette de la communauté de communes de Valbrune-Plateau ?", tuple(bodies))
    assert of_the_right_body(named, two.reports) == named


def test_the_file_is_still_listed(desk: Any) -> None:
    answer = ask_reports(asked("Quels rapports concernent Montclair ?", "report_list"), desk)
    assert reports_told(answer) == {"402"}


def test_one_body_under_two_names_has_two_reports(tmp_path: Path) -> None:
    reports = {"401": REPORTS["401"], "404": Report("Ville de Valbrune", TEXT, TABLE)}
    base = ReportBase(store(write_reports(tmp_path / "reports", reports), tmp_path / "data" / "r.sqlite3"))
    twin = base.same_text_as("401")
    assert [report.id for report in twin] == ["404"]
    assert base.report_on_another(twin[0].id) is None
    assert base.same_text_as("nothing") == ()


def test_recommendations_published_twice_count_once(tmp_path: Path) -> None:
    reports = {key: REPORTS["401"] for key in ("401", "404")}
    two = desk_with(ReportBase(store(write_reports(tmp_path / "reports", reports), tmp_path / "d" / "r.db")))
    answer = ask_reports(asked("que recommande la chambre à Valbrune ?", "report_recommendations"), two)
    assert answer.text.count("Adopter un plan de désendettement") == 1
