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
from actions.tell import known_promotions
from actions.wording import say
from knowledge.references import find_references
from knowledge.text import fold, sentences

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
    r"|^\W*(?:la )?notes? (?:du|de|des|d)\b.{0,60}\bjury\b"
)
_GAVE_UP = re.compile(
    rf"\b{HOW_MANY}\b.{{0,60}}"
    r"\b(?:dit non|desist\w*|declin\w*|turned (?:it |us |you )?down|dropped out|(?:ont|a) refuse\w*"
    r"|demission\w*|quitte\w* (?:avant|en cours))\b"
)
"""Those taken who did not come, or did not stay to the end."""
_OF_ANOTHER_THING = (
    r"(?! (?:d |d['’]|de |of )?(?:temps|mois|jours|annees?|months|years|days|projets?|defis?|dossiers?|idees?"
    r"|candidat\w*|administrations?|ministeres?|projects?|challenges?)\b)"
)
_STAYED = re.compile(
    rf"\b{HOW_MANY}\b{_OF_ANOTHER_THING}.{{0,60}}"
    r"\b(?:rest(?:ee?s?|e|ent)|stay\w*|gardee?s? (?:par|chez|dans|apres)|kept on|poursuiv\w*|continu\w*"
    r"|renouvel\w*|reconduit\w*|renewed|extended|(?:travaill|boss)\w+ (?:encore|toujours)"
    r"|(?:encore|toujours|still) (?:en poste|dans|chez|au|la|a l|in|at|with|work\w*)"
    r"|(?:embauch|recrut|hir)\w+ (?:ensuite|apres|a la fin|par leurs?|par l['’ ]|after\w*|by their))\b"
)
"""Those taken who are there since, and contracts that were renewed."""
_ONE_AGE = re.compile(
    r"\bage\b.{0,30}\b(?:(?:le|la|du) plus (?:jeune|agee?|vieux|vieille)|doyen\w*|benjamine?)\b"
    r"|\bhow old\b.{0,24}\b(?:youngest|oldest)\b"
)
"""The age of the youngest or oldest: the sources give averages."""
_WHICH_REJECTED = re.compile(
    r"\b(?:quel(?:le)?s?|which|noms? des) (?:(?:sont|etaient|ont ete|were|are|les|des|the|\w+) ){0,4}"
    r"(?:projets?|defis?|candidats?|dossiers?|ministeres?|administrations?|projects?|candidates?|ministries)\b"
    r".{0,30}\b(?:recales?|recalees?|refusee?s?|rejetee?s?|ecartee?s?|eliminee?s?|non retenus?|jeter"
    r"|rejected|turned down)\b"
)
"""Who was not chosen: the sources name only those who were."""
_REMAIN = re.compile(r"\b(?:rest(?:ee?s?|e|ent)|continu\w*|poursuiv\w*|encore|toujours|renouvele\w*)\b")
_MEASURED = re.compile(r"\d ?%|\b(?:moitie|tiers|quart)\b|\b\d+ eig\b")
_LOOKED_AT = 12
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
    stayed = _STAYED.search(folded) and _of_a_promotion_untold(question, desk)
    in_money = question.intent == "pay" and _SHARE_IN_MONEY.search(folded)
    one_age = _ONE_AGE.search(folded) and is_about_us(question)
    rejected = _WHICH_REJECTED.search(folded)
    if not (applications or mark or gave_up or stayed or one_age or rejected or in_money):
        return None
    known = unpublished(question, desk)
    if known and known[1] >= NEAR:
        return not_published(question, desk, known[0])
    return not_found(question, desk, say(question.lang, "not_published"))


def _of_a_promotion_untold(question: Question, desk: Desk) -> bool:
    """Whether promotions are asked about of none of which an entry near the question tells what became."""
    known, _ = known_promotions(question, desk)
    if not known:
        return False
    hits = desk.search.search(question.bare, _LOOKED_AT, ("faq",))
    near = desk.faq([hit.ref for hit in hits])
    return not any(entry.published and set(known) & _counted_in(entry.answer_fr) for entry in near)


def _counted_in(text: str) -> set[str]:
    """The promotions of which a text counts or measures who stayed."""
    return {
        reference.value
        for sentence in sentences(text)
        if _REMAIN.search(fold(sentence)) and _MEASURED.search(fold(sentence))
        for reference in find_references(sentence)
        if reference.kind == "promotion"
    }
