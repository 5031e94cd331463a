"""How much is quoted beside what answers: whoever asks one fact reads it, and where it stands, on a phone."""

from __future__ import annotations

from collections.abc import Sequence

from actions.answer import Quote

_BESIDE_TOLD, _BESIDE = 2200, 4000
"""Characters quoted beside a sentence or figure that gives what is asked, and where none surely does."""


def in_brief(quotes: Sequence[Quote], told: bool) -> list[Quote]:
    """The quotations beside what was read first, in their order, while they are short together, and shorter
    where that was ``told``.
    """
    kept: list[Quote] = []
    left = _BESIDE_TOLD if told else _BESIDE
    heading: str | None = None
    for quote in quotes:
        heading = quote.heading or heading
        if len(quote.text) > left:
            continue
        left -= len(quote.text)
        kept.append(Quote(quote.text, quote.source, heading))
        heading = None
    return kept
