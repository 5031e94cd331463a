"""Passages of reports word for word: with their headings, and not once more beside others in a talk."""

from __future__ import annotations

import zlib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any

from actions.answer import Answer, Quote, Source
from actions.question import Question
from actions.reports.follow_ups.years import asks_for_the_cause
from actions.reports.parts import report_source, short_title
from actions.reports.passages.letters import without_formulas
from knowledge.reports.models import PassageHit
from knowledge.text import snippet

LONGEST_QUOTE = 1400
_REMEMBERED = 30
"""Passages quoted that a talk is remembered to have told."""
LEFT_OUT, HARDLY = "[…]", 80
"""What stands for a sentence left out of a quotation, and characters too few to be quoted beside it."""
_IN_SHORT = 700
"""Characters quoted of a passage that the talk has shown whole."""


def quotation(hit: PassageHit, longest: int = LONGEST_QUOTE) -> tuple[Quote, Source]:
    """A passage word for word with its source: whole when short, else the sentences that answer best; quoted
    in ``longest`` characters at most, the source holding more.
    """
    text = hit.text if len(hit.text) <= LONGEST_QUOTE and hit.kind != "table" else hit.quote
    text = _headings_once(text) if hit.kind == "table" else without_formulas(text) or text
    source = report_source(hit.report, hit.place, text)
    heading = " – ".join(part for part in (short_title(hit.report), hit.place.label) if part)
    if hit.kind != "table" and len(text) > longest:
        text = snippet(text, hit.wanted, longest)
    return Quote(text, source.id, heading), source


def _headings_once(table: str) -> str:
    """A table with each heading that spans columns said once: « Recettes | Recettes » as « Recettes | »."""
    return "\n".join(
        " | ".join(
            "" if at and cell == cells[at - 1].removeprefix("| ") and any(map(str.isalpha, cell)) else cell
            for at, cell in enumerate(cells)
        )
        for cells in (line.split(" | ") for line in table.split("\n"))
    )


def quotations(
    hits: Sequence[PassageHit], introduced: str | None = None, longest: int = LONGEST_QUOTE
) -> list[tuple[Quote, Source]]:
    """Passages word for word; of one report its title is said once, that of a section once in a row.

    The title of the report whose key is ``introduced`` was said just before; each is quoted in ``longest``
    characters at most.
    """
    told: list[tuple[Quote, Source]] = []
    several = len({hit.report.id for hit in hits}) > 1
    before: tuple[str | None, str] = (introduced, "")
    for hit in hits:
        quote, source = quotation(hit, longest)
        if hit.report.id == before[0]:
            again = hit.place.label == before[1]
            whole = quote.heading if several else hit.place.label or None
            quote = replace(quote, heading=None if again else whole)
        told.append((quote, source))
        before = (hit.report.id, hit.place.label)
    return told


def beside(
    quoted: Sequence[tuple[Quote, Source]], hits: Sequence[PassageHit], question: Question
) -> list[Quote]:
    """The quotations of ``hits``; of those shown in the talk before, but for the first, what answers best.

    What the talk has shown in as few words is left out. « pourquoi ? » asks for more of what was just shown.
    """
    told = () if asks_for_the_cause(question.text) else question.focus.quoted
    quotes = [quote for quote, _ in quoted]
    shown: list[Quote] = list(quotes[:1])
    under = said = (quotes[0].heading or "") if quotes else ""
    for quote, hit in zip(quotes[1:], hits[1:], strict=False):
        under = quote.heading or under
        new = _shorter(quote, hit) if _mark(quote) in told else quote
        if new is not quote and _mark(new) in told:
            continue
        repeated = said == under or said.endswith(f" – {under}")
        shown.append(replace(new, heading=None if repeated else under))
        said = under
    return shown


def without_said(quotes: Sequence[Quote], said: Sequence[str]) -> list[Quote]:
    """The quotations without the sentences told just before; without those of which hardly a word is left."""
    kept: list[Quote] = []
    heading: str | None = None
    for quote in quotes:
        heading = quote.heading or heading
        text = quote.text
        for sentence in said:
            text = text.replace(sentence.strip("… "), LEFT_OUT)
        if text != quote.text and len(text.replace(LEFT_OUT, "").strip()) < HARDLY:
            continue
        kept.append(replace(quote, text=text, heading=heading))
        heading = None
    return kept


def _shorter(quote: Quote, hit: PassageHit) -> Quote:
    """A quotation by what answers best in it; of a table, as of a short one, all of it."""
    if hit.kind == "table" or len(quote.text) <= _IN_SHORT:
        return quote
    return replace(quote, text=snippet(quote.text, hit.wanted, _IN_SHORT))


def quoted_after(question: Question, answer: Answer) -> tuple[str, ...]:
    """The passages quoted in the talk after ``answer``, the last first."""
    new = [_mark(block) for block in answer.blocks if isinstance(block, Quote)]
    return tuple(dict.fromkeys((*new, *question.focus.quoted)))[:_REMEMBERED]


def shown(sources: Sequence[Mapping[str, Any]], quoted: Collection[str]) -> list[str]:
    """The words of those of the ``sources`` that were ``quoted`` in the talk, not only given to be opened."""
    places = {mark.rpartition("#")[0] for mark in quoted}
    return [str(one.get("quote") or "") for one in sources if str(one["id"]) in places]


def was_quoted(hit: PassageHit, question: Question) -> bool:
    """Whether the talk has quoted a passage in these words."""
    return _mark(quotation(hit)[0]) in question.focus.quoted


def is_shown_again(quote: Quote, question: Question) -> bool:
    """Whether the talk has shown a quotation in these words."""
    return _mark(quote) in question.focus.quoted


def _mark(quote: Quote) -> str:
    """A passage by its place and words: of a long one, other sentences are quoted for another question."""
    return f"{quote.source}#{zlib.crc32(quote.text.encode()):x}"
