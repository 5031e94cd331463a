"""What sources say of a promotion or of the programme, property by property."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.base import KnowledgeBase
from knowledge.citations import COLUMNS, Cited, from_row

PROGRAMME = "programme"


@dataclass(frozen=True)
class Statement:
    """One thing one source says. ``number`` is the value when it is one (euros for budgets)."""

    id: int
    subject: str
    property: str
    value: str | None
    number: float | None
    unit: str | None
    text_fr: str
    text_en: str
    audience: str
    valid_from: str | None
    valid_to: str | None
    cited: Cited

    def text(self, lang: str) -> str:
        """The statement as a sentence in ``lang``."""
        return self.text_en if lang == "en" else self.text_fr


def statements(base: KnowledgeBase, subjects: Sequence[str], properties: Sequence[str]) -> list[Statement]:
    """What is said of ``subjects`` under ``properties``, in the order the properties are named."""
    rows = base.rows(
        f"select t.*, {COLUMNS.format('t')} from statement t join source s on s.id = t.source"
        f" where t.subject in ({_marks(subjects)}) and t.property in ({_marks(properties)}) order by t.id",
        (*subjects, *properties),
    )
    order = {name: position for position, name in enumerate(properties)}
    return sorted((_statement(row) for row in rows), key=lambda s: (order[s.property], s.id))


def all_statements(base: KnowledgeBase, subjects: Sequence[str]) -> list[Statement]:
    """Everything that is said of ``subjects``, or of any subject when there is none."""
    where = f" where t.subject in ({_marks(subjects)})" if subjects else ""
    rows = base.rows(
        f"select t.*, {COLUMNS.format('t')} from statement t join source s on s.id = t.source{where} "
        f"order by t.id",
        subjects,
    )
    return [_statement(row) for row in rows]


def statements_by_id(base: KnowledgeBase, ids: Sequence[int]) -> list[Statement]:
    """The statements with these ids, in that order."""
    rows = base.rows(
        f"select t.*, {COLUMNS.format('t')} from statement t join source s on s.id = t.source"
        f" where t.id in ({_marks(ids)})",
        ids,
    )
    found = {row["id"]: _statement(row) for row in rows}
    return [found[identifier] for identifier in ids if identifier in found]


def subjects_with(base: KnowledgeBase, properties: Sequence[str]) -> list[str]:
    """The promotions (and « programme ») of which something is said under ``properties``, latest first."""
    rows = base.rows(
        f"select distinct t.subject from statement t left join promotion p on p.id = t.subject"
        f" where t.property in ({_marks(properties)}) order by coalesce(p.year, 9999) desc",
        properties,
    )
    return [row["subject"] for row in rows]


def _statement(row: sqlite3.Row) -> Statement:
    return Statement(
        row["id"], row["subject"], row["property"], row["value"], row["number"], row["unit"], row["text_fr"],
        row["text_en"], row["audience"], row["valid_from"], row["valid_to"], from_row(row),
    )  # fmt: skip


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))
