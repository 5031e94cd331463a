"""Responses about promotions, challenges and calls."""

from __future__ import annotations

import datetime as dt
from typing import Generic, Literal, TypeVar

from pydantic import BaseModel, Field

from api.models import Source
from knowledge.citations import Cited

Item = TypeVar("Item")
CallStatus = Literal["open", "closed", "upcoming", "unknown"]


class Page(BaseModel, Generic[Item]):
    """A part of a list: `total` counts the whole."""

    total: int
    page: int
    size: int
    items: list[Item]


class Named(BaseModel):
    """Something of the base with its label."""

    id: str
    label: str


class Statement(BaseModel):
    """What one source says under one property; sources may contradict each other."""

    property: str
    value: str | None = Field(
        description="a number, an ISO date or words; null when only the sentence says it"
    )
    unit: str | None
    text: str
    valid_from: str | None
    valid_to: str | None
    source: Source


class Promotion(BaseModel):
    """A yearly intake."""

    id: str = Field(description="`1` to `7`, or `dig` (designers)")
    label: str
    year: int = Field(description="year in which its EIGs began")
    challenges: int = Field(description="challenges of it in the base")


class PromotionDetails(Promotion):
    """A promotion with everything sources say of it."""

    statements: list[Statement]


class Challenge(BaseModel):
    """A challenge as a list shows it."""

    id: str
    name: str
    promotion: str
    administration: str = Field(description="its host, as the source names it")
    town: str | None
    summary: str
    code_url: str | None
    site_url: str | None
    page_url: str | None


class Person(BaseModel):
    """Somebody named publicly with a challenge."""

    name: str
    role: Literal["eig", "mentor"]
    job: str | None


class ChallengeDetails(Challenge):
    """A challenge with its hosts, skills, themes, people and sources."""

    administrations: list[Named]
    skills: list[str]
    themes: list[str]
    people: list[Person]
    sources: list[Source]


class CallVariant(BaseModel):
    """Another date that a source gives."""

    field: Literal["opens", "closes"]
    value: dt.datetime
    text: str
    source: Source


class Call(BaseModel):
    """A call for projects or applications; times are those of Paris."""

    id: str
    promotion: str
    audience: Literal["candidates", "administrations"]
    round: str | None
    title: str
    status: CallStatus
    opens: dt.datetime | None
    opens_time_known: bool
    closes: dt.datetime | None = Field(description="last deadline, extension included")
    closes_time_known: bool
    first_deadline: dt.datetime | None = Field(description="deadline before an extension")
    extended: bool
    procedure: str
    url: str | None
    variants: list[CallVariant]
    sources: list[Source]


def source_of(cited: Cited) -> Source:
    """A citation of the base as a source of the interface."""
    return Source(
        id=cited.source_id,
        title=cited.title,
        publisher=cited.publisher,
        url=cited.url,
        locator=cited.locator,
        date=cited.date,
        as_of=cited.as_of,
        quote=cited.quote,
        report=None,
    )
