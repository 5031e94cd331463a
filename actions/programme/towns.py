"""« quelles villes ont les projets de la promotion 7 ? »: the towns of the challenges of promotions."""

from __future__ import annotations

import re
from collections import Counter

from actions.answer import Answer, ItemList, Paragraph
from actions.compose import answered
from actions.desk import Desk
from actions.programme.challenge_lists import criteria_of, describe, sources_of
from actions.programme.criteria import CHALLENGE_WORDS
from actions.question import Question
from actions.tell import known_promotions
from actions.wording import say
from knowledge.challenges import ChallengeFilter, find_challenges
from knowledge.text import fold

_TOWNS = re.compile(
    r"\b(?:quel(?:le)?s?|which|what|list\w*|toutes|all)\W+(?:(?:sont|are|des|les|of|the)\W+)*"
    r"(?:villes|towns|cities|lieux|communes)\b"
)


def towns_by_promotion(question: Question, desk: Desk) -> Answer | None:
    """The towns of the challenges of the promotions named, each with their number; None for anything else."""
    folded = fold(question.text)
    if not _TOWNS.search(folded) or not CHALLENGE_WORDS & set(question.own_words):
        return None
    promotions, unknown = known_promotions(question, desk)
    if not promotions or unknown or question.subjects - {"promotion", "year", "named_year"}:
        return None
    found = find_challenges(desk.base, ChallengeFilter(promotions=tuple(promotions)))
    towns = Counter(one.town for one in found if one.town)
    if not towns:
        return None
    told = describe(criteria_of(question, desk), question, desk)
    lead = say(question.lang, "towns_of_challenges", number=len(found), criteria=told)
    lines = [say(question.lang, "value_of", subject=town, value=str(n)) for town, n in towns.most_common()]
    rows = [f"challenge:{one.id}" for one in found]
    return answered([Paragraph(lead), ItemList(tuple(lines))], sources_of(found, desk), rows=rows)
