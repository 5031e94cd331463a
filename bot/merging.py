"""One answer from several: for a message with more than one question."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from actions.answer import (
    Answer,
    Block,
    Contact,
    Figure,
    ItemList,
    Link,
    Paragraph,
    Point,
    QuickReply,
    Quote,
    Source,
    Table,
)  # fmt: skip
from actions.compose import distinct

_ORDER = ("answered", "contact", "not_found", "clarify", "out_of_scope", "smalltalk")


def answer_from(data: dict[str, Any]) -> Answer:
    """The answer back from the JSON an action uttered."""
    contact = data.get("contact")
    return Answer(
        data["status"],
        data["text"],
        tuple(_block(block) for block in data.get("blocks", ())),
        tuple(Source(**source) for source in data.get("sources", ())),
        tuple(QuickReply(**reply) for reply in data.get("quick_replies", ())),
        tuple(Link(**link) for link in data.get("links", ())),
        Contact(**contact) if contact else None,
        tuple(data.get("rows", ())),
    )


def merge(answers: Sequence[Answer]) -> Answer:
    """All that was answered, part after part; courtesy is dropped when there is something else to say."""
    if len(answers) == 1:
        return answers[0]
    kept = [a for a in answers if a.status != "smalltalk"] or list(answers[:1])
    if len(kept) == 1:
        return kept[0]
    return Answer(
        min((a.status for a in kept), key=_ORDER.index),
        "\n\n".join(dict.fromkeys(a.text for a in kept)),
        tuple(block for a in kept for block in a.blocks),
        distinct(source for a in kept for source in a.sources),
        tuple(dict.fromkeys(reply for a in kept for reply in a.quick_replies))[:4],
        tuple(dict.fromkeys(link for a in kept for link in a.links)),
        next((a.contact for a in kept if a.contact), None),
        tuple(row for a in kept for row in a.rows),
    )


def _block(data: dict[str, Any]) -> Block:
    kind = data["type"]
    if kind == "list":
        return ItemList(tuple(data["items"]), data.get("title"))
    if kind == "table":
        return Table(tuple(data["columns"]), tuple(tuple(row) for row in data["rows"]), data.get("caption"))
    if kind == "quote":
        return Quote(data["text"], data["source"], data.get("heading"))
    if kind == "figure":
        return Figure(data["title"], tuple(Point(**point) for point in data["points"]), data.get("unit"))
    return Paragraph(data["text"])
