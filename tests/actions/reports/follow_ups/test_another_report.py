"""« et celles sur la JDC ? » takes another report by its matter, with what was asked before."""

from __future__ import annotations

from typing import Any

import pytest

from actions.conversation.focus import Focus
from actions.reports.follow_ups.another_report import on_another_report, same_of_that_report
from tests.actions.report_base import asked
from tests.actions.reports.card_base import desk_of_cards

_UNAF, _GRANTS, _AFITF = "395038", "393482", "392064"


@pytest.fixture(scope="module")
def cards(tmp_path_factory: pytest.TempPathFactory) -> Any:
    return desk_of_cards(tmp_path_factory.mktemp("another_report"))


def _after(intent: str, before: str) -> Focus:
    return Focus(
        intent=intent, text=before, status="answered",
        rows=(f"report:{_UNAF}",), reports=((f"report:{_UNAF}",),),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "key", "advice"),
    [
        ("et celles sur les concours financiers aux communes", _GRANTS, True),
        ("et sur les concours financiers aux communes, combien ça coûte ?", _GRANTS, False),
        ("et les concours financiers aux communes ?", None, False),
        ("et sur la dette ?", None, False),
        ("et sur les unions départementales des associations familiales ?", None, False),
    ],
)
def test_the_words_of_a_title_after_sur_take_its_report(
    cards: Any, text: str, key: str | None, advice: bool
) -> None:
    focus = _after("report_recommendations", "combien de recommandations pour l'UNAF")
    on = on_another_report(asked(text, "report_search", focus), cards.reports)
    assert (on.focus.rows if on else None) == ((f"report:{key}",) if key else None)
    if on:
        assert (on.intent == "report_recommendations") is advice
        assert ("recommandation" in on.text) is advice and "UNAF" not in on.text


@pytest.mark.parametrize(
    ("text", "intent", "same"),
    [
        ("et pour l'AFITF ?", "report_recommendations", True),
        ("et l'agence de financement des infrastructures de transport ?", "report_recommendations", True),
        ("et l'AFITF, elle va fermer ?", "report_recommendations", False),
        ("l'AFITF", "report_recommendations", False),
        ("et pour l'AFITF ?", "report_search", False),
    ],
)
def test_its_name_alone_asks_the_same_of_it(cards: Any, text: str, intent: str, same: bool) -> None:
    read = asked(text, "report_search", _after(intent, "combien de recommandations pour l'UNAF"))
    on = same_of_that_report(read, _AFITF, cards.reports)
    assert (on is not None) is same
    if on:
        assert on.intent == "report_recommendations" and on.focus.rows == (f"report:{_AFITF}",)
