"""Dates as people write them."""

from __future__ import annotations

from datetime import date

from actions.answer import Lang
from knowledge.dates import written


def written_day(iso: str, lang: Lang) -> str:
    """An ISO day in words (« 1er mars 2018 »); anything less precise than a day is given back as it is."""
    try:
        return written(date.fromisoformat(iso), lang)
    except ValueError:
        return iso
