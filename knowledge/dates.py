"""The names of the months, and days as people write them."""

from __future__ import annotations

import datetime as dt

from knowledge.text import fold

MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
    "novembre", "décembre",
)  # fmt: skip
MONTHS_EN = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
FOLDED_MONTHS = tuple(map(fold, MONTHS))
FOLDED_MONTHS_EN = tuple(map(fold, MONTHS_EN))


def written(day: dt.date, lang: str) -> str:
    """« 1er octobre 2018 » or « 1 October 2018 »."""
    if lang == "en":
        return f"{day.day} {MONTHS_EN[day.month - 1]} {day.year}"
    return f"{'1er' if day.day == 1 else day.day} {MONTHS[day.month - 1]} {day.year}"
