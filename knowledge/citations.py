"""Where a row of the base comes from, as every query hands it back."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from knowledge.base import KnowledgeBase

COLUMNS = (
    "s.id as source_id, s.title, s.publisher, coalesce({0}.page_url, s.url) as source_url,"
    " s.date as source_date, {0}.locator, {0}.quote, {0}.as_of"
)
"""Columns that :func:`from_row` reads; ``{0}`` is the alias of the table that cites ``source s``."""


@dataclass(frozen=True)
class Cited:
    """One source of one row: publication, place in it, the address of the page or of the publication, and the
    day for which it holds (ISO dates).
    """

    source_id: str
    title: str
    publisher: str
    url: str | None
    date: str | None
    locator: str
    quote: str | None
    as_of: str


@dataclass(frozen=True)
class Publication:
    """One source of the base, whatever is taken from it."""

    id: str
    title: str
    publisher: str
    url: str | None
    date: str | None
    licence: str | None


def publications(base: KnowledgeBase) -> list[Publication]:
    """The sources of the base by title."""
    rows = base.rows("select id, title, publisher, url, date, licence from source order by title")
    return [Publication(*row) for row in rows]


def from_row(row: sqlite3.Row) -> Cited:
    """The citation in a row selected with :data:`COLUMNS`."""
    return Cited(
        row["source_id"], row["title"], row["publisher"], row["source_url"], row["source_date"],
        row["locator"], row["quote"], row["as_of"],
    )  # fmt: skip


def citations_of(base: KnowledgeBase, owner: str, owner_id: str) -> tuple[Cited, ...]:
    """The sources of one challenge, call or FAQ entry, most recent state first."""
    rows = base.rows(
        f"select {COLUMNS.format('c')} from citation c join source s on s.id = c.source"
        " where c.owner = ? and c.owner_id = ? order by c.as_of desc",
        (owner, owner_id),
    )
    return tuple(from_row(row) for row in rows)
