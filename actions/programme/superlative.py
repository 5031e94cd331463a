"""« quelle promotion a eu le plus de candidats ? »: the one with most or least, then the others."""

from __future__ import annotations

import re
from collections.abc import Mapping

from actions.answer import Answer, ItemList, Paragraph
from actions.compose import answered, source_of
from actions.desk import Desk
from actions.programme.counting import counted_by, counted_intents
from actions.question import Question
from actions.wording import say
from knowledge.statements import Statement, statements
from knowledge.text import fold, words

_MOST = re.compile(r"\b(?:l[ae]s? plus|most|largest|biggest|highest)\b")
_LEAST = re.compile(r"\b(?:l[ae]s? moins|least|fewest|smallest|lowest)\b")


def is_superlative(text: str) -> bool:
    """Whether a message asks which one has most or least of something."""
    folded = fold(text)
    return bool(_MOST.search(folded) or _LEAST.search(folded))


def most_or_least(question: Question, numbers: Mapping[str, str], desk: Desk) -> Answer | None:
    """The promotion with most or least of what is counted, ``numbers`` being the property of each intent;
    None where nothing counted is named.
    """
    nouns = [counted_by(word) for word in words(question.text)]
    asked = next((one for one in (*counted_intents(question), *nouns) if one in numbers), None)
    if asked is None:
        return None
    found = statements(desk.base, [one.id for one in desk.promotions], (numbers[asked],))
    numbered = sorted((one for one in found if one.number is not None), key=lambda one: one.number or 0)
    of_each: dict[str, Statement] = {one.subject: one for one in numbered}
    if len(of_each) < 2:
        return None
    least = bool(_LEAST.search(fold(question.text)))
    first, *others = sorted(of_each.values(), key=lambda one: (one.number or 0) * (1 if least else -1))
    items = ItemList(tuple(one.text(question.lang) for one in others), say(question.lang, "other_promotions"))
    told = [first, *others]
    return answered(
        [Paragraph(first.text(question.lang)), items],
        [source_of(one.cited) for one in told],
        rows=[f"statement:{one.id}" for one in told],
    )
