"""What may be asked of one challenge, and what other intents mean when a message is about one."""

from __future__ import annotations

import re
from collections.abc import Iterable

CHALLENGE_INTENTS = frozenset(
    "describe_challenge challenge_people challenge_administration challenge_town challenge_code "
    "challenge_promotion".split()
)
"""Intents about one challenge, which a question may leave to the last one named."""
TOLD_BY_ITS_ROW = CHALLENGE_INTENTS - {"describe_challenge"}
"""Intents that ask one plain thing of a challenge, which its row tells or nothing does."""
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
    r"\b(?:ils|elles|on|they|we) (?:sont|etaient|etait|are|were) (?:combien|cb|how many)\b"
    r"|\bhow many (?:are|were) (?:they|we|there|on it)\b"
    r"|\b(?:combien|cb) (?:ils |elles )?(?:sont|etaient)\b"
    r"(?![- ](?:(?:ils|elles) )?(?:les|ces|des?\b|pay|remuner))"
    r"|\b(?:a|y avait|il y avait|yavait) combien de (?:gens|personnes)\b"
)
"""« ils étaient combien ? »: the people of the challenge or promotion spoken of."""
_JOB = (
    r"(?:chef(?:fe)?s? de projet|responsable|project (?:manager|lead(?:er)?)"
    r"|direct(?:eur|rice)s?(?: (?:de produit|technique|de l'impact))?|designer|dev\w*|data \w+|juriste"
    r"|product manager|technical director|impact director|product director)s?"
)
_WERE_THERE = r"\b(?:y a|ya|y avait)(?:-t-il)? (?:des|d ?'autres) (?:eigs?|gens|personnes)\b"
_WHO_FOR = r"^\W*(?:et |ok )?(?:qui|ki) (?:pour|sur|dans) (?!qui|quoi)"
"""« qui pour TwinCity »: its people."""
_MEANT_FOR = r"\b(?:s ?['’]? ?adress\w+|destinee?s?|meant|intended) (?:a|for) (?:qui|ki|quel public|whom?)\b"
_WHAT_IT_IS = r"(?<!est[ -])\bce qu(?:e c)? ?['’]? ?est\b(?! (?:devenu|que))"
_ASKED_OF_A_CHALLENGE = (
    (
        "describe_challenge",
        re.compile(
            r"^\W*(?:(?:et|ok|and) )?(?:c'?e(?:st|tait) )?sur quoi\W*$"
            r"|\b(?:pour|a) \w+er (?:qui|quoi|ki|koi)\b|\b(?:sert|servait|servir) a (?:qui|quoi)\b"
            rf"|{_MEANT_FOR}|{_WHAT_IT_IS}"
        ),
    ),
    (
        "challenge_administration",
        re.compile(
            r"\b(?:quel\w* (?:ministere|administration|organisme)|(?:pour|chez) (?:qui|ki)"
            r"|which (?:ministry|body|admin))"
            r"|\b(?:propos\w+|heberg\w+|accueil\w+|finance\w*|commande\w*) par (?:qui|ki)\b|\bpar quel\w* "
            r"(?:ministere|administration|organisme)"
            r"|\b(?:la|le) meme (?:ministere|administration|organisme)\b"
            r"|\b(?:hosted|funded|proposed|run) by (?:who\w*|which)\b|\bwho (?:hosted|proposed)\b"
            r"|\b(?:qui|ki) (?:le |la |l' ?|les )?(?:propos|heberg|accueill|financ|command)"
            r"(?:e|es|ait|aient|ent|a)\b"
        ),
    ),
    (
        "challenge_people",
        re.compile(
            r"\b(?:qui|ki|quel(?:le)?s? (?:eigs?|personnes?)|who|(?:which|what) eigs?)"
            r" (?:a |ont |avait |est |sont |has |have )?(?:rejoint|rejoignait|integr\w+|join\w+)\b"
            r"|\b(?:ils|elles) (?:sont|etaient) (?:qui|ki)\b"
            rf"|{_WERE_THERE}|{_WHO_FOR}"
            r"|\b(?:c'(?:est|etai(?:t|ent)) qui|avec qui|et qui|who)\b"
            r"|\bqui (?:y )?(?:boss|travaill|etai|s')\w*\b"
            r"|\b(?:qui|ki) (?:est-ce qui |y )?(?:l' ?|la |l |les? )?(?:a |ont |avait )?"
            r"(?:fe\b|fait|developp|realis|code|cree|port|conc|invent|pilot|men|travaill|boss|particip)\w*"
            r"|\b(?:qui|ki) (?:\w+ )?(?:encadr|accompagn|mentor|supervis|suiv[ai])\w+"
            r"|\bport\w+ par (?:qui|ki|quel\w*)\b|\bport\w+ par\W*$|\bqui (?:sont|etaient) les eigs?\b"
            r"|\b(?:anciens? |former )?(?:collegues?|co-?equipi\w+|colleagues|teammates)\b"
            r"|\b(?:avait|ya|y a|y a eu) (?:qui|ki)\b|\b(?:qui|ki) (?:dessus|derriere|dedans)\b"
            r"|(?<!a quel )(?<!a quels )(?<!pour quel )(?<!pour quels )\b(?:metier|boulot|job)s?\b"
            r"|\b(?:quel(?:le)?s?|which|what) (?:eig|designer|dev|developpeu[rs]\w*|developer|juriste|coach"
            r"|data (?:scientist|engineer|analyst))s?\b"
            rf"|\b(?:qui est|une?|des?) (?:l[ae]s? )?{_JOB}\b|^\W*(?:et |and )?(?:l[ae]|the) {_JOB}\W*$"
            r"|^\W*(?:et |and )?(?:les|the|ses|their) (?:\w+ )?(?:eigs?|fellows)(?: dessus| on it)?\W*$"
            rf"|{THEY_WERE_HOW_MANY.pattern}"
        ),
    ),
    (
        "challenge_code",
        re.compile(
            r"\b(?:dispo\w*|telecharg\w*|accessible|consultable|trouvable)\b.{0,12}\bou\b"
            r"|\bou\b.{0,16}\b(?:le |la )?(?:trouver|telecharger|utiliser|tester|essayer|consulter)\b"
            r"|\bwhere\b.{0,12}\b(?:find|try|use|download|see)\b"
            r"|\b(?:est|sont|is|are)(?: it| ils?| elles?)? (?:en ligne|online)\b"
            r"|\b(?:s ?['’]? ?inscri\w+|creer un compte|sign up)\b"
            r"|\b(?:le lien|un lien|url|github|depot|repo|le site|the link|website)\b"
            r"|\b(?:avez|as|have|donne\w*) (?:vous |tu |moi |me )?(?:la|une|sa|its|the) page\b"
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
_PEOPLE = (
    r"ils|elles|eigs?|personnes?|gens|entrepreneurs?|coachs?|postes?|places?|membres?"
    r"|people|members|positions?"
)
_HOW_MANY_PEOPLE = re.compile(
    r"\b(?:combien|cb|nombre|how many)\b (?:ya |il y a |y avait |etaient |de |d['’]|d )*"
    rf"(?:{_PEOPLE})\b"
)
_IN_A_TEAM = re.compile(
    rf"combien|cb|nombre|how|many|{_PEOPLE}|y|ya"
    r"|travail\w*|boss\w*|equipes?|dessus|dedans|defis?|projets?|fai\w*|mission\w*|recrut\w*|compos\w*|mobilis\w*"
    r"|particip\w*|work\w*|team\w*|involved|behind|there|staff\w*|join\w*|buil\w*|made?|develop\w*|assign\w*|hired?"
    r"|place\w*|affect\w*|etai\w*|etre|avai\w*|a|ont|were|was|did|had|have|total|tout|challenges?|projects?|constitu\w*"
    r"|prevu\w*|ouvert\w*|propos\w*|open\w*|offer\w*"
)


def asks_how_many_people(folded: str, words: Iterable[str]) -> bool:
    """Whether a message asks how many people were in a challenge, by its ``words``; not how many use it."""
    asked = _HOW_MANY_PEOPLE.search(folded)
    return asked is not None and all(_IN_A_TEAM.fullmatch(word) for word in words)


_WHO_USES_IT = re.compile(
    r"\b(?:qui|ki|who)\b.{0,12}\b(?:utilis\w+|s'en ser\w+|uses?|used|using)\b"
    r"|\b(?:utilisee?s?|used) (?:par|by) (?:qui|ki|quel\w*|who\w*|which)\b"
)
_OF_PROMOTIONS = re.compile(
    r"\b(?:quel\w*|which|what) (?:promo\w*|annee|cohorts?|year|batch)\b.{0,40}?"
    r"\b(?:l[ae] (?:plus|moins)|(?:the )?(?:most|fewest|least|largest|smallest))\b"
)
_WHERE_IS_IT = re.compile(
    r"\W*(?:et |ok |mais )*c ?'? ?(?:(?:est|etait) )?ou(?: ca| ce defi| exactement)?\W*"
)
_OF_THE_NAMED = re.compile(
    r"\bpar (?:qui|ki|quel\w*)\b|\b(?:qui|ki) (?:\w+ )?(?:encadr|accompagn|mentor|supervis|suiv[ai])\w+"
    rf"|\b(?:pour|a) \w+er (?:qui|quoi|ki|koi)\b|{_MEANT_FOR}|{_WHAT_IT_IS}"
    r"|\b(?:quels? |which )(?:eig|designer)s?\b"
    r"|\bc'(?:est|etai(?:t|ent)) (?:qui|ki)\b|\bqui (?:sont|etaient) les eigs?\b"
    r"|\b(?:qui|ki) (?:est|etait|sont|etaient|boss\w+|travaill\w+|y |s ?['’]? ?occup\w+|pilot\w+"
    r"|port(?:e|ait|ent)\b|ger(?:e|ait)\b|dessus\b|a (?:fe\b|fait|boss|travaill|cree|code|develop))"
    r"|\b(?:avai[st]|a|ya|a eu|avait) (?:qui|ki)\b"
    r"|\bwho (?:is|are|was|were|runs?|ran|work\w*|made|built|did|le(?:ads?|d)|manage\w*|design\w+"
    r"|develop\w+|created)\b"
    rf"|{_WERE_THERE}|{_WHO_FOR}"
    r"|\b(?:rejoint|rejoignait|integre|join(?:s|ed))\b"
    r"|\bquel(?:le)? (?:ville|promo\w*|bled|coin|patelin|endroit)\b"
    r"|\b(?:collegues?|co-?equipi\w+|colleagues|teammates)\b"
    r"|\b(?:hosted|run) by\b|\b(?:avez|as|have|donne\w*) (?:vous |tu |moi |me )?(?:la|une|sa|its|the) page\b"
)
"""What is asked of a challenge in so many words, whatever else was heard."""
_HAVE_YOU_IT = re.compile(
    r"\b(?:avez|aviez|auriez|as|ya|y a|y avait|existe|have)\b(?:[ -](?:vous|tu|t|il|bien|eu|une?|you|had|a))*"
    r" (?:defi|projet|challenge|project) (?:sur|pour|autour|about|on|for)\b"
)
"""« vous avez un projet sur les transports sanitaires, non ? » asks what the one of that name is."""


def asks_of_promotions(folded: str) -> bool:
    """« quelle promo a eu le plus de développeurs ? » compares promotions, whatever challenge was told of."""
    return _OF_PROMOTIONS.search(folded) is not None


def asks_where_it_is(folded: str) -> bool:
    """« c'est où ça ? », which sounds like asking for the source of an answer."""
    return _WHERE_IS_IT.fullmatch(folded) is not None


def asked_of_the_named(folded: str) -> str | None:
    """The intent that a folded message surely asks of the challenge it names."""
    if _HAVE_YOU_IT.search(folded):
        return "describe_challenge"
    return asked_of_challenge(folded) if _OF_THE_NAMED.search(folded) else None


def asked_of_challenge(folded: str) -> str | None:
    """The intent that asks of a challenge what a folded message asks; who uses it is told by its entries."""
    if _WHO_USES_IT.search(folded) or asks_of_promotions(folded):
        return None
    return next((name for name, words in _ASKED_OF_A_CHALLENGE if words.search(folded)), None)
