"""What kind of figure a question asks for: money, a share, a number of which things, and per what."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from actions.answer_type import noun_counted
from knowledge.reports.figure_search import divisors
from knowledge.reports.questions import FigureUnit
from knowledge.reports.synonyms import synonyms
from knowledge.text import STOP_WORDS, fold, stem

_MONEY = (
    "couts? surcouts? prix tarifs? fonds sommes? montants? budgets? credits? depenses? recettes? charges? "
    "produits? dettes? endettement encours emprunts? annuites? remboursements? interets subventions? "
    "dotations? salaires? remunerations? primes? indemnites? deficits? excedents? epargne autofinancement "
    "caf tresorerie capital loyers? taxes? impots? fiscalite redevances? cotisations? contributions? "
    "frais euros? argent"
)
COUNTS_MONEY = re.compile(
    rf"\b(?:{'|'.join(_MONEY.split())}|masse salariale|restes a payer|fonds de roulement"
    r"|chiffre d.affaires)\b|€"
)
_SPENDS = re.compile(
    r"\b(?:cout|cotis|gagn|touch|percoi|percu|vers[eé]|depens|pay|paie|perd|rapporte|devai|doi[vt]|factur|donn[eé]"
    r"|vend|achet|octroy|debours|encaiss|investi|rembours|recoi|recu)\w*|\b(?:mis|met|mettent)\b"
)
_COSTS = re.compile(
    r"\bcout\w* combien\b|\bcombien\b(?! (?:de|d['’]) ?)[^?]{0,60}\b(?:cout(?:e|ait|aient|ent|er)|depens\w+"
    r"|payer)\b"
)
"""« ça coûte combien de faire voter », « combien coûtent les agents » count nothing."""
_HOW_MUCH = re.compile(r"\b(?:combien|cb|how much|que(?= (?:cout|rapport|vers|depens|pay)))\b")
_NO_SHARE = "".join(
    rf"(?<!\b{word} )"
    for word in "une autre a qui il elle on ca ou ne fait faire font prend prendre prennent pris".split()
)
"""Words before « part » of « à part », « qui part de Gap », « fait part de », « prend part »."""
_PERCENT = re.compile(
    r"\b(?:taux(?! (?:horaire|zero|d.encadrement|d.administration|de change))|pourcentages?|proportion"
    r"|pour ?cent|quelle (?:est |etait )?(?:la )?part|(?:^|la )part"
    rf"|{_NO_SHARE}part(?= d(?:es?|u)\b| d['’]))\b|%"
)
_VARIES = re.compile(r"\b(?:de combien|augment|evolu|hausse|baiss|progress|diminu|croissance|ecart)")
_ACRONYM = 5
_LENT = frozenset("emprunt emprunts pret prets prime primes tarif tarifs prix".split())
"""Things of money that are counted one by one: « combien d'emprunts »."""
TIMES = frozenset(
    map(stem, "an ans annee annees mois semaine jour jours journee journees heure heures minute".split())
)
_OF_A_PRICE = synonyms(stem("cher"))
"""« élevé », as « élève » is written without accents, is said of what is dear."""
SHARERS = frozenset(
    map(
        stem,
        "habitant agent salarie eleve etudiant patient spectateur visiteur passager logement jeune"
        " participant personne beneficiaire usager enfant menage foyer abonne lit place repas billet".split(),
    )
)
"""What an amount is divided by: « la dette par habitant »."""
_BEFORE_COMBIEN = re.compile(
    r"\b(?:les|ses|leurs) ([a-z]+),? (?:(?:y|ils|elles) )?(?:(?:sont|etaient) )?combien\b"
)
_EMPLOYED = re.compile(
    r"\b(?:combien|how many|nombre)\b.{0,60}\b(?:emploi(?:e|ent)|employ\w*|travaill\w*|boss(?:e|ent)|work)\b"
    r"|\b(?:combien|nombre) (?:d[e'] ?)?(?:personnes?|gens)\b.{0,20}\btravail\b"
    r"|\b(?:emploi(?:e|ent)|employ\w*|travaillent|bossent|work)\b.{0,20}\b(?:combien|how many)\b"
    r"(?: de (?:personnes|gens|monde)\b)?"
)
_ANYBODY = re.compile(r"personnes?|gens|monde|people|person")
"""« combien de personnes y travaillent », « how many people does it employ » ask for the staff."""
PERSONS_AS_SUCH = frozenset(map(stem, "personne gens individu".split()))
"""« combien de personnes », « combien de gens » where nobody works: no synonym narrows them to the aged."""
OCCASION = stem("fois")
_OCCASIONS = frozenset(map(stem, "fois reprises demandes recours".split()))
"""« combien de fois a-t-il été demandé » : « à 585 000 reprises »."""
_AFTER_VERB = re.compile(
    r"\bcombien (?:[^?]{0,80} )?(?:a|ont|avait|compt|dispos|emploi|gere|accueill|posse|regroup)\w*"
    r"(?:[- ]t?[- ]?(?:ils?|elles?|on))? (?:de |d' ?)([a-z]{3,})"
)
"""« agents » in « combien la chambre a-t-elle d'agents »."""
_BARE = re.compile(r"\b(?:combien|nombre) ([a-z]{4,}s|[a-z]{4,}(?<!e)(?<!nt)(?<!it)(?<!ra)(?<!er))\b")
"""« personnes » in « combien personnes », as a question in English is put in French, « nombre voyageurs »."""
_STAFF = re.compile(r"\beffectifs?\b")
_PEOPLE = re.compile(r"\b(?:population|peuplee?)\b")
_SHORT = re.compile(r"\b(?:cb|nbr?e?)\b")
_FULL_TIME = re.compile(r"\b(?:equivalents?|emplois?|postes?)[ -](?:a )?temps[ -]pleins?\b")
_LEVIED = frozenset(map(stem, "cotisation taxe impot dotation subvention redevance".split()))
"""What a thing asked « combien de … » may stand for that is money: the CVAE, the DGF."""
_NO_APOSTROPHE = re.compile(r"(?<=combien )d (?=\w)")
FRANCS = re.compile(r"\bfrancs?\b(?! (?:cfp|pacifique))")
_BY_THE_HOUR = re.compile(
    r"\b(?:combien|cb) (?:(?:de |a )?l['’] ?|par )(?:heure|jour|mois|an)\b(?! d(?:e|u|['’]))"
)
"""« c'est combien de l'heure » asks a price, and counts no hours."""
_A_CHANGE = re.compile(
    r"\b(?:ferm|suppr|perd|pert|cree|creation|recrut|embauch|licenci|departs?\b|parti|ouver|augment|diminu"
    r"|baiss|hausse|reduc|redui|en (?:moins|plus)\b|supplement|nouve)"
)


@dataclass(frozen=True)
class Asked:
    """What a figure must be to answer: its kind (None: left open), what it counts and per what, whether it
    may tell how many came or went, and stems of the things whose amount it is.
    """

    kind: FigureUnit | None
    counted: frozenset[str] = frozenset()
    francs: bool = False
    per: frozenset[str] = frozenset()
    change: bool = False
    things: frozenset[str] = frozenset()
    share: bool = True
    """Whether a share may answer where the kind is left open: none answers « combien »."""


def asked_of(text: str) -> Asked:
    """What kind of figure the words ask for: « combien d'agents » no euros, « combien coûte » no agents."""
    asked = replace(_kind_asked(text), per=divisors(text) & SHARERS)
    return replace(asked, change=asked.kind == "count" and speaks_of_a_change(text))


def names_an_amount(word: str) -> bool:
    """Whether a word of a question is for money or for spending it, and names no thing: « coût »."""
    return bool(COUNTS_MONEY.match(word) or _SPENDS.match(word))


def asks_by_the_hour(folded: str) -> bool:
    """Whether a question asks the price of an hour or a day."""
    return _BY_THE_HOUR.search(folded) is not None


def speaks_of_a_change(text: str) -> bool:
    """Whether a question asks, or a text tells, how many came or went: « combien de lits fermés »."""
    return _A_CHANGE.search(fold(text)) is not None


def _kind_asked(text: str) -> Asked:
    folded = _NO_APOSTROPHE.sub("d'", re.sub("’", "'", _SHORT.sub("combien", fold(text))))
    folded = _FULL_TIME.sub("etp", folded)
    francs = FRANCS.search(folded) is not None
    noun = "" if _COSTS.search(folded) else noun_counted(folded) or _noun_beside(folded)
    if not _COSTS.search(folded) and _EMPLOYED.search(folded) and (not noun or _ANYBODY.fullmatch(noun)):
        noun = "agents"
    if noun and asks_by_the_hour(folded):
        return Asked("money", francs=francs)
    levied = 0 < len(noun) <= _ACRONYM and bool(synonyms(stem(noun)) & _LEVIED)
    if noun and not levied and (noun in _LENT or not COUNTS_MONEY.search(noun)):
        return Asked("count", _said_as(noun), francs)
    if not noun and _PERCENT.search(folded):
        return Asked("percent", francs=francs)
    if noun or COUNTS_MONEY.search(folded) or _HOW_MUCH.search(folded) and _SPENDS.search(folded):
        return Asked(None if _VARIES.search(folded) else "money", francs=francs)
    for pattern, counted in ((_PEOPLE, "habitants"), (_STAFF, "agents")):
        if pattern.search(folded):
            return Asked("count", _said_as(counted), francs)
    return Asked(None, francs=francs, share=_HOW_MUCH.search(folded) is None or bool(_VARIES.search(folded)))


def in_words_of_staff(text: str) -> str:
    """The question with « agents » for « combien de personnes y travaillent », as reports count them."""
    folded = fold(text)
    found = _EMPLOYED.search(folded)
    noun = noun_counted(folded)
    if found is None or noun and not _ANYBODY.fullmatch(noun):
        return text
    return f"{folded[: found.start()]}combien d'agents{folded[found.end() :]}"


def _noun_beside(folded: str) -> str:
    """« agents » in « et les agents, combien ? », « combien la chambre a-t-elle d'agents ? »."""
    found = _BEFORE_COMBIEN.search(folded) or _AFTER_VERB.search(folded)
    if found:
        return found[1]
    bare = _BARE.search(folded)
    return bare[1] if bare and _is_noun(bare[1]) else ""


def _is_noun(word: str) -> bool:
    """Whether a word that reports count things by stands there, no verb: « combien coûtes »."""
    return (
        word not in STOP_WORDS
        and not _SPENDS.match(word)
        and bool(_ANYBODY.fullmatch(word) or synonyms(stem(word)))
    )


def _said_as(noun: str) -> frozenset[str]:
    """The stems of a thing counted and of other words for it; any length of time for « combien de temps »."""
    one = stem(noun)
    if _ANYBODY.fullmatch(noun):
        return PERSONS_AS_SUCH
    if noun in ("temps", "time"):
        return TIMES
    if one == OCCASION:
        return _OCCASIONS
    if one in TIMES:
        return frozenset(other for other in TIMES if other.startswith(one) or one.startswith(other))
    return frozenset({one} | synonyms(one)) - (_OF_A_PRICE - {one})
