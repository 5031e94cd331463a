"""Dates as people write them."""

from __future__ import annotations

from datetime import date

from actions.answer import Lang

_MONTHS: dict[Lang, tuple[str, ...]] = {
    "fr": (
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ),
    "en": (
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
}


def written_day(iso: str, lang: Lang) -> str:
    """An ISO day in words (« 1er mars 2018 »); anything less precise than a day is given back as it is."""
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return iso
    number = "1er" if lang == "fr" and day.day == 1 else str(day.day)
    return f"{number} {_MONTHS[lang][day.month - 1]} {day.year}"
