"""What two or three words ask of the challenge spoken of, told with its name: « leurs noms », « le site »."""

from __future__ import annotations

import re
from collections.abc import Sequence

from actions.conversation.focus import Focus
from actions.desk import Desk
from actions.programme.challenge_intents import CHALLENGE_INTENTS
from actions.programme.people_asked import asks_for_mentors
from actions.question import SUBJECT_KINDS
from knowledge.challenges import Challenge, Involvement, challenges_by_id, people_of
from knowledge.text import fold

LEAD = r"\W*(?:(?:et|mais|ok|alors|donc|du coup|and)\W+)*"
"""What a message that goes on begins with."""
_TODAY = r"maintenant|mtn|aujourd ?['’] ?hui"
_AFTERWARDS = (
    rf"apres|ensuite|la suite|{_TODAY}|(?:quels? (?:est|sont|etaient) )?(?:les?|leurs?|son) resultats?"
)
_WHICH_PROMOTION = r"(?:c ?['’]? ?etait )?(?:en )?quelle (?:annee|promo\w*)(?: du coup)?"
USED_BY_HOW_MANY = r"(?:ca|cela) ser(?:t|vait) a (?:combien|cb) de (?:gens|personnes|monde)"
_OF_IT = {
    r"(?:(?:quels? (?:sont|etaient|est|etait)|c ?['’]? ?(?:est|etait) quoi) )?"
    r"(?:leurs?|les|son|ses) (?:pre)?noms?(?: (?:c ?['’]? ?(?:est|etait)|ct) quoi)?|their names?": (
        "qui sont les EIG de {name} ?"
    ),
    r"(?:c ?['’]? ?est quoi )?(?:le|son|leur) site(?: (?:web|internet))?|l ?['’] ?adresse du site": (
        "quelle est l'adresse du site de {name} ?"
    ),
    r"(?:(?:il|elle|c ?['’]?) ?est (?:encore|toujours)|est[- ](?:il|elle|ce) (?:encore|toujours))"
    r" (?:maintenue?|mis a jour|entretenue?)": "{name} est-il toujours maintenu ?",
    _WHICH_PROMOTION: "{name} fait partie de quelle promotion ?",
    _AFTERWARDS: "qu'est devenu {name} ?",
    r"(?:(?:il )?y a(?:[- ]t[- ]il)? (?:eu )?|vous avez )?des (?:chiffres|stats|statistiques)"
    r" (?:d ?['’] ?(?:usage|utilisation)|de frequentation)": "des chiffres d'usage de {name}",
    r"(?:qui|ki) (?:a|avait) (?:lance|cree|fonde|monte|initie) (?:ca|cela|ce (?:projet|site|truc))": (
        "qui a lancé {name} ?"
    ),
    USED_BY_HOW_MANY: "combien de personnes utilisent {name} ?",
    r"(?:combien|cb) de votes?\b[^,;?]{0,20}": "combien de personnes utilisent {name} ?",
    r"(?:le|la|leurs?|son|les|ses) (?:mentore?s?|porteu(?:r|se)s?(?: de projet)?)": (
        "qui est le mentor de {name} ?"
    ),
    r"(?:c ?['’]? ?etait (?:quoi|combien) |quel(?:le)? etait )?(?:leurs?|son) (?:salaires?|paies?|payes?)": (
        "quel était le salaire des EIG de la promotion {promotion} ?"
    ),
}
_NAMED = tuple((re.compile(rf"{LEAD}(?:{asked})\W*"), told) for asked, told in _OF_IT.items())
"""What is asked of it, and the question with its name."""
_THEN = re.compile(rf"{LEAD}(?:{_AFTERWARDS})\W*")
"""After an answer on the challenge itself only: it may be the next step of a selection."""
_OF_WHEN = re.compile(rf"{LEAD}{_WHICH_PROMOTION}\W*")
"""After one of its people only: that of the challenge itself is asked of all those spoken of."""
_NOW = rf"(?: (?:{_TODAY}))?"
_OTHERS_MENTORED = re.compile(
    rf"{LEAD}(?:il|elle|est[- ]ce qu ?['’] ?(?:il|elle)|a[- ]t[- ](?:il|elle)) (?:a )?"
    r"(?:mentore|accompagne|encadre|porte|suivi) (?:d ?['’] ?autres|plusieurs|quels autres) "
    r"(?:defis|projets|eigs?)\W*"
)
_ONE_NOW = re.compile(
    rf"{LEAD}(?:(?:il|elle) (?:fait|fai|devient|est devenue?) (?:quoi|koi){_NOW}"
    rf"|que (?:fait|devient)[- ](?:il|elle){_NOW}|qu ?['’] ?est[- ](?:il|elle) devenue?)\W*"
)
_JOB_NOW = re.compile(
    rf"{LEAD}(?:(?:le|la) (?P<job>[\w ]{{3,24}}?) (?:il |elle )?(?:est devenue?|fait|devient) (?:quoi|koi)"
    rf"|qu ?['’] ?est devenue? (?:le|la) (?P<named>[\w ]{{3,24}}?)){_NOW}\W*"
)
_OF_SOMEONE = (_OTHERS_MENTORED, _ONE_NOW, _JOB_NOW)


def asked_of_its_challenge(folded: str, focus: Focus, desk: Desk) -> str | None:
    """The question in full, with the name of the challenge spoken of or of one of its people; None where
    the message asks another thing, or no challenge is spoken of.
    """
    told = next((told for asked, told in _NAMED if asked.fullmatch(folded)), None)
    of_someone = told is None and any(asked.fullmatch(folded) for asked in _OF_SOMEONE)
    found = _spoken_of(focus, desk) if told or of_someone else []
    if not found or _THEN.fullmatch(folded) and focus.intent not in CHALLENGE_INTENTS:
        return None
    if _OF_WHEN.fullmatch(folded) and "person" not in focus.entities:
        return None
    if told is not None:
        return told.format(name=found[0].name, promotion=found[0].promotion.upper())
    return _of_someone(folded, people_of(desk.base, found[0].id), focus) if len(found) == 1 else None


def _spoken_of(focus: Focus, desk: Desk) -> list[Challenge]:
    """The challenge of the last answer, or two asked about at once; else the last one spoken of, where the
    last question named nothing else, or one of its people.
    """
    named = focus.entities.get("challenge", ())
    others = focus.entities.keys() & set(SUBJECT_KINDS) - {"challenge"}
    if others == {"person"} and len(focus.challenge) == 1:
        its_people = {one.person for one in people_of(desk.base, focus.challenge[0])}
        others = set() if its_people.issuperset(focus.entities["person"]) else others
    found = challenges_by_id(desk.base, named or (() if others else focus.challenge))
    return found if len(found) <= 2 else []


def _of_someone(folded: str, people: Sequence[Involvement], focus: Focus) -> str | None:
    """« elle fait quoi maintenant ? » of the only mentor just asked about, « le data scientist, il est devenu
    quoi ? » of the only one.
    """
    mentors = [one.person for one in people if one.role == "mentor"]
    if _OTHERS_MENTORED.fullmatch(folded):
        return f"{mentors[0]} a accompagné quels défis ?" if len(mentors) == 1 else None
    if _ONE_NOW.fullmatch(folded):
        of_mentors = len(mentors) == 1 and asks_for_mentors(f"{focus.text} {focus.said}")
        return f"que fait {mentors[0]} maintenant ?" if of_mentors else None
    found = _JOB_NOW.fullmatch(folded)
    job = (found["job"] or found["named"]).strip() if found else ""
    had = [one.person for one in people if one.role == "eig" and fold(one.job or "").startswith(job)]
    return f"qu'est devenu {had[0]} ?" if job and len(had) == 1 else None
