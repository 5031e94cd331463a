"""Short messages after a report that name something else, or ask the last number otherwise."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from actions.answer import Answer
from actions.conversation.focus import Focus
from actions.reports.follow_ups.going_on import is_sure_alone
from actions.reports.follow_ups.said_again import unless_said_again
from tests.actions.report_base import asked, follow


def test_another_town_named_alone_is_another_body(desk: Any, on_montclair: Focus) -> None:
    answer = follow("et Chambéry ?", "nlu_fallback", on_montclair, desk)
    assert answer.status == "not_found" and "« Chambéry »" in answer.text


def test_a_name_is_not_answered_by_what_was_just_quoted(desk: Any, on_montclair: Focus) -> None:
    before = replace(on_montclair, rows=("report:102", "passage:102#p1"), reports=(("report:102",),))
    told = Answer("answered", "Montclair doit de l'argent.", rows=before.rows)
    for text, same in (("et la Comédie Française ?", False), ("et à Montclair ?", True)):
        assert (unless_said_again(asked(text, "report_search", before), told, desk) is told) is same
    assert unless_said_again(asked("et la Comédie Française ?", "report_search"), told, desk) is told


def test_a_measure_alone_is_of_the_last_number(on_montclair: Focus) -> None:
    assert not is_sure_alone(asked("par jour ?", "explain_source", on_montclair))
    assert is_sure_alone(asked("d'où ça vient ?", "explain_source", on_montclair))
