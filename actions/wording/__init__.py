"""The sentences of the assistant, apart from the logic that chooses them: ``fr.yml`` and ``en.yml``."""

from __future__ import annotations

import datetime as dt
from functools import cache
from pathlib import Path

import yaml

_MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
    "novembre", "décembre",
)  # fmt: skip
_MONTHS_EN = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip


@cache
def _sentences(lang: str) -> dict[str, str]:
    loaded: dict[str, str] = yaml.safe_load(
        (Path(__file__).parent / f"{lang}.yml").read_text(encoding="utf-8")
    )
    return loaded


def say(lang: str, key: str, **values: object) -> str:
    """The sentence ``key`` in ``lang`` with its values filled in; a missing key is a mistake of ours."""
    return _sentences("en" if lang == "en" else "fr")[key].format(**values).strip()


def day(date: dt.date, lang: str) -> str:
    """« 1er octobre 2018 » or « 1 October 2018 »."""
    if lang == "en":
        return f"{date.day} {_MONTHS_EN[date.month - 1]} {date.year}"
    return f"{'1er' if date.day == 1 else date.day} {_MONTHS[date.month - 1]} {date.year}"


def moment(time: dt.datetime, time_known: bool, lang: str) -> str:
    """A day with its hour when the hour is known: « 15 octobre 2018 à 17 h »."""
    if not time_known:
        return day(time.date(), lang)
    if lang == "en":
        return f"{day(time.date(), lang)} at {time:%H:%M}"
    minutes = f" {time:%M}" if time.minute else ""
    return f"{day(time.date(), lang)} à {time.hour} h{minutes}"


def number(value: float, lang: str) -> str:
    """A number as a person reads it: « 1 912 641 », « 2,5 »."""
    text = f"{value:,.2f}".rstrip("0").rstrip(".") if value % 1 else f"{int(value):,}"
    return text if lang == "en" else text.replace(",", "\u202f").replace(".", ",")


def join(items: list[str], lang: str) -> str:
    """« a, b et c »."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {'and' if lang == 'en' else 'et'} {items[-1]}"
