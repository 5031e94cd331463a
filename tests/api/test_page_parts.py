"""The small parts of the pages: figures, charts and dates."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from actions.answer import Lang
from api.pages.dates import written_day
from api.pages.figures import bars, caption, charts, key_figure, unbroken
from api.pages.report_words import REPORT_WORDS
from api.pages.wording import EXAMPLES, WORDS
from api.report_models import Figure
from knowledge.reports.models import FigureRow, Place, ReportSummary

REPORT = ReportSummary("1", "Commune", dt.date(2016, 6, 1), None, None, None, None, None, (2010, 2014))


def _cell(row: str, year: int, printed: str, unit: str | None = "EUR", column: str = "") -> FigureRow:
    return FigureRow(
        REPORT,
        row,
        Decimal(year),
        printed,
        unit,
        year,
        None,
        row,
        column or str(year),
        "",
        Place("s1-b1", ()),
    )


def test_bars_share_a_scale_that_holds_zero() -> None:
    points = [{"label": "2014", "value": -50, "text": "−50"}, {"label": "2015", "value": 150, "text": "150"}]
    assert [(bar.start, bar.length) for bar in bars(points)] == [(0.0, 25.0), (25.0, 75.0)]


def test_bars_of_nothing() -> None:
    assert bars([]) == []
    assert bars([{"label": "a", "value": 0, "text": "0"}])[0].length == 0.5


@pytest.mark.parametrize(
    ("iso", "lang", "written"),
    [
        ("2018-03-01", "fr", "1er mars 2018"),
        ("2018-08-15", "fr", "15 août 2018"),
        ("2018-03-01", "en", "1 March 2018"),
        ("2018-03", "fr", "2018-03"),
        ("printemps 2018", "fr", "printemps 2018"),
    ],
)
def test_days_are_written_out(iso: str, lang: Lang, written: str) -> None:
    assert written_day(iso, lang) == written


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("14 803 020,00", "14_803_020,00"),
        ("12 %", "12_%"),
        ("5 k€ en 2014", "5_k€ en 2014"),
        ("2014 2015", None),
        ("- 361 742", "-~_361_742"),
        ("(– 56,1 %)", "(–~_56,1_%)"),
        ("+ 3 Md€ ou 7 millions", "+~_3_Md€ ou 7_millions"),
        ("sous- 3 et - Autres", None),
    ],
)
def test_no_line_ends_within_a_number(text: str, whole: str | None) -> None:
    shown = (whole or text).replace("_", "\N{NO-BREAK SPACE}").replace("~", "\N{WORD JOINER}")
    assert unbroken(text) == shown


def test_a_chart_names_its_unit_once() -> None:
    assert caption("Encours de dette (€)", "EUR") == "Encours de dette (€)"
    assert caption("Produits de gestion", "EUR") == "Produits de gestion (€)"
    assert caption("Agents", None) == "Agents"


def test_forecasts_are_marked_in_charts_tables_and_for_programs() -> None:
    known, foreseen = _cell("CAF", 2014, "5 k€"), _cell("CAF", 2018, "6 k€")
    (chart,) = charts([known, foreseen], "prévision")
    assert [point["label"] for point in chart.points] == ["2014", "2018\N{NO-BREAK SPACE}(prévision)"]
    assert [key_figure(row).foreseen for row in (known, foreseen)] == [False, True]
    assert [Figure.of(row).foreseen for row in (known, foreseen)] == [False, True]
    assert key_figure(_cell("Personnel", 2015, "5 k€", column="Estimation 2015")).when == "Estimation 2015"


def test_a_chart_has_one_unit_and_says_when_a_report_does_not_name_it() -> None:
    euros = [_cell("CAF", year, "491 955* €") for year in (2010, 2011)]
    thousands = [_cell("CAF", year, "1 106 k€") for year in (2012, 2013)]
    assert [len(chart.points) for chart in charts([*euros, *thousands], "")] == [2, 2]
    assert charts(euros, "")[0].points[0]["text"] == unbroken("491 955 €")
    unnamed = [_cell("Produits de gestion", year, "12 489", None) for year in (2010, 2011)]
    assert charts(unnamed, "")[0].unitless and key_figure(unnamed[0]).unitless
    assert not key_figure(_cell("Produits en k€", 2010, "12 489", None)).unitless
    assert not key_figure(_cell("Effectif", 2010, "12", None)).unitless


def test_the_sign_by_which_a_table_adds_a_row_is_no_part_of_its_name() -> None:
    rows = [_cell("= CAF brute", year, "5 k€") for year in (2013, 2014)]
    assert charts(rows, "")[0].title == key_figure(rows[0]).what == "CAF brute"
    assert key_figure(_cell("64 – Personnel", 2014, "5 k€")).what == "64 – Personnel"


def test_both_languages_have_the_same_words() -> None:
    assert WORDS["fr"].keys() == WORDS["en"].keys()
    assert all(WORDS["fr"].values()) and all(WORDS["en"].values())
    assert REPORT_WORDS["fr"].keys() == REPORT_WORDS["en"].keys()
    assert len(EXAMPLES["fr"]) == len(EXAMPLES["en"])
