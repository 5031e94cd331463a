"""What may be asked of one challenge, and what other intents mean when a message is about one."""

from __future__ import annotations

import re

CHALLENGE_INTENTS = frozenset(
    "describe_challenge challenge_people challenge_administration challenge_town challenge_code "
    "challenge_promotion".split()
)
"""Intents about one challenge, which a question may leave to the last one named."""
ABOUT_THE_CHALLENGE = {
    "open_source": "challenge_code", "mentor_role": "challenge_people", "work_location": "challenge_town",
    "promotion_list": "challenge_promotion", "promotion_dates": "challenge_promotion",
    "count_eig": "challenge_people", "promotion_overview": "challenge_promotion",
    "missions": "describe_challenge", "programme_operator": "challenge_administration",
    "team_size": "challenge_people", "programme_objectives": "describe_challenge",
    "person_lookup": "challenge_people", "report_locate": "challenge_code",
    "programme_origin": "challenge_promotion", "programme_definition": "describe_challenge",
}  # fmt: skip
ABOUT_THE_NAMED = {
    "profiles_sought": "challenge_people", "team_size": "challenge_people", "count_eig": "challenge_people",
    "mentor_role": "challenge_people", "missions": "describe_challenge", "work_location": "challenge_town",
    "programme_operator": "challenge_people",
}  # fmt: skip
"""Intents about the programme → about the challenge that the message names."""
THEY_WERE_HOW_MANY = re.compile(
    r"\b(?:ils|elles|they) (?:sont|etaient|etait|are|were) (?:combien|cb|how many)\b"
    r"|\b(?:combien|cb) (?:sont|etaient)[- ](?:ils|elles)\b|\bhow many (?:are|were) (?:they|there|on it)\b"
    r"|\b(?:combien|cb) (?:ils |elles )?(?:sont|etaient)\b(?! (?:les|ces|de|des))"
    r"|\b(?:a|y avait|il y avait|yavait) combien de (?:gens|personnes)\b"
)
"""« ils étaient combien ? »: the people of the challenge or promotion spoken of."""
_ASKED_OF_A_CHALLENGE = (
    (
        "challenge_administration",
        re.compile(
            r"\b(?:quel\w* (?:ministere|administration|organisme)|pour qui|which (?:ministry|body|admin))"
            r"|\b(?:propos\w+|heberg\w+|accueil\w+|finance\w*|commande\w*) par (?:qui|ki)\b|\bpar quel\w* "
            r"(?:ministere|administration|organisme)"
            r"|\b(?:la|le) meme (?:ministere|administration|organisme)\b"
            r"|\b(?:hosted|funded|proposed|run) by (?:who\w*|which)\b|\bwho (?:hosted|proposed|ran|runs)\b"
            r"|\b(?:qui|ki) (?:le |la |l' ?|les )?(?:propos|heberg|accueill|financ|command)"
            r"(?:e|es|ait|aient|ent|a)\b"
        ),
    ),
    (
        "challenge_people",
        re.compile(
            r"\b(?:c'(?:est|etait) qui|avec qui|et qui|qui (?:y )?(?:boss|travaill|etai|s')\w*|who)\b"
            r"|\b(?:qui|ki) (?:est-ce qui |y )?(?:l' ?|la |l )?(?:a |ont |avait )?"
            r"(?:fait|developp|realis|code|cree|port|conc|invent|pilot|men|travaill|boss|particip)\w*"
            r"|\b(?:qui|ki) (?:\w+ )?(?:encadr|accompagn|mentor|supervis)\w+"
            r"|\bport\w+ par (?:qui|ki|quel\w*)\b|\bqui (?:sont|etaient) les eigs?\b"
            r"|\b(?:metier|boulot|job)s?\b"
            rf"|{THEY_WERE_HOW_MANY.pattern}"
        ),
    ),
    (
        "challenge_town",
        re.compile(
            r"\b(?:c'?etait ou|c'?est ou|et ou|quelle ville|where"
            r"|(?:quel|kel) (?:bled|coin|patelin|endroit|departement|dept?|dpt))\b"
        ),
    ),
    (
        "challenge_promotion",
        re.compile(r"\b(?:quelle (?:promo|annee)\w*|what year|which (?:cohort|promotion))\b"),
    ),
)
"""« et qui bossait dessus ? »: what a follow-up asks of the challenge spoken of."""
HOW_MANY_PEOPLE = re.compile(
    r"\b(?:combien|cb|nombre|how many)\b (?:ya |il y a |y avait |etaient |de |d['’]|d )*"
    r"(?:ils|elles|eigs?|personnes?|gens|entrepreneurs?|coachs?|people|membres?|members)\b"
    r"(?!.{0,12}\b(?:utilis|use|using|consult|visit|servi|s'en serv|inscri|benefici|aide|touch|recour|appel|"
    r"telecharg|download|f(?:ai|on)t (?:leur|une|un)\b))"
)
"""How many people were in a challenge, not how many use it."""


_WHERE_IS_IT = re.compile(r"\W*(?:et |ok |mais )*c ?'? ?(?:est|etait) ou(?: ca| ce defi| exactement)?\W*")
_OF_THE_NAMED = re.compile(
    r"\bpar (?:qui|ki|quel\w*)\b|\b(?:qui|ki) (?:\w+ )?(?:encadr|accompagn|mentor|supervis)\w+"
    r"|\bc'(?:est|etait) (?:qui|ki)\b|\bqui (?:sont|etaient) les eigs?\b"
    r"|\bquel(?:le)? (?:ville|promo\w*|bled|coin|patelin|endroit)\b"
    r"|\b(?:hosted|run) by\b"
)
"""What is asked of a challenge in so many words, whatever else was heard."""


def asks_where_it_is(folded: str) -> bool:
    """« c'est où ça ? », which sounds like asking for the source of an answer."""
    return _WHERE_IS_IT.fullmatch(folded) is not None


def asked_of_the_named(folded: str) -> str | None:
    """The intent that a folded message surely asks of the challenge it names."""
    return asked_of_challenge(folded) if _OF_THE_NAMED.search(folded) else None


def asked_of_challenge(folded: str) -> str | None:
    """The intent that asks of a challenge what a folded message asks."""
    return next((name for name, words in _ASKED_OF_A_CHALLENGE if words.search(folded)), None)
