"""What a report finds wrong: the sentences of its summary that criticise, for « quel est le problème ? »."""

from __future__ import annotations

import re
from dataclasses import replace

from actions.reports.asked import NAMED_FAULTS
from actions.reports.passages.findings import is_synthesis
from actions.words_apart import elisions_apart
from knowledge.reports.base import ReportBase
from knowledge.reports.models import PassageHit
from knowledge.text import fold, sentences

BLAME = (
    r"fiascos?|scandal\w*|derap\w+|gouffre|gaspill\w*|gachis|naufrage|bugu?(?:e|ent|ait)|wast(?:e|es|ed)"
    r"|(?:marche|fonctionne)(?:nt)? (?:pas|mal)"
)
"""What is said of what has gone wrong."""
FAULT = re.compile(rf"\b(?:{BLAME}|{NAMED_FAULTS}|problemes?|pbs?|soucis?|faiblesses?|problems?)\b")
"""How it is asked what is wrong."""
_FAULTS = tuple(
    re.compile(rf"\b(?:{family})")
    for family in (
        r"irregul|illegal|illicite|contraires? (?:a|au|aux) |sans (?:base|fondement)|meconn|derogat"
        r"|non[- ](?:conform|respect)|pas conforme|infraction|en infraction|hors de tout cadre",
        r"insuffis|insatisfais|pas satisfais|perfectible|lacun|defaut|defaill|deficien|faiblesse|manque"
        r"|carence|absence d|depourvu|erreur|anomalie|dysfonction",
        r"degrad|deterior|deficit|desequilibr|fragil|tendue|preoccup|inquiet|critique|alarmant|perte",
        r"excessi|anormal|trop |oner|couteu|surcout|surendett|disproportion|avantageu|plus favorable|genereu",
        r"duree legale|1 ?607|retard|tardi|difficult|risque|contestable|regrett|deplor|mal ",
        r"(?:n ?['’]|ne )\w+(?: \w+)? (?:pas|plus|guere|jamais|aucun)|aucune? ",
        r"alors qu|cependant|toutefois|pourtant|neanmoins|au lieu d|malgre|en depit",
        r"devrai\w+|doit|doivent|il convient|il appartient|invite|recommand",
    )
)
"""Families of words by which a report says that something is wrong, or is to be changed."""
_PRAISE = re.compile(r"\bamelior|(?<!in)satisfais|\bassaini|\bmaitrisee?s?\b|\bbonne qualite|\bredress")
_READ, _LONGEST, _IN_A_LETTER = 40, 600, 2
"""Passages of a summary that are read, the longest sentences quoted of them, and the families of fault that a
sentence of a report without one must name.
"""


def asks_what_is_wrong(text: str) -> bool:
    """« c'est quoi le principal problème », « ce qui ne va pas »: more than what a report is about."""
    return FAULT.search(elisions_apart(text)) is not None


def criticised(base: ReportBase, report: str) -> tuple[list[PassageHit], list[str]]:
    """The sentences of a report's summary that find fault, those that find most first, and all its
    sentences in their order; of a letter, which has no summary, those of its text that find most.
    """
    opening = base.opening(report, _READ)
    summary = [hit for hit in opening if is_synthesis(hit)]
    said = [
        replace(hit, text=sentence)
        for hit in summary or opening
        if hit.kind != "table"
        for line in hit.text.split("\n")
        for sentence in sentences(line)
        if len(sentence) <= _LONGEST and "|" not in sentence
    ]
    found = sorted((-faults_in(hit.text), at) for at, hit in enumerate(said))
    least = 1 if summary else _IN_A_LETTER
    return [said[at] for faults, at in found if -faults >= least], [hit.text for hit in said]


def faults_in(sentence: str) -> int:
    """How many families of fault a sentence names, less one where it praises."""
    folded = fold(sentence)
    named = sum(family.search(folded) is not None for family in _FAULTS)
    return named - (_PRAISE.search(folded) is not None)
