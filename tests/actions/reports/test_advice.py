"""In which order recommendations are listed, and which of them are on a matter."""

from __future__ import annotations

from typing import Any

import pytest

from actions.reports.advice import advice_on, advice_on_all, in_order, recommendation_line
from actions.reports.recommendations import _by_the_matter
from knowledge.reports.models import Place, RecommendationRow
from knowledge.text import stems


def _row(number: str | None, text: str = "Tenir un inventaire.") -> RecommendationRow:
    report: Any = None
    return RecommendationRow(report, number, text, "recommendation", None, None, Place("s1", ()))


@pytest.mark.parametrize(
    ("printed", "listed"),
    [
        (["2", "5", "1", "10"], ["1", "2", "5", "10"]),
        (["1", "2", "1", "2"], ["1", "2", "1", "2"]),
        (["2", None, "1"], ["2", None, "1"]),
    ],
)
def test_recommendations_go_by_their_numbers_where_each_has_one_of_its_own(
    printed: list[str | None], listed: list[str | None]
) -> None:
    assert [row.number for row in in_order([_row(number) for number in printed])] == listed


def test_those_on_the_matter_go_by_their_numbers_too() -> None:
    rows = [
        _row("1", "Réduire la dette bancaire."),
        _row("2", "Fermer la piscine."),
        _row("3", "Fixer un plafond à la dette bancaire et à ses frais."),
    ]
    matter = frozenset(stems("dette bancaire plafond"))
    assert [row.number for row in advice_on(rows, matter)] == ["1", "3"]


@pytest.mark.parametrize(
    ("matter", "on_it"),
    [("personnel", ["2", "3", "4"]), ("dette", ["1"]), ("temps travail", ["3"]), ("piscine", [])],
)
def test_all_recommendations_on_a_matter_are_told_from_the_others(matter: str, on_it: list[str]) -> None:
    rows = [
        _row("1", "Réduire l’endettement."),
        _row("2", "Mettre fin à la prime de fin d’année."),
        _row("3", "Respecter la durée du travail."),
        _row("4", "Régulariser les mises à disposition d’agents."),
        _row("5", "Compléter l’inventaire."),
    ]
    chosen, others = advice_on_all(rows, frozenset(stems(matter)))
    assert [row.number for row in chosen] == on_it
    assert len(chosen) + len(others) == len(rows)


@pytest.mark.parametrize(
    ("number", "begins"), [("3", "n° 3 :"), ("VII", "n° VII :"), ("Orientation", "Orientation :")]
)
def test_word_instead_of_a_number_is_no_number(number: str, begins: str) -> None:
    assert recommendation_line(_row(number), "fr").startswith(begins)


def test_of_a_long_list_those_on_the_matter_come_first_and_the_others_after_them() -> None:
    rows = (_row("1", "Réduire l’endettement."), _row("2", "Respecter la durée du travail."))
    rows = (*rows, _row("3", "Fixer la durée du travail des ateliers."), _row("4", "Compléter l’inventaire."))
    report: Any = "report"
    on_it, others = _by_the_matter([(report, rows)], frozenset(stems("durée travail")))
    assert [row.number for _, found in on_it for row in found] == ["2", "3"]
    assert [row.number for _, found in others for row in found] == ["1", "4"]
