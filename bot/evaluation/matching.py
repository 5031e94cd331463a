"""Whether an answer holds an expected fact: the rules of ``nlu/evaluation/README.md``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.text import fold

_APOSTROPHES = str.maketrans("’ʼ‘", "'''")
_THOUSANDS = re.compile(r"(?<=\d)[ \u00a0\u202f\u2009](?=\d{3}\b)")


def folded(text: str) -> str:
    """``text`` without accents and capitals, with one kind of apostrophe and space, « 3 500 » as « 3500 »."""
    plain = fold(str(text)).translate(_APOSTROPHES)
    plain = re.sub(r"[\s\u00a0\u202f\u2009]+", " ", plain)
    return re.sub(r" (?=%)", "", _THOUSANDS.sub("", plain))


def holds(text: str, expected: str) -> bool:
    """Whether ``expected`` stands in ``text``, never inside a longer number."""
    haystack, needle = folded(text), folded(expected)
    if not needle:
        return False
    before = r"(?<!\d)" if needle[0].isdigit() else ""
    after = r"(?!\d)" if needle[-1].isdigit() else ""
    return re.search(before + re.escape(needle) + after, haystack) is not None


def missing(text: str, must: Sequence[Sequence[str]]) -> list[str]:
    """The groups of which ``text`` holds no alternative, each as « a | b »."""
    return [" | ".join(group) for group in must if not any(holds(text, one) for one in group)]


def forbidden(text: str, must_not: Sequence[str]) -> list[str]:
    """Those of ``must_not`` that ``text`` holds."""
    return [one for one in must_not if holds(text, one)]
