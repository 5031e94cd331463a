"""Lists asked for in a talk on reports: other bodies of a kind, another topic, none of those told."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from actions.conversation.focus import Focus
from actions.reports.asked import asks_list
from actions.reports.follow_ups.going_on import going_on, is_sure_alone
from actions.reports.lists.others import (
    asks_for_the_rest,
    of_other_bodies,
    on_another_topic,
    others_than_told,
    with_its_topic,
)
from knowledge.reports.catalogue_queries import ReportFilter
from tests.actions.report_base import asked

FOUND = Focus(intent="report_find", text="un rapport sur le tramway ?", status="not_found")


@pytest.mark.parametrize(
    "text",
    [
        "d'autres lycées ?",
        "et vous avez d'autres communes en Vendée ?",
        "any other hospitals?",
        "quels autres CHU ?",
        "d'autres stations dans le même cas en Savoie ?",
        "il y a d'autres ports dans cette situation en Bretagne ?",
    ],
)
def test_other_bodies_of_a_kind_are_a_list(text: str, on_montclair: Focus, desk: Any) -> None:
    on = of_other_bodies(asked(text, "report_list", on_montclair), desk.reports)
    assert on is not None and "cas" not in on.text and "situation" not in on.text
    assert on is not None and asks_list(on.text) and "autre" not in on.text


@pytest.mark.parametrize(
    "text",
    [
        "d'autres recommandations ?",
        "autre chose ?",
        "les communes paient combien ?",
        "d'autres agents dans ce cas ?",
        "d'autres lignes en Savoie ?",
    ],
)
def test_others_of_no_body_are_none(text: str, on_montclair: Focus, desk: Any) -> None:
    assert of_other_bodies(asked(text, "report_list", on_montclair), desk.reports) is None


@pytest.mark.parametrize(
    ("text", "before", "meant"),
    [
        (
            "combien rapporte celui de Canet ?",
            "quels rapports sur les casinos ?",
            "combien rapporte casinos de Canet ?",
        ),
        ("combien rapporte le sien ?", "quels rapports sur les casinos ?", "combien rapporte le sien ?"),
        ("combien rapporte celui de Canet ?", "quels rapports ?", "combien rapporte celui de Canet ?"),
    ],
)
def test_the_topic_of_the_list_stands_for_that_of_a_town(
    text: str, before: str, meant: str, desk: Any
) -> None:
    after = Focus(intent="report_list", text=before, listed_reports=("101", "102"))
    assert with_its_topic(asked(text, "report_figure", after), desk.reports).text == meant
    other = asked(text, "report_figure", replace(after, intent="report_find"))
    assert with_its_topic(other, desk.reports).text == text


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("lesquelles encore ?", True),
        ("et les autres ?", True),
        ("which others?", True),
        ("quelles recommandations ?", False),
        ("encore ?", False),
    ],
)
def test_the_rest_of_a_list_is_listed(text: str, rest: bool, desk: Any) -> None:
    assert asks_for_the_rest(text) is rest
    listed = Focus(intent="report_list", text="quels rapports ?", listed_reports=("101", "102"))
    on = going_on(asked(text, "report_search", replace(listed, reports=(("report:101",),))), desk)
    assert not rest or on is not None and (on.intent, on.text) == ("report_list", "quels rapports ?")
    reports = desk.reports.find_reports(ReportFilter(), size=9).reports
    left = others_than_told(asked(text, "report_list", listed), reports)
    assert [one.id for one in left] == (["103"] if rest else [one.id for one in reports])


@pytest.mark.parametrize("text", ["sur les hôpitaux ?", "et sur les hôpitaux", "oui, les hôpitaux"])
def test_another_topic_after_a_report_that_was_not_found_is_a_list(text: str, desk: Any) -> None:
    on = on_another_topic(asked(text, "follow_up", FOUND), desk.reports)
    assert on is not None and on.intent == "report_list" and asks_list(on.text)


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("et les hôpitaux, c'est sûr ?", "report_find"),
        ("and it should be closed?", "report_find"),
        ("et les hôpitaux", "report_locate"),
        ("et les impôts à Avignon", "report_find"),
    ],
)
def test_a_question_and_what_follows_where_it_is_told_are_no_list(text: str, intent: str, desk: Any) -> None:
    assert on_another_topic(asked(text, "follow_up", replace(FOUND, intent=intent)), desk.reports) is None


def test_a_matter_of_the_report_in_hand_is_no_list(desk: Any, on_montclair: Focus) -> None:
    assert on_another_topic(asked("et le personnel ?", "follow_up", on_montclair), desk.reports) is None


def test_a_yes_with_a_matter_is_asked_of_the_reports(desk: Any) -> None:
    read = asked("oui, les hôpitaux", "affirm", FOUND)
    on = going_on(read, desk)
    assert not is_sure_alone(read) and on is not None and on.intent == "report_list"


def test_others_leave_out_the_report_just_told_of(desk: Any, on_montclair: Focus) -> None:
    told = on_montclair.reports[0][0].partition(":")[2]
    every = desk.reports.find_reports(size=20).reports
    others = others_than_told(asked("d'autres communes ?", "report_list", on_montclair), every)
    assert told not in {one.id for one in others} and len(others) == len(every) - 1
    assert others_than_told(asked("quelles communes ?", "report_list", on_montclair), every) == every


@pytest.mark.parametrize(
    ("text", "before", "other"),
    [
        ("sur les hôpitaux ?", "Quels rapports sur les transports ?", True),
        ("et ceux sur la santé", "Quels rapports sur les transports ?", True),
        ("et la santé ?", "Quels rapports sur les transports ?", False),
        ("sur les hôpitaux ?", "Quels rapports en 2015 ?", False),
    ],
)
def test_after_a_list_on_a_topic_another_is_named_by_sur(
    desk: Any, text: str, before: str, other: bool
) -> None:
    read = asked(text, "follow_up", replace(FOUND, intent="report_list", text=before))
    on = on_another_topic(read, desk.reports, after_a_list=True)
    assert (on is not None) is other
