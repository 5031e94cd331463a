"""Metadata of reports: from a catalogue in CSV, from the file's properties, from its first page."""

import csv
import datetime
import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from knowledge.dates import FOLDED_MONTHS
from knowledge.reports.document import Metadata
from knowledge.reports.errors import MetadataError
from knowledge.reports.raw import RawBlock, RawDocument
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
_MONTH_NUMBER = {name: number for number, name in enumerate(FOLDED_MONTHS, 1)}
_DATE_IN_WORDS = re.compile(rf"\b(?:(\d{{1,2}})(?:er)? )?({'|'.join(FOLDED_MONTHS)}) (19\d\d|20\d\d)\b")
_NUMERIC_DATE = re.compile(r"\b(\d{1,2})[/.](\d{1,2})[/.](\d{4})\b|\b(\d{4})-(\d{2})-(\d{2})\b")
_PDF_DATE = re.compile(r"D:(\d{4})(\d{2})(\d{2})")
_CHAMBER = re.compile(
    r"\bchambre (?:r[ée]gionale|territoriale) des comptes(?: (?:de la |de l['’]|d['’]|des |du |de ))"
    r"([A-ZÉÎ][\w'’-]+(?:(?:, | et |[ -])(?:(?:de |du |la |d['’]|-)?[A-ZÉÎ][\w'’-]+))*)"
)
_TYPES = (
    (r"rapport d.observations d[ée]finitives", "Rapport d'observations définitives"),
    (r"\br[ée]f[ée]r[ée]\b", "Référé"),
    (
        r"communication (a|à) la commission|communication au parlement|communication au pr[ée]sident"
        r"|article 58",
        "Communication au Parlement",
    ),
    (r"rapport public th[ée]matique", "Rapport public thématique"),
    (r"rapport public annuel", "Rapport public annuel"),
    (r"\bcommunication (?:à|a) l.assembl[ée]e", "Communication au Parlement"),
    (r"\baudit flash\b", "Audit flash"),
    (r"\bavis budg[ée]taire\b", "Avis budgétaire"),
)
_BODY = re.compile(
    r"^(?:la |le |l['’])?(commune|ville|syndicat|communaut|d[ée]partement|r[ée]gion|centre hospitalier"
    r"|centre communal"
    r"|h[ôo]pital|[ée]tablissement|soci[ée]t[ée]|association|m[ée]tropole|chambre de|chambre d|office"
    r"|agence|sivom|sivu|sdis"
    r"|service d|caisse|lyc[ée]e|coll[èe]ge|universit|groupement|r[ée]gie|semi?\b|port |grand port|ehpad"
    r"|ccas|p[ôo]le)",
    re.IGNORECASE,
)
_COVER_BLOCKS = 80


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
    """Return the first date in `text` (« 03/12/2015 », « 2015-12-03 », « 3 décembre 2015 », « mai 2015 » =
    the 1st).
    """
    numeric = _NUMERIC_DATE.search(text)
    words = _DATE_IN_WORDS.search(fold(text))
    pdf = _PDF_DATE.search(text)
    try:
        if numeric and numeric.group(3):
            return datetime.date(int(numeric.group(3)), int(numeric.group(2)), int(numeric.group(1)))
        if numeric:
            return datetime.date(int(numeric.group(4)), int(numeric.group(5)), int(numeric.group(6)))
        if words:
            return datetime.date(int(words.group(3)), _MONTH_NUMBER[words.group(2)], int(words.group(1) or 1))
        if pdf:
            return datetime.date(int(pdf.group(1)), int(pdf.group(2)), int(pdf.group(3)))
    except ValueError:
        return None
    return None


def complete(known: Metadata | None, key: str, raw: RawDocument) -> Metadata:
    """Return the report's metadata, the gaps of `known` filled from the file and its first page."""
    cover = list(_cover(raw.blocks))
    text = " ".join(block.text for block in cover)
    return Metadata(
        key=key,
        title=known.title if known and known.title else _title(cover, raw, key),
        date=known.date if known and known.date else _date(cover, raw),
        type=known.type if known and known.type else _type(text),
        jurisdiction=known.jurisdiction if known and known.jurisdiction else _jurisdiction(raw.blocks),
        publisher=known.publisher if known else None,
        url=known.url if known else None,
    )


def _cover(blocks: Sequence[RawBlock]) -> Iterator[RawBlock]:
    for block in blocks[:_COVER_BLOCKS]:
        if block.kind == "text":
            yield block
        else:
            yield from (RawBlock(cell) for row in block.grid for cell in dict.fromkeys(row) if cell)


def _title(cover: Sequence[RawBlock], raw: RawDocument, key: str) -> str:
    stated = raw.properties.get("title", "")
    if len(stated.split()) >= 4 and not re.search(
        r"microsoft word|\.docx?$|^sans titre", stated, re.IGNORECASE
    ):
        return stated
    lines = [block for block in cover if 3 < len(block.text) < 200 and re.search(r"[^\W\d_]{3}", block.text)]
    for index, block in enumerate(lines):
        if re.match(r"rapport d.observations d[ée]finitives", block.text, re.IGNORECASE):
            body = next((b.text for b in lines[index + 1 : index + 6] if _BODY.match(b.text)), None)
            if body:
                return body
    first_page = [block for block in lines if block.page == 1] or lines
    large = max(first_page, key=lambda b: b.size, default=None)
    if large is not None and large.size >= 1.3:
        return " ".join(b.text for b in first_page if b.size >= large.size - 0.1)[:250]
    heading = next((b.text for b in lines if b.level == 1), None)
    body = next((b.text for b in lines if _BODY.match(b.text) and not b.text.endswith(".")), None)
    return heading or body or stated or (lines[0].text if lines and len(lines[0].text) < 150 else key)


def _date(cover: Sequence[RawBlock], raw: RawDocument) -> datetime.date | None:
    for block in cover:
        if len(block.text) < 120 and not re.search(r"\bloi\b|d[ée]cret|ordonnance|exercices?", block.text):
            found = parse_date(block.text)
            if found:
                return found
    return parse_date(raw.properties.get("created", "") or raw.properties.get("creationdate", ""))


def _type(cover_text: str) -> str | None:
    folded = fold(cover_text)
    places = [(match.start(), name) for pattern, name in _TYPES if (match := re.search(pattern, folded))]
    return min(places)[1] if places else None


def _jurisdiction(blocks: Sequence[RawBlock]) -> str | None:
    names = Counter(match.group(1) for block in blocks for match in _CHAMBER.finditer(block.text))
    if names:
        return f"CRC {names.most_common(1)[0][0]}"
    court = sum("cour des comptes" in fold(block.text) for block in blocks)
    return "Cour des comptes" if court else None
