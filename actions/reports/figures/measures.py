"""Whether a figure or a sentence is on the very amount that a question names: a debt, a deficit, a budget.

Of a body whose report tells no debt much else is told in euros: none of it is the answer.
"""

from __future__ import annotations

import re

from actions.reports.figures.columns import all_said_of, captions_of
from actions.reports.figures.kinds import label_of
from knowledge.reports.base import ReportBase
from knowledge.reports.lay_vocabulary import report_words
from knowledge.reports.models import FigureRow
from knowledge.reports.synonyms import synonyms
from knowledge.text import content_stems, fold, stem, stems

_MEASURES = frozenset(
    map(
        stem,
        "dette endettement encours emprunt annuite subvention dotation salaire remuneration prime indemnite "
        "deficit excedent benefice perte epargne autofinancement caf tresorerie loyer redevance cotisation "
        "budget resultat salariale fiscalite roulement".split(),
    )
)
"""Stems of amounts that have a name of their own; « coût », « somme » and « dépense » are of anything."""
_BALANCE = frozenset(map(stem, "deficit excedent benefice perte resultat".split()))
_SAYS_BALANCE = re.compile(
    r"\b(?:deficit|excedent|benefices?\b|desequilibr)|\bpertes?\b(?! (?:de|d|par|en)\b)"
    r"|\bsoldes?\b(?! (?:crediteur|debiteur|du compte))"
    r"|(?<!compte de )(?<!comptes de )\bresultats?\W*(?:\d|$|\||(?:net|brut|comptable|courant|consolide"
    r"|global|budgetaire|positi|negati|d.exploit|de l.exercice|de (?:la section|fonctionnement|cloture)"
    r"|de l.annee|est|etait|s.etabli))"
)
"""A deficit is told as « résultat » below zero; « des résultats » of a policy are none."""
_OF_ANYTHING = frozenset(map(stem, "masse charge depense manque trou emploi effectif paie paye".split()))
_PAY = frozenset(map(stem, "salariale remuneration salaire personnel traitement".split()))
_OWED = frozenset(map(stem, "dette endettement encours".split()))
_BUDGET = stem("budget")
_MINISTER = re.compile(r"\bministre (?:\w+ ){0,3}budget\b")
"""« un arrêté du ministre chargé du Budget limite à 2 000 € » tells no budget."""
_SIGNS = re.compile(r"^[^a-z]+")
_PAID_STAFF = re.compile(
    r"\b(?:pay|pai|depens|cout)\w*\b.{0,20}\b(?:personnel|agents|salaries|employes)\b"
    r"|\b(?:personnel|agents|salaries|employes)\b.{0,20}\bcout(?:e|ent|ait|aient)\b"
)
_ALL_PAY = re.compile(
    r"(?:total (?:des )?)?"
    r"(?:(?:charges|frais|depenses)(?: (?:totales?|brutes?|nettes?))* de personnel|masse salariale)"
    r"(?: (?:totales?|brutes?|nettes?|globales?))?(?: en (?:euros|k ?€|milliers .{3,8}))?\W*(?:\(.{0,20})?$"
)
_ALL_OWED = re.compile(
    r"(?:encours|stock|montant|total)(?: total| global)? (?:de |des )?(?:la )?(?:dettes?|emprunts?)"
    r"(?: (?:total|bancaires?|financieres?|au 31.*|du (?:bp|budget principal)(?: au 31.*)?"
    r"|de la (?:commune|ville).*))?\W*$"
    r"|capital restant du\b.{0,20}$|dettes? (?:totales?|financieres?)\W*$"
)
_THE_RESULT = re.compile(
    r"(?:resultat|deficit|excedent)s?(?: (?:net|comptable|consolide|global|total|annuel|de l.exercice"
    r"|d.ensemble|ou (?:deficit|excedent)))*\W*$"
)
"""How the row of a table is called that tells the whole of pay, of debt, and what a year came to."""
_ALL_SPENT = re.compile(
    r"\b(?:total|totaux|ensemble)\b.{0,20}\b(?:charges|produits|depenses|recettes)\b"
    r"|\b(?:charges|produits|depenses|recettes)\b.{0,12}"
    r"\b(?:totaux|totale?s?|de fonctionnement|d['’]exploitation|de gestion)\b"
)
"""How a table says what a budget comes to."""
_ROLES = (
    r"(?:direct(?:eur|rice)s?|maires?|presidente?s?|agents?|elus?|medecins?|salaries?|employes?|patrons?|p?dg"
    r"|gerante?s?|dirigeants?|cadres?|adjointe?s?|secretaires?|fonctionnaires?|enseignante?s?|prof(?:esseur)?s?"
    r"|infirmi\w+|anima(?:teur|trice)s?|chefs?|responsables?|comptables?|conseill\w+|joueu\w+|entraineu\w+"
    r"|chercheu\w+|doctorants?|docteurs?|pompiers?|policiers?|ouvriers?|praticiens?|artistes?)"
)
_EARNS = re.compile(
    rf"\b(?:gagn|touch|percoi|(?:est|sont|etait|etaient) paye)\w*\b.{{0,25}}\b{_ROLES}\b"
    rf"|\b{_ROLES}\b(?: [a-z]+)? (?:\w+ )?(?:gagn|touch|percoi|(?:est|sont|etait|etaient) paye)\w*"
)
"""« combien gagne le directeur » asks for his pay."""
_OWES = re.compile(
    r"\b(?:devai(?:t|ent)|doi(?:t|vent))(?:[- ](?:ils?|elles?|on))? (?:encore|toujours)\b"
    r"|\b(?:reste|restait)\b.{0,20}\b(?:a|de) rembours\w+|\bcapital restant\b"
    r"|\bcombien\b[^?]{0,60}\b(?:devai(?:t|ent)|doi(?:t|vent))\b(?![^?]{0,30}(?:er|ir|re)\b)"
)
"""« que restait-il à rembourser », « combien doit la ville », not « combien doit payer »: what is owed."""
_ASKS_SPENT = re.compile(
    r"\b(?:vers[eé]\w*|depens\w+|pay(?:e|ent|er|ait)|paie|coute\w*|donn[eé]\w*|octroy\w+)\b"
)
_ASKS_GOT = re.compile(
    r"\b(?:recoi\w*|recu\w*|percoi\w*|percu\w*|rapport\w*|encaiss\w+|recettes?|produits?)\b"
)
_SAYS_SPENT = re.compile(r"\b(?:depenses?|charges?|couts?|vers\w+|achats?)\b")
_SAYS_GOT = re.compile(r"\b(?:recettes?|produits?|ressources?|encaisse\w*|percu\w*)\b")
"""How a question asks for what went out or came in, and how tables of the one or the other are called."""
_BRINGS_IN = re.compile(r"\brapport(?:e|ent|ait|aient)\b(?! (?:sur|de|du|des|que)\b)")
_ASKS_COSTS = re.compile(r"\b(?:cout(?:e|ent|er|ait|aient|s)?|depens\w*)\b")
_COSTS = re.compile(r"\b(?:depenses?|charges?|couts?|achats?|masse salariale)\b")
_ASKS_RECEIPTS = re.compile(rf"{_BRINGS_IN.pattern}|\b(?:recettes?|chiffres? d.affaires)\b")
_RECEIPTS = re.compile(r"\b(?:recettes?|produits?|chiffres? d.affaires|economies|rapport(?:ent|ait|aient))\b")
"""How a question asks what a thing costs or brings in, and a sentence tells it."""
_IN_OTHER_WORDS = "encours de la dette", "rémunération", "recettes chiffre d'affaires"
"""What « combien elle devait encore », « combien gagne le directeur » and « combien rapporte le camping » ask
for, in the words of reports."""
_CONTRIBUTES = re.compile(r"\bcotis(?:e|es|ent|er|ons)\b")


def measures_asked(text: str) -> frozenset[str]:
    """Stems of the amounts that a question names; none where it asks « combien coûte »."""
    pay = {stem("salaire"), stem("indemnite")} if earns(text) else set[str]()
    due = {stem("cotisation")} if _CONTRIBUTES.search(fold(text)) else set[str]()
    owed = {stem("dette")} if owes(text) else set[str]()
    return _MEASURES.intersection(content_stems(text)) | pay | due | owed


def earns(text: str) -> bool:
    """Whether a text asks what somebody is paid, in whatever words."""
    return _EARNS.search(fold(text)) is not None


def owes(text: str) -> bool:
    """Whether a text asks what is still owed, in whatever words."""
    return _OWES.search(fold(text)) is not None


def in_words_of_amounts(text: str) -> str:
    """The text, with the amount that it asks for by a verb as reports call it."""
    asked = owes(text), earns(text), _BRINGS_IN.search(fold(text)) is not None
    return " ".join([text, *(words for words, meant in zip(_IN_OTHER_WORDS, asked, strict=True) if meant)])


def flows_the_other_way(figure: FigureRow, asked: str, base: ReportBase) -> bool:
    """Whether a row stands among receipts where spending is asked for, or the other way round."""
    if figure.row_heading is None:
        return False
    spent, got = _ASKS_SPENT.search(asked), _ASKS_GOT.search(asked)
    if bool(spent) == bool(got):
        return False
    asked_for, other = (_SAYS_SPENT, _SAYS_GOT) if spent else (_SAYS_GOT, _SAYS_SPENT)
    label = fold(label_of(figure))
    around = fold(" ".join([label, *captions_of(figure, base), *figure.place.path]))
    return any(other.search(said) and not asked_for.search(said) for said in (label, around))


def says_the_other_way(said: str, asked: str) -> bool:
    """Whether a sentence tells what a thing costs where it is asked what it brings in, or the other way;
    both without accents: « le camping rapporte combien » is told by none of its costs.
    """
    costs, receipts = _ASKS_COSTS.search(asked), _ASKS_RECEIPTS.search(asked)
    if bool(costs) == bool(receipts):
        return False
    asked_for, other = (_COSTS, _RECEIPTS) if costs else (_RECEIPTS, _COSTS)
    return other.search(said) is not None and not asked_for.search(said)


def tells_the_whole(figure: FigureRow, measures: frozenset[str], asked: str) -> bool:
    """Whether the row of a table is called by the amount asked, whole: « Charges de personnel »."""
    row = _SIGNS.sub("", fold(figure.row_heading or ""))
    pay = stem("salariale") in measures or _PAID_STAFF.search(asked)
    return bool(
        pay
        and _ALL_PAY.match(row)
        or not _OWED.isdisjoint(measures)
        and _ALL_OWED.match(row)
        or not _BALANCE.isdisjoint(measures)
        and _THE_RESULT.match(row)
    )


def is_measured(figure: FigureRow, measures: frozenset[str], base: ReportBase) -> bool:
    """Whether a figure, by its words, its table or the headings above, is one of the amounts named."""
    if not measures:
        return True
    label, said = label_of(figure), all_said_of(figure, base)
    if figure.row_heading is not None and _ALL_SPENT.search(fold(label).rpartition(" – ")[2]):
        return _BUDGET in measures or _say(said, measures)
    if figure.row_heading is not None and not _say(label, measures) and _MEASURES.intersection(stems(label)):
        return False  # « trésorerie nette » under « la dette »
    return _say(said, measures)


def names_measure(text: str, measures: frozenset[str]) -> bool:
    """Whether a text names one of the amounts, or none is asked for by name."""
    return not measures or _say(text, measures)


def _say(text: str, measures: frozenset[str]) -> bool:
    if not _BALANCE.isdisjoint(measures) and _SAYS_BALANCE.search(fold(text)):
        return True
    said = frozenset(stems(_MINISTER.sub(" ", fold(text))))
    meant = report_words(measures)
    return any(
        said & _words_for(measure) or any(phrase <= said for phrase in meant[measure]) for measure in measures
    )


def _words_for(measure: str) -> frozenset[str]:
    """The stems by which reports name an amount."""
    if measure in _BALANCE:
        return frozenset()
    if measure in _PAY:
        return _PAY
    return (synonyms(measure) - _OF_ANYTHING) | {measure}
