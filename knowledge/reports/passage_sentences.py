"""How much of a question one sentence of a passage says: words strewn over a passage say less together."""

import re
import sqlite3
from collections.abc import Iterator, Mapping

from knowledge.dates import YEAR
from knowledge.reports.passage_scoring import SYNONYM_PRESENCE, VARIANT_PRESENCE, Weighted
from knowledge.reports.questions import Question
from knowledge.reports.synonyms import synonyms
from knowledge.text import sentences, stems

_TOGETHER, _BESIDE_A_NUMBER = 0.5, 0.4
"""Weights beside a passage's own score, fitted on 1 580 questions and held by 196 others: the right passage
stands first for one question in a hundred more, among the first four for two in a hundred more."""
_BY_HEADING = 0.3
"""How present a word is in a sentence when only the headings above say it."""
_OF_THE_TITLE = 0.3
"""What a word counts that the report's title says as well."""
_NUMBER = re.compile(r"\d")
_OF_UNIT = {
    "money": re.compile(r"\d\s?(?:[kM]?€|Md€|euros?\b|millions?\b|milliards?\b)"),
    "percent": re.compile(r"\d\s?%"),
}


def said_together(row: sqlite3.Row, question: Question, weighted: Weighted) -> float:
    """Return what a passage gains by the sentence that says most of the question, one with a number of the
    kind asked where a number is: « le repas coûte 4,63 € », not one on costs beside another on meals. A table
    is read as one: its numbers stand under words in other rows. Words of the report's title hardly tell a
    passage from another.
    """
    title = frozenset(row["title_stems"].split())  # « qui s'occupe de l'informatique à l'institut … ? »
    own = {term: weight * (_OF_THE_TITLE if term in title else 1.0) for term, weight in weighted.own.items()}
    total = sum(own.values())
    if not total:
        return 0.0
    wanted = _OF_UNIT.get(question.unit or "", _NUMBER) if question.asks_figure else None
    headings = frozenset(row["path_stems"].split())
    best = 0.0
    for sentence in [row["text"]] if "|" in row["text"] else _sentences(row["text"]):
        if wanted is None or wanted.search(YEAR.sub("", sentence)):
            best = max(best, _share(frozenset(stems(sentence)), headings, own, weighted) / total)
    return (_TOGETHER if wanted is None else _BESIDE_A_NUMBER) * best


def _sentences(text: str) -> Iterator[str]:
    for line in text.split("\n"):
        yield from sentences(line)


def _share(
    said: frozenset[str], headings: frozenset[str], own: Mapping[str, float], weighted: Weighted
) -> float:
    """How much of the words ``own`` a sentence says: themselves, those of their families, others for them."""
    held = 0.0
    for term, weight in own.items():
        if term in said:
            held += weight
        elif weighted.variants[term] & said:
            held += VARIANT_PRESENCE * weight
        elif synonyms(term) & said:
            held += SYNONYM_PRESENCE * weight
        elif term in headings:
            held += _BY_HEADING * weight
    return held
