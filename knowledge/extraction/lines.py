"""A document as one stream of lines: the order in which a person reads headings, paragraphs and tables.

Lists of recommendations start under headings that some reports mark and others print as ordinary paragraphs;
reading one stream spares every extractor from knowing which.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from knowledge.reports.document import Document, Locator, Paragraph, Section, Table
from knowledge.text import fold

LineKind = Literal["heading", "paragraph", "item", "table"]

_HEADING_LENGTH = 110
_SPACES = re.compile(r"\s+")
_LEADING_MARKS = re.compile(r"^[\s\-–—•·*▪➢►✓o]+\s(?=\S)|^[\-–—•·▪➢►✓]+(?=\S)")


@dataclass(frozen=True, slots=True)
class Line:
    """One heading, paragraph, list item or table, with its place.

    `number` is the printed number of a heading; `table` is filled for tables only, whose `text` is the
    caption.
    """

    kind: LineKind
    text: str
    locator: Locator
    number: str | None = None
    table: Table | None = None
    emphasis: bool = False

    @property
    def is_short(self) -> bool:
        """Whether the line could be a heading by its length and ending, marked as one or not."""
        text = self.text.rstrip()
        return 0 < len(text) <= _HEADING_LENGTH and not text.endswith((".", ";", ","))


def clean(text: str) -> str:
    """Text on one line, without list marks at its start."""
    return _LEADING_MARKS.sub("", _SPACES.sub(" ", text)).strip()


class _Letters(dict[int, str]):
    """Folded form of each letter, computed when first met."""

    def __missing__(self, code: int) -> str:
        folded = (fold(chr(code)) or " ")[0]
        self[code] = folded
        return folded


_LETTERS = _Letters()


def fold_in_place(text: str) -> str:
    """`fold` letter by letter, so that positions in the result are positions in `text` (« œ » becomes « o
    »).
    """
    return text.translate(_LETTERS)


def _section_lines(section: Section) -> Iterator[Line]:
    if section.title:
        yield Line("heading", clean(section.title), section.locator, section.number)
    for block in section.blocks:
        if isinstance(block, Paragraph):
            text = clean(block.text)
            if text:
                kind: LineKind = "item" if block.list_item else "paragraph"
                yield Line(kind, text, block.locator, emphasis=block.emphasis)
        else:
            yield Line("table", block.caption or "", block.locator, table=block)


def document_lines(document: Document) -> list[Line]:
    """Every line of the document in reading order."""
    return [line for section in document.sections for line in _section_lines(section)]
