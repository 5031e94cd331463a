"""Small documents of our own for the tests of extraction."""

import datetime
from collections.abc import Sequence

from knowledge.reports.document import Block, Document, Locator, Metadata, Paragraph, Section, Table

Content = str | tuple[Sequence[str], Sequence[Sequence[str]]]


def document(
    *parts: tuple[str, Sequence[Content]], title: str = "Commune de Valbrune (Finistère)", **metadata: str
) -> Document:
    """A document of (section title, content) pairs; a content is a paragraph, « * item », or (heading row,
    rows).
    """
    sections: list[Section] = []
    for number, (heading, contents) in enumerate(parts):
        path = (heading,) if heading else ()
        blocks = tuple(_block(content, Locator(number, i, path)) for i, content in enumerate(contents))
        sections.append(Section(number, 1 if heading else 0, heading, None, path, blocks))
    about = Metadata(
        key="1",
        title=title,
        date=datetime.date(2016, 5, 3),
        type=metadata.get("type", "Rapport d'observations définitives"),
        jurisdiction=metadata.get("jurisdiction", "CRTC"),
    )
    return Document(about, tuple(sections))


def _block(content: Content, locator: Locator) -> Block:
    if isinstance(content, str):
        return Paragraph(content.removeprefix("* "), locator, list_item=content.startswith("* "))
    header, rows = content
    return Table((tuple(header),) if header else (), tuple(tuple(row) for row in rows), locator)


def table(
    header: list[str], rows: list[list[str]], caption: str | None = None, unit: str | None = None
) -> Table:
    """A table with one row of headings."""
    return Table(
        (tuple(header),), tuple(tuple(row) for row in rows), Locator(0, 0), caption=caption, unit=unit
    )
