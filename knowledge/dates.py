"""The names of the months, days as people write them, and years in a text."""

from __future__ import annotations

import datetime as dt
import re

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
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
YEAR_REPORTED, YEAR_EXAMINED = r"(?:19[5-9]\d|20[0-4]\d)", r"(?:19[89]\d|20[0-4]\d)"
"""A year that a report may tell of; one whose accounts it may examine, as parts of a pattern."""
ACCOUNTING_YEAR = re.compile(rf"(?<!\d){YEAR_EXAMINED}(?!\d)")
"""The year of accounts, also in « 2015/2016 » and « CA2015 »."""


def written(day: dt.date, lang: str) -> str:
    """« 1er octobre 2018 » or « 1 October 2018 »."""
    if lang == "en":
        return f"{day.day} {MONTHS_EN[day.month - 1]} {day.year}"
    return f"{'1er' if day.day == 1 else day.day} {MONTHS[day.month - 1]} {day.year}"
