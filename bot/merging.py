"""One answer from several: for a message with more than one question."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
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
from actions.brevity import repeats
from actions.compose import distinct, plain_text
from actions.wording import say
from knowledge.text import sentences

_ORDER = ("answered", "contact", "not_found", "clarify", "out_of_scope", "smalltalk")
_ALL_OF_IT = 1.0
"""Share of its words from which a text of one part is told by another: a word left may name its subject."""
_FURTHER = frozenset(say(lang, "also_said") for lang in ("fr", "en"))
"""Titles of the lists of further statements; every item of another list counts."""


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
    kept = _said_once(kept)
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


def _said_once(answers: Sequence[Answer]) -> list[Answer]:
    """The answers without what another of them tells: what comes first in one is not a further statement of
    another, and is not told again in a later one.
    """
    kept: list[Answer] = []
    for number, answer in enumerate(answers):
        before = [text for one in kept for text in _texts(one)]
        later = [_texts(one) for one in answers[number + 1 :] if _texts(one)]
        after = [texts[0] for texts in later]
        shown = _without(answer, before, after, [one for texts in later for one in texts])
        if shown is not None:
            kept.append(shown)
    return kept


def _texts(answer: Answer) -> list[str]:
    """What an answer says in paragraphs and lists, each once."""
    found: list[str] = []
    for block in answer.blocks:
        found += block.items if isinstance(block, ItemList) and block.title in _FURTHER else []
        found += [block.text] if isinstance(block, Paragraph) else []
    return found


def _without(
    answer: Answer, before: Sequence[str], after: Sequence[str], later: Sequence[str]
) -> Answer | None:
    """The answer without what was told ``before`` it or begins one ``after`` it, nor, but for its first
    paragraph, what one ``later`` says more fully; None if nothing is left.
    """
    blocks: list[Block] = []
    for block in answer.blocks:
        if isinstance(block, Paragraph):
            text = _without_offer(block.text, after)
            beside = block is not answer.blocks[0]
            whole = beside or len(answer.blocks) == 1
            others = later if beside else after
            fuller = [one for one in others if len(one) > len(text)] if whole else []
            told = _is_told(text, [*before, *fuller])
            blocks += [] if told else [replace(block, text=text)]
        elif isinstance(block, ItemList) and block.title in _FURTHER:
            items = tuple(item for item in block.items if not _is_told(item, [*before, *after]))
            alone = [] if blocks else [Paragraph(one) for one in items[:1]]
            left = items[len(alone) :]
            blocks += [*alone, *([replace(block, items=left)] if left else [])]
        else:
            blocks.append(block)
    if tuple(blocks) == answer.blocks:
        return answer
    return replace(answer, blocks=tuple(blocks), text=plain_text(blocks)) if blocks else None


def _is_told(text: str, others: Sequence[str]) -> bool:
    return any(repeats(text, one, _ALL_OF_IT) for one in others)


def _without_offer(text: str, after: Sequence[str]) -> str:
    """A refusal without its last sentence where a later one ends with it: whom to ask is said once."""
    if text in after:
        return text
    said = sentences(text)
    offered = len(said) > 1 and any(sentences(one)[-1:] == said[-1:] for one in after)
    return text.removesuffix(said[-1]).rstrip() if offered else text


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
