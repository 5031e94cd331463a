"""What a question asks of a report and the report does not say: words that it holds in no form."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.reports.base import ReportBase
from knowledge.text import content_stems, fold, stem

_DETERMINERS = frozenset("le la les l un une des du de d sur en au aux ses son sa leur leurs the of".split())
_FILLERS = frozenset(
    stem(word)
    for word in "évoque évoquent aborde abordé abordés abordée abordées mentionne mentionné parle parlé "
    "reproche reprocher "
    "traite traité cite cité question sujet matière propos point aspect chose truc rapport chambre cour "
    "magistrats "
    "contre avant après selon faute fois vrai vraiment argent somme montant année ans fin début "
    "moyenne total titre cas part partie".split()
)
_TOPIC = re.compile(
    r"\b(?:parl\w+|evoqu\w+|abord\w+|mentionn\w+|trait\w+|en matiere|au sujet|a propos|question|subi\w*|"
    r"dit|disent|"
    r"mention\w*|about|discuss\w*)\b[^?]*?\b(?:sur les|sur la|sur le|sur l|sur|les|la|le|l|du|des|de|d|"
    r"un|une|"
    r"the|about) ([a-z][a-z-]{3,})"
)
_COMMON = 1500
"""A word in more passages than this is a way of speaking, not a matter of its own."""


def unsaid_words(text: str, terms: Sequence[str], report: str, base: ReportBase) -> tuple[str, ...]:
    """The matters of a question (as stems) that a report never speaks of; empty when it may answer.

    A question is held unanswerable when all its nouns are missing, or the one it names as its topic.
    """
    wanted = [term for term in terms if term not in _FILLERS and not term.isdigit()]
    absent = set(base.absent_terms(report, wanted))
    if not absent:
        return ()
    nouns = [term for term in _nouns(text) if term in wanted]
    topic = _topic(text)
    if topic is not None and topic in absent:
        return (topic,)
    if is_mention_question(text):
        rare = base.term_frequencies(sorted(absent))
        missing = [t for t in wanted if t in absent and rare[t] < _COMMON]
        if missing:
            return tuple(missing)
    if nouns and all(noun in absent for noun in nouns) and all(t in absent for t in wanted if len(t) > 3):
        return tuple(nouns)
    lone = [noun for noun in nouns if noun in absent]
    if lone and len(lone) == len(nouns) and len(wanted) <= 2:
        return tuple(lone)
    return ()


def _nouns(text: str) -> list[str]:
    tokens = re.findall(r"\w+", fold(text))
    return [stem(t) for before, t in zip(["", *tokens], tokens, strict=False) if before in _DETERMINERS]


def _topic(text: str) -> str | None:
    said = fold(text).replace("'", " ").replace("’", " ")
    about = re.search(r"\bsur (?:les|la|le|l|des) ([a-z]{4,})", said)
    found = about if about and re.search(r"\b(?:dit|disent|say|says)\b", said) else _TOPIC.search(said)
    stems = content_stems(found.group(1)) if found else []
    return stems[0] if stems else None


def is_mention_question(text: str) -> bool:
    """« Le rapport parle-t-il de… ? »: whether a matter is there at all is what is asked."""
    return re.search(r"\b(?:parl\w+|evoqu\w+|abord\w+|mentionn\w+)\b", fold(text)) is not None
