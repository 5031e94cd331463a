"""Messages after a report that leave it: another list of reports, or what another report surely tells."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from actions.focus import Focus
from actions.report_conversation import going_on
from actions.reports import ask_reports
from knowledge.reports.base import ReportBase
from tests.actions.report_base import (
    asked,
    desk_with,
    focus_after,
    follow,
    make_base,
    told_of_montclair,
    wide_desk,
)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Any:
    return desk_with(ReportBase(make_base(tmp_path_factory.mktemp("switch"))))


@pytest.fixture()
def on_montclair(desk: Any) -> Focus:
    return told_of_montclair(desk)


LISTED = Focus(
    intent="report_list",
    text="quels rapports en Vendée ?",
    rows=("report:101", "report:102"),
    reports=(("report:101",),),
)


@pytest.mark.parametrize("text", ["quels rapports parlent du personnel ?", "liste des rapports de 2016"])
def test_a_list_is_not_of_the_report_spoken_of(desk: Any, on_montclair: Focus, text: str) -> None:
    on = going_on(asked(text, "report_list", on_montclair), desk)
    assert on is not None and on.intent == "report_list" and not on.focus.rows


@pytest.mark.parametrize("text", ["y a-t-il d'autres rapports sur elle ?", "d'autres rapports ?"])
def test_other_reports_may_be_on_the_body_spoken_of(desk: Any, on_montclair: Focus, text: str) -> None:
    on = going_on(asked(text, "report_list", on_montclair), desk)
    assert on is not None and on.focus.rows


def test_how_many_after_a_list_counts_its_reports(desk: Any) -> None:
    on = going_on(asked("combien ?", "report_figure", LISTED), desk)
    assert on is not None and (on.intent, on.text) == ("report_list", LISTED.text)


def test_a_list_goes_on_with_another_year(desk: Any) -> None:
    of_2016 = replace(LISTED, text="quels rapports de 2016 ?")
    on = going_on(asked("et en 2015 ?", "report_search", of_2016), desk)
    assert on is not None and on.intent == "report_list"
    assert "2015" in on.text and "2016" not in on.text


def test_what_only_another_report_tells_is_told_by_it(tmp_path: Path) -> None:
    desk = wide_desk(tmp_path)
    port = "Que dit le rapport sur le dragage du port de Grisemer ?"
    question = asked(port, "report_search")
    focus = focus_after(question, ask_reports(question, desk))
    assert focus.reports[0][0] == "report:206"
    other = follow(
        "et sur la chaufferie au bois et le chauffage des logements ?", "report_search", focus, desk
    )
    assert other.status == "answered" and other.sources[0].report == "209"
    assert follow("et les logements ?", "report_search", focus, desk).rows[0] == "report:206"


def test_a_matter_after_a_list_by_criteria_narrows_it(desk: Any) -> None:
    of_2016 = replace(LISTED, text="quels rapports de 2016 ?")
    on = going_on(asked("le maire a une voiture de fonction ?", "report_search", of_2016), desk)
    assert on is not None and on.intent == "report_list"
    assert "2016" in on.text and "voiture" in on.text
    advice = going_on(asked("quelles recommandations ?", "report_recommendations", of_2016), desk)
    assert advice is not None and advice.intent == "report_recommendations"
