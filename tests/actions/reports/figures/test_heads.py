"""An answer begins with the row called by the amount asked, else with what the passages shown say."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

from actions.reports.figures.asked import asked_of
from actions.reports.figures.heads import first_and_elsewhere
from actions.reports.figures.lacking import telling_first
from actions.reports.figures.measures import measures_asked, tells_the_whole
from actions.reports.subject import Subject
from knowledge.reports.models import FigureRow, PassageHit, Place
from tests.actions.reports.figures.test_choice import REPORT, _base, _cell, _told


def _hit(text: str, kind: str = "text") -> Any:
    place = SimpleNamespace(path=("La gestion",), anchor="s5-b1")
    return SimpleNamespace(kind=kind, text=text, place=place, report=REPORT)


@pytest.mark.parametrize(
    ("asked", "row", "whole"),
    [
        ("la masse salariale", "Charges de personnel", True),
        ("la masse salariale", "Charges totales de personnel (012)", True),
        ("la masse salariale", "Charges de personnel de la crèche", False),
        ("combien gagne le directeur", "Charges de personnel", False),
        ("combien la ville paie son personnel", "= Charges de personnel", True),
        ("et le personnel, combien ca coute ?", "Masse salariale en euros", True),
        ("la dette", "Encours de la dette au 31 décembre", True),
        ("la dette", "= Encours de dette du BP au 31 décembre", True),
        ("la dette", "Encours de dettes du BP au 1er janvier", False),
        ("la dette", "Annuité de la dette", False),
        ("le déficit", "RESULTAT NET", True),
        ("le déficit", "Résultat financier", False),
    ],
)
def test_a_row_may_be_called_by_the_whole_amount(asked: str, row: str, whole: bool) -> None:
    assert tells_the_whole(_cell(row, "2014"), measures_asked(asked), asked) is whole


def _first(text: str, found: list[FigureRow], shown: list[Any]) -> tuple[list[FigureRow], list[FigureRow]]:
    subject = Subject(text, reports=("1",))
    return first_and_elsewhere(subject, _base(*found), found, asked_of(text), (), shown)


def test_the_whole_stands_first_whatever_the_passages_say() -> None:
    part = replace(_cell("Dont régime indemnitaire", "2014", "914 k€", "EUR", 2014), score=0.9)
    whole = replace(_cell("Charges de personnel", "2014", "6 694 k€", "EUR", 2014), score=0.6)
    assert _first("la masse salariale", [part, whole], [_hit("Il y a 914 k€ de primes.")]) == ([whole], [])


def test_a_fitting_figure_from_elsewhere_stands_first_where_no_passage_has_one() -> None:
    total = replace(_cell("Total des agents permanents", "2014", "57", None, 2014), score=0.6)
    text = "nombre d'agents permanents de la crèche"
    assert _first(text, [total], [_hit("Les agents se renouvellent.")]) == ([total], [])
    assert _first(text, [total], [_hit("Elle emploie 60 agents.")])[0] == []


def test_a_row_of_the_season_stands_first_where_the_best_passage_has_no_number_of_it() -> None:
    row = replace(_cell("Patinoire", "2012/2013", "78 944 €", "EUR"), score=0.45)
    subject = Subject("combien rapporte la patinoire", reports=("1",))
    asked = replace(asked_of(subject.text), things=frozenset({"patinoir"}))
    for text, head in (
        ("La patinoire ouvre en 2012. Elle coûte 5 M€.", [row]),
        ("La patinoire rapporte 80 000 € en 2012.", []),
    ):
        hit = PassageHit(REPORT, Place("s5-b1", ()), 1, "text", text, "", 1.0, 1.0, (), "")
        told = first_and_elsewhere(subject, _base(row), [row], asked, (2012, 2013), [hit])
        assert told == (head, [] if head else [row])


def test_a_figure_of_the_year_stands_before_one_of_no_year_that_a_passage_says() -> None:
    row = replace(_cell("Subventions", "2013", "2 657 k€", "EUR", 2013), score=1.0)
    undated = replace(_told("2,5 M€", "EUR", "le festival"), score=0.8, place=Place("s5-b1", ()))
    subject = Subject("le montant des aides en 2013", reports=("1",))
    hit = PassageHit(REPORT, Place("s5-b1", ()), 1, "text", "En 2013, 2,5 M€.", "", 1.0, 1.0, (), "")
    asked = asked_of(subject.text)
    told, _ = first_and_elsewhere(subject, _base(row), [row, undated], asked, (2013,), [hit])
    assert told[0] == row


def test_passages_that_tell_the_kind_of_figure_asked_come_first() -> None:
    hits = [_hit("La fréquentation est suivie."), _hit("Elle a reçu 12 000 visiteurs.")]
    asked = asked_of("combien de visiteurs")
    assert telling_first(hits, asked, Subject("combien de visiteurs"), ()) == hits[::-1]
    assert telling_first(hits, asked, Subject("combien de visiteurs"), (2014,)) == hits
    assert telling_first(hits, asked_of("quel montant"), Subject("quel montant"), ()) == hits


def test_what_should_have_been_is_not_told_for_what_was() -> None:
    ought = replace(_told("29,8 M€", "EUR", "les remises auraient dû s’établir à"), score=0.6)
    was = replace(_told("35,2 M€", "EUR", "les remises accordées s’élèvent à"), score=0.58)
    shown = [_hit(ought.quote)]
    assert _first("combien de remises ont-ils touché", [was, ought], shown)[0][0] == was
    assert _first("combien auraient dû être les remises", [was, ought], shown)[0][0] == ought


def test_a_number_right_behind_the_amount_asked_for_stands_first() -> None:
    named = replace(_told("458 916 €", "EUR", "résorber le déficit de"), score=0.8)
    beside = replace(
        _told("471 230 €", "EUR", "apurer le déficit par une contribution exceptionnelle de"), score=0.8
    )
    found = [named, beside]
    assert _first("le déficit", found, [_hit(f"Il faut {beside.quote}.")])[0][0] == named
