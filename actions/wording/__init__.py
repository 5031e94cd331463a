"""The sentences of the assistant, apart from the logic that chooses them: ``fr.yml`` and ``en.yml``."""

from __future__ import annotations

import datetime as dt
from functools import cache
from pathlib import Path

import yaml

from knowledge.dates import written


@cache
def _sentences(lang: str) -> dict[str, str]:
    loaded: dict[str, str] = yaml.safe_load(
        (Path(__file__).parent / f"{lang}.yml").read_text(encoding="utf-8")
    )
    return loaded


def say(lang: str, key: str, **values: object) -> str:
    """The sentence ``key`` in ``lang`` with its values filled in; a missing key is a mistake of ours."""
    return _sentences("en" if lang == "en" else "fr")[key].format(**values).strip()


def topic(lang: str, intent: str) -> str | None:
    """What an intent is about in words, for people who ask why; None where it has none."""
    return _sentences("en" if lang == "en" else "fr").get(f"topic_{intent}")


def moment(time: dt.datetime, time_known: bool, lang: str) -> str:
    """A day with its hour when the hour is known: « 15 octobre 2018 à 17 h »."""
    if not time_known:
        return written(time.date(), lang)
    if lang == "en":
        return f"{written(time.date(), lang)} at {time:%H:%M}"
    minutes = f" {time:%M}" if time.minute else ""
    return f"{written(time.date(), lang)} à {time.hour} h{minutes}"


def number(value: float, lang: str) -> str:
    """A number as a person reads it: « 1 912 641 », « 2,5 »."""
    text = f"{value:,.2f}".rstrip("0").rstrip(".") if value % 1 else f"{int(value):,}"
    return text if lang == "en" else text.replace(",", "\u202f").replace(".", ",")


def join(items: list[str], lang: str) -> str:
    """« a, b et c »."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {'and' if lang == 'en' else 'et'} {items[-1]}"
