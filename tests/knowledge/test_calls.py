"""Calls on a given day: open, closed, how long still."""

from __future__ import annotations

import datetime as dt

import pytest

from knowledge.base import KnowledgeBase
from knowledge.calls import Call, calls
from knowledge.settings import PARIS


def at(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text).replace(tzinfo=PARIS)


def the(base: KnowledgeBase, identifier: str) -> Call:
    return next(call for call in calls(base) if call.id == identifier)


def open_on(base: KnowledgeBase, day: str) -> list[Call]:
    return [call for call in calls(base) if call.status(at(day)) == "open"]


def test_the_third_call_for_applications(base: KnowledgeBase) -> None:
    (call,) = [c for c in open_on(base, "2018-10-01T12:00") if c.audience == "candidates"]
    assert call.promotion == "3"
    assert call.closes == at("2018-10-15T17:00")
    assert call.closes_time_known
    assert (call.closes.date() - dt.date(2018, 10, 1)).days == 14


@pytest.mark.parametrize(
    ("moment", "status"),
    [("2018-10-15T16:59", "open"), ("2018-10-15T17:00", "open"), ("2018-10-15T17:01", "closed"),
     ("2018-10-16T12:00", "closed"), ("2018-01-01T12:00", "upcoming")],
)  # fmt: skip
def test_a_call_closes_at_its_hour(base: KnowledgeBase, moment: str, status: str) -> None:
    (call,) = [c for c in calls(base, "candidates", ("3",))]
    assert call.status(at(moment)) == status


def test_an_extended_call_is_open_until_the_new_deadline(base: KnowledgeBase) -> None:
    found = [c for c in open_on(base, "2022-04-10T12:00") if c.audience == "candidates"]
    (call,) = [c for c in found if c.promotion == "6"]
    assert call.extended
    assert call.first_deadline is not None and call.first_deadline.date() == dt.date(2022, 4, 3)
    assert call.closes is not None and call.closes.date() == dt.date(2022, 4, 19)


def test_nothing_is_open_in_2026(base: KnowledgeBase) -> None:
    for day in ("2026-04-15T12:00", "2026-11-24T12:00"):
        assert open_on(base, day) == []


def test_a_call_without_both_dates_is_never_called_open(base: KnowledgeBase) -> None:
    call = the(base, "aac-1")
    assert call.closes is None
    assert call.status(at("2016-11-10T12:00")) == "unknown"
    assert call.status(at("2016-01-01T12:00")) == "upcoming"


def test_calls_can_be_narrowed(base: KnowledgeBase) -> None:
    every = calls(base)
    assert {c.audience for c in every} == {"candidates", "administrations"}
    assert {c.audience for c in calls(base, "administrations")} == {"administrations"}
    assert len(calls(base, "anything else")) == len(every)
    assert {c.promotion for c in calls(base, None, ("2", "3"))} == {"2", "3"}


def test_every_call_says_what_to_send_and_where_it_stands(base: KnowledgeBase) -> None:
    for call in calls(base):
        assert call.cited, call.id
        assert call.title("fr") and call.title("en") and call.procedure("fr") and call.procedure("en")
        for time in (call.opens, call.closes):
            assert time is None or time.utcoffset() == time.astimezone(PARIS).utcoffset(), call.id


def test_other_dates_name_their_source(base: KnowledgeBase) -> None:
    variants = [v for call in calls(base) for v in call.variants]
    assert variants
    assert all(v.cited.title and v.field in ("opens", "closes") and v.text_fr for v in variants)
