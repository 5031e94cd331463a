"""A word of the reports that opens a talk: the body is asked for, unless the programme has such a thing."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

from actions.answer import Answer
from actions.conversation.focus import Focus
from actions.reports.matter_alone import of_which_body
from tests.actions.report_base import asked, desk_with, wide_desk

STRAY = Answer("answered", "Le programme publie sur une page.")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Any:
    return wide_desk(tmp_path_factory.mktemp("matter"))


@pytest.mark.parametrize("given", [STRAY, Answer("out_of_scope", "")])
def test_the_body_is_asked_for(desk: Any, given: Answer) -> None:
    told = of_which_body(asked("abonnés", "pay"), given, desk)
    assert told is not None
    answer, question = told
    assert (answer.status, question.intent) == ("clarify", "report_search")
    assert "« abonnés »" in answer.text
    assert [one.text for one in answer.quick_replies] == ["Quels rapports parlent de « abonnés » ?"]


def test_what_the_programme_tells_stands(desk: Any) -> None:
    word = asked("abonnés", "pay")
    assert of_which_body(word, Answer("answered", "La page a mille abonnés."), desk) is None
    assert of_which_body(replace(word, focus=Focus("pay", rows=("faq:pay",))), STRAY, desk) is None
    assert of_which_body(asked("dirigeables", "pay"), STRAY, desk) is None
    assert of_which_body(asked("abonnés de la page", "pay"), STRAY, desk) is None
    assert of_which_body(asked("jury", "pay"), STRAY, desk) is None
    assert of_which_body(asked("abonnés, et c'est où ?", "pay"), STRAY, desk) is None
    assert of_which_body(word, STRAY, desk_with(None)) is None
    near = SimpleNamespace(search=lambda *_: [SimpleNamespace(score=0.9)])
    assert of_which_body(word, STRAY, SimpleNamespace(**{**vars(desk), "search": near})) is None
