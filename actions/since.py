"""What someone named publicly does since: told where an entry is asked for so, else said to be unknown."""

from __future__ import annotations

import re

from actions.answer import Answer
from actions.compose import not_found, told_by
from actions.desk import Desk
from actions.question import Question
from actions.wording import say
from knowledge.challenges import involvements_of
from knowledge.text import fold

_SINCE = re.compile(
    r"\b(?:devenue?s?|deviennent|devient|became|become|happened to|apres|depuis|since|afterwards|next job"
    r"|ensuite)\b"
    r"|\b(?:aujourd'?hui|maintenant|actuellement|desormais|now|today|these days|currently)\b"
)
_DOES = re.compile(
    r"\b(?:fait|fai|faire|boss\w*|travaill\w*|devenue?|devient|est(?: \w+)?|job|poste|emploi|doing|work\w*"
    r"|became|become|happened|where|ou)\b"
)
_WORKS = re.compile(r"\b(?:boss\w*|travaill\w*|job|poste|emploi|work\w*)\b")
"""What is surely asked of the person, whatever challenge is named."""
_ANOTHER_MISSION = re.compile(r"\b(?:defis?|projets?|challenges?|projects?|promo\w*|cohort)\b")
"""« il a fait un autre défi après ? » asks for what the programme knows of him."""
_LOOKED_AT = 6


def since_then(question: Question, desk: Desk) -> Answer | None:
    """What the base tells of the only person named since the mission; None where another thing is asked."""
    names, folded = question.values("person"), fold(question.text)
    if len(names) != 1 or not (_SINCE.search(folded) and _DOES.search(folded)):
        return None
    if _ANOTHER_MISSION.search(folded):
        return None
    if question.values("challenge") and not _WORKS.search(folded):
        return None
    last_name = fold(names[0]).split()[-1]
    for hit in desk.search.search(question.bare, _LOOKED_AT, ("faq",)):
        entry = desk.faq([hit.ref])[0]
        asked = [line for line in entry.asked.split("\n") if last_name in fold(line)]
        if entry.published and any(_SINCE.search(fold(line)) for line in asked):
            return told_by([entry], question.lang)
    rows = [f"challenge:{one.challenge}" for one in involvements_of(desk.base, names[0])]
    return not_found(question, desk, say(question.lang, "since_unknown", name=names[0]), rows=rows)
