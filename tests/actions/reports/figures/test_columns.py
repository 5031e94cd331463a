"""A number is told by the heading of its column only where that heading is surely its own."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

from actions.reports.figures.choice import is_readable
from actions.reports.figures.columns import is_shifted
from tests.actions.reports.figures.test_choice import _base, _cell


def _table(header: tuple[str, ...], *rows: tuple[str, ...]) -> Any:
    return SimpleNamespace(header=(header,), rows=rows)


def test_headings_that_stand_one_cell_further_than_the_numbers_name_none() -> None:
    shifted = _table(("Ratio", "", "Valeur 2014", "Référence"), ("Durée", "20 ans", "23 ans", ""))
    assert is_shifted(shifted)
    assert not is_shifted(_table(("Ratio", "2013", "2014", "Note"), ("Durée", "20 ans", "23 ans", "")))
    assert not is_shifted(_table(("Ratio", "", "2014", "Note"), ("Durée", "", "23 ans", "élevé")))
    assert not is_shifted(_table((), ("Durée", "20 ans")))
    in_euros = ("Commune", "Part", "Revenu en €", "Note")
    assert is_shifted(_table(in_euros, ("Valbrune", "12 %", "36 %", "")))
    assert not is_shifted(_table(in_euros, ("Valbrune", "12 %", "19 656", "")))


def test_a_figure_of_such_a_table_is_not_told() -> None:
    cell = _cell("Durée", "Valeur 2014", "23 ans", year=2014)
    base = _base(cell)
    assert is_readable(cell, base)
    base.tables(0)[0].header = (("Ratio", "", "Valeur 2014", "Référence"),)
    base.tables(0)[0].rows = (("Durée", "20 ans", "23 ans", ""),)
    assert not is_readable(cell, base)


def test_a_column_without_rows_tells_one_number_not_several() -> None:
    alone = replace(_cell("", "RSA", "58 897"), row_heading=None)
    assert is_readable(alone, _base(alone))
    assert not is_readable(alone, _base(alone, replace(alone, printed="0")))


def test_a_heading_into_which_a_number_slipped_names_no_column() -> None:
    merged = _cell("Déficit", "34 765,03 (de 2011)", "- 38 876,54")
    assert not is_readable(merged, _base(merged))
