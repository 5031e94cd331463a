"""The verdict of a report on a body as a whole: the sentence that gives it, then what is found, and how it
presents the body last.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from actions.reports.criticism import faults_in
from actions.reports.passages.letters import without_formulas
from actions.reports.passages.verdict import HEALTH, JUDGED, NO_FINDING
from knowledge.reports.models import PassageHit
from knowledge.text import fold, sentences, stems

_OF_THE_WHOLE = re.compile(
    r"\b(?:situation|sante|equilibre|structure) (?:\w+ et )?(?:financier|budgetaire)\w*|\bfinances\b"
    r"|\bsa gestion\b|\bla gestion (?:de la |du |de l['’])(?:commune|ville|etablissement|hopital)"
    r"|\bdans (?:son|leur|l['’]) ?ensemble\b|\bglobalement\b"
)
_HOW_IT_IS = re.compile(
    rf"{HEALTH.pattern}|\baisee?s?\b|\b(?:de)?favorables?\b|\bretablie?s?\b|\b(?:ne |n['’])\w+ pas\b"
    r"|\bs['’]est (?:\w+ ){0,3}(?:amelior|redress|fragilis|deterior|tendu|assaini)\w*"
)
_VERDICT = re.compile(
    r"(?<!cette )\b(?:situation|sante) (?:budgetaire et )?financiere\b[^.;]{0,90}?"
    rf"(?:{_HOW_IT_IS.pattern}|\bete amelioree|\b(?:delicate|confortable|sereine|equilibree|contrainte"
    r"|inquiet\w+|compromet)\b|\ba l['’]equilibre\b)"
)
"""What is said of the finances as a whole, whatever may come or must be done after it."""
_FOUND = re.compile(
    r"\b(?:chambre|cour|enquete|controle|examen)\b.{0,40}\b(?:constat|relev|estim|consider|observ|conclu|revel"
    r"|soulign|met en (?:evidence|lumiere)|a mis en (?:evidence|lumiere)|interroge)\w*"
    r"|\b(?:a l['’]issue|au total|en definitive|en conclusion)\b"
)
_PRESENTS = re.compile(
    r"\bhabitants\b|\bsituee?\b|\bmembre d|\bkm ?²|\bkilometres\b|\bregroupe|\bcreee?s? (?:en|par|au|le)\b"
    r"|\b(?:a|ont) (?:principalement )?porte sur\b|\ba procede a l\b|\ba (?:examine|conduit|mene)\b"
    r"|\bl['’]examen de (?:la )?gestion\b|\bm['’]a demande\b|\binstauree?\b|\bdefinit"
    r"|\b(?:est|sont) (?:une?|compose|constitue)"
)
"""How a report says who a body is, and what was examined."""
_ADVICE = re.compile(r"\W*recommandations?\b")
_LONGEST, _LONGEST_VERDICT, _SHORTEST, _FAULTS = 420, 640, 30, 2
_WHOLE, _PASSES = 3, 2
"""What a judgement on the whole counts, and from what a sentence is worth being told first."""


def judged_first(hits: Sequence[PassageHit], title: str, most: int) -> list[PassageHit]:
    """The ``most`` passages that find most in the summary of a report called ``title``, before them the
    sentence that judges most of the whole, behind them those that only present.
    """
    hits = [hit for hit in hits if without_formulas(hit.text) and not _ADVICE.match(fold(hit.text))] or hits
    named = {one for one in stems(title) if len(one) > 2}
    told = [[(_weight(one, named), one) for one in _sentences(hit)] for hit in hits]
    worth = [max((weight for weight, _ in each), default=0.0) for each in told]
    chosen = sorted(sorted(range(len(hits)), key=lambda at: -worth[at])[:most])
    ordered = sorted((hits[at] for at in chosen), key=_only_presents)
    if not hits or max(worth) < _PASSES:
        return ordered
    best = worth.index(max(worth))
    return [replace(hits[best], text=max(told[best], key=lambda one: one[0])[1]), *ordered]


def _sentences(hit: PassageHit) -> list[str]:
    found = [one for line in hit.text.split("\n") for one in sentences(line)] if hit.kind == "text" else []
    return [
        one
        for one in found
        if _SHORTEST <= len(one) <= (_LONGEST_VERDICT if _VERDICT.search(fold(one)) else _LONGEST)
    ]


def _weight(sentence: str, named: set[str]) -> float:
    """How far a sentence judges the whole of what a report is on, by words ``named`` in its title."""
    folded = fold(sentence)
    verdict = _VERDICT.search(folded)
    if NO_FINDING.search(folded[: verdict.end()] if verdict else folded) or not (
        verdict or _HOW_IT_IS.search(folded) or JUDGED.search(folded) or faults_in(sentence) > 0
    ):
        return 0.0
    whole = _WHOLE * bool(verdict or _OF_THE_WHOLE.search(folded) and _HOW_IT_IS.search(folded))
    return (
        whole
        + bool(_FOUND.search(folded))
        + min(faults_in(sentence), _FAULTS) / _FAULTS
        + bool(named.intersection(stems(sentence)))
        - bool(_PRESENTS.search(folded))
    )


def _only_presents(hit: PassageHit) -> bool:
    """Whether a passage begins by saying who the body is or what was examined, and finds nothing there."""
    first = next(iter(_sentences(hit)), hit.text)
    return bool(_PRESENTS.search(fold(first))) and _weight(first, set()) <= 0
