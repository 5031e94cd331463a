"""What the support desk shows, as its route and its page ask for it."""

from __future__ import annotations

import datetime as dt
from dataclasses import asdict
from typing import TYPE_CHECKING

from actions.answer import Status
from api.desk_models import DeskDay, DeskQuestion, DeskQuestions, DeskSummary

if TYPE_CHECKING:
    from bot.records import Records


def questions_since(
    records: Records, since: dt.datetime, status: Status | None, page: int, size: int
) -> DeskQuestions:
    """One page of the questions asked from ``since`` on."""
    from bot.statistics import grouped

    found = grouped(records.unanswered(since), status)
    items = [DeskQuestion.model_validate(asdict(one)) for one in found[(page - 1) * size : page * size]]
    return DeskQuestions(total=len(found), page=page, size=size, items=items, since=since)


def summary_since(records: Records, since: dt.datetime) -> DeskSummary:
    """The answers given from ``since`` on, counted."""
    from bot.statistics import activity

    done = activity(records.counts(since))
    return DeskSummary(
        since=since, total=done.total, statuses=done.statuses, helpful=done.helpful, unhelpful=done.unhelpful,
        unrated=done.total - done.helpful - done.unhelpful,
        days=[DeskDay.model_validate(asdict(day)) for day in done.days],
    )  # fmt: skip
