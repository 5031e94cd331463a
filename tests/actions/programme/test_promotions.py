"""Counts, dates and comparisons of promotions."""

from __future__ import annotations

import pytest

from actions.answer import Table
from tests.actions.conftest import Talk, understood


def test_contradicting_sources_are_both_given(talk: Talk) -> None:
    answer = talk.ask("combien d'EIG dans la promotion 3 ?", "count_eig")
    assert "28" in answer.text and "32" in answer.text
    assert len(answer.sources) >= 2
    assert (
        len({source.title for source in answer.sources} | {source.locator for source in answer.sources}) >= 2
    )


def test_a_follow_up_changes_the_promotion_only(talk: Talk) -> None:
    talk.ask("combien d'EIG dans la promotion 3 ?", "count_eig")
    answer = talk.ask("et la deuxième ?", "follow_up")
    assert answer.status == "answered"
    assert "28" in answer.text and "32" not in answer.text
    assert talk.question is not None and talk.question.intent == "count_eig"


@pytest.mark.parametrize(
    "intent", ["count_eig", "count_challenges", "promotion_dates", "pay", "jury", "compare_promotions"]
)
def test_a_promotion_that_never_was(talk: Talk, intent: str) -> None:
    answer = talk.ask("et pour la promotion 12 ?", intent)
    assert answer.status == "not_found"
    assert not answer.sources


def test_the_list_names_every_promotion(talk: Talk) -> None:
    answer = talk.ask("quelles sont les promotions ?", "promotion_list")
    assert len(answer.rows) == 8


def test_a_comparison_is_a_table(talk: Talk) -> None:
    answer = talk.ask("compare la promotion 2 et la promotion 3", "compare_promotions")
    table = next(block for block in answer.blocks if isinstance(block, Table))
    assert len(table.columns) == 3
    assert all(len(row) == 3 for row in table.rows)
    assert any("28" in cell and "32" in cell for row in table.rows for cell in row)


def test_a_comparison_of_nothing_asks_back(talk: Talk) -> None:
    answer = talk.ask("compare", "compare_promotions")
    assert answer.status == "clarify"
    assert answer.quick_replies


def test_dates_of_a_promotion(talk: Talk) -> None:
    answer = talk.ask("quand a commencé la promotion 3 ?", "promotion_dates")
    assert "2019" in answer.text


def test_a_count_by_criteria_counts_challenges(talk: Talk) -> None:
    answer = talk.ask("combien de défis au ministère de l'Intérieur ?", "count_challenges")
    assert str(len(answer.rows)) in answer.text
    assert all(row.startswith("challenge:") for row in answer.rows)


def test_after_the_last_promotion_the_state_is_told(talk: Talk) -> None:
    answer = talk.ask("la promotion 8", "promotion_overview")
    assert answer.status in ("answered", "not_found")
    assert talk.question is not None


def test_an_overview(talk: Talk) -> None:
    answer = talk.ask("parle-moi de la promotion 5", "promotion_overview")
    assert answer.status == "answered"
    assert answer.quick_replies


@pytest.mark.parametrize("text", ["la dernière promo c'est laquelle ?", "et DIG c'est quoi ?"])
def test_a_promotion_itself_is_asked_for_after_another_question(talk: Talk, text: str) -> None:
    talk.ask("combien d'EIG dans la promotion 2 ?", "count_eig")
    talk.ask(text, "follow_up", confidence=0.5)
    assert understood(talk).intent == "promotion_overview"


def test_it_is_the_promotion_spoken_of(talk: Talk) -> None:
    talk.ask("la promotion 4", "promotion_overview")
    talk.ask("elle a quoi comme projets sur la santé ?", "list_challenges")
    assert understood(talk).values("promotion") == ("4",) and understood(talk).values("theme")


def test_we_are_the_people_just_listed(talk: Talk) -> None:
    talk.ask("qui étaient les EIG de la promotion 4 ?", "person_lookup")
    talk.ask("on était combien déjà ?", "count_eig", confidence=0.5)
    assert understood(talk).intent == "count_eig" and understood(talk).values("promotion") == ("4",)
