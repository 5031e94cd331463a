"""« je ne parle pas de DataJust, … »: what a message puts aside before or after its question."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import replace
from itertools import pairwise

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
_NOT_THIS = re.compile(rf"{_BEFORE}(?:c est |ce n est )?(?:pas|not) (?!que\b|qu\b)\S")
_I_MEAN = re.compile(
    rf"{_BEFORE}(?:je (?:te |vous )?(?:parl|demand)\w+|je (?:voulais|veux) (?:dire|parler)"
    r"|i (?:m |am |was )?(?:mean\w*|talking|asking)) "
)
"""« pas la promo 7, je parle du début »: what is not meant, and what is, of the same thing."""
_MEANT = re.compile(
    rf"{_BEFORE}(?:(?:je (?:te |vous )?(?:parle|parlais|demande|demandais)"
    r"|je (?:voulais|veux) (?:dire|parler)|j ?['’] ?evoquais"
    r"|(?:ma|la) question (?:porte|portait)|il s ?['’] ?agit"
    r"|i ?['’]?a?m (?:talking|asking)|i was (?:talking|asking)) )?",
)


def without_rejected(text: str) -> str:
    """The message without the clauses on what it is not about; whole where they are all it says."""
    if len(fold(text)) != len(text):
        return text
    kept, rejected = "", False
    for clause, is_rejected, _ in _clauses(text):
        kept, rejected = (kept, True) if is_rejected else (kept + clause, rejected)
    lead = _MEANT.match(fold(kept))
    meant = kept[lead.end() if lead else 0 :].strip(" ,;:–—-")
    return meant if rejected and set(words(meant)) - STOP_WORDS else text


def corrected(text: str) -> str:
    """What a message puts aside of the thing spoken of, as « pas la promo 7, je parle du début » does;
    nothing where it leaves the thing itself.
    """
    rejected = [(clause, corrects) for clause, is_rejected, corrects in _clauses(text) if is_rejected]
    return " ".join(clause for clause, _ in rejected) if all(corrects for _, corrects in rejected) else ""


def _clauses(text: str) -> list[tuple[str, bool, bool]]:
    """The clauses of a message, whether each is rejected, and whether only by the one after it."""
    ends = [0, *(found.end() for found in _CLAUSE_END.finditer(text)), len(text)]
    found = [(text[start:end], _plain(text[start:end])) for start, end in pairwise(ends)]
    following = [*(plain for _, plain in found[1:]), ""]
    told = []
    for (clause, plain), after in zip(found, following, strict=True):
        left = _REJECTS.match(plain) is not None
        corrects = not left and bool(_NOT_THIS.match(plain) and _I_MEAN.match(f"{after} "))
        told.append((clause, left or corrects, corrects))
    return told


def _plain(text: str) -> str:
    return re.sub(r"\W+", " ", fold(text)).strip()


def forgetting(focus: Focus, kinds: Collection[str]) -> Focus:
    """The talk without the kinds of subject that a message corrects; its last question may be asked again."""
    left = {kind: values for kind, values in focus.entities.items() if kind not in kinds}
    return replace(focus, entities=left)


def forgetting_subjects(focus: Focus) -> Focus:
    """The talk without what it was about: what is meant instead stands in the message."""
    left: Mapping[str, tuple[str, ...]] = {k: v for k, v in focus.entities.items() if k not in SUBJECT_KINDS}
    of_one = focus.intent in CHALLENGE_INTENTS
    return replace(
        focus, entities=left, challenge=(), listed=(), talked=(), intent=None if of_one else focus.intent
    )
