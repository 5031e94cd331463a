"""A question in English keeps its shape when it is put in the French words of the reports."""

from __future__ import annotations

from typing import Any

import pytest

from actions.reports.english import in_words_of_reports
from actions.reports.figures.asked import asked_of
from actions.reports.passages.verdict import asks_whether
from tests.actions.report_base import asked, wide_desk


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Any:
    return wide_desk(tmp_path_factory.mktemp("english"))


@pytest.mark.parametrize(
    ("text", "whether"),
    [
        ("Is the Valbrune hospital losing money?", True),
        ("is Valbrune in the red?", True),
        ("Does the report on Valbrune talk about space debris?", False),
        ("How much money does the Valbrune hospital lose?", False),
    ],
)
def test_a_question_to_be_answered_by_yes_or_no_stays_one(desk: Any, text: str, whether: bool) -> None:
    put = in_words_of_reports(asked(text, "report_search", lang="en"), desk.reports).text
    assert "Valbrune" in put
    assert asks_whether(put) is whether


@pytest.mark.parametrize("text", ["is it losing money?", "did the town make a loss", "is it in the red"])
def test_losing_money_is_a_deficit(desk: Any, text: str) -> None:
    assert "déficit" in in_words_of_reports(asked(text, "report_search", lang="en"), desk.reports).text


def test_the_cost_of_meals_is_no_number_of_meals(desk: Any) -> None:
    put = in_words_of_reports(asked("How much does one meal cost?", "report_figure", lang="en"), desk.reports)
    assert asked_of(put.text).kind == "money"
    meals = in_words_of_reports(
        asked("How many meals does it serve?", "report_figure", lang="en"), desk.reports
    )
    assert asked_of(meals.text).kind == "count"
