"""Messages that only say which body is meant: the last question is asked of it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from actions.conversation.focus import Focus
from actions.reports.follow_ups.body_said import of_the_body_meant
from actions.reports.subject import GONE_ON
from tests.actions.report_base import asked

DEBT = "la dette du centre hospitalier de Valbrune"


def _after(status: str = "answered", intent: str = "report_figure") -> Focus:
    return Focus(intent=intent, text=DEBT, said=DEBT, status=status)


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("la ville pas l'hôpital svp", "ville de valbrune"),
        ("non, la mairie", "mairie de valbrune"),
        ("pas l'hôpital ni le CCAS, la commune", "commune de valbrune"),
        ("c'est pas l'hôpital mais la mairie", "mairie de valbrune"),
        ("je parle de la commune de Montclair, pas de l'hôpital", "commune de montclair"),
        ("la commune de Montclair plutôt", "commune de montclair"),
    ],
)
def test_a_body_said_in_place_of_another_is_asked_the_last_question(desk: Any, text: str, body: str) -> None:
    on = of_the_body_meant(asked(text, "report_search", _after()), desk.reports)
    assert on is not None and on.text.endswith(body) and "dette" in on.text
    assert on.intent == "report_figure"


@pytest.mark.parametrize(
    "text",
    [
        "la ville paie combien ?",
        "et la mairie ?",
        "quelle commune est la plus endettée ?",
        "non, la masse salariale",
        "non merci",
    ],
)
def test_a_message_that_asks_or_corrects_nothing_is_none(desk: Any, text: str) -> None:
    assert of_the_body_meant(asked(text, "report_search", _after()), desk.reports) is None


def test_after_which_body_a_kind_alone_chooses(desk: Any) -> None:
    on = of_the_body_meant(asked("l'hôpital", "report_search", _after("clarify")), desk.reports)
    assert on is not None and on.text.endswith("hopital de valbrune")
    of_a_list = asked("l'hôpital", "report_search", _after(intent="report_list"))
    assert of_the_body_meant(of_a_list, desk.reports) is None


@pytest.mark.parametrize("text", ["et le temps de travail ?", "en 2010 ?"])
def test_what_is_asked_instead_of_choosing_is_asked_of_those_bodies(desk: Any, text: str) -> None:
    between = replace(_after("clarify"), rows=("organisation:1", "organisation:2"))
    on = of_the_body_meant(asked(text, "contract", between), desk.reports)
    assert on is not None and on.intent.startswith("report") and GONE_ON in on.inherited
    assert of_the_body_meant(asked(text, "contract", _after("clarify")), desk.reports) is None
