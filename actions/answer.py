"""What an action says: a frozen answer with its blocks, sources and ways to go on.

These are the nouns of the public interface (``POST /api/v1/messages``). They know
nothing of Rasa, HTTP or SQL, so that every door (HTTP, command line, page, Rasa's own
channels) shows the same answer.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

Status = Literal["answered", "clarify", "not_found", "out_of_scope", "contact", "smalltalk"]
Lang = Literal["fr", "en"]


@dataclass(frozen=True)
class Paragraph:
    """One paragraph of plain text."""

    text: str
    type: Literal["paragraph"] = "paragraph"


@dataclass(frozen=True)
class ItemList:
    """Short items of equal rank, with an optional heading."""

    items: tuple[str, ...]
    title: str | None = None
    type: Literal["list"] = "list"


@dataclass(frozen=True)
class Table:
    """Rows under named columns; every cell is text, numbers already formatted."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    caption: str | None = None
    type: Literal["table"] = "table"


@dataclass(frozen=True)
class Quote:
    """Verbatim words of a source; ``source`` is the id of the source quoted."""

    text: str
    source: str
    heading: str | None = None
    type: Literal["quote"] = "quote"


@dataclass(frozen=True)
class Point:
    """One value of a figure: ``value`` for the chart, ``text`` as a person reads it."""

    label: str
    value: float
    text: str


@dataclass(frozen=True)
class Figure:
    """A quantity, over years or categories, in one unit."""

    title: str
    points: tuple[Point, ...]
    unit: str | None = None
    type: Literal["figure"] = "figure"


Block = Paragraph | ItemList | Table | Quote | Figure


@dataclass(frozen=True)
class Source:
    """Where a statement comes from, precise enough to check it by hand.

    ``date`` is the publication date and ``as_of`` the day the fact was checked, both ISO.
    ``report`` is the report's key when the source is a report of the base.
    """

    id: str
    title: str
    publisher: str | None = None
    url: str | None = None
    locator: str | None = None
    date: str | None = None
    as_of: str | None = None
    quote: str | None = None
    report: str | None = None


@dataclass(frozen=True)
class QuickReply:
    """A choice: what the button shows, and what is sent when it is chosen."""

    label: str
    text: str


@dataclass(frozen=True)
class Link:
    """A page worth opening next."""

    label: str
    url: str


@dataclass(frozen=True)
class Contact:
    """A person to write to, with a message prepared (personal data removed)."""

    email: str
    subject: str
    body: str
    mailto: str


@dataclass(frozen=True)
class Answer:
    """One answer to one question.

    ``rows`` names the rows of the knowledge base behind the answer (``table:id``), for
    « why this answer ». ``aside`` are the rows and the ids of sources of further statements that lie
    far from the question: they count for how sure the answer is, and are not shown.
    """

    status: Status
    text: str
    blocks: tuple[Block, ...] = ()
    sources: tuple[Source, ...] = ()
    quick_replies: tuple[QuickReply, ...] = ()
    links: tuple[Link, ...] = ()
    contact: Contact | None = None
    rows: tuple[str, ...] = field(default=())
    aside: frozenset[str] = frozenset()

    @property
    def tells_that_nobody_does(self) -> bool:
        """Whether an entry of the base says that no source tells what is asked."""
        return self.status in ("not_found", "out_of_scope") and any(
            row.startswith("faq:") for row in self.rows
        )

    def to_dict(self) -> dict[str, Any]:
        """The answer as JSON-ready data, in the shape of the public contract."""
        return {
            "status": self.status,
            "text": self.text,
            "blocks": [_block(block) for block in self.blocks],
            "sources": [dict(vars(source)) for source in self.sources],
            "quick_replies": [dict(vars(reply)) for reply in self.quick_replies],
            "links": [dict(vars(link)) for link in self.links],
            "contact": dict(vars(self.contact)) if self.contact else None,
            "rows": list(self.rows),
        }


def _block(block: Block) -> dict[str, Any]:
    """The fields of a block; ``dataclasses.asdict`` copies every string, at ten times the cost."""
    data = dict(vars(block))
    if isinstance(block, Figure):
        data["points"] = tuple(dict(vars(point)) for point in block.points)
    return data


@dataclass(frozen=True)
class Reply:
    """An answer in its conversation, as the assistant hands it to a door."""

    conversation_id: str
    message_id: str
    answer: Answer
    lang: Lang = "fr"

    def to_dict(self) -> dict[str, Any]:
        """The body of a 200 response of ``POST /api/v1/messages``."""
        body = self.answer.to_dict()
        body.pop("rows")
        ids = {"conversation_id": self.conversation_id, "message_id": self.message_id}
        return {**ids, "lang": self.lang, **body}
