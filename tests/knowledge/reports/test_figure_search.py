"""Which figures are taken for what is asked."""

from __future__ import annotations

from typing import Any

import pytest

from knowledge.reports.figure_search import (
    _counted,
    _score,
    _Wanted,
    divisors,
    names_a_class,
)
from knowledge.reports.questions import read_question
from knowledge.text import content_stems, stems


@pytest.mark.parametrize(
    ("label", "asked", "kept"),
    [
        ("taxe d'habitation", "nombre d'habitants", False),
        ("taxe d'habitation", "taxe d'habitation", True),
        ("nombre d'habitants", "nombre d'habitants", True),
    ],
)
def test_a_tax_on_dwellings_counts_no_inhabitants(label: str, asked: str, kept: bool) -> None:
    terms = dict.fromkeys(stems(asked), 1.0)
    assert ("habit" in _Wanted.of(terms).of_the_thing(stems(label), ())) is kept


def test_what_an_amount_is_divided_by_is_not_counted() -> None:
    assert divisors("la dette atteint 1 108 € par habitant") == {"habit"}
    assert divisors("Cependant, rapportée au nombre d’habitants, cette dépense") == {"habit"}
    assert not divisors("nombre d'habitants")


def test_a_number_counts_what_its_unit_says() -> None:
    terms = dict.fromkeys(stems("nombre d'habitants"), 1.0)
    assert _counted("habitants", terms) == {"habit"}
    assert not _counted("EUR", terms) and not _counted(None, terms)


@pytest.mark.parametrize(
    ("quote", "printed", "of_others"),
    [
        ("dans les communes de plus de 10 000 habitants", "10 000 habitants", True),
        ("la moyenne des communes de 5 000 à 10 000 habitants", "10 000 habitants", True),
        ("26 agents pour 1 000 habitants", "1 000 habitants", True),
        ("la commune compte 17 112 habitants", "17 112 habitants", False),
        ("la commune comptant moins de 100 000 habitants", "100 000 habitants", True),
        ("une population comprise entre 20 000 et 50 000 habitants", "50 000 habitants", True),
        ("une population limitée à 15 000 habitants", "15 000 habitants", True),
        ("elle a un peu moins de 5 000 habitants", "5 000 habitants", False),
        ("33 communes fortes de 36 382 habitants", "36 382 habitants", False),
    ],
)
def test_a_class_of_communes_is_no_count(quote: str, printed: str, of_others: bool) -> None:
    assert names_a_class(quote, printed) is of_others


def test_what_is_paid_back_is_not_what_is_owed() -> None:
    annuity, section = stems("annuité en capital"), stems("la dette de la commune")
    owed, paid = (dict.fromkeys(stems(text), 1.0) for text in ("encours de la dette", "annuité de la dette"))
    assert "det" not in _Wanted.of(owed).of_the_thing(section, annuity)
    assert "det" in _Wanted.of(paid).of_the_thing(section, annuity)
    assert "det" not in _Wanted.of(owed).of_the_thing(section, stems("nouvelles dettes"))
    assert "emprunt" not in _Wanted.of(owed).of_the_thing(stems("nouveaux emprunts"), [])
    assert "emprunt" in _Wanted.of({"emprunt": 1.0}).of_the_thing(stems("nouveaux emprunts"), [])


def test_inhabitants_are_the_population() -> None:
    assert _counted("habitants", dict.fromkeys(stems("la population"), 1.0)) == {"popul"}


@pytest.mark.parametrize(
    ("asked", "label", "least"),
    [
        ("masse salariale", "Charges de personnel", 0.7),
        ("masse salariale", "Rémunérations du personnel", 0.7),
        ("déficit", "Résultat de l’exercice", 0.7),
        ("payé personnel", "Charges de personnel", 0.8),
    ],
)
def test_figures_are_found_by_what_tables_call_them(asked: str, label: str, least: float) -> None:
    wanted = _Wanted.of(dict.fromkeys(content_stems(asked), 1.0))
    assert wanted.presence(frozenset(stems(label)), frozenset()) / wanted.total >= least


def test_charges_alone_are_no_payroll() -> None:
    wanted = _Wanted.of(dict.fromkeys(content_stems("masse salariale"), 1.0))
    assert not wanted.presence(frozenset(stems("Les charges à caractère général")), frozenset())


def _row(row: str, column: str, section: str = "", year: int | None = 2014) -> Any:
    keys = ("unit", "label", "quote", "printed", "path")
    return dict.fromkeys(keys) | {
        "row_heading": row,
        "column_heading": column,
        "year": year,
        "label_stems": " ".join(content_stems(row)),
        "context_stems": " ".join(content_stems(f"{column} {section}")),
    }


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        (_row("2014", "Passagers"), _row("Avions", "Passagers")),
        (_row("Doubs", "2014", "passagers"), _row("Jura", "2014", "passagers")),
        (_row("Passagers", "2013/2014", year=None), _row("Passagers", "2012/2013", year=None)),
    ],
)
def test_what_is_measured_may_stand_beside_the_heading_of_a_row(better: Any, worse: Any) -> None:
    question = read_question("combien de passagers en 2014")
    wanted = _Wanted.of({"passager": 1.0})
    assert _score(better, question, wanted, frozenset({"doub"})) > _score(
        worse, question, wanted, frozenset({"doub"})
    )
