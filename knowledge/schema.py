"""What a source file may say: the Pydantic models of ``knowledge/sources/*.yml``.

The build validates every entry against these models, so that a wrong date, an unknown
property or a missing source stops it with the file, the entry and the field.
"""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Identifier = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]*$")]
PromotionId = Literal["1", "2", "3", "4", "5", "6", "7", "dig"]
Audience = Literal["candidates", "administrations", "everyone"]

NUMERIC_PROPERTIES = frozenset(
    {
        "eig_count", "challenge_count", "application_count", "project_count", "budget", "partner_count",
        "designer_count", "shortlisted_count",
    }
)  # fmt: skip
Property = Literal[
    # figures
    "eig_count", "challenge_count", "application_count", "project_count", "budget", "partner_count",
    "designer_count", "shortlisted_count",
    # the programme itself
    "definition", "origin", "operator", "funding", "objectives", "state", "figures", "name", "impact",
    # a promotion's rules
    "overview", "start_date", "end_date", "duration", "eligibility", "ineligibility",
    "eligibility_case", "administration_eligibility", "profiles", "pay", "contract", "employer", "location",
    "remote_work", "working_time", "team_size", "mentors", "obligations_eig", "obligations_administration",
    "cofunding", "equipment", "support", "after", "renewal", "open_source", "missions", "label",
    # how people are chosen
    "application_procedure", "application_content", "project_procedure", "project_content",
    "selection_steps", "selection_criteria", "project_selection_steps", "project_selection_criteria",
    "jury_candidates", "jury_projects", "jury_president", "jury_members", "calendar",
]  # fmt: skip


class Model(BaseModel):
    """Base of every entry: unknown fields are mistakes, not extras."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class SourceEntry(Model):
    """A publication that facts come from (``sources.yml``)."""

    id: Identifier
    title: Text
    publisher: Text
    url: Text | None = None
    date: dt.date | None = None
    """Publication date; absent when the page carries none."""
    licence: Text | None = None
    """Under which it may be reused; absent when the page carries none."""
    pages: dict[str, Text] = {}
    """Of a site: the address of each page by the words with which its locators open."""


class Citation(Model):
    """Where a fact stands, and on which day it was true or checked there."""

    source: Identifier
    locator: Text
    """Section, article, page or file of the source where the fact can be read."""
    quote: Text | None = None
    """A few verbatim words (25 at most), only where the exact wording matters."""
    as_of: dt.date


class Statement(Citation):
    """One thing one source says about a subject: property, value and when it holds.

    ``value`` is a number for counts and amounts (euros for ``budget``), an ISO date for
    dates, absent for what only prose can say. ``text_fr``/``text_en`` are complete
    sentences in our own words; every figure in them stands in the source.
    """

    property: Property
    value: int | float | dt.date | str | None = None
    unit: Text | None = None
    text_fr: Text
    text_en: Text
    audience: Audience = "everyone"
    valid_from: dt.date | None = None
    valid_to: dt.date | None = None
    questions: tuple[Text, ...] = ()
    """How people ask for it: searched, never shown."""

    @model_validator(mode="after")
    def _numbers_are_numbers(self) -> Statement:
        of_a_part = self.property == "budget" and self.value is None  # co-funding is no total
        if self.property in NUMERIC_PROPERTIES and not (of_a_part or isinstance(self.value, int | float)):
            raise ValueError(f"{self.property} needs a number as value")
        return self


class PromotionFile(Model):
    """``promotions/<id>.yml``: a yearly intake of the programme and all that is said of it."""

    id: PromotionId
    label_fr: Text
    label_en: Text
    year: int
    """Year in which its EIGs started."""
    aliases: tuple[Text, ...] = ()
    statements: tuple[Statement, ...]


class ProgrammeFile(Model):
    """``programme.yml``: statements about the programme as a whole."""

    statements: tuple[Statement, ...]


class Person(Model):
    """Someone named publicly with a challenge; no more than name, role and job."""

    name: Text
    job: Text | None = None


class OtherTown(Citation):
    """A town that another source gives for the same challenge."""

    town: Text


class Challenge(Model):
    """A challenge (``défi``) of one promotion, in ``challenges/promotion-<id>.yml``."""

    id: Identifier
    name: Text
    aliases: tuple[Text, ...] = ()
    """Other spellings, longer titles, names of the product born from it."""
    promotion: PromotionId
    administrations: tuple[Identifier, ...]
    """Ids of ``administrations.yml``: the body that hosts it first."""
    administration_text: Text
    """The host as the source names it (direction and ministry)."""
    town: Text | None = None
    """One town, or several joined by « et »."""
    other_towns: tuple[OtherTown, ...] = ()
    skills: tuple[Identifier, ...] = ()
    themes: tuple[Identifier, ...] = ()
    summary_fr: Text
    summary_en: Text
    questions: tuple[Text, ...] = ()
    """How people ask for it without knowing its name: searched, never shown."""
    eigs: tuple[Person, ...] = ()
    mentors: tuple[Person, ...] = ()
    code_url: Text | None = None
    site_url: Text | None = None
    page_url: Text | None = None
    citations: Annotated[tuple[Citation, ...], Field(min_length=1)]


class Administration(Model):
    """A public body with its short forms (``administrations.yml``)."""

    id: Identifier
    name: Text
    aliases: tuple[Text, ...] = ()
    parent: Identifier | None = None
    """The ministry it belongs to: a question about the ministry includes it."""


class Tag(Model):
    """A skill or a theme with the words people use for it (``skills.yml``, ``themes.yml``)."""

    id: Identifier
    label_fr: Text
    label_en: Text
    aliases: tuple[Text, ...] = ()


class CallVariant(Citation):
    """Another date that a source gives for the same call."""

    field: Literal["opens", "closes"]
    value: dt.datetime
    text_fr: Text
    text_en: Text


class Call(Model):
    """A call for projects or for applications (``calls.yml``). Times are Europe/Paris.

    Where sources disagree on a date, the entry keeps the value of the governing document
    and ``variants`` the others. A date without a stated hour has ``*_time_known: false``
    (opening at 00:00, closing at 23:59:59 of that day).
    """

    id: Identifier
    promotion: PromotionId
    audience: Literal["candidates", "administrations"]
    round: Text | None = None
    """Sprint or session when a promotion has several."""
    title_fr: Text
    title_en: Text
    opens: dt.datetime | None = None
    opens_time_known: bool = False
    closes: dt.datetime | None = None
    closes_time_known: bool = True
    extended_to: dt.datetime | None = None
    """New closing time when the call was extended; then ``closes`` is the first deadline."""
    procedure_fr: Text
    procedure_en: Text
    """What to send, where."""
    url: Text | None = None
    variants: tuple[CallVariant, ...] = ()
    citations: Annotated[tuple[Citation, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _dates_in_order(self) -> Call:
        if self.opens and self.closes and self.opens >= self.closes:
            raise ValueError("opens must be before closes")
        if self.extended_to and self.closes and self.extended_to <= self.closes:
            raise ValueError("extended_to must be after closes")
        return self


class FaqEntry(Model):
    """A question people ask, with its answer in our own words (``faq/*.yml``).

    ``promotions`` are the promotions for which the answer holds, empty when it is general. An entry that
    is not ``published`` says what no source tells, and what is known instead; one that is ``outside`` is on
    nothing that the programme or a report could tell, and says who does.
    """

    id: Identifier
    audience: Audience
    questions_fr: Annotated[tuple[Text, ...], Field(min_length=2)]
    questions_en: tuple[Text, ...] = ()
    answer_fr: Text
    answer_en: Text
    promotions: tuple[PromotionId, ...] = ()
    valid_from: dt.date | None = None
    valid_to: dt.date | None = None
    published: bool = True
    outside: bool = False
    citations: Annotated[tuple[Citation, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _told_by_nobody(self) -> FaqEntry:
        if self.outside and self.published:
            raise ValueError("an entry that is outside needs published: false")
        return self


class ContactAddress(Citation):
    """An address to write to, with the period in which it was the programme's (``contacts.yml``)."""

    id: Identifier
    email: Text | None = None
    url: Text | None = None
    label_fr: Text
    label_en: Text
    audience: Audience = "everyone"
    valid_from: dt.date | None = None
    valid_to: dt.date | None = None
    current: bool = False


class Step(Citation):
    """An event of a promotion's life with its day or span (``timeline.yml``): jury, start, Demo Day…"""

    promotion: PromotionId
    kind: Literal["call", "jury_projects", "jury_candidates", "preselection", "start", "end", "event"]
    starts: dt.date
    ends: dt.date | None = None
    text_fr: Text
    text_en: Text
