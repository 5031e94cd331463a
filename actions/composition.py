"""How many women a promotion had, and how old its people were on average."""

from __future__ import annotations

import re

from actions.answer import Answer, Paragraph
from actions.compose import answered, source_of
from actions.desk import Desk
from actions.fallback import UNPUBLISHED, not_published
from actions.question import Question
from actions.silence import unpublished
from knowledge.statements import statements
from knowledge.text import fold

_PROPERTY = "profiles"
_WOMEN = re.compile(
    r"\b(?:femmes?|filles?|nanas?|meufs?|demoiselles|dames|women|woman|girls|females?|parite|mixite|gender)\b"
)
_AGE = re.compile(r"\b(?:ages? moyens?|moyenne d ?['’]? ?ages?|average age|mean age|moyenne dage)\b")
_COUNTS = re.compile(
    r"\b(?:combien|nombre|nb|cb|part|proportion|pourcentage|taux|ratio|repartition|parite|mixite|how many"
    r"|number|share|percent\w*|proportion)\b|%"
)
_OF_OTHERS = re.compile(
    r"\b(?:jury|jures?|mentors?|sponsors?|porteu\w+|candidat\w*|postul\w*|applica\w+|applie\w*|equipe|team|recale\w*"
    r"|refus\w*|salaires?|pa(?:ie|ye)\w*|paid|pay|ecart|gap|dev\w*|design\w*|data|tech|coach\w*|enfants?|enceinte\w*)\b"
)
_MOST_WORDS = 6
"""Words with a meaning, at most, of a message that asks nothing else."""


def composition_of(question: Question, desk: Desk) -> Answer | None:
    """The women or the mean age of the promotions named or spoken of; None where another thing is asked."""
    folded = fold(question.text)
    women = _WOMEN.search(folded) and _COUNTS.search(folded)
    if not (women or _AGE.search(folded)) or _OF_OTHERS.search(folded):
        return None
    if question.subjects - {"promotion", "year", "named_year"} or len(question.content_words) > _MOST_WORDS:
        return None
    promotions = question.values("promotion") or question.focus.entities.get("promotion", ())
    if not promotions or "all" in promotions:
        return None
    said = "femmes" if women else "moyenne d’âge"
    found = [one for one in statements(desk.base, promotions, [_PROPERTY]) if said in one.text_fr]
    if found:
        blocks = [Paragraph(one.text(question.lang)) for one in found]
        return answered(
            blocks, [source_of(one.cited) for one in found], rows=[f"statement:{one.id}" for one in found]
        )
    known = unpublished(question, desk)
    return not_published(question, desk, known[0]) if known and known[1] >= UNPUBLISHED else None
