"""Calls as an iCalendar file (RFC 5545) that calendar programs subscribe to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from icalendar import Alarm, Calendar, Event

from api.models import Lang
from knowledge.calls import Call
from knowledge.settings import PARIS

MEDIA_TYPE = "text/calendar; charset=utf-8"
_DOMAIN = "greffier"
_REMINDERS = (dt.timedelta(days=-7), dt.timedelta(days=-1))
_WORDS = {
    "fr": {"name": "Appels du programme EIG", "opens": "Ouverture", "closes": "Clôture"},
    "en": {"name": "Calls of the EIG programme", "opens": "Opening", "closes": "Deadline"},
}


def calendar_of(calls: Iterable[Call], now: dt.datetime, lang: Lang) -> bytes:
    """One event at each opening and each deadline; ``now`` is the time stamp of the file."""
    calendar = Calendar()
    calendar.add("prodid", f"-//Greffier//{_WORDS[lang]['name']}//{lang.upper()}")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", _WORDS[lang]["name"])
    calendar.add("refresh-interval", dt.timedelta(hours=12), parameters={"VALUE": "DURATION"})
    for call in calls:
        for event in _events(call, now, lang):
            calendar.add_component(event)
    calendar.add_missing_timezones()
    content: bytes = calendar.to_ical()
    return content


def _events(call: Call, now: dt.datetime, lang: Lang) -> Iterator[Event]:
    if call.opens is not None:
        yield _event(call, "opens", call.opens, call.opens_time_known, now, lang)
    if call.closes is not None:
        closing = _event(call, "closes", call.closes, call.closes_time_known, now, lang)
        for before in _REMINDERS:
            closing.add_component(_reminder(str(closing["summary"]), before))
        yield closing


def _event(
    call: Call, which: str, moment: dt.datetime, hour_known: bool, now: dt.datetime, lang: Lang
) -> Event:
    """A moment when the hour is known, the whole day when it is not."""
    local = moment.astimezone(PARIS)
    event = Event()
    event.add("uid", f"{call.id}-{which}@{_DOMAIN}")
    event.add("dtstamp", now.astimezone(dt.UTC))
    event.add("dtstart", local if hour_known else local.date())
    event.add("summary", f"{_WORDS[lang][which]} – {call.title(lang)}")
    event.add("description", call.procedure(lang))
    event.add("transp", "TRANSPARENT")
    event.add("categories", [call.audience])
    if call.url:
        event.add("url", call.url)
    return event


def _reminder(text: str, before: dt.timedelta) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", text)
    alarm.add("trigger", before)
    return alarm
