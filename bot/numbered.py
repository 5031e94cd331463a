"""The questions of a list: « j'aimerais savoir : 1) si…, 2) s'il faut… », or all under one verb."""

from __future__ import annotations

import re

from knowledge.references import find_references

_NUMBER = re.compile(r"(?:(?<=[\s:;,(])|^)\(?(?P<number>[1-9])\s?(?:\)|[.°/](?=\s)|\.?-\s)\s*")
_END = re.compile(r"\?|\n|[.!](?=\s|$)")
"""Where the last question of a list ends, before the name of who writes."""
_IF = re.compile(r"si(?: |(?=,))|s['’](?=il)", re.I)
_LEAST_WORDS, MOST = 2, 6
_INDIRECT = (
    r"(?:si|s['’]ils?|quel(?:le)?s?|combien|comment|quand|pourquoi|qui|où"
    r"|ce qu[ei]|if|whether|what|which|how|when|where|who)"
)
_UNDER_ONE_VERB = re.compile(
    r"(?:.*\b(?:savoir|demande|dire|confirmer|pr[ée]ciser|indiquer|conna[iî]tre|know|tell (?:me|us)|wonder"
    r"|(?:di[st]|dites|pr[ée]cise[zr]?|indique[zr]?|explique[zr]?|confirme[zr]?)[- ](?:moi|nous))"
    rf"\b\W*)(?P<items>{_INDIRECT}\b.+)",
    re.I | re.S,
)
_NEXT_INDIRECT = re.compile(rf"\s*(?:[,;]\s*(?:(?:et|and|puis)\s+)?|\s(?:et|and)\s+)(?={_INDIRECT}\b)", re.I)
_WOULD_HOST = re.compile(
    r"\b(?:accueill\w+|recevoir|h[ée]berger|host|(?:propos|d[ée]pos)\w+ un projet|submit a project)\b"
    r"|\b(?:on|nous|we)\b[^.!?]{0,30}\b(?:voudr\w+|veut|voulons|souhait\w+|aimer\w+|want|would like|need)\b"
    r"[^.!?]{0,20}\beigs?\b",
    re.I,
)
_FOR_A_HOST = "pour une administration"
"""What « on voudrait deux EIG : 1) combien ça coûte » asks of."""
_OF_SI = re.compile(r"(?:si|s['’]ils?|if|whether)\b", re.I)


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
    before = text[: marks[0].start()]
    of = _promotion_in(before) or (_FOR_A_HOST if _WOULD_HOST.search(before) else "")
    asked = [as_a_question(re.sub(r"\W+(?:et|and)$", "", item)) for item in items]
    return [one if _promotion_in(one) or not of else f"{one.rstrip(' ?')}, {of} ?" for one in asked]


def indirect_questions(text: str) -> list[str]:
    """The questions that one verb asks, « je voudrais savoir si…, quelle est… et si… », each as it would be
    asked alone; none where none begins with « si », which only that verb makes a question.
    """
    found = _UNDER_ONE_VERB.match(text)
    items = _NEXT_INDIRECT.split(found["items"].strip(" ?.!")) if found else []
    enough = all(len(re.findall(r"\w+", item)) >= _LEAST_WORDS for item in items)
    if len(items) < 2 or not enough or not any(map(_OF_SI.match, items[1:])):
        return []
    return [as_a_question(item.strip(" ,;")) for item in items]


def _promotion_in(text: str) -> str:
    """The promotion that a text names, as it is written; nothing where it names none or several."""
    named = [one for one in find_references(text) if one.kind == "promotion"]
    return text[named[0].start : named[0].end] if len(named) == 1 else ""


def as_a_question(item: str) -> str:
    """« si je dois fermer ma société » as it would be asked alone."""
    condition = _IF.match(item)
    if condition is None:
        return f"{item} ?"
    rest = item[condition.end() :]
    if rest.startswith(","):
        return f"Est-ce que{rest} ?"  # « si, en 2022, un opérateur payait »
    return f"Est-ce qu'{rest} ?" if rest[:1].lower() in "aeiouyéêà" else f"Est-ce que {rest} ?"
