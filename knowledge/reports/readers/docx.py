"""DOCX reports: paragraphs and tables in body order, headings by style, notes from their own part."""

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

import docx
from docx.document import Document as DocxDocument
from docx.oxml.ns import qn
from docx.table import Table as DocxTable
from docx.text.paragraph import Paragraph as DocxParagraph
from docx.text.run import Run
from lxml import etree

from knowledge.reports.document import Footnote
from knowledge.reports.errors import BrokenFile
from knowledge.reports.raw import Grid, RawBlock, RawDocument, is_call
from knowledge.text import clean

_HEADING = re.compile(r"^(?:heading|titre)\s*(\d)$", re.IGNORECASE)
_LIST = re.compile(r"list|puce|bullet|enum", re.IGNORECASE)
_TOC = re.compile(r"^(toc|tm|table of)", re.IGNORECASE)


def read_docx(data: bytes) -> RawDocument:
    """Parse a DOCX; raises BrokenFile when its parts cannot be read."""
    try:
        document = docx.Document(io.BytesIO(data))
        notes = tuple(_footnotes(data))
        blocks = tuple(_blocks(document))
    except (KeyError, ValueError, AttributeError, zipfile.BadZipFile, etree.LxmlError) as error:
        raise BrokenFile(f"damaged DOCX: {error}") from error
    core = document.core_properties
    properties = {"title": core.title or "", "author": core.author or ""}
    return RawDocument(blocks, notes, {key: value for key, value in properties.items() if value})


def _blocks(document: DocxDocument) -> Iterator[RawBlock]:
    for item in document.iter_inner_content():
        if isinstance(item, DocxTable):
            grid = _grid(item)
            if any(any(row) for row in grid):
                yield RawBlock(kind="table", grid=grid, style=_style(item))
        else:
            block = _paragraph(item)
            if block.text and not _TOC.match(block.style):
                yield block


def _style(item: DocxParagraph | DocxTable) -> str:
    return str(item.style.name or "") if item.style is not None else ""


def _paragraph(paragraph: DocxParagraph) -> RawBlock:
    style = _style(paragraph)
    heading = _HEADING.match(style)
    runs = [run for run in paragraph.runs if run.text.strip()]
    text, raised = _text(paragraph)
    return RawBlock(
        clean(text),
        level=int(heading.group(1)) if heading else 1 if style.lower() in ("title", "titre") else None,
        style=style,
        list_item=bool(_LIST.search(style))
        or paragraph._p.find(f".//{qn('w:numPr')}") is not None
        and not heading,
        emphasis=bool(runs) and all(run.bold for run in runs),
        footnotes=(*_calls(paragraph._p), *raised),
    )


def _text(paragraph: DocxParagraph) -> tuple[str, list[str]]:
    """The text without the raised numbers that call notes, and these."""
    text, marks = "", []
    for part in paragraph.iter_inner_content():
        if isinstance(part, Run) and part.font.superscript and is_call(part.text.strip(), text):
            marks.append(part.text.strip())
        else:
            text += part.text
    return text, marks


def _calls(element: Any) -> Iterator[str]:
    for reference in element.iter(qn("w:footnoteReference"), qn("w:endnoteReference")):
        yield str(reference.get(qn("w:id")))


def _grid(table: DocxTable) -> Grid:
    return tuple(tuple(clean(cell.text) for cell in row.cells) for row in table.rows)


def _footnotes(data: bytes) -> Iterator[Footnote]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for part in ("word/footnotes.xml", "word/endnotes.xml"):
            if part not in archive.namelist():
                continue
            root = etree.fromstring(archive.read(part), etree.XMLParser(resolve_entities=False))
            for note in root:
                text = clean(" ".join(t.text or "" for t in note.iter(qn("w:t"))))
                if text and note.get(qn("w:type")) is None:
                    yield Footnote(str(note.get(qn("w:id"))), text)
