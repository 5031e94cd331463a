"""Messages that only say which body is meant: the last question is asked of it."""

from __future__ import annotations

from typing import Any

import pytest

from actions.conversation.focus import Focus
from actions.reports.follow_ups.body_said import of_the_body_said
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
    on = of_the_body_said(asked(text, "report_search", _after()), desk.reports)
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
    assert of_the_body_said(asked(text, "report_search", _after()), desk.reports) is None


def test_after_which_body_a_kind_alone_chooses(desk: Any) -> None:
    on = of_the_body_said(asked("l'hôpital", "report_search", _after("clarify")), desk.reports)
    assert on is not None and on.text.endswith("hopital de valbrune")
    of_a_list = asked("l'hôpital", "report_search", _after(intent="report_list"))
    assert of_the_body_said(of_a_list, desk.reports) is None
