"""Who writes the reports and what their texts are: « c'est quoi un référé ? », « la Cour des comptes »."""

from __future__ import annotations

import re

from actions.answer import Answer
from actions.compose import told_by
from actions.desk import Desk
from actions.question import Question
from knowledge.text import fold, stem, words

_NEAR = 0.5
"""Score from which an entry is the one on what is asked."""
_AUTHORS = (
    r"(?:cour des comptes|(?:chambres?|crc|ctc)(?: regionales?| (?:et )?territoriales?)*(?: des comptes)?)"
)
_NAME_ALONE = re.compile(
    rf"^\W*(?:(?:bonjour|bonsoir|salut|hello|hi|bjr|slt)\W+)?(?:(?:la|les|une|the) )?{_AUTHORS}\W*$"
)
"""« la Cour des comptes », and nothing else."""
_WHAT_IT_IS = re.compile(
    r"\bc ?['’]? ?(?:est|etait) (?:quoi|koi)\b|\bc (?:quoi|koi)\b|\bqu ?['’]? ?est[- ]ce qu|\bqu ?['’]?est qu"
    r"|\b(?:veut|veu) dire\b|\bsignifie\w*|\bdefinitions?\b|\bexpli(?:que|cation)\w*|\bsert a (?:quoi|koi)\b"
    r"|\ba (?:quoi|koi) (?:ca )?ser(?:t|vent)\b|\bquelle (?:est la )?difference\b|\bdifference entre\b"
    r"|\bwhat (?:is|are|s|does)\b|\bwhat ?['’]s\b|\bwhats\b|\bmeaning of\b"
)
_WHO_HEADS_IT = re.compile(
    r"\b(?:premier\w*|first) president\w*(?!.*\bjur[yi])"
    r"|\bpresident\w* (?:de |of )(?:la |the )?(?:cour des comptes|court)"
    r"|\b(?:dirige|preside|a la tete de|commande|heads|head of|runs|leads) (?:la |the )?"
    r"(?:cour des comptes|court of (?:auditors|audit))"
)
_HEAD_ASKED = "Qui est le premier président de la Cour des comptes ?"
_ITS_HEAD = re.compile(r"\b(?:qui|who|nom|name|appel\w*|migaud|moscovici)\b")
_OF_A_REPORT = re.compile(r"\b(?:signe\w*|signat\w+|signed|adress\w+|ecri\w+)\b")
"""Who signed one report is told by that report."""
_OF_THEIR_TEXTS = frozenset(
    stem(fold(word))
    for word in """cour comptes chambre chambres régionale régionales territoriale territoriales crc ctc
    référé référés rapport rapports observations définitives rod communication communications parlement court
    auditors audit juridiction juridictions financières report reports parliament final regional chambers
    chamber""".split()
)
_ASKING_FOR_IT = frozenset(
    stem(fold(word))
    for word in """difference différence entre between explication expliquer explique expliquez définition
    exactement simple simplement mots exactly meaning koi veut dire signifie sert""".split()
)
"""Words that say nothing alone: « qu'est-ce qui explique ça ? » is of what was just told."""


def on_the_institution(read: Question, desk: Desk) -> Answer | None:
    """The entry on the Court, its chambers, its first president or their kinds of text; None of any other
    message, and where a report spoken of tells it.
    """
    folded = fold(read.text)
    alone = _NAME_ALONE.search(folded) is not None and not read.focus.intent
    head = _WHO_HEADS_IT.search(folded) and _ITS_HEAD.search(folded) and not _OF_A_REPORT.search(folded)
    said = {stem(word) for word in words(read.text)} & set(read.content)
    of_them = said & _OF_THEIR_TEXTS and said <= _OF_THEIR_TEXTS | _ASKING_FOR_IT
    defined = bool(of_them) and _WHAT_IT_IS.search(folded) is not None
    if not (alone or head or defined):
        return None
    hits = desk.search.search(_HEAD_ASKED if head else read.bare, 1, ("faq",))
    if not hits or hits[0].score < _NEAR:
        return None
    entry = desk.faq([hits[0].ref])[0]
    return told_by([entry], read.lang) if entry.published else None
