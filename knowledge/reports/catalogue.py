"""Metadata of reports from a catalogue in CSV."""

import contextlib
import csv
import datetime
import io
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from knowledge.dates import FOLDED_MONTHS
from knowledge.reports.document import Metadata
from knowledge.reports.errors import MetadataError
from knowledge.reports.readers.html import decode
from knowledge.text import clean, fold

_COLUMNS = {
    "key": r"cle|key|id\b|identifiant|fichier|file",
    "date": r"date",
    "title": r"titre|title|intitule",
    "type": r"type",
    "jurisdiction": r"juridiction|jurisdiction|chambre",
    "publisher": r"editeur|publisher",
    "url": r"url|lien|link",
}
_STAMPED = {
    "janv": 1,
    "jan": 1,
    "fevr": 2,
    "fev": 2,
    "avr": 4,
    "juil": 7,
    "sept": 9,
    "oct": 10,
    "nov": 11,
    "dec": 12,
}
"""How a date stamp shortens the months: « 26 FEV. 2016 »."""
_MONTH_NUMBER = {name: number for number, name in enumerate(FOLDED_MONTHS, 1)} | _STAMPED
_DATE_IN_WORDS = re.compile(
    rf"\b(?:(\d{{1,2}})(?:er)? )?({'|'.join(FOLDED_MONTHS)}|(?:{'|'.join(_STAMPED)})\b\.?) (19\d\d|20\d\d)\b"
)
_NUMERIC_DATE = re.compile(r"\b(\d{1,2})[/.](\d{1,2})[/.](\d{4})\b|\b(\d{4})-(\d{2})-(\d{2})\b")


def read_catalogue(path: Path) -> dict[str, Metadata]:
    """Return the metadata of a CSV file by report key; raises MetadataError without key and title columns.

    Any usual encoding and delimiter; an apostrophe broken by a past conversion (« d'?observations ») is
    mended.
    """
    text = decode(path.read_bytes())
    delimiter = max(";,\t|", key=text.split("\n", 1)[0].count)
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    columns = _catalogue_columns(rows[0] if rows else [])
    if "key" not in columns or "title" not in columns:
        raise MetadataError(f"{path.name}: no column for the report's key and title in its first line")
    entries = (_entry(row, columns) for row in rows[1:] if any(cell.strip() for cell in row))
    return {entry.key: entry for entry in entries if entry.key}


def _catalogue_columns(header: Sequence[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for field, pattern in _COLUMNS.items():
        for index, cell in enumerate(header):
            if index not in found.values() and re.match(pattern, fold(cell).strip()):
                found.setdefault(field, index)
    return found


def _entry(row: Sequence[str], columns: dict[str, int]) -> Metadata:
    cells = {field: _mend(row[index]) for field, index in columns.items() if index < len(row)}
    return Metadata(
        key=cells.get("key", ""),
        title=cells.get("title", ""),
        date=parse_date(cells.get("date", "")),
        type=cells.get("type") or None,
        jurisdiction=cells.get("jurisdiction") or None,
        publisher=cells.get("publisher") or None,
        url=cells.get("url") or None,
    )


def _mend(cell: str) -> str:
    return re.sub(r"['’]\?(?=\w)|(?<=\b[dlnsDLNS])\?(?=\w)", "'", clean(cell)).strip()


def parse_date(text: str) -> datetime.date | None:
    """Return the first date in `text` (« 03/12/2015 », « 2015-12-03 », « 3 décembre 2015 », « 3 DEC. 2015 »,
    « mai 2015 » = the 1st).
    """
    return next(dates_in(text), None)


def dates_in(text: str) -> Iterator[datetime.date]:
    """The dates in `text`, those in figures first."""
    for found in _NUMERIC_DATE.finditer(text):
        day, month, year = found.group(1, 2, 3) if found.group(3) else found.group(6, 5, 4)
        yield from _day(int(year), int(month), int(day))
    for found in _DATE_IN_WORDS.finditer(fold(text)):
        month = _MONTH_NUMBER[found.group(2).rstrip(".")]
        yield from _day(int(found.group(3)), month, int(found.group(1) or 1))


def _day(year: int, month: int, day: int) -> Iterator[datetime.date]:
    with contextlib.suppress(ValueError):
        yield datetime.date(year, month, day)
