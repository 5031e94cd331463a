"""What frames a question to the reports and names no matter: « un rapport de la Cour des comptes 2016, ça dit
quoi ? ».
"""

from __future__ import annotations

import re
from dataclasses import replace

from actions.question import Question
from actions.reports.asked import asks_list
from actions.reports.routing import asks_what_they_say
from knowledge.text import fold, words

_REPORT = r"(?:rapports?|referes?|reports?)"
_COURT = r"(?:cour des? comptes|cour comptes|court of (?:auditors|accounts))"
_DATED = r"(?:[ ,]+(?:(?:de|en|d['’]|of|in) ?)?20\d\d)?"
_IN_THE_YEAR = re.compile(rf"\b{_REPORT}\b[^.?!]{{1,80}}?(?P<year>\b(?:de|en|in|of) 20\d\d)\W*(?:$|[.?!])")
"""« un rapport sur le remplacement des professeurs en 2016 ? » dates the report."""
_THE_REPORT = re.compile(
    rf"\b(?:(?:un|une|le|ce|the) )?{_REPORT}(?: (?:(?:de |from |by )?(?:la |the )?){_COURT}){_DATED}\b"
    rf"|\b(?:un )?{_REPORT} 20\d\d\b|[,/:;]\s*(?:un|a) {_REPORT}\W*$"
    rf"|(?<!la )(?<!the )\b{_COURT}{_DATED}\W*$"
)
_TO_PARLIAMENT = re.compile(r"\bcommunications?(?P<to> au parlement)\b")
"""A kind of report, which is on no parliament."""
_COMES_BACK = re.compile(
    r"^\W*(?:(?:bon|ok|donc|alors|et|mais|sinon|so)\W+)*(?:(?:je|j ?['’]?en|on|i ?['’]?(?:m|ll)?)\W+)"
    r"(?:revien[st]|retourne|(?:come|go|going) back)\b(?: (?:a|au|aux|sur|to)\b)?"
)
"""« je reviens à Marmande : l'absentéisme ? »: no report speaks of that."""
_WISHES = re.compile(
    r"^\W*(?:(?:bonjour|alors|donc|et|ok|hello|hi)\W+)*(?:(?:je|j|nous|on|i)\W+)?"
    r"(?:cherch\w+|recherch\w+|voudrai\w*|veux|souhait\w+|aimerai\w*|(?:ai |avons |aurais )?besoin"
    r"|(?:am |m )?looking for|need|want|would like)\b"
    r"(?: (?:a |de |d ?['’] ?|to )?(?:trouver|avoir|obtenir|consulter|lire|find|get|have|read)\b)?"
    r"(?:\W+(?:des?|d|une?|les?|l|quelques|any|some|an?|the))*"
    r"\W+(?:infos?|informations?|renseignements?|elements?|docs?|documents?|rapports?|raports?|reports?)\W+"
    r"(?:sur|concernant|a propos d(?:e|u|es)|au sujet d(?:e|u|es)|about|on)\b(?=\W+\w)"
)
"""« je cherche des infos sur la fibre dans la Manche »: what is wanted comes after it."""
_AUDITORS = (
    r"(?:(?:la )?(?:chambre|cour)(?: (?:regionale|territoriale))?(?: des comptes)?|(?:les )?magistrats"
    r"|(?:le )?rapport)"
)
_OPINION = re.compile(
    rf"\b(?:l ?['’]? ?)?(?:avis|opinion|appreciation|regard) d(?:e|es|u) {_AUDITORS}"
    r" (?:sur|quant a|concernant|a propos d(?:e|u|es)|au sujet d(?:e|u|es))\b"
    rf"|\b(?:comment|(?<!est[- ])ce que?|de quelle facon) {_AUDITORS} "
    r"(?:juge|pense|estime|evalue|apprecie|trouve|voi|considere|qualifie)\w*(?: d(?:e|u|es))?\b"
)
"""« j'aimerais l'avis de la chambre sur la dette »: the debt is asked about."""
_HABITANTS = " combien d'habitants "
_LIVING = re.compile(
    r"\b(?:(?:ils|elles|on|nous) )?(?:(?:est|sont|etaient|sommes) )?(?:combien|cb|cmb)"
    r"(?: (?:de |d['’] ?)(?:personnes|gens|monde))?(?: (?:a|qui|y|ils|elles|on)){0,3}"
    r" (?:vi(?:vre|vent|vaient)|habit(?:er|ent|aient)|resid(?:er|ent|aient))\b"
    r"(?=(?: la[- ]bas)?\W*(?:$|(?:a|au|aux|en) (?!domicile|l['’ ]|la |deux|plusieurs)\w"
    r"|(?:dans|sur) (?:la |l ?['’]|cette |ma |notre )(?:commune|ville|ile|agglo|village)))"
    r"|\b(?:combien|cb|cmb) de (?:gens|monde|personnes)"
    r" (?:la[- ]?bas|dans (?:la|cette|ma|notre) (?:ville|commune))(?=\W*(?:$|a \w))"
)
"""« on est combien à vivre à Carpentras ? » asks for what reports call inhabitants."""
_THERE = re.compile(r"\bla[- ]?bas\b")
"""« c'est qui le maire là-bas ? »: in the place spoken of, which names no matter."""
_HEARSAY = re.compile(
    r"(?<=\?)\W*(?:(?:il )?parait qu|(?:on a|j ?['’]?ai) l ?['’]?impression qu"
    r"|on (?:m ?['’]?a )?dit qu)(?:(?!\b(?:combien|pourquoi|dis|explique)\b)[^?.!])*[.!]?\s*$"
)
"""« combien de voyageurs ? il paraît que ça s'effondre »: what was heard is not asked."""
_WHOLE = re.compile(
    r"\b(?:ca|il|elle|cela) (?:di[st]|racont\w+|conclu\w*) (?:quoi|koi)\b"
    r"|\bqu ?['’]?est[- ]ce qu ?['’]?(?:il|elle|on|ca|e ce rapport|e le rapport)?"
    r" ?(?:di[st]|conclu\w*|faut(?: en)? retenir|peut(?: en)? retenir|retient)\b"
    r"|\bqu['’]?(?:e|) ?(?:faut[- ]il|peut[- ]on|doit[- ]on)(?: en)? retenir\b"
    r"|\b(?:quoi|koi|ce qu['’ ]?il (?:faut|y a)(?: a)?)(?: en)? retenir\b"
    r"|\b(?:que|quoi|ce qu[e'’]|qu ?['’]?est[- ]ce que?) ?(?:di[st]|conclu\w*) (?:ce|le|son|votre) rapport\b"
    r"|\bwhat (?:does|did) (?:it|the report|this report) (?:say|conclude)\b|\bwhat (?:should i|to) remember\b"
)
_AT_ITS_END = re.compile(
    r"(?: en (?:deux|trois|quelques|peu de) mots)?[\s.?!…]*(?:svp|stp|please|merci)?[\s.?!…]*$"
)
_AGREES = frozenset(
    "oui ouais ok non bah ben bon alors voila exactement exact bien sur yes yep right it s that is c est ca "
    "cela merci donc du coup dac accord d super parfait celui la tout a fait the one".split()
)
"""Words with which what was offered is taken before the question itself."""


def without_frame(question: Question) -> Question:
    """The question without the words for the report it wants, where others tell which.

    « 2016 » beside them is the report's year, « comptes » the Court's: neither is a thing it must speak of.
    """
    says = asks_what_they_say(question) and not asks_the_whole(question.text)
    if says or asks_list(question.text):
        return question
    text = unframed(question.text)
    return replace(question, text=text) if words(text) else question


def unframed(text: str) -> str:
    """The words of a message that ask something of a report, which may be none."""
    dated = _IN_THE_YEAR.search(fold(text))
    if dated is not None:
        text = _cut(text, *dated.span("year"))
    of_parliament = _TO_PARLIAMENT.search(fold(text))
    if of_parliament is not None:
        text = _cut(text, *of_parliament.span("to"))
    for pattern in (_HEARSAY, _OPINION, _COMES_BACK, _WISHES, _THE_REPORT, _WHOLE):
        found = pattern.search(fold(text))
        text = _cut(text, *found.span()) if found else text
    living = _LIVING.search(fold(text))
    text = _cut(text, *living.span(), _HABITANTS) if living else text
    there = _THERE.search(fold(text))
    text = _cut(text, *there.span()) if there else text
    return text.strip(" ,;:/")


def asks_the_whole(text: str) -> bool:
    """Whether a message ends by asking what the report says, and nothing of it: « ça dit quoi ? »."""
    folded = fold(text)
    return any(_AT_ITS_END.fullmatch(folded[found.end() :]) for found in _WHOLE.finditer(folded))


def only_asks_the_whole(text: str) -> bool:
    """« oui c'est bien ça, qu'est-ce que dit ce rapport ? »: of the one just named, and nothing else."""
    folded = fold(text)
    return asks_the_whole(text) and set(words(_WHOLE.sub(" ", folded))) <= _AGREES


def _cut(text: str, start: int, end: int, instead: str = " ") -> str:
    """The text without a part found in its folded form, which has as many letters unless it is odd."""
    whole = text if len(fold(text)) == len(text) else fold(text)
    return f"{whole[:start]}{instead}{whole[end:]}"
