"""How many women and of which jobs a promotion had, and how old its people were on average."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from actions.answer import Answer, Paragraph
from actions.compose import answered, plain_text, source_of
from actions.desk import Desk
from actions.fallback import UNPUBLISHED, not_published
from actions.programme.challenge_counts import people_by_criteria
from actions.question import Question
from actions.silence import unpublished
from actions.wording import say
from knowledge.statements import statements
from knowledge.text import fold

_PROPERTY = "profiles"
_WOMEN = re.compile(
    r"\b(?:femmes?|hommes?|men|filles?|nanas?|meufs?|demoiselles|dames|women|woman|girls|females?|males?|parite"
    r"|mixite|gender|sexes?)\b"
)
_AGE = re.compile(r"\b(?:ages? moyens?|moyenne d ?['’]? ?ages?|average age|mean age|moyenne dage)\b")
_COUNTS = re.compile(
    r"\b(?:combien|nombre|nb|cb|(?<!a )part|proportion|pourcentage|taux|ratio|repartition|ventilation|parite"
    r"|mixite|how many|number|count|share|split|breakdown|percent\w*|proportion)\b|%"
)
_OF_OTHERS = re.compile(
    r"\b(?:jury|jures?|mentors?|sponsors?|porteu\w+|candidat\w*|postul\w*|applica\w+|applie\w*|equipe|team|recale\w*"
    r"|refus\w*|salaires?|pa(?:ie|ye)\w*|paid|pay|ecart|gap|dev\w*|design\w*|data|tech|coach\w*|enfants?|enceinte\w*)\b"
)
_OF_SOMETHING = re.compile(
    r"\b(?:defis?|projets?|challenges?|projects?|candidat\w*|postul\w*|mentors?|paye\w*|paid|salaire\w*|gagn\w*|earn\w*)\b"
)
"""Words of a count of other things than people recruited."""
_JOBS = {
    "dev": "développeurs",
    "design": "designers",
    "data-science": "data scientists",
    "data-engineering": "data engineers",
    "law": "juristes",
}
"""Skill → how the sources count the people who have it."""
_COUNTED_JOB = r"\d+ (?:% de )?(?:développeurs|data scientists)"
_MOST_WORDS = 6
"""Words with a meaning, at most, of a message that asks nothing else."""


def composition_of(question: Question, desk: Desk) -> Answer | None:
    """The women, the people of one job or the mean age of the promotions named or spoken of.

    None where another thing is asked.
    """
    promotions = question.values("promotion") or question.focus.entities.get("promotion", ())
    if not promotions or "all" in promotions or len(question.content_words) > _MOST_WORDS:
        return None
    folded, others = fold(question.text), question.subjects - {"promotion", "year", "named_year"}
    counts = _COUNTS.search(folded) is not None
    if counts and others == {"skill"} and not _OF_SOMETHING.search(folded):
        jobs = [_JOBS[one] for one in question.values("skill") if one in _JOBS]
        plain = len(jobs) == 1 and "dig" not in promotions
        return _of_a_job(question, desk, promotions, jobs[0]) if plain else None
    women = counts and _WOMEN.search(folded)
    if others or _OF_OTHERS.search(folded) or not (women or _AGE.search(folded)):
        return None
    told = _told(question, desk, promotions, "femmes" if women else "moyenne d’âge")
    known = unpublished(question, desk) if told is None else None
    return not_published(question, desk, known[0]) if known and known[1] >= UNPUBLISHED else told


def _of_a_job(question: Question, desk: Desk, promotions: Sequence[str], job: str) -> Answer | None:
    """What is counted of one job, or the jobs that are counted where this one is not among them, or those
    whom the base names.
    """
    told = _told(question, desk, promotions, rf"\d+ (?:% de )?{job}")
    others = None if told else _told(question, desk, promotions, _COUNTED_JOB)
    if told is None and others is None and question.intent == "count_eig":
        of_them = people_by_criteria(question.with_entities(promotion=tuple(promotions)), desk)
        return of_them if of_them.status == "answered" else None
    if others is None:
        return told
    blocks = (Paragraph(say(question.lang, "job_not_counted")), *others.blocks)
    return replace(others, blocks=blocks, text=plain_text(blocks))


def _told(question: Question, desk: Desk, promotions: Sequence[str], said: str) -> Answer | None:
    """What is said of the people of some promotions in which ``said``, a pattern, stands."""
    found = [one for one in statements(desk.base, promotions, [_PROPERTY]) if re.search(said, one.text_fr)]
    if {one.subject for one in found} != set(promotions):
        return None
    blocks = [Paragraph(one.text(question.lang)) for one in found]
    sources = [source_of(one.cited) for one in found]
    return answered(blocks, sources, rows=[f"statement:{one.id}" for one in found])
