"""Two reports in one message: each is told, or is said not to tell."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

from actions.answer import Answer
from actions.conversation.focus import Focus
from actions.reports.answers import ask_reports
from actions.reports.several_reports import in_another_of_them
from actions.reports.subject import Subject
from tests.actions.report_base import asked, focus_after, reports_told
from tests.actions.reports.card_base import desk_of_cards

_FUNDS, _POST, _UNAF, _AFITF, _SIRHEN, _PNIJ = "389957", "390077", "395038", "392064", "395047", "388634"


@pytest.fixture(scope="module")
def cards(tmp_path_factory: pytest.TempPathFactory) -> Any:
    return desk_of_cards(tmp_path_factory.mktemp("several_reports"))


@pytest.mark.parametrize(
    ("text", "intent", "told", "says"),
    [
        (
            "Les caisses de congés BTP : combien d'entreprises ? et La Poste combien de bureaux ?",
            "report_figure", {_FUNDS, _POST}, ("218 231", "9 574"),
        ),
        (
            "Je voudrais comparer les recommandations des rapports sur l'UNAF et sur l'AFITF",
            "report_compare", {_UNAF, _AFITF}, ("Recommandations et rappels formulés : 4", "formulés : 2"),
        ),
        (
            "SIRHEN et la PNIJ : lequel a coûté le plus cher ?",
            "report_figure", {_SIRHEN, _PNIJ}, ("320 millions", "100 millions"),
        ),
        (
            "compare le rapport sur l'UNAF avec celui sur l'AFITF",
            "report_compare", {_UNAF, _AFITF}, ("La Cour constate",),
        ),
        (
            "combien coûte SIRHEN, plus ou moins, entre 2010 et 2015 ?",
            "report_figure", {_SIRHEN}, (),
        ),
        ("La Poste : combien de bureaux ? et combien de communes ?", "report_figure", {_POST}, ("9 574",)),
    ],
)  # fmt: skip
def test_each_of_two_reports_is_told(
    cards: Any, text: str, intent: str, told: set[str], says: tuple[str, ...]
) -> None:
    answer = ask_reports(asked(text, intent), cards)
    assert reports_told(answer) == told
    assert all(one in answer.text for one in says), answer.text


def test_the_recommendations_of_both_last_spoken_of(cards: Any) -> None:
    focus = Focus()
    for text in ("Que dit la Cour sur l'UNAF ?", "Que dit la Cour sur l'AFITF ?"):
        question = asked(text, "report_search", focus)
        focus = focus_after(question, ask_reports(question, cards))
    both = asked("les deux ont-elles des recommandations ?", "report_recommendations", focus)
    assert reports_told(ask_reports(both, cards)) == {_UNAF, _AFITF}


def test_another_report_on_the_body_spoken_of_tells_what_the_first_does_not() -> None:
    base: Any = SimpleNamespace(reports_on=lambda _: [SimpleNamespace(id="1"), SimpleNamespace(id="2")])
    question = asked(
        "combien de musiciens ?", "report_figure", Focus(reports=(("report:1", "organisation:7"),))
    )
    refused, told = Answer("not_found", "", ()), Answer("answered", "105 instrumentistes", ())

    def tell(key: str) -> Answer:
        return told if key == "2" else refused

    on_it = Subject(question.text, reports=("1",), continued=True)
    assert in_another_of_them(refused, question, base, on_it, tell) is told
    assert in_another_of_them(refused, question, base, replace(on_it, continued=False), tell) is refused
    assert in_another_of_them(told, question, base, on_it, lambda _: refused) is told
