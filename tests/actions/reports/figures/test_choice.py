"""Which figures may answer by their unit, and which stand at the head of an answer."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import pytest

from actions.reports.figures.asked import asked_of
from actions.reports.figures.choice import at_the_head, is_readable, surely_meant
from actions.reports.figures.kinds import can_answer
from actions.reports.figures.names import name_in_table, without_sign
from knowledge.reports.forecasts import is_foreseen
from knowledge.reports.models import FigureRow, PassageHit, Place, ReportSummary

REPORT = ReportSummary("1", "Commune", dt.date(2016, 6, 1), None, None, None, None, None, (2010, 2014))


def _told(printed: str, unit: str, label: str, quote: str = "", year: int | None = None) -> FigureRow:
    """A figure of a sentence."""
    return FigureRow(
        REPORT, label, Decimal(1), printed, unit, year, None, None, None, quote or f"{label} {printed}",
        Place("s1-b1", ("La dette",)),
    )  # fmt: skip


def _cell(
    row: str, column: str | None, printed: str = "1 200", unit: str | None = None, year: int | None = None
) -> FigureRow:
    return FigureRow(
        REPORT, row, Decimal(1), printed, unit, year, None, row, column, f"{row}, {column} : {printed}",
        Place("s2-b1", ("Le personnel",)),
    )  # fmt: skip


def _base(*cells: FigureRow, caption: str | None = None) -> Any:
    table = SimpleNamespace(place=Place("s2-b1", ()), caption=caption, header=(), rows=())
    return SimpleNamespace(
        figures_at=lambda *_: cells,
        tables=lambda _: [table],
        report=lambda _: None,
        well_spelt=lambda terms: terms,
        passages=lambda _: [],
    )


@pytest.mark.parametrize(
    ("text", "figure", "fits"),
    [
        ("combien d'infirmières ?", _cell("Coût moyen de l’ETP", "2014", "43 948 ETP", "ETP"), False),
        ("combien de salariés ?", _told("50 ans", "ans", "le salarié est âgé de"), False),
        ("combien d'agents ?", _told("287 agents", "agents", "un effectif moyen"), True),
        ("combien d'agents ?", _told("40 ETP", "ETP", "la commune emploie"), True),
        ("combien d'agents ?", _told("11 agents", "agents", "une baisse", "soit 11 agents en moins"), False),
        ("combien d'agents ?", _told("+ 11 agents", "agents", "Cette augmentation"), False),
        ("nombre d'agents en 2011", _cell("formations annulées par l'agent", "2011", year=2011), False),
        ("nombre d'agents en 2011", _cell("Nombre d'agents ayant suivi une formation", "2011"), False),
        ("nombre d'agents en 2011", _cell("Nombre total d'agents", "2011", year=2011), True),
        ("la population", _told("40 %", "%", "la population communale"), False),
        ("la population", _told("17 463 habitants", "habitants", "la commune compte"), True),
        ("combien de gens partis à la retraite", _cell("Dont départ à la retraite", "2013"), True),
        ("nombre de départs", _cell("Flux de sortie – Départ à la retraite", "2013"), True),
        ("combien d'habitants", _told("1 000 habitants", "habitants", "26 agents pour"), False),
        ("c'est combien de l'heure au parking", _cell("Tarif horaire", "2015", "1,20 €", "EUR"), True),
        ("combien de l'heure", _told("12 heures", "heures", "le parking ferme"), False),
        ("combien d'heures par an", _told("58 agents", "agents", "la durée du travail"), False),
        ("combien coûte un repas", _cell("Restauration scolaire", "2013", "459 977"), False),
        ("combien coûte un repas", _cell("Déjeuner", "2015", "12 005,78"), True),
        ("combien coûte la piscine", _told("12 agents", "agents", "la piscine"), False),
        ("quelle est la dette ?", _cell("Encours de la dette", "2013", "3 864 856"), True),
        ("quelle est la dette ?", _told("12 %", "%", "la dette a baissé de"), False),
        ("quelle est la dette ?", _told("2 M€", "EUR", "la dette", "la dette a diminué de 2 M€"), False),
        ("de combien la dette a augmenté ?", _told("12 %", "%", "la dette a augmenté de"), True),
        ("quel est le taux de chômage ?", _told("3 M€", "EUR", "le chômage"), False),
        ("combien gagne le directeur", _told("19 800 francs", "FRF", "sa rémunération"), False),
        ("le montant des primes", _told("9 MF CFP", "XPF", "les primes"), True),
        ("sa coute combien de faire voter", _told("34 M€", "EUR", "le coût des élections"), True),
        ("la dette par habitant", _told("1,3 M€", "EUR", "la garantie d’emprunt"), False),
        ("la dette par habitant", _cell("Dette en €/hab.", "2014", "405 €", "EUR"), True),
        ("combien d'emprunts toxiques", _told("11 M€", "EUR", "les emprunts"), False),
        ("quelle est la dette ?", _told("2 M€", "EUR", "La baisse de la dette"), False),
        (
            "combien d'agents ?",
            _told("9 agents", "agents", "sur les", "9 agents susceptibles de partir"),
            False,
        ),
        ("combien de lits", _told("10 lits", "lits", "la fermeture", "la fermeture de 10 lits"), False),
        ("combien d'agents", _cell("Nombre d'agents", "Evol. 2010-2012", "30"), False),
        ("combien de lits fermés", _told("10 lits", "lits", "", "la fermeture de 10 lits"), True),
        ("les agents y sont combien", _told("- 3 agents", "agents", "écoles"), False),
        ("les agents y sont combien", _told("407 agents", "agents", "effectifs"), True),
        ("combien de gens y travaillent", _told("407 agents", "agents", "effectifs"), True),
        ("emploie combien de personnes", _told("407 agents", "agents", "effectifs"), True),
        ("combien d'agents", _told("573 agents", "agents", "Avec", "Avec plus de 573 agents"), True),
        ("combien d'agents", _told("50 agents", "agents", "", "les villes de plus de 50 agents"), False),
        ("combien de lits", _told("2 286 séjours", "séjours", "l’unité d’urgence (lits porte)"), False),
        ("combien de lits", _told("17 places", "places", "", "17 places et lits"), True),
        ("combien de médecins", _cell("Médecine", "Total", "178"), False),
        ("combien de médecins", _cell("Médecins", "2014", "178"), True),
        ("combien la chambre a-t-elle d'agents", _told("40 %", "%", "la part des agents"), False),
        ("combien la chambre a-t-elle d'agents", _told("40 agents", "agents", "elle a"), True),
        ("combien personnes travail ville", _told("40 agents", "agents", "elle a"), True),
        ("nombre voyageurs par jour", _told("232 jours", "jours", "les jours payants"), False),
        ("nb voyageurs par jour", _told("40 voyageurs", "voyageurs", "elle a"), True),
        ("combien de gens sont suivis", _told("700 000 personnes", "personnes", "près de"), True),
        (
            "quelle est la dette ?",
            _told("5 M€", "EUR", "", "La dette croît en raison de la reprise d’un emprunt de 5 M€"),
            False,
        ),
        ("combien d heures par an", _told("2 €", "EUR", "deux heures coûteront"), False),
        ("combien de dettes", _cell("Total", "Nombre d'emprunts", "16"), False),
        ("les recettes des horodateurs", _cell("Nombre d'entrées", "2014", "83 €", "EUR"), False),
    ],
)
def test_only_a_figure_of_the_kind_asked_answers(text: str, figure: FigureRow, fits: bool) -> None:
    assert can_answer(figure, asked_of(text)) is fits


def test_a_row_needs_its_column_unless_it_has_but_one_number() -> None:
    alone, other = _cell("Population", None), _cell("Population", "2014", year=2014)
    assert is_readable(alone, _base(alone))
    assert not is_readable(alone, _base(alone, other))
    assert is_readable(other, _base(alone, other))
    assert not is_readable(_cell("dont personnel", "2014"), _base())
    assert not is_readable(_cell("Personnel", "CA 2014)"), _base())


def test_a_row_with_two_values_under_one_heading_is_not_read() -> None:
    one = _cell("Nombre d’agents", "2014", "9,8 ETP", year=2014)
    assert is_readable(one, _base(one, one))
    assert not is_readable(one, _base(one, replace(one, value=Decimal(154))))


@pytest.mark.parametrize(
    ("label", "quote", "text"),
    [
        ("La dette garantie par la commune", "", "dette garantie"),
        ("Le projet a un coût d’études", "", "combien ont coûté les études"),
        ("Les aides", "Les aides sont de 3 M€, ne représentant que 5 % de tout le total du RSA.", ""),
    ],
)
def test_an_amount_of_a_part_or_beside_is_told_only_where_asked_for(
    label: str, quote: str, text: str
) -> None:
    figure = _told("3 M€", "EUR", label, quote)
    assert at_the_head([figure], "combien de dette, de coûts et pour le RSA", _base()) == []
    assert not text or at_the_head([figure], text, _base()) == [figure]


def test_a_total_is_called_by_its_table_and_stands_for_its_parts() -> None:
    total, part = _cell("Total", "2013", year=2013), _cell("Prestataire", "2013", year=2013)
    base = _base(total, part, caption="Coût de l’intérim médical")
    assert at_the_head([total, part], "combien coûte l'intérim médical", base) == [total]
    assert name_in_table(total, base) == "Coût de l’intérim médical – Total"
    assert at_the_head([total, part], "combien coûte le prestataire", base) == [total, part]
    assert not is_readable(total, _base(total))


def test_the_head_is_short_and_of_one_kind() -> None:
    euros = [_told(f"{n} M€", "EUR", f"L’encours numéro {n} de la dette") for n in range(1, 6)]
    mixed = [euros[0], _told("4 %", "%", "La part de la dette"), *euros[1:]]
    assert at_the_head(mixed, "endettement", _base()) == euros[:3]


def test_one_sentence_is_told_once() -> None:
    sentence = "Elle est passée de 1 M€ à 2 M€."
    cut = [_told(printed, "EUR", "Elle", sentence) for printed in ("1 M€", "2 M€")]
    assert at_the_head(cut, "la dette", _base()) == cut[:1]


def test_a_forecast_is_told_only_for_the_year_asked() -> None:
    past, future = _cell("Dette", "CA 2014", year=2014), _cell("Dette", "CA 2020", year=2020)
    planned = _cell("Dette", "Prévision 2014", year=2014)
    assert [is_foreseen(one) for one in (past, future, planned)] == [False, True, True]
    assert at_the_head([future, planned, past], "la dette", _base()) == [past]
    assert at_the_head([future, past], "la dette en 2020", _base()) == [future]


def test_an_undated_figure_is_of_the_year_its_sentence_names() -> None:
    named = _told("2 M€", "EUR", "L’encours de la dette", "En 2013, l’encours de la dette est de 2 M€.")
    undated = _told("3 M€", "EUR", "L’encours de la dette", "L’encours de la dette est de 3 M€.")
    assert at_the_head([undated, named], "la dette en 2013", _base()) == [named]


def _passage(text: str, anchor: str = "s9-b1") -> PassageHit:
    return PassageHit(REPORT, Place(anchor, ()), 1, "paragraph", text, "", 1.0, 1.0, (), "")


def test_only_what_the_passages_shown_say_is_surely_meant() -> None:
    sentences = ["L’encours est de 8 M€.", "Un autre est de 9 M€.", "La dette est de 7 M€."]
    shown = [_passage(text, f"s9-b{n}") for n, text in enumerate(sentences)]
    first, last, other = (_told(printed, "EUR", "La dette") for printed in ("8 M€", "7 M€", "5 M€"))
    assert surely_meant([first, other, last], shown) == [first, last]
    hardly = [replace(one, score=0.4) for one in (first, last)]
    assert surely_meant(hardly, shown) == hardly[:1]


def test_an_undated_figure_is_of_the_year_its_passage_names() -> None:
    undated = _told("3 M€", "EUR", "L’encours", "L’encours est de 3 M€.")
    passage = _passage("La dette a crû en 2013. L’encours est de 3 M€.")
    assert at_the_head([undated], "la dette en 2013", _base(), [passage]) == [undated]
    assert at_the_head([undated], "la dette en 2012", _base(), [passage]) == []


@pytest.mark.parametrize(
    ("text", "figure", "own"),
    [
        ("la dette", _cell("Dette par habitant", "2014 – Strate", year=2014), False),
        ("la dette des autres villes", _cell("Dette par habitant", "2014 – Strate", year=2014), True),
        ("combien d'heures", _told("1 607 heures", "heures", "Tout agent doit accomplir"), False),
        ("combien d'heures légalement", _told("1 607 heures", "heures", "Tout agent doit accomplir"), True),
        (
            "combien d'heures",
            _told("1 557 heures", "heures", "Elle", "1 557 heures, inférieur à la durée légale"),
            True,
        ),
        ("le salaire du chef", _told("5 300 €", "EUR", "Il gagne", "5 300 €, par concert donné"), False),
        ("le coût du personnel", _cell("Coût moyen d’un emploi", "2014", "21 676 €", "EUR"), False),
        ("le coût d'un emploi", _cell("Coût moyen d’un emploi", "2014", "21 676 €", "EUR"), True),
        ("combien coûte un emploi", _cell("Coût moyen d’un emploi", "2014", "21 676 €", "EUR"), True),
        ("quel montant", _cell("Crédit d’impôt maximum / bénéficiaire", "2014", "2 500 €", "EUR"), False),
        ("les aides aux associations", _told("2 €", "EUR", "", "aide versée à l’association : 2 €"), False),
        ("les aides aux associations", _told("2 €", "EUR", "", "aide aux associations : 2 €"), True),
        ("le salaire du chef par concert", _told("5 300 €", "EUR", "", "5 300 €, par concert donné"), True),
        ("le salaire du chef", _told("5 300 €", "EUR", "Il gagne", "5 300 € par mois"), True),
    ],
)
def test_the_head_is_of_the_body_itself(text: str, figure: FigureRow, own: bool) -> None:
    assert at_the_head([figure], text, _base()) == ([figure] if own else [])


def test_an_amount_by_the_year_comes_first_where_it_is_asked_for() -> None:
    total, yearly = (_told(f"{n} M€", "EUR", "Le coût", q) for n, q in ((5, "5 M€"), (1, "1 M€ par an")))
    assert at_the_head([total, yearly], "combien ça coûte par an", _base()) == [yearly, total]
    assert at_the_head([total, yearly], "combien ça coûte", _base()) == [total, yearly]


@pytest.mark.parametrize(
    ("row", "printed", "text", "first"),
    [
        ("Reversements de recettes de billetterie", "900", "que rapporte la billetterie", False),
        ("Reversements de recettes de billetterie", "900", "combien de reversements de billetterie", True),
        ("Autres subventions", "900", "combien de subventions", False),
        ("Recettes de billetterie", "900", "que rapporte la billetterie", True),
    ],
)
def test_what_is_taken_off_or_left_over_is_no_answer_for_the_whole(
    row: str, printed: str, text: str, first: bool
) -> None:
    figure = _cell(row, "2014", printed, "EUR", 2014)
    assert at_the_head([figure], text, _base(figure)) == ([figure] if first else [])


def test_an_addend_comes_after_the_whole_and_is_named_without_its_sign() -> None:
    addend = _cell("+ Charges sociales", "2014", "900", "EUR", 2014)
    whole = _cell("= Charges de personnel", "2014", "1 900", "EUR", 2014)
    told = at_the_head([addend, whole], "les charges de personnel", _base())
    assert told == [whole, addend]
    assert name_in_table(whole, _base()) == "Charges de personnel"


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("= CAF brute", "CAF brute"),
        ("+/- Résultat financier", "Résultat financier"),
        ("* Hors loyers", "Hors loyers"),
        ("% des charges", "% des charges"),
        ("< 3 Mbps", "< 3 Mbps"),
        ("« Merchandising » et bars", "« Merchandising » et bars"),
        ("/an et par berceau", "/an et par berceau"),
        ("-", "-"),
    ],
)
def test_only_the_sign_of_an_account_or_a_list_is_no_part_of_a_heading(heading: str, name: str) -> None:
    assert without_sign(heading) == name


def test_the_pay_of_a_predecessor_is_not_that_of_the_director() -> None:
    quote = "L’ancien directeur percevait une rémunération de 200 000 €."
    figure = _told("200 000 €", "EUR", "une rémunération", quote)
    assert at_the_head([figure], "combien gagne le directeur", _base()) == []
    assert at_the_head([figure], "combien gagnait l'ancien directeur", _base()) == [figure]


def test_a_heading_cut_before_its_last_word_is_not_read() -> None:
    assert not is_readable(_cell("Pêcheurs", "Montant en"), _base())


def test_one_amount_of_a_year_is_told_once_whatever_its_rows_are_called() -> None:
    one, other = (
        replace(_cell(row, "2012", "58 611 k€", "EUR", 2012), value=Decimal(58_611_000))
        for row in ("Encours de dette", "Encours total de dette")
    )
    assert at_the_head([one, other], "la dette en 2012", _base(one, other)) == [one]
