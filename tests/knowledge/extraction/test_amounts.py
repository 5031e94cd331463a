"""Amounts, counts, percentages and years as reports and questions write them."""

from decimal import Decimal

import pytest

from knowledge.extraction.amounts import Unit, cell_quantity, quantities, stated_unit
from knowledge.extraction.years import single_year, year_positions, years


@pytest.mark.parametrize(
    ("text", "value", "unit", "scale"),
    [
        ("12,3 M€", 12_300_000, "EUR", 1_000_000),
        ("1,2 milliard d’euros", 1_200_000_000, "EUR", 1_000_000_000),
        ("4 Md€", 4_000_000_000, "EUR", 1_000_000_000),
        ("467 k€", 467_000, "EUR", 1_000),
        ("1 234 567 €", 1_234_567, "EUR", 1),
        ("25 millions de F CFP", 25_000_000, "XPF", 1_000_000),
        ("45 %", 45, "%", 1),
        ("- 3,2 %", Decimal("-3.2"), "%", 1),
        ("320 lits", 320, "lits", 1),
        ("2,5 millions de passagers", 2_500_000, "passagers", 1_000_000),
        ("12 788 habitants", 12_788, "habitants", 1),
    ],
)
def test_a_quantity_has_its_value_unit_and_scale(text: str, value: Decimal, unit: str, scale: int) -> None:
    (found,) = quantities(f"Soit {text} au total.")
    assert (found.value, found.unit, found.scale) == (value, unit, scale)
    assert found.printed == text


def test_a_year_before_an_amount_is_not_part_of_it() -> None:
    (found,) = quantities("en 2013 345 000 euros ont été versés")
    assert found.value == 345_000


@pytest.mark.parametrize("digits", ["123 456 " * 8 + "789", "1" * 40])
def test_columns_run_together_and_identifiers_are_no_quantities(digits: str) -> None:
    assert cell_quantity(digits) is None
    assert quantities(f"Soit {digits} € au total.") == []


def test_numbers_of_laws_and_articles_are_no_quantities() -> None:
    assert quantities("l’article L. 243-5 et la loi n° 2015-991 du 7 août 2015") == []


@pytest.mark.parametrize(
    ("cell", "value", "unit"),
    [
        ("1 234", 1234, ""), ("(1 234)", -1234, ""), ("− 5,2 %", Decimal("-5.2"), "%"), ("+3", 3, ""),
        ("12,3 M€", 12_300_000, "EUR"), ("5 000.00", 5000, ""), ("72,4 ETP", Decimal("72.4"), "ETP"),
    ],
)  # fmt: skip
def test_a_table_cell_is_read_whole(cell: str, value: Decimal, unit: str) -> None:
    found = cell_quantity(cell)
    assert found is not None
    assert (found.value, found.unit) == (value, unit)


@pytest.mark.parametrize("cell", ["n.s.", "CA 2013", "", "-", "10 à 20", "(1 234"])
def test_other_cells_are_no_numbers(cell: str) -> None:
    assert cell_quantity(cell) is None


@pytest.mark.parametrize(
    ("caption", "name", "scale"),
    [("Charges (en milliers d’euros)", "EUR", 1_000), ("en k€", "EUR", 1_000), ("(en M€)", "EUR", 1_000_000),
     ("En €", "EUR", 1), ("(en %)", "%", 1), ("en millions de F CFP", "XPF", 1_000_000)],
)  # fmt: skip
def test_a_caption_states_the_unit(caption: str, name: str, scale: int) -> None:
    unit = stated_unit(caption)
    assert unit is not None
    assert (unit.name, unit.scale) == (name, scale)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("quel était l’endettement en 2014 ?", (2014,)),
        ("entre 2010 et 2012", (2010, 2011, 2012)),
        ("de 2012 à 2014", (2012, 2013, 2014)),
        ("2009-2011", (2009, 2010, 2011)),
        ("la loi n° 2015-991 du 7 août 2015", ()),
        ("2 013 habitants", ()),
    ],
)
def test_years_of_a_question(text: str, expected: tuple[int, ...]) -> None:
    assert years(text) == expected


def test_one_year_of_a_heading() -> None:
    assert single_year("au 31/12/2013") == 2013
    assert single_year("2013-2014") is None


def test_years_keep_their_place() -> None:
    assert year_positions("en 2011, puis 2013") == [(2011, 3), (2013, 14)]


def test_what_a_rate_is_shared_by_is_not_its_unit() -> None:
    assert stated_unit("Taux d’absentéisme en jour/ETP") == Unit("jours", 1)
    assert stated_unit("Heures supplémentaires par ETP") is None
    assert stated_unit("Effectifs en ETP") == Unit("ETP", 1)


def test_a_year_numbered_is_no_unit() -> None:
    assert stated_unit("Nombre total d’adhérents en année N") is None
    assert stated_unit("Capacité de désendettement en année") == Unit("années", 1)
    assert stated_unit("Durée (en années)") == Unit("années", 1)
