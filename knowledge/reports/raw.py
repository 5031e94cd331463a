"""What readers hand over: a flat stream of blocks as printed, before headings and tables are understood."""

import re
from dataclasses import dataclass, field
from typing import Literal

from knowledge.reports.document import Footnote

Grid = tuple[tuple[str, ...], ...]


_POWER = re.compile(r"(?:\d|(?<![^\W\d_])[kcdhm]?m|\bCO|^)\s*$")
"""What a raised number belongs to: « 10⁶ », « m² »."""


def is_call(raised: str, before: str) -> bool:
    """Whether raised digits call a note after the text `before`, as they do unless they are a power."""
    return re.fullmatch(r"\d{1,3}", raised) is not None and not _POWER.search(before)


@dataclass(frozen=True, slots=True)
class RawBlock:
    """One paragraph, heading or table in reading order.

    `level` is the heading level the format marks (1 = top), None where it marks none; `style` the format's
    name for the paragraph's style, which structure inference compares within one document; `grid` the cells
    of a table. `size` is the font size relative to the body text, where the format tells.
    """

    text: str = ""
    kind: Literal["text", "table"] = "text"
    level: int | None = None
    style: str = ""
    list_item: bool = False
    emphasis: bool = False
    size: float = 1.0
    page: int | None = None
    footnotes: tuple[str, ...] = ()
    grid: Grid = ()


@dataclass(frozen=True, slots=True)
class RawDocument:
    """The blocks and notes of one file, with what the file says about itself (title, author, dates)."""

    blocks: tuple[RawBlock, ...]
    footnotes: tuple[Footnote, ...] = ()
    properties: dict[str, str] = field(default_factory=dict)
    pages: int | None = None
    warnings: tuple[str, ...] = ()
