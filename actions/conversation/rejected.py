"""« je ne parle pas de DataJust, … »: what a message puts aside before or after its question."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from actions.conversation.focus import Focus
from actions.programme.challenge_intents import CHALLENGE_INTENTS
from actions.question import SUBJECT_KINDS
from knowledge.text import STOP_WORDS, fold, words

_CLAUSE_END = re.compile(r"[.;:!?\n]+\s*|,\s+|\s[–—-]\s|\s+(?=(?:mais|but)\s)")
_BEFORE = r"(?:(?:non|nan|no|mais|but|et|ok|bon|svp|euh|alors)\W+)*"
_REJECTS = re.compile(
    rf"{_BEFORE}(?:"
    r"(?:je|j|on|nous) (?:ne |n )?(?:te |vous |t )?(?:parl|demand|evoqu)\w+ (?:pas|plus) (?:ici |la )?"
    r"(?:de|du|des|d|sur|la|le|les|l|si|ce|a|qui|quand|ou|combien|comment|pourquoi)\b"
    r"|(?:ma|la) question (?:ne |n )?(?:porte|portait|concerne|concernait|est|etait) pas\b"
    r"|il (?:ne )?s agit pas (?:de|du|des|d)\b"
    r"|(?:ce )?(?:c |n )?est pas (?:(?:de|du|des|d|sur) )?[^,]{2,40} (?:dont|que) (?:je|j|on|nous)\b"
    r"|(?:laisse|laissez|laissons) (?:tomber|de cote)\b|oubli(?:e|ez|ons)\b|peu importe\b"
    r"|(?:je|j|on) (?:m en|s en|me|se) (?:fiche|fous?|fout|moque)\b"
    r"|(?:je |nous nous |on )(?:ne )?(?:m |nous |s )?interess\w+ pas (?:a|au|aux)\b"
    r"|(?:(?:ca|cela|il) )?(?:(?:n )?a |n y a )?(?:absolument )?(?:strictement )?rien a voir\b"
    r"|(?:pas|not) (?:que|qu|seulement|uniquement|juste|only|just) (?=\w)"
    r"|i (?:am|m) not (?:talking|asking|speaking) (?:about|of|for)\b|i (?:did not|didn t) (?:ask|mean)\b"
    r"|(?:please )?forget\b|never ?mind\b|leave [^,]{2,40} aside"
    r"|(?:that|it|this) (?:is|s|has) nothing to do\b"
    r")"
)
"""What begins a clause on what is not meant; of « non, pas que Polygraphe », the other clauses are meant."""
_MEANT = re.compile(
    rf"{_BEFORE}(?:(?:je (?:te |vous )?(?:parle|parlais|demande|demandais)|j ?['’] ?evoquais"
    r"|(?:ma|la) question (?:porte|portait)|il s ?['’] ?agit"
    r"|i ?['’]?a?m (?:talking|asking)|i was (?:talking|asking)) )?",
)


def without_rejected(text: str) -> str:
    """The message without the clauses on what it is not about; whole where they are all it says."""
    folded = fold(text)
    if len(folded) != len(text):
        return text
    kept, start, rejected = "", 0, False
    for end in (*(found.end() for found in _CLAUSE_END.finditer(text)), len(text)):
        clause = re.sub(r"\W+", " ", folded[start:end]).strip()
        if _REJECTS.match(clause):
            rejected = True
        else:
            kept += text[start:end]
        start = end
    lead = _MEANT.match(fold(kept))
    meant = kept[lead.end() if lead else 0 :].strip(" ,;:–—-")
    return meant if rejected and set(words(meant)) - STOP_WORDS else text


def forgetting_subjects(focus: Focus) -> Focus:
    """The talk without what it was about: what is meant instead stands in the message."""
    left: Mapping[str, tuple[str, ...]] = {k: v for k, v in focus.entities.items() if k not in SUBJECT_KINDS}
    of_one = focus.intent in CHALLENGE_INTENTS
    return replace(
        focus, entities=left, challenge=(), listed=(), talked=(), intent=None if of_one else focus.intent
    )
