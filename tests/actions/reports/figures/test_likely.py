"""Of the figures found the likeliest is told, though rules would tell another; none that is hardly likely."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

from actions.reports.figures import likely
from actions.reports.figures.asked import asked_of
from actions.reports.figures.found import Sought
from actions.reports.figures.likely import WEIGHTS, candidates, likeliest_first, likelihood, signs
from actions.reports.subject import Subject
from knowledge.reports.models import FigureRow, PassageHit, Place
from tests.actions.reports.figures.test_choice import REPORT, _base, _told

TITULAR = _told("23,5 jours", "jours", "absence", "Il est de 23,5 jours pour les titulaires.", 2014)
OTHERS = _told("10 jours", "jours", "absence", "Il est de 10 jours pour les contractuels.", 2014)


def _sought(text: str, *found: FigureRow, passage: str = "") -> tuple[Sought, Any]:
    hit = PassageHit(REPORT, Place("s1-b1", ()), 1, "text", passage, "", 1.0, 1.0, (), "")
    findings: Any = SimpleNamespace(hits=(hit,), reports=(REPORT,), sure=True)
    base = _base(*found)
    base.answer_figures = lambda *_, **__: found
    base.report_shares = lambda _: {}
    base.figures_at = lambda *_: found
    return Sought(Subject(text, reports=("1",)), findings, asked_of(text), frozenset(), found), base


def test_a_figure_of_a_passage_shown_is_looked_at_though_its_words_did_not_find_it() -> None:
    looked, base = _sought("combien de jours d'absence en 2014 ?", TITULAR, passage=TITULAR.quote)
    base.answer_figures = lambda *_, **__: ()
    assert candidates(looked, base, []) == [replace(TITULAR, score=0.0)]
    of_2013 = replace(looked, subject=replace(looked.subject, text="combien de jours d'absence en 2013 ?"))
    assert candidates(of_2013, base, []) == []


def test_the_words_next_to_a_number_tell_for_it() -> None:
    looked, base = _sought("jours d'absence des titulaires en 2014", TITULAR, OTHERS, passage=TITULAR.quote)
    titular, others = signs([TITULAR, OTHERS], looked, base, [])
    assert titular["near"] > others["near"]
    assert titular["passage"] == titular["year_right"] == 1.0
    assert titular["headed"] == titular["ruled"] == 0.0


@pytest.mark.parametrize(
    ("probabilities", "ruled", "told"),
    [
        ({"23,5 jours": 0.8, "10 jours": 0.4}, [OTHERS], [TITULAR]),
        ({"23,5 jours": 0.55, "10 jours": 0.5}, [OTHERS], [OTHERS]),
        ({"23,5 jours": 0.8, "10 jours": 0.6}, [], [TITULAR, OTHERS]),
        ({"23,5 jours": 0.2, "10 jours": 0.1}, [OTHERS], []),
        ({"23,5 jours": 0.2, "10 jours": 0.4}, [OTHERS], [OTHERS]),
    ],
)
def test_trees_decide_where_they_are_clear(
    probabilities: dict[str, float],
    ruled: list[FigureRow],
    told: list[FigureRow],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    looked, base = _sought("combien de jours d'absence en 2014 ?", TITULAR, OTHERS)
    trees = SimpleNamespace(probability=lambda one: one["p"])
    monkeypatch.setattr(likely, "likelihood", lambda: trees)
    monkeypatch.setattr(likely, "signs", lambda found, *_: [{"p": probabilities[f.printed]} for f in found])
    assert likeliest_first(looked, base, ruled, []) == (told, [])


def test_a_report_told_by_its_card_and_a_figure_of_another_report_are_left_to_the_rules() -> None:
    looked, base = _sought("combien de jours d'absence en 2014 ?", TITULAR)
    card: Any = SimpleNamespace(hits=(), reports=(replace(REPORT, card=True),), sure=True)
    assert likeliest_first(replace(looked, findings=card), base, [OTHERS], [TITULAR]) == ([OTHERS], [TITULAR])
    elsewhere = replace(OTHERS, report=replace(REPORT, id="2"))
    assert likeliest_first(looked, base, [elsewhere], []) == ([elsewhere], [])


def test_the_shipped_trees_weigh_signs_that_are_made() -> None:
    looked, base = _sought("combien de jours d'absence en 2014 ?", TITULAR)
    (made,) = signs([TITULAR], looked, base, [])
    split = {tree.sign for tree in likelihood().trees if not isinstance(tree, float)}
    assert WEIGHTS.exists()
    assert split
    assert split <= made.keys()
    assert 0 < likelihood().probability(made) < 1
