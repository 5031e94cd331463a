"""Messages on a part of the report spoken of, which its summary as a whole does not answer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from actions.question import Question
from actions.reports.cards.asked import CardQuestion, Term
from actions.reports.cards.lines import CardLine
from actions.words_apart import words_apart
from knowledge.text import content_stems, stem

_OF_A_PART = re.compile(
    r"^\W*(?:(?:et|oui|non|ok|d accord|mais|donc|and|but|yes|no)\W+)*(?:pour|chez|dans|en|for|in|with|avec)\b"
)
"""« oui mais pour un licenciement »."""
_WHETHER = re.compile(r"\?\W*$|\b(?:ou|or)\b")
_THE_REPORT = frozenset(map(stem, "rapport refere fiche cour report court".split()))


def on_a_part(question: CardQuestion, alone: CardQuestion) -> CardQuestion:
    """The question of a talk on the report, where the message ``alone`` is on a part of it: what is found on
    that is told, also where the scope or the title of the report names it.
    """
    if question.wish == "finding" and question.terms and not question.named:
        return replace(question, part=True)
    narrows = alone.wish in ("open", "whether") and _OF_A_PART.search(words_apart(alone.text))
    if not narrows or alone.terms or not alone.named:
        return question
    parts = (Term(one.word, frozenset({stem(one.word)}), (), True) for one in alone.named)
    return replace(alone, terms=tuple(parts), part=True)


def is_no_answer(
    told: Sequence[CardLine], question: CardQuestion, message: Question, lines: Sequence[CardLine]
) -> bool:
    """Whether a message would be told what decides nothing: the whole summary, of one that names no matter
    (« c'est par an ou sur toute la période ? »), or, to be decided, the very lines just told.
    """
    if question.wish not in ("open", "whether") or not told:
        return False
    said = set(content_stems(message.text))
    last = {source.get("quote") for source in message.focus.sources} - {None}
    if question.wish == "whether" and {line.text for line in told} == last:
        return not any(said & line.said for line in told)
    whole = set(told) == {line for line in lines if line.kind == "summary"}
    asks = question.wish == "whether" or _WHETHER.search(words_apart(message.text)) is not None
    unnamed = not (question.terms or question.named or said & _THE_REPORT)
    return whole and asks and unnamed and bool(said)
