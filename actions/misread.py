"""Names found in words that say something else: « qui finance ? » is on no theme, « la ville » on nobody."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from knowledge.text import fold, words

_WHO = re.compile(r"\b(?:qui|who) (?:(?:la|les?|en|y|it|them) )?$")
"""What stands before a verb that could be the name of a theme."""
_MINE = re.compile(r"\b(?:mon|ma|mes|my) (?:\w+ )?$")
_BY = re.compile(r"\W*(?:par|by) (?:qui|ki|quoi|whom?|quel\w*|which|l[ae]s?\b|l ?['’]|une?|the)")
"""« c'était financé par qui ? » is on no theme."""
_TRADE = re.compile(r"^\W*\w+(?:\s\w+)? de formation\W*(?:$|[,;.])")
"""« mon travail » and « géographe de formation » tell who asks, not what challenges are about."""
_ARTICLE = re.compile(r"[Ll][ae]s? [a-z][\w-]*")
"""« la ville » is not Adrien Laville."""


def is_misread(entity: Mapping[str, Any], text: str) -> bool:
    """Whether a name of ``entity`` was found in words of ``text`` that name no theme and nobody."""
    start, end = entity.get("start"), entity.get("end")
    if start is None:
        return False
    if entity["entity"] == "person":
        said = _ARTICLE.fullmatch(text[start:end])
        return said is not None and not set(words(said[0])) & set(words(str(entity["value"])))
    if entity["entity"] != "theme":
        return False
    before, until = fold(text[:start]), fold(text[: entity["end"] + 1])
    after = fold(text[end or len(text) :])
    return any((_WHO.search(before), _MINE.search(before), _TRADE.search(until), _BY.match(after)))
