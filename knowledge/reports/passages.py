"""Passages: the pieces of a document that are searched, ranked and quoted."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from knowledge.reports.document import Block, Document, Locator, Paragraph, Section, Table
from knowledge.text import fold, sentences

PassageKind = Literal["text", "table", "front", "procedure"]

TARGET = 700
"""Characters after which a passage is closed at the next paragraph: about four sentences."""

LONGEST = 1600
"""Characters past which one paragraph is cut at a sentence."""

_TABLE_CHARACTERS = 1400
_LETTERHEAD = re.compile(
    r"r[ée]f\.? ?:|dossier suivi|lettre recommand[ée]e|\bt[ée]l\b ?[.:]|t[ée]l[ée]phone ?:|p\.j\.|objet :",
    re.IGNORECASE,
)
_PROCEDURE = re.compile(
    r"^\W*(?:(?:la|rappel de la|contexte et|(?:autres )?elements de) )?procedure(?: et delibere)?\W*$"
    r"|deroulement (?:du (?:present )?controle|de la proc)|^delibere|^avertissement"
)
"""Titles of the account of the audit itself; « la procédure budgétaire » is a matter like any other."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of one section, quoted verbatim.

    `text` is what is shown: paragraphs separated by newlines, or a table's rows as lines of cells separated
    by « | » under its caption and headings. `notes` are its footnotes. `table` is the ordinal of the table
    in the document, None for text; `rows` the rows of it shown here. `kind` says what may rank lower:
    what precedes the report (letters, covers) and the account of the procedure.
    """

    section: int
    locator: Locator
    kind: PassageKind
    text: str
    notes: str = ""
    table: int | None = None
    rows: tuple[int, int] | None = None


def build_passages(document: Document) -> list[Passage]:
    """Return the document's passages in reading order."""
    notes = {note.mark: note.text for note in document.footnotes}
    tables = {id(table): number for number, table in enumerate(document.tables())}
    passages: list[Passage] = []
    for section in document.sections:
        kind = _kind(section)
        for run in _runs(section.blocks):
            if isinstance(run, Table):
                passages.extend(_table_passages(section, run, tables[id(run)]))
            else:
                passages.append(_text_passage(section, run, notes, kind))
    return passages


def _kind(section: Section) -> PassageKind:
    if section.level == 0:
        return "front"
    return "procedure" if _PROCEDURE.search(fold(section.title)) else "text"


def _runs(blocks: Sequence[Block]) -> Iterator[list[Paragraph] | Table]:
    run: list[Paragraph] = []
    size = 0
    for block in blocks:
        if isinstance(block, Table):
            if run:
                yield run
            run, size = [], 0
            if not _is_letterhead(block):
                yield block
            continue
        for piece in _pieces(block):
            if run and size + len(piece.text) > TARGET and not _introduces(run[-1]):
                yield run
                run, size = [], 0
            run.append(piece)
            size += len(piece.text)
    if run:
        yield run


def _introduces(last: Paragraph) -> bool:
    # « …les suivantes : » stays with its first items, a bold line with what it announces.
    return len(last.text) < TARGET and (last.text.endswith(":") or last.emphasis and len(last.text) < 150)


def _pieces(paragraph: Paragraph) -> Iterator[Paragraph]:
    if len(paragraph.text) <= LONGEST:
        yield paragraph
        return
    piece = ""
    for sentence in sentences(paragraph.text):
        if piece and len(piece) + len(sentence) > TARGET:
            yield Paragraph(piece, paragraph.locator, footnotes=paragraph.footnotes)
            piece = ""
        piece = f"{piece} {sentence}".strip()
    if piece:
        yield Paragraph(piece, paragraph.locator, footnotes=paragraph.footnotes)


def _text_passage(
    section: Section, run: Sequence[Paragraph], notes: dict[str, str], kind: PassageKind
) -> Passage:
    marks = dict.fromkeys(mark for paragraph in run for mark in paragraph.footnotes)
    texts = "\n".join(f"{mark}. {notes[mark]}" for mark in marks if mark in notes)
    return Passage(section.ordinal, run[0].locator, kind, "\n".join(p.text for p in run), texts)


def _is_letterhead(table: Table) -> bool:
    if table.locator.section > 1:
        return False
    cells = [cell for row in (*table.header, *table.rows) for cell in row]
    return any(_LETTERHEAD.search(cell) for cell in cells)


def _table_head(table: Table) -> list[str]:
    title = table.caption or ""
    if (
        table.unit
        and fold(table.unit) not in fold(title)
        and not any(table.unit in c for r in table.header for c in r)
    ):
        title = f"{title} ({table.unit})" if title else f"({table.unit})"
    return [line for line in (title, *map(_row_line, table.header)) if line]


def _row_line(row: Sequence[str]) -> str:
    return " | ".join(row).strip()


def _table_passages(section: Section, table: Table, number: int) -> Iterator[Passage]:
    head = "\n".join(_table_head(table))
    lines = list(map(_row_line, table.rows))
    start, size = 0, 0
    for index, line in enumerate([*lines, ""]):
        last = index == len(lines)
        if index > start and (last or size + len(line) > _TABLE_CHARACTERS):
            text = "\n".join([part for part in (head, *lines[start:index]) if part])
            note = table.note or "" if last else ""
            yield Passage(section.ordinal, table.locator, "table", text, note, number, (start, index))
            start, size = index, 0
        size += len(line)
