"""A figure answers where it is of the very amount asked for, whole, and of the body itself."""

from __future__ import annotations

from dataclasses import replace

import pytest

from actions.reports.figures.own import is_of_another_thing, is_own, of_its_own, of_other_things
from knowledge.reports.models import FigureRow, Place
from knowledge.text import fold
from tests.actions.reports.figures.test_choice import _base, _cell, _told


def _said(quote: str, printed: str, unit: str = "EUR", heading: str = "Le personnel") -> FigureRow:
    before = quote.partition(printed)[0]
    return replace(_told(printed, unit, before, quote), place=Place("s1-b1", (heading,)))


@pytest.mark.parametrize(
    ("text", "quote", "printed", "other"),
    [
        (
            "la dette",
            "Le capital restant dû sur les trois emprunts structurés est de 2,1 M€.",
            "2,1 M€",
            True,
        ),
        ("la dette", "L’emprunt de 2006 laisse un capital restant dû de 1,4 M€.", "1,4 M€", True),
        ("la dette", "L’encours de la dette s’élève à 12 M€.", "12 M€", False),
        ("les emprunts toxiques", "Les emprunts structurés s’élèvent à 2 M€.", "2 M€", False),
        ("le montant de l'emprunt", "L’emprunt de 2006 s’élève à 2 M€.", "2 M€", False),
        ("les charges de personnel", "Attribuée au personnel, elle atteignait 98 726 €.", "98 726 €", True),
        ("les charges de personnel", "Avec les charges sociales, elles ont atteint 5 M€.", "5 M€", False),
        ("le camping rapporte combien", "Les dépenses du camping s’élèvent à 82 000 €.", "82 000 €", True),
        (
            "le camping rapporte combien",
            "Le camping a coûté 3 M€ et ses recettes sont de 90 k€.",
            "90 k€",
            False,
        ),
        ("combien coûte le camping", "Son chiffre d’affaires est de 240 000 €.", "240 000 €", True),
        ("combien la ville verse au club", "Le club a perçu une subvention de 50 000 €.", "50 000 €", False),
        ("combien coûte la plateforme", "Les dépenses hors plateforme (122 M€) baissent.", "122 M€", True),
        ("le coût du mandat", "Au Québec, le coût du mandat est de 3 M€.", "3 M€", True),
        ("le coût du mandat au Québec", "Au Québec, le coût du mandat est de 3 M€.", "3 M€", False),
        ("le déficit", "L’excédent brut d’exploitation est de 3 M€.", "3 M€", True),
    ],
)
def test_an_amount_of_another_thing_answers_nothing(text: str, quote: str, printed: str, other: bool) -> None:
    assert is_of_another_thing(_said(quote, printed), fold(text), _base()) is other


def test_a_heading_says_what_a_pronoun_stands_for() -> None:
    told = _said("En 2013, elle atteignait 2 M€.", "2 M€", heading="La dette")
    assert not is_of_another_thing(told, "la dette en 2013", _base())
    assert is_of_another_thing(told, "la subvention en 2013", _base())


@pytest.mark.parametrize(
    ("text", "figure", "caption", "other"),
    [
        (
            "combien de jours travaillent les agents",
            _cell("Total", "2014", "9 jours", "jours"),
            "Absences",
            True,
        ),
        ("combien de jours d'absence", _cell("Total", "2014", "9 jours", "jours"), "Absences", False),
        ("combien de jours d'ouverture", _cell("Maladie", "2014", "9 jours", "jours"), None, True),
        ("combien de jours", _cell("Ouverture", "2014", "9 jours", "jours"), None, False),
        ("combien de gens travaillent là", _cell("Effectif de l’année", "2014", "90"), None, False),
        ("quel taux de taxe", _cell("Taxe d’habitation", "Taux", "22 %", "%"), None, False),
        ("quel taux de taxe", _cell("Taxe d’habitation", "Var. annuelle", "2 %", "%"), None, True),
        ("quel taux de croissance", _cell("Taxe d’habitation", "Var. annuelle", "2 %", "%"), None, False),
        ("quel taux de taxe", _cell("Foyers imposables", "Part", "36 %", "%"), None, True),
        ("quelle part de foyers", _cell("Foyers imposables", "Part", "36 %", "%"), None, False),
        ("les subventions de la région", _cell("Département du Nord", "2014", "2 M€", "EUR"), None, True),
        ("les subventions de la région", _cell("Région", "2014", "5 M€", "EUR"), None, False),
        ("les subventions de la ville", _cell("Ville", "2014", "5 M€", "EUR"), None, False),
    ],
)
def test_a_row_of_another_thing_answers_nothing(
    text: str, figure: FigureRow, caption: str | None, other: bool
) -> None:
    assert is_of_another_thing(figure, fold(text), _base(caption=caption)) is other


def test_a_share_of_all_receipts_is_no_rate() -> None:
    share = _said("La taxe s’élève à 3 M€, soit 37 % des produits.", "37 %", "%")
    assert is_of_another_thing(share, "quel taux de taxe", _base())
    assert not is_of_another_thing(share, "quelle part", _base())


def test_of_two_things_in_a_title_the_one_asked_about_is_told() -> None:
    told = _said("La dépense est de 122 M€.", "122 M€")
    report = replace(told.report, title="Les écoutes et la Plateforme nationale (PNIX)")
    assert is_of_another_thing(replace(told, report=report), "le coût de la pnix", _base())
    assert not is_of_another_thing(replace(told, report=report), "le coût des écoutes", _base())


@pytest.mark.parametrize(
    ("quote", "printed", "own"),
    [
        ("Chaque habitant de la région contribue à hauteur de 1,30 €.", "1,30 €", False),
        ("Pour chacun des 80 000 auditeurs, la région verse 66 €.", "66 €", False),
        ("La région verse 5,2 M€ chaque année.", "5,2 M€", True),
    ],
)
def test_the_share_of_one_is_no_whole(quote: str, printed: str, own: bool) -> None:
    assert is_own(_said(quote, printed), "les subventions de la region") is own


@pytest.mark.parametrize(
    ("text", "better", "worse"),
    [
        ("la dette", "Elle est de 479 € pour la ville.", "Dans la strate, elle est en moyenne de 1 056 €."),
        ("la dette", "L’encours est de 12 M€.", "Les emprunts structurés sont de 2 M€."),
        ("la dette par habitant", "Elle est de 900 € par habitant.", "La dette monte à 3 M€."),
        ("le camping rapporte combien", "Les recettes sont de 90 k€.", "Les charges sont de 95 k€."),
        ("les subventions", "La région verse 5,2 M€.", "Chaque auditeur reçoit ainsi 66 €."),
        (
            "les musiciens",
            "Il emploie 12 musiciens.",
            "Ils représentent 8 % de l’effectif total des musiciens.",
        ),
        ("le camping", "Il coûte 2 M€.", "En Espagne, un tel camping coûte 1 M€."),
    ],
)
def test_the_own_amount_of_the_body_counts_more(text: str, better: str, worse: str) -> None:
    assert of_its_own(fold(better), fold(text)) > of_its_own(fold(worse), fold(text))


def test_the_sentences_beside_the_matter_are_known() -> None:
    beside = _said("Les emprunts structurés sont de 2 M€.", "2 M€")
    own = _said("L’encours de la dette est de 12 M€.", "12 M€")
    assert of_other_things([beside, own], "la dette", _base()) == [beside.quote]
