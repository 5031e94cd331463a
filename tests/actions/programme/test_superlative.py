"""The promotion with most or least of something."""

from __future__ import annotations

from tests.actions.conftest import Talk


def test_the_promotion_with_most_candidates_comes_first(talk: Talk) -> None:
    answer = talk.ask("Laquelle a eu le plus de candidats ?", "compare_promotions")
    assert "promotion 4" in answer.text.partition("\n")[0]
    assert "promotion 1" in answer.text


def test_the_one_with_fewest_comes_first_where_that_is_asked(talk: Talk) -> None:
    answer = talk.ask("quelle promotion a eu le moins de candidats ?", "compare_promotions")
    assert "promotion 1" in answer.text.partition("\n")[0]


def test_promotions_are_still_compared_where_nothing_is_counted(talk: Talk) -> None:
    answer = talk.ask("laquelle est la plus intéressante ?", "compare_promotions")
    assert answer.blocks[-1].type == "table"
