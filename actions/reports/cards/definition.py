"""What a thing is, or what it is for, in the lines of a card."""

from __future__ import annotations

import re
from collections.abc import Sequence

from actions.reports.cards.asked import CardQuestion
from actions.reports.cards.lines import CardLine

_DEFINES = re.compile(
    r", (?!(?:de|à|en|depuis|pour les|sur|jusqu)\b)|\bqui\b|\bpar lequel\b|\boù\b|\bdestiné|\("
)
_FOR = re.compile(
    r"\bpour\b|\bqui\b|\bpar lequel\b|\bdestinée?s?\b|\boù\b|\bafin\b|\bsert\b|\bpermet\w*\b|\bcentrer\b"
)
_MEANT_FOR = re.compile(r"\bsert\b|\bdestiné|\bvise\b|\bcentrer\b|\bmission\b")
"""How a card says what a thing is, and what it is for."""


def definition(question: CardQuestion, lines: Sequence[CardLine]) -> tuple[CardLine, ...]:
    """The line that tells what a thing is, or what for: the scope, of the matter of the report itself."""
    tells = _FOR if question.wish == "purpose" else _DEFINES
    short = [line for line in lines if line.kind == "body" and line.said & _stems_named(question)]
    if short and question.wish == "what" and not question.terms:
        spoken = [line for line in lines if line.kind in ("scope", "summary") and short[0].said <= line.said]
        return (*short[:1], *(spoken or [line for line in lines if line.kind == "scope"])[:1])
    if not question.terms:
        scope = [line for line in lines if line.kind == "scope"][:1]
        if question.wish == "what" or any(tells.search(line.matter) for line in scope):
            return tuple(scope)
        meant = [line for line in lines if line.kind == "summary" and _MEANT_FOR.search(line.text)]
        return tuple(meant[:1])
    said = [
        line
        for line in lines
        if (line.is_found or line.kind == "scope")
        and not question.lacks(line)
        and question.share(line) == 1.0
    ]
    said = [line for line in said if tells.search(line.matter)] or said
    return tuple(sorted(said, key=lambda line: -line.near)[:1])


def _stems_named(question: CardQuestion) -> frozenset[str]:
    return frozenset[str]().union(*(term.stems for term in question.named))
