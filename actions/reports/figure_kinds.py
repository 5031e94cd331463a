"""What kind of figure a question asks for, and whether a figure of a report is of that kind.

« Combien d'agents » is answered by no euros, « combien coûte » by no agents, « quel taux » by a percentage.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from actions.answer_type import noun_counted
from knowledge.reports.figure_search import MONEY_UNITS, divisors, names_a_class
from knowledge.reports.models import FigureRow
from knowledge.reports.questions import FigureUnit
from knowledge.reports.synonyms import synonyms
from knowledge.text import STOP_WORDS, content_stems, fold, stem, stems

_MONEY = (
    "couts? surcouts? prix tarifs? fonds sommes? montants? budgets? credits? depenses? recettes? charges? "
    "produits? dettes? endettement encours emprunts? annuites? remboursements? interets subventions? "
    "dotations? salaires? remunerations? primes? indemnites? deficits? excedents? epargne autofinancement "
    "caf tresorerie capital loyers? taxes? impots? fiscalite redevances? cotisations? contributions? "
    "frais euros? argent"
)
_COUNTS_MONEY = re.compile(
    rf"\b(?:{'|'.join(_MONEY.split())}|masse salariale|fonds de roulement|chiffre d.affaires)\b|€"
)
_SPENDS = re.compile(
    r"\b(?:cout|cotis|gagn|touch|percoi|percu|vers[eé]|depens|pay|paie|perd|rapporte|devai|doi[vt]|factur)\w*"
)
_COSTS = re.compile(r"\bcout\w* combien\b")
"""« ça coûte combien de faire voter » counts nothing."""
_HOW_MUCH = re.compile(r"\b(?:combien|cb|how much|que(?= cout))\b")
_PERCENT = re.compile(
    r"\b(?:taux(?! (?:horaire|d.encadrement|d.administration|de change))|pourcentages?|proportion|pour ?cent"
    r"|quelle (?:est |etait )?(?:la )?part|la part)\b|%"
)
_VARIES = re.compile(r"\b(?:de combien|augment|evolu|hausse|baiss|progress|diminu|croissance|ecart)")
_LENT = frozenset("emprunt emprunts pret prets prime primes tarif tarifs prix".split())
"""Things of money that are counted one by one: « combien d'emprunts »."""
TIMES = frozenset(
    map(stem, "an ans annee annees mois semaine jour jours journee journees heure heures minute".split())
)
_SHARERS = frozenset(
    map(stem, "habitant agent salarie eleve etudiant patient spectateur visiteur passager logement".split())
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
_BARE = re.compile(r"\bcombien ([a-z]{4,}s|[a-z]{4,}(?<!e)(?<!nt)(?<!it)(?<!ra)(?<!er))\b")
"""« personnes » in « combien personnes », as a question in English is put in French."""
_STAFF = re.compile(r"\beffectifs?\b")
_PEOPLE = re.compile(r"\b(?:population|peuplee?)\b")
_SHORT = re.compile(r"\b(?:cb|nbre)\b")
_NO_APOSTROPHE = re.compile(r"(?<=combien )d (?=\w)")
_COUNTS_THINGS = re.compile(r"^\W*(?:nombre|nb|effectifs?|population|trafic)\b")
_SAYS_PERCENT = re.compile(r"\b(?:taux|part|pourcentage|proportion)\b|%")
_FRANCS = re.compile(r"\bfrancs?\b(?! (?:cfp|pacifique))")
_DIFFERENCE = re.compile(
    r"^(?: \w+)? (?:en|de) (?:moins|plus)\b|^ (?:supplementaires?|nouveaux|susceptibles?)\b"
)
"""After a number: « 11 agents en moins », « susceptibles de partir » are not how many there are."""
_CENTS = re.compile(r"\d{2} ?\d{3},\d\d$")
_CHANGED_BY = re.compile(
    r"\b(?:augment|diminu|baiss|progress|redui|hausse|reduction|croiss|supplementaire)\w* (?:de |d['’] ?)?"
    r"(?:pres de |environ |plus de |quelque )?$"
    r"|\b(?:en raison|du fait|a cause|par suite|grace|suite)\b[^,;]*$"
    r"|\b(?:reductions?|hausses?|baisses?|fermetures?|suppressions?|pertes?|creations?|ouvertures?|departs?"
    r"|recrutements?|embauches?)(?: [a-z]+)? (?:de |des |d['’] ?)(?:pres de |environ |plus de |quelque )?$"
)
"""Before a number: « a diminué de 2 M€ » is not what is left, nor « la fermeture de 10 lits » how many are,
nor the reason for a change what it came to.
"""
_A_CHANGE = re.compile(
    r"\b(?:ferm|suppr|perd|pert|cree|creation|recrut|embauch|licenci|departs?\b|parti|ouver|augment|diminu"
    r"|baiss|hausse|reduc|redui|en (?:moins|plus)\b|supplement|nouve)"
)
_CHANGE = re.compile(
    r"^(?:la |une |cette |l['’] ?|sa )?(?:forte |nette |legere )?"
    r"(?:baisse|hausse|augmentation|diminution|reduction|progression)\b|^\W*var(?:iations?)?\b"
)
"""A label that begins so measures a change: « la baisse de l'encours »."""
_VARIATION = re.compile(r"\b(?:evol\w*|variations?|ecarts?|var)\b")
_CHANGES = re.compile(r"\b(?:augment|diminu|baiss|progress|reduc|redui|haus|croiss)\w*")
_SUBSET = re.compile(r"\bayant\b")
_GOVERNED = re.compile(r" (?:(?:et|ou|de|des) |d['’] ?)?([a-z-]+)")
_NUMBER_OF = re.compile(r"\b(?:nombre|effectifs?|total)\b")
_TRADE = stem("medecin")
_SPECIALITY = re.compile(
    r"\b(?:medecine|chirurgie|obstetrique|mco)\b(?!.*\b(?:medecins|praticiens|postes)\b)"
)
"""What doctors do and where: its beds and stays count no doctors, though one stem is that of both."""
_OF_ANYTHING = frozenset(map(stem, ("etp", "etpt", "poste", "unite")))
"""Units in which a sentence counts what it names before: « la commune emploie … 40 ETP »."""
COUNTING = frozenset(map(stem, "nombre nb total effectif etp etpt".split()))
"""Stems of words that say that things are counted, not which."""


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


def asked_of(text: str) -> Asked:
    """What kind of figure the words ask for: « combien d'agents » no euros, « combien coûte » no agents."""
    asked = replace(_kind_asked(text), per=divisors(text) & _SHARERS)
    return replace(asked, change=asked.kind == "count" and speaks_of_a_change(text))


def names_an_amount(word: str) -> bool:
    """Whether a word of a question is for money or for spending it, and names no thing: « coût »."""
    return bool(_COUNTS_MONEY.match(word) or _SPENDS.match(word))


def speaks_of_a_change(text: str) -> bool:
    """Whether a question asks, or a text tells, how many came or went: « combien de lits fermés »."""
    return _A_CHANGE.search(fold(text)) is not None


def _kind_asked(text: str) -> Asked:
    folded = _NO_APOSTROPHE.sub("d'", re.sub("’", "'", _SHORT.sub("combien", fold(text))))
    francs = _FRANCS.search(folded) is not None
    noun = "" if _COSTS.search(folded) else noun_counted(folded) or _noun_beside(folded)
    if _EMPLOYED.search(folded) and (not noun or _ANYBODY.fullmatch(noun)):
        noun = "agents"
    if noun and (noun in _LENT or not _COUNTS_MONEY.search(noun)):
        return Asked("count", _said_as(noun), francs)
    if not noun and _PERCENT.search(folded):
        return Asked("percent", francs=francs)
    if noun or _COUNTS_MONEY.search(folded) or _HOW_MUCH.search(folded) and _SPENDS.search(folded):
        return Asked(None if _VARIES.search(folded) else "money", francs=francs)
    for pattern, counted in ((_PEOPLE, "habitants"), (_STAFF, "agents")):
        if pattern.search(folded):
            return Asked("count", _said_as(counted), francs)
    return Asked(None, francs=francs)


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
    return frozenset({one} | synonyms(one))


def can_answer(figure: FigureRow, asked: Asked) -> bool:
    """Whether the unit of a figure, or its label where it has none, fits what is asked for."""
    if not asked.francs and _FRANCS.search(fold(figure.quote)):
        return False
    said = fold(f"{label_of(figure)} {figure.quote}")
    if not says_per(figure, asked):
        return False
    kind = kind_of(figure)
    if asked.kind is None:
        return True
    if asked.kind != kind or is_change(figure) and not asked.change:
        return False
    if asked.change and not is_change(figure) and not speaks_of_a_change(said):
        return False
    return kind != "count" or _counts(figure, asked.counted)


def says_per(figure: FigureRow, asked: Asked) -> bool:
    """Whether a figure is by what the question divides by: « la dette par habitant »."""
    said = fold(f"{label_of(figure)} {figure.quote}")
    return all(f" {one[:3]}" in said or f"/{one[:3]}" in said for one in asked.per)


def changes(sentence: str) -> bool:
    """Whether a sentence tells that something grew or shrank: its number may be by how much."""
    return _CHANGES.search(fold(sentence)) is not None


def is_count_in_words(figure: FigureRow) -> bool:
    """Whether a sentence, no table, says a number of things."""
    return figure.row_heading is None and kind_of(figure) == "count"


def kind_of(figure: FigureRow) -> FigureUnit | None:
    """Euros, a share or a number of things; None where unit and label of a cell disagree."""
    label = fold(label_of(figure))
    things = any(_COUNTS_THINGS.match(part) for part in (label, fold(figure.column_heading or "")))
    if figure.unit in MONEY_UNITS:
        return None if things else "money"
    if figure.unit == "%":
        return "percent"
    if figure.row_heading is None:
        return "count"
    if _COUNTS_MONEY.search(label) and not things:
        return "money" if figure.unit is None else None
    if figure.unit is None and _CENTS.search(figure.printed):
        return "money"
    return "percent" if figure.unit is None and _SAYS_PERCENT.search(label) else "count"


def _counts(figure: FigureRow, counted: frozenset[str]) -> bool:
    """Whether a number is one of the things asked for: by its unit, in a table else by the first noun."""
    unit, label = frozenset(stems(figure.unit or "")), content_stems(label_of(figure))
    if _TRADE in counted and _SPECIALITY.search(fold(label_of(figure))):
        return False
    if unit & TIMES and not unit & counted or _SUBSET.search(fold(label_of(figure))):
        return False
    if figure.row_heading is None and unit and not unit & _OF_ANYTHING:
        named = [*_right_after(figure), *(label if _NUMBER_OF.search(fold(figure.label)) else ())]
    else:
        named = label if figure.unit else [one for one in label if one not in COUNTING - counted][:1]
    said = unit.union(named)
    return any(_same(one, other) for one in counted for other in said) and not names_a_class(
        figure.quote, figure.printed
    )


def _right_after(figure: FigureRow) -> list[str]:
    """The stem of the word that a number of a sentence governs too: « 17 places et lits »."""
    found = _GOVERNED.match(fold(figure.quote).partition(fold(figure.printed))[2])
    return stems(found[1]) if found else []


def is_change(figure: FigureRow) -> bool:
    """Whether a number tells by how much something changed: « + 11 agents », « 11 agents en moins »."""
    before, _, after = fold(figure.quote).partition(fold(figure.printed))
    signed = figure.printed[0] == "+" or figure.printed[0] in "-–" and kind_of(figure) == "count"
    column = figure.column_heading if kind_of(figure) == "count" else None
    if _CHANGE.search(fold(figure.label)) or _VARIATION.search(fold(column or "")):
        return True
    return signed or bool(_DIFFERENCE.search(after) or _CHANGED_BY.search(before))


def _same(one: str, other: str) -> bool:
    """« jour » and « journée », « an » and « année » are one thing counted."""
    return one == other or min(len(one), len(other)) >= 4 and (one.startswith(other) or other.startswith(one))


def label_of(figure: FigureRow) -> str:
    """The words that say what a figure measures: of a cell those of its row and column."""
    return " ".join(part for part in (figure.row_heading or figure.label, figure.column_heading) if part)
