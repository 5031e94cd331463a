"""Responses of the support desk."""

from __future__ import annotations

import datetime as dt

from pydantic import BaseModel, Field

from actions.answer import Status
from api.catalogue_models import Page


class DeskQuestion(BaseModel):
    """A question without an answer, or with one found of no help, and how often it was asked."""

    question: str = Field(description="as it was last asked, personal data removed")
    status: Status
    count: int = Field(description="times asked with this status; case, accents and punctuation aside")
    last_asked: dt.datetime
    helpful: int
    unhelpful: int
    comments: list[str] = Field(description="the latest five, personal data removed")
    message_id: str = Field(description="the latest answer: `GET /api/v1/answers/{message_id}`")


class DeskQuestions(Page[DeskQuestion]):
    """A page of questions, the most asked first."""

    since: dt.datetime


class DeskDay(BaseModel):
    """Answers of one day in Paris."""

    day: dt.date
    total: int
    statuses: dict[Status, int]
    helpful: int
    unhelpful: int


class DeskSummary(BaseModel):
    """Answers of a period, by status, opinion and day, the latest day first; empty days left out."""

    since: dt.datetime
    total: int
    statuses: dict[Status, int]
    helpful: int
    unhelpful: int
    unrated: int
    days: list[DeskDay]
