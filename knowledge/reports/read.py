"""From rows of the report base to the dataclasses it answers with."""

import datetime
import json
import re
import sqlite3
from decimal import Decimal
from functools import lru_cache
from typing import Any

from knowledge.reports.models import FigureRow, OrganisationRow, Place, RecommendationRow, ReportSummary
from knowledge.reports.schema import CARD

REPORT_COLUMNS = (
    "r.id AS report_id, r.key, r.title AS report_title, r.date, r.type, r.jurisdiction, r.department,"
    " r.region, r.url,"
    f" r.period_start, r.period_end, r.content_hash LIKE '{CARD}%' AS card"
)
FIGURE_COLUMNS = (
    "f.report_id, f.label, f.subject, f.value, f.printed, f.unit, f.year, f.row_heading,"
    " f.column_heading, f.anchor,"
    " f.page, f.quote, s.path, s.number AS section_number"
)
RECOMMENDATION_COLUMNS = (
    "c.number, c.text, c.kind, c.status, c.addressee, c.anchor, c.page, s.path, s.number AS section_number"
)


def report_summary(row: sqlite3.Row) -> ReportSummary:
    """Return the report of a row that holds `REPORT_COLUMNS`."""
    period = (row["period_start"], row["period_end"])
    return ReportSummary(
        id=row["key"],
        title=row["report_title"],
        date=datetime.date.fromisoformat(row["date"]) if row["date"] else None,
        type=row["type"],
        jurisdiction=row["jurisdiction"],
        department=row["department"],
        region=row["region"],
        url=row["url"],
        period=period if None not in period else None,
        card=bool(row["card"]),
    )


@lru_cache(maxsize=8192)
def strings(text: str | None) -> tuple[str, ...]:
    """Return a JSON list of strings as a tuple; the passages of a section share its path."""
    values: list[Any] = json.loads(text) if text else []
    return tuple(map(str, values))


def grid(text: str) -> tuple[tuple[str, ...], ...]:
    """Return JSON rows of cells as tuples."""
    return tuple(tuple(map(str, row)) for row in json.loads(text))


def place(row: sqlite3.Row) -> Place:
    """Return the place of a row with anchor, path, section_number and page."""
    return Place(row["anchor"], strings(row["path"]), row["section_number"], row["page"])


def figure_row(row: sqlite3.Row, report: ReportSummary) -> FigureRow:
    """Return the figure of a row that holds `FIGURE_COLUMNS`; a cell's quote is put together from its
    headings.
    """
    return FigureRow(
        report=report,
        label=row["label"],
        value=Decimal(row["value"]),
        printed=row["printed"],
        unit=row["unit"],
        year=row["year"],
        subject=row["subject"],
        row_heading=row["row_heading"],
        column_heading=row["column_heading"],
        quote=row["quote"] if row["quote"] is not None else _cell_quote(row),
        place=place(row),
    )


def _cell_quote(row: sqlite3.Row) -> str:
    headings = [text for text in (row["row_heading"], row["column_heading"]) if text]
    return f"{', '.join(re.sub(r' : *$', '', text) for text in headings)} : {row['printed']}"


def organisation_row(row: sqlite3.Row) -> OrganisationRow:
    """Return the organisation of a row with organisation_id, name, kind and organisation_department."""
    return OrganisationRow(
        row["organisation_id"], row["name"], row["kind"], row["organisation_department"] or None
    )


def recommendation_row(row: sqlite3.Row) -> RecommendationRow:
    """Return the recommendation of a row that holds `RECOMMENDATION_COLUMNS` and `REPORT_COLUMNS`."""
    head = (row["number"], row["text"], row["kind"], row["status"], row["addressee"])
    return RecommendationRow(report_summary(row), *head, place(row))
