"""What the entries and statements that a search finds say, with their sources."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from actions.answer import Answer
from actions.compose import plain_text
from actions.desk import Desk
from knowledge.citations import Cited
from knowledge.entries import Hit
from knowledge.statements import statements_by_id


@dataclass(frozen=True)
class Told:
    """The words of one entry or statement, its row, and the sources that state it."""

    text: str
    row: str
    cited: tuple[Cited, ...]


def told_by(hits: Sequence[Hit], lang: str, desk: Desk) -> dict[tuple[str, str], Told]:
    """What ``hits`` say, by kind and id, in their order; entries that no source answers are left out.

    Statements are fetched in one query, and so are entries.
    """
    ids = [int(hit.ref) for hit in hits if hit.kind == "statement"]
    statements = {str(one.id): one for one in statements_by_id(desk.base, ids)} if ids else {}
    entries = {one.id: one for one in desk.faq([hit.ref for hit in hits if hit.kind == "faq"])}
    found = {}
    for hit in hits:
        row = f"{hit.kind}:{hit.ref}"
        if hit.kind == "statement":
            statement = statements[hit.ref]
            found[hit.kind, hit.ref] = Told(statement.text(lang), row, (statement.cited,))
        elif entries[hit.ref].published:
            entry = entries[hit.ref]
            found[hit.kind, hit.ref] = Told(entry.answer(lang), row, tuple(entry.cited))
    return found


def text_of(row: str, lang: str, desk: Desk) -> str:
    """What an entry or a statement says; nothing where a row is of another kind."""
    kind, _, ref = row.partition(":")
    if kind == "faq":
        return "\n".join(entry.answer(lang) for entry in desk.faq([ref]))
    stated = statements_by_id(desk.base, [int(ref)]) if kind == "statement" else []
    return "\n".join(one.text(lang) for one in stated)


def with_wordings(answer: Answer, desk: Desk) -> str:
    """The words of an answer, and how its entries are asked for: what it speaks of."""
    return "\n".join([answer.text, *_wordings(answer.rows, desk)])


def lead_with_wordings(answer: Answer, desk: Desk) -> str:
    """The first block of an answer, with the questions that its entry answers."""
    return "\n".join([plain_text(answer.blocks[:1]), *_wordings(answer.rows[:1], desk)])


def _wordings(rows: Sequence[str], desk: Desk) -> list[str]:
    """How the entries among some rows are asked for."""
    return [entry.asked for entry in desk.faq([r.removeprefix("faq:") for r in rows if r.startswith("faq:")])]
