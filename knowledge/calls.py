"""Calls for projects and for applications, and what they are on a given day."""

from __future__ import annotations

import datetime as dt
import sqlite3
from dataclasses import dataclass

from knowledge.base import KnowledgeBase
from knowledge.citations import COLUMNS, Cited, citations_of, from_row


@dataclass(frozen=True)
class Variant:
    """Another opening or closing time that a source gives for the same call."""

    field: str
    value: dt.datetime
    text_fr: str
    text_en: str
    cited: Cited


@dataclass(frozen=True)
class Call:
    """A call with its times in Europe/Paris; ``closes`` is the last deadline, extension included."""

    id: str
    promotion: str
    audience: str
    round: str | None
    title_fr: str
    title_en: str
    opens: dt.datetime | None
    opens_time_known: bool
    first_deadline: dt.datetime | None
    closes: dt.datetime | None
    closes_time_known: bool
    extended: bool
    procedure_fr: str
    procedure_en: str
    url: str | None
    variants: tuple[Variant, ...]
    cited: tuple[Cited, ...]

    def status(self, now: dt.datetime) -> str:
        """« open », « closed », « upcoming », or « unknown » when a needed date is missing."""
        if self.closes is not None and now > self.closes:
            return "closed"
        if self.opens is not None and now < self.opens:
            return "upcoming"
        return "open" if self.opens is not None and self.closes is not None else "unknown"

    def title(self, lang: str) -> str:
        """Its name in ``lang``."""
        return self.title_en if lang == "en" else self.title_fr

    def procedure(self, lang: str) -> str:
        """What one must send, where."""
        return self.procedure_en if lang == "en" else self.procedure_fr


def calls(base: KnowledgeBase, audience: str | None = None, promotions: tuple[str, ...] = ()) -> list[Call]:
    """Every call that matches, by opening (or else closing) date, oldest first."""
    known = base.derived("calls", lambda: _all_calls(base))
    one = audience in ("candidates", "administrations")
    return [
        call
        for call in known
        if (not one or call.audience == audience) and (not promotions or call.promotion in promotions)
    ]


def _all_calls(base: KnowledgeBase) -> tuple[Call, ...]:
    rows = base.rows("select * from call order by coalesce(opens, closes)")
    return tuple(_call(base, row) for row in rows)


def _call(base: KnowledgeBase, row: sqlite3.Row) -> Call:
    first = _time(row["closes"])
    extended = _time(row["extended_to"])
    return Call(
        row["id"], row["promotion"], row["audience"], row["round"], row["title_fr"], row["title_en"],
        _time(row["opens"]), bool(row["opens_time_known"]), first, extended or first,
        bool(row["closes_time_known"]), extended is not None, row["procedure_fr"], row["procedure_en"],
        row["url"], _variants(base, row["id"]), citations_of(base, "call", row["id"]),
    )  # fmt: skip


def _variants(base: KnowledgeBase, call: str) -> tuple[Variant, ...]:
    rows = base.rows(
        f"select v.field, v.value, v.text_fr, v.text_en, {COLUMNS.format('v')}"
        " from call_variant v join source s on s.id = v.source where v.call = ?",
        (call,),
    )
    return tuple(
        Variant(
            row["field"],
            dt.datetime.fromisoformat(row["value"]),
            row["text_fr"],
            row["text_en"],
            from_row(row),
        )
        for row in rows
    )


def _time(text: str | None) -> dt.datetime | None:
    return None if text is None else dt.datetime.fromisoformat(text)
