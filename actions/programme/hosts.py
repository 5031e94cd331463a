"""Which kind of public body asks for EIGs: what holds for a commune does not hold for a ministry."""

from __future__ import annotations

import re

from actions.question import Question
from knowledge.text import fold

_KINDS = {
    "hospital": (
        r"hopit\w+|hospitali\w+|hosto|chu|chr|cliniques?|ehpad|etablissements? (?:publics? )?de sante"
        r"|hospitals?|nursing homes?|health institutions?"
    ),
    "local": (
        r"collectivites?|communes?|mairies?|maires?|villages?|villes?|(?<!\ben )metropoles?"
        r"|agglomerations?|agglo|intercommunalites?|interco|communautes? (?:de communes|urbaines?)"
        r"|conseil\w* (?:departementa\w+"
        r"|regiona\w+|municipa\w+)|(?:notre|mon|un|le|ma|une|la) (?:departement|region)|syndicats? mixtes?"
        r"|etablissements? publics? de cooperation|town halls?|towns?|cit(?:y|ies)|councils?"
        r"|local authorit(?:y|ies)"
    ),
    "local_state": (
        r"services? deconcentres?|(?:sous-)?prefectures?|prefets?|dreal|ddtm?|ddets|dreets|direccte|drac"
        r"|draaf|ddpp|rectorats?|academies?|directions? (?:regionales?|departementales?)"
        r"|education authorit\w+|(?:local|regional) state (?:services?|directorates?|offices?)"
    ),
    "operator": (
        r"operateurs?|etablissements? publics?|epic|epa|agences? (?:publiques?|nationales?|de l ?'etat)"
        r"|(?:notre|mon|une|l['’]) ?agence|sous tutelle|universites?|quango"
        r"|state (?:operators?|agency|agencies)"
        r"|public (?:agency|agencies|institutions?|establishments?|universit\w+)"
    ),
    "central": (
        r"(?:administrations?|directions?) (?:d ?'administration )?centrales?|ministeres?"
        r"|directions? (?:generales?|(?:inter)?ministerielles?)|secretariats? genera(?:l|ux)"
        r"|central (?:administrations?|government|directorates?)|ministr(?:y|ies)"
    ),
}
"""How people name them; a hospital is a public establishment too, and is heard as what it is."""
_HOSTS = ("central", "operator")
_KIND = re.compile("|".join(rf"(?P<{kind}>\b(?:{words})\b)" for kind, words in _KINDS.items()))
_FOR = re.compile(
    r"\W*(?:oui|non|yes|no)\W+(?:(?:pour|for) (?:les )?promotions? \d (?:a|to) \d ?: )?"
    r"(?:(?:pour|for) )?(?:(?:une?|les|des|an?) )?"
)
"""What stands before the body in « Non, une collectivité… »."""
_NO_HOST = re.compile(
    r"\W*(?:non|no)\W+(?:aucun|none) (?:des|of the) \d+ (?:defis|challenges) n ?['’]? ?a une? "
)
"""What does in « Non, aucun des défis n'a une commune pour administration d'accueil »."""


def kinds_of_body(text: str) -> tuple[str, ...]:
    """The kinds of public body that a text names, in order of mention."""
    return tuple(dict.fromkeys(str(match.lastgroup) for match in _KIND.finditer(fold(text))))


def asking_bodies(question: Question) -> tuple[str, ...]:
    """The kinds of the body that asks: as the message says, else as the talk has told. A host of the base
    that is named is of one of the kinds that may take part, unless its name says otherwise.
    """
    named = "administration" in question.entities and "administration" not in question.inherited
    own = kinds_of_body(question.said or question.text) or (_HOSTS if named else ())
    return own or question.focus.bodies


def body_told_of(text: str) -> str | None:
    """The kind of body to which a text says yes or no; None where it says so to none in particular."""
    folded = fold(text)
    start = _NO_HOST.match(folded) or _FOR.match(folded)
    found = _KIND.match(folded, start.end()) if start else None
    return found.lastgroup if found else None


def is_for(text: str, question: Question) -> bool:
    """Whether a text answers who asks: not the yes or no to another kind of body, nor any to a candidate."""
    told = body_told_of(text)
    if told is None:
        return True
    bodies = asking_bodies(question)
    return question.intent != "eligibility" and (not bodies or told in bodies)


def is_for_that_body(text: str, question: Question) -> bool:
    """Whether a text says yes or no to the very kind of body that asks whether it may take part."""
    if question.intent != "administration_eligibility":
        return False
    told = body_told_of(text)
    return told is not None and asking_bodies(question) == (told,)


def bodies_after(question: Question, side: str) -> tuple[str, ...]:
    """The kinds of body that ask as far as is known, while it is an administration that asks."""
    return asking_bodies(question) if side == "administrations" else ()
