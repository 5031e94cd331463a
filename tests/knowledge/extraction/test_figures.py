"""Figures of sentences and tables with their label, year, unit and quote."""

from decimal import Decimal

from knowledge.extraction.figures import find_figures
from knowledge.extraction.table_figures import table_figures
from tests.knowledge.extraction.builders import document, table


def test_each_amount_of_a_sentence_has_its_year() -> None:
    text = "Les charges de personnel sont passées de 96,2 M€ en 2009 à 106,5 M€ en 2014."
    figures = find_figures(document(("Charges", [text])))
    assert [(int(f.value), f.year) for f in figures] == [(96_200_000, 2009), (106_500_000, 2014)]
    assert figures[0].label == "Les charges de personnel"
    assert {f.quote for f in figures} == {text}
    assert figures[0].locator.path == ("Charges",)


def test_the_date_of_an_amount_is_not_said_of_the_next() -> None:
    text = "L’encours de sa dette est passé de 83 M€ au 1er janvier 2009 à 136,7 M€ au 31 décembre 2014."
    figures = find_figures(document(("La dette", [text])))
    assert [(f.printed, f.year) for f in figures] == [("83 M€", 2009), ("136,7 M€", 2014)]
    assert {f.label for f in figures} == {"L’encours de sa dette"}


def test_what_follows_an_amount_can_be_its_label() -> None:
    (figure,) = find_figures(document(("", ["Soit 12 M€ de subventions en 2013."])))
    assert "subventions" in figure.label


def test_the_year_something_was_created_is_not_the_year_of_a_figure() -> None:
    (figure,) = find_figures(document(("", ["Le syndicat, créé en 1994, regroupe 12 communes."])))
    assert figure.year is None


def test_the_year_since_which_something_grows_is_not_the_year_of_a_figure() -> None:
    text = "En 2015, la ville compte 23 020 habitants, en diminution depuis 1968."
    (figure,) = find_figures(document(("", [text])))
    assert figure.year == 2015


def test_cells_have_their_headings_year_and_unit() -> None:
    source = table(["en k€", "2013", "2014"], [["Encours de dette", "1 250", "(80)"]], caption="Dette")
    first, second = table_figures(source)
    assert (first.label, first.year, int(first.value), first.unit, first.scale) == (
        "Encours de dette", 2013, 1_250_000, "EUR", 1_000,
    )  # fmt: skip
    assert second.value == -80_000
    assert first.quote == "Dette | Encours de dette | 2013 | 1 250 k€"
    assert (first.row_heading, first.column_heading) == ("Encours de dette", "2013")


def test_a_row_states_its_own_unit() -> None:
    source = table(["en €", "2014"], [["Taux de réalisation", "95,2 %"], ["Nombre d’agents", "31"]])
    rate, agents = table_figures(source)
    assert (rate.value, rate.unit) == (Decimal("95.2"), "%")
    assert agents.unit is None


def test_a_title_row_heads_the_rows_below_it() -> None:
    source = table(["", "2014"], [["Dépenses", "Dépenses"], ["Personnel", "10"]])
    (figure,) = table_figures(source)
    assert figure.row_heading == "Dépenses – Personnel"


def test_repeated_merged_cells_count_once() -> None:
    source = table(["", "2014", "2014"], [["Total", "10", "10"]])
    assert len(table_figures(source)) == 1


def test_new_years_inside_a_table_replace_the_headings() -> None:
    source = table(["", "2010", "2011"], [["Dette", "1", "2"], ["", "2012", "2013"], ["Dette", "3", "4"]])
    assert [f.year for f in table_figures(source)] == [2010, 2011, 2012, 2013]


def test_account_numbers_are_no_figures() -> None:
    assert table_figures(table(["Compte", "2014"], [["60622", "5 000"]]))[0].value == 5000
    assert table_figures(table(["Libellé", "N° de compte"], [["Carburant", "60622"]])) == []
