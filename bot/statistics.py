"""What people asked, summed up for the support desk: questions without an answer, answers a day."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from bot.records import Counted, Unanswered
from knowledge.settings import PARIS
from knowledge.text import fold, words

MOST_COMMENTS = 5


@dataclass(frozen=True)
class AskedQuestion:
    """A question asked ``count`` times with one outcome; words, id and comments of the latest times.

    Case, accents and punctuation make no difference between two questions.
    """

    question: str
    status: str
    count: int
    last_asked: dt.datetime
    helpful: int
    unhelpful: int
    comments: tuple[str, ...]
    message_id: str


@dataclass(frozen=True)
class DayCount:
    """Answers of one day in Paris, by status and opinion."""

    day: dt.date
    total: int
    statuses: dict[str, int]
    helpful: int
    unhelpful: int


@dataclass(frozen=True)
class Activity:
    """Answers of a period, by status, opinion and day; days without any are left out."""

    total: int
    statuses: dict[str, int]
    helpful: int
    unhelpful: int
    days: tuple[DayCount, ...]


def grouped(rows: Iterable[Unanswered], status: str | None = None) -> list[AskedQuestion]:
    """``rows``, newest first, by question and outcome: the most asked first, then the latest asked."""
    groups: dict[tuple[str, str], list[Unanswered]] = {}
    for row in rows:
        if status is None or row.status == status:
            key = " ".join(words(fold(row.question))) or row.question
            groups.setdefault((key, row.status), []).append(row)
    found = [_asked(group) for group in groups.values()]
    return sorted(found, key=lambda one: (-one.count, -one.last_asked.timestamp()))


def _asked(group: list[Unanswered]) -> AskedQuestion:
    latest = group[0]
    opinions = Counter(row.helpful for row in group)
    comments = dict.fromkeys(row.comment for row in group if row.comment)
    return AskedQuestion(
        latest.question, latest.status, len(group), latest.asked.astimezone(PARIS), opinions[True],
        opinions[False], tuple(comments)[:MOST_COMMENTS], latest.message_id,
    )  # fmt: skip


def activity(counts: Iterable[Counted]) -> Activity:
    """``counts`` summed up, the latest day first."""
    days: dict[dt.date, list[Counted]] = {}
    for one in counts:
        days.setdefault(one.hour.astimezone(PARIS).date(), []).append(one)
    every = [one for day in days.values() for one in day]
    by_day = tuple(DayCount(day, *_sums(days[day])) for day in sorted(days, reverse=True))
    return Activity(*_sums(every), by_day)


def _sums(counts: Iterable[Counted]) -> tuple[int, dict[str, int], int, int]:
    """Total, by status, helpful, unhelpful."""
    statuses: Counter[str] = Counter()
    opinions: Counter[bool | None] = Counter()
    for one in counts:
        statuses[one.status] += one.number
        opinions[one.helpful] += one.number
    return statuses.total(), dict(sorted(statuses.items())), opinions[True], opinions[False]
