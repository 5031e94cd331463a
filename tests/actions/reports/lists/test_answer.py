"""Lists of reports that meet no criterion but the area."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from actions.reports.lists.answer import _none_of, _none_there
from actions.reports.lists.criteria import Criteria
from actions.reports.lists.listing import listing
from knowledge.reports.catalogue_queries import ReportFilter
from tests.actions.report_base import asked, desk_with


def test_a_long_list_of_what_was_not_asked_for_is_only_offered() -> None:
    many: Any = SimpleNamespace(find_reports=lambda *_, **__: SimpleNamespace(reports=[object()] * 21))
    read = Criteria(ReportFilter(region="Bretagne", kind="school"), ("Bretagne", "lycées"))
    answer = _none_of(asked("rapport région Bretagne lycées", "report_list"), desk_with(None), many, read)
    assert answer.status == "not_found" and "Bretagne et lycées" in answer.text
    assert [(one.label, one.text) for one in answer.quick_replies] == [
        ("Bretagne", "Quels rapports : Bretagne ?")
    ]


def test_other_bodies_of_a_town_are_told_where_none_of_the_kind_is_audited(desk: Any) -> None:
    question = asked("quels hôpitaux de Montclair ?", "report_list")
    read = Criteria(ReportFilter(kind="hospital"), ("hôpitaux", "Montclair"))
    told = _none_there(question, desk, desk.reports, read, "montclair")
    assert "ne correspond à : hôpitaux et Montclair" in told.text and "Commune de Montclair" in told.text
    nowhere = Criteria(ReportFilter(kind="hospital"), ("hôpitaux", "Brumelande"))
    assert _none_there(question, desk, desk.reports, nowhere, "brumelande").status == "not_found"


def test_the_few_that_treat_a_topic_are_not_told_as_all_that_speak_of_it(desk: Any) -> None:
    every = desk.reports.find_reports(size=3).reports
    question = asked("quels rapports parlent de l'intérim ?", "report_list")
    told = listing(question, desk.reports, every[:1], ["intérim"], also=every[1:])
    assert "2 autres en parlent :" in told.text
    assert {source.report for source in told.sources} == {report.id for report in every}
    alone = listing(question, desk.reports, every[:1], ["intérim"])
    assert "en parlent" not in alone.text
