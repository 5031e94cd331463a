"""Beside others of its report a passage gains by its surroundings, its rare words and the years asked."""

from __future__ import annotations

from collections.abc import Set

from knowledge.reports.passage_context import merits_in_report, words_looked_for
from knowledge.reports.passage_scoring import Weighted
from knowledge.reports.questions import read_question
from knowledge.reports.said_words import pack, said_words

ROWS = [10, 11, 12, 13, 14, 15, 16, 17, 18]


def weighted(**own: float) -> Weighted:
    return Weighted(own, {}, {term: frozenset() for term in own}, dict.fromkeys(own, 1), 100)


def merits(text: str, weights: Weighted, held: dict[int, Set[str]]) -> dict[int, float]:
    """What the passages of `ROWS` gain, each saying what `held` gives for it."""
    question = read_question(text)
    bodies = said_words(pack([held.get(row, set()) for row in ROWS]), words_looked_for(question, weights))
    return merits_in_report(ROWS, bodies, question, weights)


def test_a_passage_among_others_on_the_matter_gains_over_one_alone() -> None:
    told = merits("la cantine", weighted(cantin=2.0), {row: {"cantin"} for row in (10, 15, 16, 17)})
    assert told[16] > told[10]


def test_a_word_that_the_report_hardly_says_gains_over_one_it_says_everywhere() -> None:
    held: dict[int, Set[str]] = {row: {"agent"} for row in ROWS if row != 14} | {14: {"grev"}}
    told = merits("grève des agents", weighted(agent=2.0, grev=2.0), held)
    assert max(told, key=lambda row: told[row]) == 14


def test_the_year_asked_gains() -> None:
    told = merits("la dette en 2013", weighted(dett=2.0), {10: {"dett", "2013"}, 18: {"dett", "2012"}})
    assert told[10] > told[18]


def test_other_words_count_less_than_those_asked() -> None:
    told = merits("la dette", weighted(dett=2.0), {10: {"dett"}, 14: {"emprunt"}})
    assert told[10] != told[14] > min(told.values())


def test_without_words_or_passages_nothing_is_gained() -> None:
    question = read_question("la dette")
    assert merits("la dette", weighted(), {}) == {}
    assert merits_in_report([], said_words(pack([]), ["dett"]), question, weighted(dett=1.0)) == {}
    assert set(merits("la dette", weighted(dett=1.0), {})) == set(ROWS)
