"""« je suis suédoise, je peux postuler ? »: whether people of another country may apply."""

from __future__ import annotations

import re

from actions.answer import Answer
from actions.desk import Desk
from actions.fallback import not_published
from actions.question import Question
from knowledge.text import fold

_PEOPLE = (
    "etranger allemand anglais britannique ecossais irlandais neerlandais hollandais danois suedois "
    "norvegien finlandais islandais polonais roumain bulgare hongrois tcheque slovaque slovene croate "
    "serbe albanais ukrainien russe letton estonien lituanien espagnol portugais italien maltais "
    "belge suisse luxembourgeois autrichien quebecois canadien americain mexicain bresilien argentin "
    "chilien colombien peruvien venezuelien cubain haitien marocain algerien tunisien libyen egyptien "
    "senegalais ivoirien malien burkinabe beninois togolais camerounais gabonais congolais nigerien "
    "nigerian guineen mauritanien tchadien rwandais malgache mauricien comorien djiboutien libanais "
    "syrien irakien iranien turc armenien georgien afghan pakistanais indien chinois japonais coreen "
    "vietnamien cambodgien thailandais australien foreigner british english irish scottish dutch "
    "german austrian swiss belgian spanish portuguese italian polish romanian swedish norwegian "
    "danish finnish canadian american mexican brazilian moroccan algerian tunisian egyptian "
    "senegalese lebanese turkish indian chinese japanese korean australian"
)
_OF_THEM = rf"(?:{'|'.join(_PEOPLE.split())})(?:ne|e)?s?"
_SOMEONE = (
    r"(?:ami|pote|copain|copine|collegue|frere|soeur|cousin|mari|femme|conjoint|voisin|etudiant|candidat"
    r"|citoyen|ressortissant|developpeur|developpeuse|designer|gens|personne)n?e?s?(?: d ?['’]origine)?"
)
_IS_OF_THEM = re.compile(
    rf"\b(?:suis|chu|sommes|est|sont|am|m|is|are|des|les|une?|du monde|nationalite) (?:d ?['’]origine )?"
    rf"(?:an? )?{_OF_THEM}\b(?! (?:de langue|langue|school|teacher|speaker))"
    rf"|\b(?:{_SOMEONE}) {_OF_THEM}\b"
    rf"|^\W*{_OF_THEM}\b\W*,"
)
_MAY = re.compile(
    r"\b(?:postul\w*|candidat\w*|appl(?:y|ique\w*)|particip\w*|prenez|accepte\w*|recrute\w*"
    r"|admis\w*|eligible\w*|chez nous|ouvert\w*|le droit|devenir|rejoindre|join|take|accept|allowed"
    r"|(?:pourrai\w+|peu\w+|can|could) (?:aussi|too|also|as well))\b"
)
_LOOKED_AT = 6
_IN_FULL = {
    "fr": "Faut-il avoir la nationalité française pour postuler ?",
    "en": "Do I need French nationality to apply?",
}


def of_another_country(question: Question, desk: Desk) -> Answer | None:
    """What is known of candidates of another country; None where another thing is asked."""
    folded = fold(question.text)
    goes_on = question.focus.intent == "eligibility" and folded.startswith(("et ", "and "))
    may_they = _IS_OF_THEM.search(folded) and (goes_on or _MAY.search(folded))
    if question.subjects - {"promotion", "year"} or not may_they:
        return None
    hits = desk.search.search(_IN_FULL[question.lang], _LOOKED_AT, ("faq",))
    entries = desk.faq([hit.ref for hit in hits])
    of_it = (one for one in entries if not one.published and "de nationalit" in fold(one.answer_fr))
    entry = next(of_it, None)
    return None if entry is None else not_published(question, desk, entry)
