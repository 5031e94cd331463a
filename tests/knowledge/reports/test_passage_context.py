"""Beside others of its report a passage gains by its surroundings, its rare words and the years asked."""

from __future__ import annotations

from knowledge.reports.passage_context import merits_in_report
from knowledge.reports.passage_scoring import Weighted
from knowledge.reports.questions import read_question

ROWS = [10, 11, 12, 13, 14, 15, 16, 17, 18]


def weighted(**own: float) -> Weighted:
    return Weighted(own, {}, {term: frozenset() for term in own}, dict.fromkeys(own, 1), 100)


def bodies(**held: set[str]) -> list[frozenset[str]]:
    return [frozenset(held.get(f"p{row}", set())) for row in ROWS]


def test_a_passage_among_others_on_the_matter_gains_over_one_alone() -> None:
    told = merits_in_report(
        ROWS,
        bodies(p10={"cantin"}, p15={"cantin"}, p16={"cantin"}, p17={"cantin"}),
        read_question("la cantine"),
        weighted(cantin=2.0),
    )
    assert told[16] > told[10]


def test_a_word_that_the_report_hardly_says_gains_over_one_it_says_everywhere() -> None:
    common = {f"p{row}": {"agent"} for row in ROWS if row != 14}
    told = merits_in_report(
        ROWS, bodies(**common, p14={"grev"}), read_question("grève des agents"), weighted(agent=2.0, grev=2.0)
    )
    assert max(told, key=lambda row: told[row]) == 14


def test_the_year_asked_gains() -> None:
    told = merits_in_report(
        ROWS,
        bodies(p10={"dett", "2013"}, p18={"dett", "2012"}),
        read_question("la dette en 2013"),
        weighted(dett=2.0),
    )
    assert told[10] > told[18]


def test_without_words_or_passages_nothing_is_gained() -> None:
    question = read_question("la dette")
    assert merits_in_report(ROWS, bodies(), question, weighted()) == {}
    assert merits_in_report([], [], question, weighted(dett=1.0)) == {}
    assert set(merits_in_report(ROWS, bodies(), question, weighted(dett=1.0))) == set(ROWS)
