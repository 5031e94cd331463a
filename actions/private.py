"""Private data of people: never told, whatever the base holds."""

from __future__ import annotations

import re

from actions.programme.challenge_intents import CHALLENGE_INTENTS
from actions.question import Question
from actions.reports.routing import is_report_reading
from knowledge.text import fold

_PRIVATE = re.compile(
    r"\b(?:e-?mail|mail|adresse|telephone|tel|portable|numero de|numero du|phone|address|06 ?\d|habite|"
    r"domicile|vit|age|ne en|nee? (?:en|le|a)|date de naissance|linkedin|photo|mariee?|celibataire|religion|"
    r"coordonnees|mobile (?:number|phone)|cell ?phone|number(?! of)|"
    r"vote|0[67]|combien (?:gagne|touche|est payee?)|(?:gagne|touche|payee?) combien|gagnait|salaire|"
    r"quelle note|(?:quelle|son|sa) ecole|etudes|diplom\w*|which school|degree|studied|lives?|how old|born|"
    r"birthday|married|earns?|salary|(?:he|she) paid|what grade)\b"
)
_OF_ANYONE = frozenset(
    "person_lookup pay selection_process human_contact unknown_detail nlu_fallback out_of_scope".split()
)
_HIS_NUMBER = re.compile(r"\b(?:le|son|leur|du) 0[67]\b")
_WHO_IS = re.compile(r"\b(?:[Qq]ui|[Ww]ho) (?:est|était|is|was) (?:M(?:me|r)?\.? )?[A-ZÀ-Ý]\w+ [A-ZÀ-Ý]")
"""« Qui est Ishan Bhojwani ? », of whom an entry tells though he was no EIG."""
_WHO_LEADS = re.compile(
    r"\b(?:qui|ki|who)\b.{0,24}\b(?:chef\w*|direct(?:eur|rice)|responsable|patron\w*|head|boss)\b"
    r"|\b(?:il|elle|he|she) (?:faisait|travaill\w+|did)\b"
)
"""« c'est qui la cheffe du programme ? », « elle faisait quoi avant ? »: the talk is on someone."""
_OF_THE_PERSON = re.compile(
    r"\b(?:elle|lui|son|sa|ses|he|she|his|her|il(?! (?:y ?a|y avait|existe|(?:ne )?fau\w+|fallait)))\b"
)
_EARNS = r"gagn\w+|salaires?|indemnites?|percoi\w+|pay\w+|touch\w+|earns?|paid|salary"
_OF_A_CHIEF = re.compile(
    rf"\b(?:{_EARNS})\b.{{0,24}}"
    r"\b(?:directeur|directrice|responsable|chef\w*|patron\w*|ministre|president\w*|director|head|boss"
    r"|minister)\b.{0,16}\b(?:programme|eig|dinum|etalab|equipe|program|team|interministeriel\w*|numerique"
    r"|cour|court)\b"
)
"""Not « un directeur de produit », whom the programme recruits."""
_PAY = re.compile(rf"\b(?:{_EARNS}|augment\w+|salaries)\b")
_OF_THEM = re.compile(r"\b(?:ils?|elles?|leurs?|ces deux|celui|celle|they|their|he|she|his|her)\b")
_BY_NOW = re.compile(
    r"\b(?:maintenant|actuel\w*|aujourd'?hui|depuis|desormais|augment\w+|now|nowadays|today|these days"
    r"|since)\b"
)
_OF_SOMEONE = re.compile(
    r"\b(?:d un|d une|de l|d'un|d'une|of an|of a|un|une|des|du|de la|la|le|the) "
    r"(?:eig|mentor|candidat|laureat)\w*"
)


def asks_private(question: Question) -> bool:
    """Whether a message asks for what is private of a person."""
    folded = fold(question.text)
    if _asks_how_to_reach_them(question, fold(question.said or question.text)):
        return True
    if _asks_what_they_earn(question, folded):
        return True
    if _OF_A_CHIEF.search(folded):
        return True
    if not _PRIVATE.search(folded):
        return False
    if _HIS_NUMBER.search(folded):
        return True
    if question.values("person"):
        return question.intent in _OF_ANYONE or is_report_reading(question.intent)
    of_a_person = question.focus.intent == "person_lookup" or "person" in question.focus.entities
    last = question.focus.said
    of_a_person = of_a_person or bool(_WHO_IS.search(last) or _WHO_LEADS.search(fold(last)))
    if of_a_person and _OF_THE_PERSON.search(folded):
        return not question.entities.keys() & {"challenge", "promotion"}
    return bool(_OF_SOMEONE.search(folded)) and bool(
        re.search(r"\b(?:portable|telephone|mail perso\w*|adresse perso\w*|phone)\b", folded)
    )


_HOW_TO_REACH = re.compile(
    r"\b(?:coordonnees?|contacts?|e-?mails?|mails?|telephones?|tel|linkedin|contact details)\b"
)
_THEIRS = re.compile(r"\b(?:leurs?|ses|son|sa|their|his|her|eux|them)\b")


def _asks_how_to_reach_them(question: Question, folded: str) -> bool:
    """« et leurs coordonnées ? » after who did a challenge."""
    if question.focus.intent not in CHALLENGE_INTENTS | {"person_lookup"}:
        return False
    return _HOW_TO_REACH.search(folded) is not None and _THEIRS.search(folded) is not None


def _asks_what_they_earn(question: Question, folded: str) -> bool:
    """« ils gagnent combien maintenant, ces deux-là ? » after who did a challenge."""
    if question.focus.intent not in ("challenge_people", "person_lookup") or question.values("promotion"):
        return False
    return all(one.search(folded) for one in (_PAY, _OF_THEM, _BY_NOW))
