"""Numbers published of the whole but not of the part asked about: applications of one sprint, marks."""

from __future__ import annotations

import re

from actions.answer import Answer
from actions.compose import not_found
from actions.desk import Desk
from actions.doubt import is_about_us
from actions.fallback import not_published
from actions.programme.counting import HOW_MANY
from actions.question import Question
from actions.silence import NEAR, unpublished
from actions.wording import say
from knowledge.text import fold

_COUNTS_APPLICATIONS = re.compile(
    rf"\b{HOW_MANY}\b.{{0,40}}"
    r"\b(?:dossiers?|candidat\w*|postul\w*|inscri\w*|appli\w+|applicants?|people applied)\b"
)
_OF_A_SPRINT = re.compile(
    r"\bsprints?\b|\b(?:session|vague|round) (?:de |d['’]|of |du )?"
    r"(?:recrutement|l['’]?automne|printemps|rentree|20\d\d|autumn|spring|recruitment)"
)
_SPRINTS = re.compile(r"\b(?:combien|how many|nombre) (?:de |d['’]|of )?(?:sprints?|sessions?)\b")
_MARK = re.compile(
    r"\b(?:quelle?|combien|what|which)\b.{0,12}\b(?:notes?|scores?|marks?|rang|rank)\b.{0,40}"
    r"\b(?:eue?s?|obten\w*|recue?s?|donnee?s?|got|get|give|given|receive\w*)\b"
    r"|\b(?:eue?s?|obten\w*|recue?s?)\b.{0,12}\bquelle (?:note|place)\b"
)
_GAVE_UP = re.compile(
    rf"\b{HOW_MANY}\b.{{0,60}}"
    r"\b(?:dit non|desist\w*|declin\w*|turned (?:it |us |you )?down|dropped out|(?:ont|a) refuse\w*"
    r"|demission\w*|quitte\w* (?:avant|en cours))\b"
)
"""Those taken who did not come, or did not stay to the end."""
_SHARE = r"(?:part variable|variable part|variable pay|bonus|prime)"
_SHARE_IN_MONEY = re.compile(
    rf"\b{_SHARE}\b.{{0,40}}\b(?:euros?|montant|amount)\b|\b(?:euros?|montant|amount)\b.{{0,30}}\b{_SHARE}\b"
    r"|\d ?(?:%|pour ?cent|per ?cent) (?:de|d|of) \d"
)
"""The variable part of the pay in euros: the sources give it in per cent."""


def uncounted(question: Question, desk: Desk) -> Answer | None:
    """That no source gives the number for the part asked about; None where another thing is asked."""
    folded = fold(question.text)
    of_a_sprint = _OF_A_SPRINT.search(folded) and not _SPRINTS.search(folded)
    of_designers = question.values("promotion") == ("dig",)
    applications = _COUNTS_APPLICATIONS.search(folded) and (of_a_sprint or of_designers)
    mark = question.values("challenge") and _MARK.search(folded)
    gave_up = _GAVE_UP.search(folded) and is_about_us(question)
    in_money = question.intent == "pay" and _SHARE_IN_MONEY.search(folded)
    if not (applications or mark or gave_up or in_money):
        return None
    known = unpublished(question, desk)
    if known and known[1] >= NEAR:
        return not_published(question, desk, known[0])
    return not_found(question, desk, say(question.lang, "not_published"))
