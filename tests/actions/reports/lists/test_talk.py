"""Messages after a list of reports: the same list elsewhere, one of its reports, a matter of theirs."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from actions.conversation.focus import Focus
from actions.conversation.next_focus import next_focus
from actions.reports.answers import ask_reports
from actions.reports.follow_ups.going_on import going_on, is_sure_alone
from actions.reports.lists.criteria import criteria
from actions.reports.lists.talk import points_to_one, which_report
from tests.actions.report_base import asked, focus_after

LISTED = Focus(
    intent="report_list",
    text="quels rapports en Vendée ?",
    rows=("report:101", "report:102"),
    reports=(("report:101",),),
    listed_reports=("101", "102"),
)


@pytest.mark.parametrize("text", ["quels rapports parlent du personnel ?", "liste des rapports de 2016"])
def test_a_list_is_not_of_the_report_spoken_of(desk: Any, on_montclair: Focus, text: str) -> None:
    on = going_on(asked(text, "report_list", on_montclair), desk)
    assert on is not None and on.intent == "report_list" and not on.focus.rows


@pytest.mark.parametrize("text", ["y a-t-il d'autres rapports sur elle ?", "d'autres rapports ?"])
def test_other_reports_may_be_on_the_body_spoken_of(desk: Any, on_montclair: Focus, text: str) -> None:
    on = going_on(asked(text, "report_list", on_montclair), desk)
    assert on is not None and on.focus.rows


def test_one_of_a_list_is_meant_by_its_matter() -> None:
    named = replace(asked("celui sur la Valbrune, en résumé", "describe_challenge", LISTED), confidence=0.97)
    assert points_to_one(named) and not is_sure_alone(named)
    assert not points_to_one(replace(named, focus=replace(LISTED, listed_reports=())))


def test_how_many_after_a_list_counts_its_reports(desk: Any) -> None:
    for text in ("combien ?", "il y en a combien en tout ?"):
        on = going_on(asked(text, "report_figure", LISTED), desk)
        assert on is not None and (on.intent, on.text) == ("report_list", LISTED.text)


def test_a_list_goes_on_with_another_year(desk: Any) -> None:
    of_2016 = replace(LISTED, text="quels rapports de 2016 ?")
    on = going_on(asked("et en 2015 ?", "report_search", of_2016), desk)
    assert on is not None and on.intent == "report_list"
    assert "2015" in on.text and "2016" not in on.text


def test_another_place_is_asked_for_after_one_without_reports(desk: Any) -> None:
    none_there = Focus(
        intent="report_list", text="rapports en guadeloupe", said="rapports en guadeloupe", status="not_found"
    )
    on = going_on(asked("et en martinique ?", "report_search", none_there), desk)
    assert on is not None and on.intent == "report_list"
    assert "martinique" in on.text and "guadeloupe" not in on.text


def test_a_matter_after_a_list_by_criteria_narrows_it(desk: Any) -> None:
    of_2016 = replace(LISTED, text="quels rapports de 2016 ?")
    on = going_on(asked("le maire a une voiture de fonction ?", "report_search", of_2016), desk)
    assert on is not None and on.intent == "report_list"
    assert "2016" in on.text and "voiture" in on.text


@pytest.mark.parametrize("text", ["quelles recommandations ?", "combien d'agents ?"])
def test_what_is_told_of_one_report_asks_which_of_the_list(desk: Any, text: str) -> None:
    of_2016 = replace(LISTED, text="quels rapports de 2016 ?")
    on = going_on(asked(text, "report_recommendations", of_2016), desk)
    assert on is not None and on.intent == "report_which"
    told = which_report(on, desk)
    assert told.status == "clarify" and len(told.quick_replies) == 2
    assert text in told.quick_replies[0].text and "101" in told.quick_replies[0].text


def test_a_matter_after_a_list_on_a_topic_is_asked_of_that_topic(desk: Any) -> None:
    on_staff = replace(LISTED, text="quels rapports sur le personnel ?")
    on = going_on(asked("combien de postes ?", "report_figure", on_staff), desk)
    assert on is not None and on.intent == "report_figure"
    assert "postes" in on.text and "personnel" in on.text and not on.focus.rows


@pytest.mark.parametrize("text", ["le deuxième", "parle-moi du second", "the second one", "le 2"])
def test_a_report_is_meant_by_its_place_in_the_list(desk: Any, text: str) -> None:
    read = asked(text, "describe_promotion", LISTED)
    assert not is_sure_alone(read)
    on = going_on(read, desk)
    assert on is not None
    assert ask_reports(on, desk).rows[0] == "report:102"


def test_the_report_chosen_is_told_what_was_asked_before(desk: Any) -> None:
    before = replace(LISTED, intent="report_which", said="combien d'agents ?")
    on = going_on(asked("le premier", "report_search", before), desk)
    assert on is not None and "agents" in on.text and "101" in on.text


def test_a_list_is_remembered_while_the_talk_is_on_reports(desk: Any) -> None:
    question = asked("quels rapports de 2016 ?", "report_list")
    focus = next_focus(question, ask_reports(question, desk))
    assert len(focus.listed_reports) > 1
    assert Focus.from_slot(focus.to_slot()) == focus
    on = going_on(asked("le premier", "report_search", focus), desk)
    assert on is not None
    after = next_focus(on, ask_reports(on, desk))
    assert after.listed_reports == focus.listed_reports
    elsewhere = next_focus(asked("combien gagne un EIG", "pay", after), ask_reports(on, desk))
    assert elsewhere.listed_reports == ()


def test_a_name_beside_the_place_says_which_is_meant(desk: Any) -> None:
    on = going_on(asked("le dernier, celui de Valbrune, il dit quoi ?", "report_search", LISTED), desk)
    assert on is not None and "101" in on.text


@pytest.mark.parametrize(
    ("text", "key"), [("lequel est le plus récent ?", "102"), ("le plus ancien ?", "103")]
)
def test_a_report_of_the_list_is_meant_by_its_age(desk: Any, text: str, key: str) -> None:
    of_all = replace(LISTED, listed_reports=("101", "102", "103"))
    on = going_on(asked(text, "report_search", of_all), desk)
    assert on is not None and f"n° {key}" in on.text


def test_one_report_that_is_left_of_a_list_is_the_one_spoken_of(desk: Any) -> None:
    question = asked("quels rapports sur Montclair ?", "report_list", LISTED)
    assert next_focus(question, ask_reports(question, desk)).listed_reports == ()


def test_a_matter_that_none_of_the_list_speaks_of_is_said_to_be_none(desk: Any) -> None:
    of_2016 = replace(LISTED, text="quels rapports de 2016 ?")
    on = going_on(asked("et les licornes ?", "report_search", of_2016), desk)
    assert on is not None
    told = ask_reports(on, desk)
    assert told.status == "not_found" and "licornes" in told.text


def test_how_many_recommendations_are_counted(desk: Any) -> None:
    question = asked("quelles recommandations pour Montclair ?", "report_recommendations")
    focus = next_focus(question, ask_reports(question, desk))
    on = going_on(asked("combien exactement ?", "report_figure", focus), desk)
    assert on is not None and on.intent == "report_recommendations"


@pytest.mark.parametrize("text", ["et lesquels portent sur la cantine ?", "et sur la cantine ?"])
def test_another_topic_after_a_list_replaces_the_last(desk: Any, text: str) -> None:
    on_staff = replace(LISTED, text="quels rapports de 2016 sur le personnel ?")
    on = going_on(asked(text, "report_search", on_staff), desk)
    assert on is not None and on.intent == "report_list"
    assert "cantine" in on.text and "2016" in on.text and "personnel" not in on.text
    told = ask_reports(on, desk)
    assert "cantine" in told.text and "personnel" not in told.text.partition("\n")[0]


def test_another_topic_after_a_list_on_a_topic_is_a_list_of_its_own(desk: Any) -> None:
    on_staff = replace(LISTED, text="quels rapports sur le personnel ?")
    on = going_on(asked("et sur la cantine ?", "report_search", on_staff), desk)
    assert on is not None and on.intent == "report_list"
    assert "cantine" in on.text and "personnel" not in on.text


@pytest.mark.parametrize(
    "text", ["vous en avez combien ?", "combien vous en avez en tout ?", "how many do you have?"]
)
def test_how_many_there_are_counts_all_reports(desk: Any, on_montclair: Focus, text: str) -> None:
    read = asked(text, "explain_source", on_montclair)
    assert not is_sure_alone(read)
    on = going_on(read, desk)
    assert on is not None and on.intent == "report_list"
    assert "3 rapports" in ask_reports(on, desk).text


@pytest.mark.parametrize("text", ["combien sur des hôpitaux ?", "lesquels portent sur des hôpitaux ?"])
def test_a_kind_of_body_asks_for_all_its_reports(desk: Any, on_montclair: Focus, text: str) -> None:
    on = going_on(asked(text, "report_figure", on_montclair), desk)
    assert on is not None and on.intent == "report_list" and not on.focus.rows
    assert on.text.startswith("quels rapports") and "hôpitaux" in on.text


@pytest.mark.parametrize("text", ["combien en 2014 ?", "combien d'hôpitaux ?", "lesquels ?"])
def test_a_number_of_the_report_spoken_of_is_not_of_all(desk: Any, on_montclair: Focus, text: str) -> None:
    on = going_on(asked(text, "report_figure", on_montclair), desk)
    assert on is not None and on.intent != "report_list"


def test_an_area_keeps_the_kind_of_the_last_list(desk: Any) -> None:
    of_hospitals = replace(LISTED, text="non, combien portent sur des hôpitaux")
    on = going_on(asked("lesquels en Bretagne ?", "report_search", of_hospitals), desk)
    assert on is not None and "hôpitaux" in on.text and "Bretagne" in on.text
    assert "non" not in criteria(on.text, desk.reports).rest


def test_a_body_named_is_no_kind_to_list(desk: Any) -> None:
    of_2016 = replace(LISTED, text="quels rapports de 2016 ?")
    on = going_on(asked("l'hôpital de Valbrune, il est endetté ?", "report_search", of_2016), desk)
    assert on is None or on.intent != "report_list"


def test_bodies_listed_are_not_ranked(desk: Any) -> None:
    question = asked("quels rapports avez-vous ?", "report_list")
    focus = focus_after(question, ask_reports(question, desk))
    on = going_on(asked("laquelle est la plus endettée ?", "report_search", focus), desk)
    assert on is not None and ask_reports(on, desk).status == "clarify"
    newest = going_on(asked("quel est le plus récent ?", "report_search", focus), desk)
    assert newest is not None and newest.intent == "report_search"


def test_the_one_on_a_matter_is_the_one_whose_title_says_it(desk: Any) -> None:
    question = asked("quels rapports avez-vous ?", "report_list")
    focus = focus_after(question, ask_reports(question, desk))
    on = going_on(asked("et celui sur l'hôpital de Valbrune, il dit quoi ?", "report_search", focus), desk)
    assert on is not None and "Hôpital de Valbrune" in on.text


def test_reports_on_others_of_the_kind_are_listed(desk: Any, on_montclair: Focus) -> None:
    on = going_on(asked("il y a un rapport sur d'autres gros hôpitaux ?", "report_find", on_montclair), desk)
    assert on is not None and on.intent == "report_list" and "hôpitaux" in on.text


def test_a_list_heard_as_a_search_is_a_list_in_the_talk(desk: Any) -> None:
    question = asked("quels rapports sur Valbrune ?", "report_find")
    focus = focus_after(question, ask_reports(question, desk))
    assert focus.intent == "report_list" and set(focus.listed_reports) == {"101", "103"}


@pytest.mark.parametrize(
    ("text", "one"),
    [
        ("la première, combien d'agents ?", True),
        ("et la deuxième ?", True),
        ("la première promotion ?", False),
    ],
)
def test_a_town_of_the_list_is_meant_by_its_place_as_well(text: str, one: bool) -> None:
    assert points_to_one(asked(text, "follow_up", LISTED)) is one
