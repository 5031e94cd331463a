"""« C'est quoi ? » is answered by what a thing is."""

from __future__ import annotations

import pytest

from actions.reports.passages.definition import asks_what_it_is, definition_first
from knowledge.reports.models import PassageHit, Place, ReportSummary

_REPORT = ReportSummary("1", "Le programme SIRHEN", None, None, None, None, None, None, None)


def _hit(text: str) -> PassageHit:
    return PassageHit(_REPORT, Place("a", ()), 1, "text", text, "", 1.0, 1.0, (), "")


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("SIRHEN c'est quoi", True),
        ("qu'est-ce que le SIRHEN ?", True),
        ("What is SIRHEN?", True),
        ("SIRHEN c koi", True),
        ("que dit le rapport sur SIRHEN ?", False),
        ("combien coûte SIRHEN ?", False),
    ],
)
def test_what_a_thing_is_may_be_all_that_is_asked(text: str, asks: bool) -> None:
    assert asks_what_it_is(text) is asks


@pytest.mark.parametrize(
    "defines",
    [
        "Le programme SIRHEN a pour objet le remplacement des systèmes de paie.",
        "SIRHEN est un système d’information.",
        "Lancé en 2007, SIRHEN vise à gérer la paie.",
    ],
)
def test_the_sentence_that_says_what_it_is_comes_first(defines: str) -> None:
    about, hit = _hit("La Cour a contrôlé SIRHEN."), _hit(f"Il coûte 60 M€. {defines} Il est en retard.")
    first, *rest = definition_first([about, hit], "Le programme SIRHEN")
    assert first.text == defines and rest == [about, hit]


def test_nothing_changes_where_no_sentence_says_it() -> None:
    hits = [_hit("La Cour a contrôlé SIRHEN."), _hit("La paie est un service de l’État.")]
    assert definition_first(hits, "SIRHEN") == hits
