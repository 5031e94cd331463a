"""Corrections: the report named again, and what was rejected left out."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from actions.answer import Answer, Quote
from actions.conversation.focus import Focus
from actions.reports.follow_ups.corrections import (
    names_the_report_again,
    set_aside,
    without_what_was_rejected,
)
from actions.reports.follow_ups.going_on import going_on, is_sure_alone
from actions.reports.passages.quotations import quoted_after
from tests.actions.report_base import asked

ASTRAY = Focus(intent="report_list", text="quelle dette ?", said="quelle dette ?", status="answered")


@pytest.mark.parametrize(
    ("text", "again"),
    [
        ("je parle toujours de Montclair", True),
        ("je reparle du rapport sur Montclair", True),
        ("euh non je parle de la mairie", True),
        ("non, la commune de Montclair", True),
        ("I'm talking about Montclair", True),
        ("je parle de Montclair : combien d'agents ?", False),
        ("non merci", False),
        ("la dette de Montclair", False),
    ],
)
def test_a_message_may_only_say_which_report_is_meant(text: str, again: bool) -> None:
    assert names_the_report_again(asked(text, "report_search", ASTRAY)) is again


def test_the_question_that_went_astray_is_asked_of_the_report_named(desk: Any) -> None:
    read = asked("non, je parle de la commune de Montclair", "report_locate", ASTRAY)
    on = going_on(read, desk)
    assert not is_sure_alone(read)
    assert on is not None and on.text == "quelle dette ?" and on.focus.rows == ("report:102",)


def test_the_question_of_another_body_is_not(desk: Any) -> None:
    focus = replace(ASTRAY, said="quelle dette à l'hôpital de Valbrune ?")
    on = going_on(asked("je parle de la commune de Montclair", "report_locate", focus), desk)
    assert on is None or on.text != focus.said


def test_what_is_set_aside_is_not_asked() -> None:
    assert set_aside("non, pas de la dette, les résultats") == "les résultats"
    assert set_aside("et les résultats ?") == "et les résultats ?"


def _told(*texts: str, heading: str = "La dette") -> Answer:
    quotes = tuple(Quote(text, f"{n}", heading) for n, text in enumerate(texts))
    return Answer("answered", " ".join(texts), quotes, rows=("report:102",))


def test_a_correction_is_not_told_the_same_again(desk: Any) -> None:
    first = _told("La ville doit beaucoup.")
    focus = replace(ASTRAY, quoted=quoted_after(asked("la dette", "report_search"), first))
    read, base = asked("non, les emprunts", "report_search", focus), desk.reports
    assert without_what_was_rejected(read, first, desk, base).status == "not_found"
    more = without_what_was_rejected(read, _told("La ville doit beaucoup.", "Elle a payé."), desk, base)
    assert more.status == "answered" and more.text == "La dette\n« Elle a payé. »"
    of_a_year = asked("non, en 2012", "report_search", focus)
    assert without_what_was_rejected(of_a_year, first, desk, base) is first
    plain = asked("et les emprunts ?", "report_search", focus)
    assert without_what_was_rejected(plain, first, desk, base) is first


def test_a_section_on_what_is_set_aside_is_left_out(desk: Any) -> None:
    read = asked("non, pas de la dette, les résultats", "report_search", ASTRAY)
    told = without_what_was_rejected(read, _told("Un résultat."), desk, desk.reports)
    assert told.status == "not_found" and "rien d'autre" in told.text
