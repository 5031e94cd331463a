"""Responses about audit reports."""

from __future__ import annotations

import datetime as dt

from pydantic import BaseModel, Field

from api.catalogue_models import Page
from knowledge.reports import models as rows
from knowledge.reports.forecasts import is_foreseen

NONE_INSTALLED = "No report can be read on this installation."
_QUOTE = "the words of the report; null where it is told by its card"


class Report(BaseModel):
    """A report as a list shows it."""

    id: str = Field(description="key of the report, e.g. 392985")
    title: str
    date: dt.date | None
    type: str | None
    jurisdiction: str | None
    department: str | None
    region: str | None
    period: tuple[int, int] | None = Field(description="first and last year audited")
    url: str | None = Field(description="public address of the report, when the catalogue gives one")
    page: str = Field(description="its page on this site")
    card: bool = Field(description="told by its card, in words of this service; its own text is not here")

    @classmethod
    def of(cls, row: rows.ReportSummary) -> Report:
        """From a row of the base."""
        return cls(
            id=row.id, title=row.title, date=row.date, type=row.type, jurisdiction=row.jurisdiction,
            department=row.department, region=row.region, period=row.period, url=row.url,
            page=f"/rapports/{row.id}", card=row.card,
        )  # fmt: skip


class ReportList(Page[Report]):
    """A page of reports; `detail` says why it is empty when no report is installed."""

    detail: str | None = None


class Organisation(BaseModel):
    """A body or place that reports audit or mention."""

    id: int
    name: str
    kind: str
    department: str | None

    @classmethod
    def of(cls, row: rows.OrganisationRow) -> Organisation:
        """From a row of the base."""
        return cls(id=row.id, name=row.name, kind=row.kind, department=row.department)


class OrganisationMatch(Organisation):
    """A body that a name may mean; `score` 1 is the very name."""

    score: float
    reports: int = Field(description="reports that audit it")


class OrganisationList(BaseModel):
    """Bodies that a name may mean, the likeliest first."""

    items: list[OrganisationMatch]
    detail: str | None = None


class Theme(BaseModel):
    """A theme of the taxonomy."""

    id: str
    label: str
    label_en: str
    reports: int


class ThemeList(BaseModel):
    """The themes with their number of reports, the most treated first."""

    items: list[Theme]
    detail: str | None = None


class Section(BaseModel):
    """A heading of a report."""

    ordinal: int
    level: int
    number: str | None
    title: str
    page: int | None


class ReportDetails(Report):
    """A report with its headings, bodies and themes, and what else can be asked of it."""

    sections: list[Section]
    organisations: list[Organisation] = Field(description="bodies audited")
    themes: list[Theme]
    pages: int | None
    words: int
    recommendations: int
    figures: int


class Recommendation(BaseModel):
    """A recommendation, obligation or reminder of law, word for word unless its report is told by a card."""

    report: str
    number: str | None
    text: str
    kind: str
    status: str | None
    addressee: str | None
    locator: str
    url: str

    @classmethod
    def of(cls, row: rows.RecommendationRow) -> Recommendation:
        """From a row of the base."""
        return cls(
            report=row.report.id, number=row.number, text=row.text, kind=row.kind, status=row.status,
            addressee=row.addressee, locator=row.place.label,
            url=f"/rapports/{row.report.id}#{row.place.anchor}",
        )  # fmt: skip


class Figure(BaseModel):
    """A number of a report; `value` is in `unit`, `printed` as the report writes it."""

    report: str
    label: str
    value: float
    printed: str
    unit: str | None
    year: int | None
    row: str | None
    column: str | None
    quote: str | None = Field(description=_QUOTE)
    locator: str
    url: str
    foreseen: bool = Field(description="forecast or budget: the report is earlier than the end of the year")

    @classmethod
    def of(cls, row: rows.FigureRow) -> Figure:
        """From a row of the base."""
        return cls(
            report=row.report.id, label=row.label, value=float(row.value), printed=row.printed, unit=row.unit,
            year=row.year, row=row.row_heading, column=row.column_heading,
            quote=None if row.report.card else row.quote,
            locator=row.place.label,
            url=f"/rapports/{row.report.id}#{row.place.anchor}", foreseen=is_foreseen(row),
        )  # fmt: skip


class Passage(BaseModel):
    """A passage found; `score` orders the passages of one question only."""

    report: str
    title: str
    date: dt.date | None
    section: str
    quote: str | None = Field(description=_QUOTE)
    text: str
    score: float
    reason: str = Field(description="why it was chosen")
    url: str

    @classmethod
    def of(cls, hit: rows.PassageHit) -> Passage:
        """From a passage found in the base."""
        return cls(
            report=hit.report.id, title=hit.report.title, date=hit.report.date, section=hit.place.label,
            quote=None if hit.report.card else hit.quote, text=hit.text, score=hit.score, reason=hit.reason,
            url=f"/rapports/{hit.report.id}#{hit.place.anchor}",
        )  # fmt: skip


class PassageList(Page[Passage]):
    """A page of passages, best first."""

    detail: str | None = None


class RecommendationList(Page[Recommendation]):
    """A page of recommendations in reading order."""


class FigureList(Page[Figure]):
    """A page of figures, in reading order or best first."""


class Dossier(BaseModel):
    """What the reports say of one body."""

    organisation: Organisation
    aliases: list[str]
    audited_in: list[Report]
    mentioned_in: list[Report]
    themes: list[Theme]
    recommendations: list[Recommendation]
    figures: list[Figure]
