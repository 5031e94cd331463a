"""A topic typed alone, as into a search: « écoutes judiciaires », « niches fiscales vertes ».

Whoever types it has asked for no number yet: told is what the report says of it, not a figure of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from actions.reports.cards.agreement import is_opposite
from actions.reports.cards.asked import CardQuestion, Term
from actions.reports.cards.lines import CardLine
from actions.reports.figures.asked import asked_of, names_an_amount
from actions.words_apart import words_apart
from knowledge.reports.questions import read_question
from knowledge.text import fold, stem, words

_ASKS = re.compile(
    r"\b(?:combien|cb|qui|ki|que|qu|quoi|koi|quel\w*|quand|ou|comment|pourquoi|pk|est ce|faut|doi\w+"
    r"|how|what|who|why|when|where|which|is|are|does|did|do|has|have|can)\b|\bt (?:il|elle|on)\b"
)
_A_REPORT = re.compile(r"\b(?:rapports?|referes?|reports?)\b")
_A_SHARE = re.compile(r"\bpart (?:de|du|des|d)\b")
_FIGURES = 2
"""Figures told at most, of a part that is named."""


def is_a_topic(question: CardQuestion, own: str, lines: Sequence[CardLine]) -> bool:
    """Whether a first message only names a matter: it asks nothing, no number and no year."""
    if question.wish not in ("open", "report") or question.years or _ASKS.search(words_apart(own)):
        return False
    if _A_SHARE.search(words_apart(own)):
        return False
    parts = (term for term in question.terms if not names_an_amount(term.word))  # « coût de la JDC »
    names = {term.word for term in (*question.named, *parts) if _is_of_the_whole(term, lines)}
    rest = " ".join(word for word in own.split() if names.isdisjoint(words(word)))
    of_no_number = None in (
        asked_of(own).kind,
        asked_of(rest).kind,
    )  # « prêt à taux zéro », « impôts locaux »
    return of_no_number and not read_question(rest).asks_figure


def told_of_a_topic(question: CardQuestion, own: str, lines: Sequence[CardLine]) -> tuple[CardLine, ...]:
    """What the report says: its summary, or on a part that is named the sentences and the figures that say
    it; none where the card never speaks of a part.
    """
    summary = [line for line in lines if line.kind == "summary"]
    parts = [term for term in question.terms if _is_a_part(term, lines)]
    if any(not any(term.is_in(line.said) for line in lines) for term in parts):
        return ()
    if not parts or _A_REPORT.search(words_apart(own)):
        return tuple(summary)
    said = [line for line in lines if line.is_found and all(term.is_in(line.own) for term in parts)]
    asked = fold(own)
    figures = [line for line in lines if line.figure and not is_opposite(line.figure, asked)]
    figures = [line for line in figures if all(term.is_in(line.own) for term in parts)]
    figures.sort(key=lambda line: -line.near)
    return (*(said or summary), *figures[:_FIGURES]) if said or figures else ()


def _is_a_part(term: Term, lines: Sequence[CardLine]) -> bool:
    itself = any(stem(term.word) in line.own for line in lines)
    return (term.needed or itself) and not _is_of_the_whole(term, lines)


def _is_of_the_whole(term: Term, lines: Sequence[CardLine]) -> bool:
    """Whether the scope of a report says a word, in others where no line has it itself: it names no part."""
    scope = [line for line in lines if line.kind == "scope"]
    itself = stem(term.word)
    if any(itself in line.said for line in scope):
        return True
    elsewhere = any(itself in line.own for line in lines)
    return not elsewhere and any(term.is_in(line.said) for line in scope)
