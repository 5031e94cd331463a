"""A report is found by its title whatever its shape, and told from others of the same title."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from actions.reports.answers import ask_reports
from actions.reports.bodies.titles import offered_reports, told_apart
from actions.reports.lists.answer import report_list
from actions.reports.subject import Subject
from knowledge.reports.base import ReportBase
from tests.actions.report_base import asked, desk_with
from tests.knowledge.reports.builders import StubExtractor
from tests.knowledge.reports.invented import WIDE, write_reports

TITLES = {
    "301": "Commune - Valbrune - (Brume)",
    "302": "Commune - Valbrune - (Brume)",
    "303": "Syndicat des eaux de Brumelande - SEB- (brume)",
    "304": "Musée de Sarnelle (enquête « musées »)",
    "305": "La gestion du port [article 58-2° de la loi (LOLF)]",
    "306": "Régie d’énergie : une « masse » à revoir",
    "307": "MONTCLAIR - Archipel",
    "308": 'Office public "Brume Habitat" (Brume)',
}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Any:
    from knowledge.reports.ingest import add

    folder = tmp_path_factory.mktemp("titles")
    texts = list(WIDE.values())
    shown = {key: replace(texts[at], title=title) for at, (key, title) in enumerate(TITLES.items())}
    path: Path = folder / "data" / "reports.sqlite3"
    added = add(write_reports(folder / "reports", shown), path, extractor=StubExtractor(), workers=1)
    assert added.added == len(TITLES)
    return desk_with(ReportBase(path))


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("key", TITLES)
def test_the_report_offered_is_the_one_told_of(desk: Any, key: str, lang: str) -> None:
    report = desk.reports.report(key).summary
    message = offered_reports([report], desk.reports, lang)[0].text
    answer = ask_reports(asked(message, "report_search", lang=lang), desk)
    assert answer.status == "answered"
    assert {source.report for source in answer.sources} == {key}


@pytest.mark.parametrize("text", ["{} ?", "Que dit la Cour sur {} ?", "le rapport {}, ça dit quoi"])
def test_a_title_pasted_without_quotation_marks_is_one(desk: Any, text: str) -> None:
    answer = ask_reports(asked(text.format(TITLES["305"]), "report_search"), desk)
    assert {source.report for source in answer.sources} == {"305"}


def test_a_title_that_several_reports_have_means_them_all(desk: Any) -> None:
    answer = ask_reports(asked(f"Que dit le rapport « {TITLES['301']} » ?", "report_search"), desk)
    assert {source.report for source in answer.sources} == {"301", "302"}


def test_reports_of_one_title_are_told_apart(desk: Any) -> None:
    alike = [desk.reports.report(key).summary for key in ("301", "302")]
    names = told_apart(alike, desk.reports, "fr")
    assert len(set(names.values())) == 2
    assert all(name.startswith(f"{TITLES['301']} – ") for name in names.values())
    labels = [one.label for one in offered_reports(alike, desk.reports, "fr")]
    assert labels == list(names.values())


def test_a_date_of_its_own_tells_a_report_from_another(desk: Any) -> None:
    first, second = (desk.reports.report(key).summary for key in ("301", "302"))
    assert first.date is not None
    later = replace(second, date=first.date.replace(year=2017))
    assert told_apart([first, later], desk.reports, "fr")["302"].endswith("– 5 mars 2017")
    assert told_apart([first, later], desk.reports, "fr", dated=True)["302"] == TITLES["302"]


def test_a_list_shows_what_tells_its_reports_apart(desk: Any) -> None:
    question = asked("Quels rapports ?", "report_list")
    bodies = tuple(m.organisation for m in desk.reports.mentions("301") if m.role == "audited")
    answer = report_list(question, desk, desk.reports, Subject(question.text, bodies))
    assert len({one.label for one in answer.quick_replies}) == len(answer.quick_replies) > 1
