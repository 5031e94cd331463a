"""A figure of a table is told with what stands over its rows, and as a plan where the table is one."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

from actions.reports.figures.names import is_planned, name_in_table
from knowledge.reports.models import PassageRow, Place
from tests.actions.reports.figures.test_choice import _cell

PLACE = Place("s2-b1", ("Le réseau",))


def _base(corner: str = "", caption: str | None = None, before: str = "") -> Any:
    table = SimpleNamespace(place=PLACE, caption=caption, header=((corner, "2014"),), rows=())
    rows = [
        PassageRow(1, "text", Place("s2-b0", ()), before, "", None),
        PassageRow(1, "table", PLACE, "| 2014", "", 1),
    ]
    return SimpleNamespace(tables=lambda _: [table], passages=lambda _: rows)


@pytest.mark.parametrize(
    ("corner", "unit", "name"),
    [
        ("(En millions de voyageurs)", None, "(En millions de voyageurs) – Tramway"),
        ("(En millions de voyageurs)", "voyageurs", "Tramway"),
        ("Libellé", None, "Tramway"),
        ("", None, "Tramway"),
    ],
)
def test_what_stands_over_the_rows_is_said_of_a_number_without_unit(
    corner: str, unit: str | None, name: str
) -> None:
    figure = replace(_cell("Tramway", "2014", "7,16", unit, 2014), place=PLACE)
    assert name_in_table(figure, _base(corner)) == name


@pytest.mark.parametrize(
    ("row", "caption", "before", "planned"),
    [
        ("Tramway", None, "Les voyages prévus sont estimés comme suit :", True),
        ("Tramway", "Prévisions de fréquentation", "", True),
        ("Résultat prévisionnel", None, "", True),
        ("Tramway", "Prévisions et réalisations", "", False),
        ("Tramway", "Fréquentation", "Les voyages ont été les suivants :", False),
    ],
)
def test_a_plan_is_told_by_headings_caption_or_introduction(
    row: str, caption: str | None, before: str, planned: bool
) -> None:
    figure = replace(_cell(row, "2014", "7,16", None, 2014), place=PLACE)
    assert is_planned(figure, _base(caption=caption, before=before)) is planned


def test_the_row_of_the_body_is_called_by_what_its_table_is_on() -> None:
    assert name_in_table(_cell("Commune", "2014"), _base(caption="Le RSA")) == "Le RSA – Commune"
    assert name_in_table(_cell("Commune", "2014"), _base()) == "Le personnel – Commune"
