"""The questions of a numbered list: « j'aimerais savoir : 1) si…, 2) s'il faut…, 3) combien… »."""

from __future__ import annotations

import re

from knowledge.references import find_references

_NUMBER = re.compile(r"(?:(?<=[\s:;,(])|^)\(?(?P<number>[1-9])\s?(?:\)|[.°/](?=\s)|\.?-\s)\s*")
_END = re.compile(r"\?|\n|[.!](?=\s|$)")
"""Where the last question of a list ends, before the name of who writes."""
_IF = re.compile(r"si |s['’](?=il)", re.I)
_LEAST_WORDS, MOST = 2, 6


def numbered_questions(text: str) -> list[str]:
    """The questions numbered 1, 2, … in ``text``, each as it would be asked alone; else none."""
    marks: list[re.Match[str]] = []
    for found in _NUMBER.finditer(text):
        if int(found["number"]) == len(marks) + 1:
            marks.append(found)
    if not 2 <= len(marks) <= MOST:
        return []
    ends = [following.start() for following in marks[1:]]
    last = _END.search(text, marks[-1].end())
    items = [
        text[mark.end() : end].strip(" ,;.?\n\t")
        for mark, end in zip(marks, [*ends, last.start() if last else len(text)], strict=True)
    ]
    if any(len(re.findall(r"\w+", item)) < _LEAST_WORDS for item in items):
        return []
    of = _promotion_in(text[: marks[0].start()])
    asked = [_as_a_question(re.sub(r"\W+(?:et|and)$", "", item)) for item in items]
    return [one if _promotion_in(one) or not of else f"{one.rstrip(' ?')}, {of} ?" for one in asked]


def _promotion_in(text: str) -> str:
    """The promotion that a text names, as it is written; nothing where it names none or several."""
    named = [one for one in find_references(text) if one.kind == "promotion"]
    return text[named[0].start : named[0].end] if len(named) == 1 else ""


def _as_a_question(item: str) -> str:
    """« si je dois fermer ma société » as it would be asked alone."""
    condition = _IF.match(item)
    if condition is None:
        return f"{item} ?"
    rest = item[condition.end() :]
    return f"Est-ce qu'{rest} ?" if rest[:1].lower() in "aeiouyé" else f"Est-ce que {rest} ?"
