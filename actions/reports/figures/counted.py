"""What a number in a sentence counts, and how surely it is the whole of that.

« La commune emploie 151 agents » tells how many there are; « 26 agents ont été transférés » tells of some. A
number is the whole where a verb of having, a total or what describes the body governs it.
"""

from __future__ import annotations

import re
from decimal import Decimal

from actions.reports.bodies.kinds import KIND_STEMS
from actions.reports.figures.asked import Asked
from knowledge.dates import FOLDED_MONTHS
from knowledge.number_words import NUMBER_WORDS
from knowledge.reports.models import ReportSummary
from knowledge.text import fold, stem, stems

STAFF = frozenset(
    map(stem, "agents salaries personnel employes effectifs fonctionnaires collaborateurs".split())
)
_WORKS = re.compile(r"\b(?:emplo|effectif|agents|remuner|travaill)")
_LABEL_WORDS, _NEAR = 14, 45
"""Words that say what a number is of, and characters before it where its subject stands."""
NUMBER = re.compile(
    r"(?<![\d,./-])(?P<digits>\d{1,3}(?:[ .\u00a0\u202f]\d{3})+(?!\d)|\d+)(?P<decimals>,\d+)?"
    r"(?P<million> millions?)?(?![\d%€])"
    rf"|\b(?P<word>{'|'.join(NUMBER_WORDS)})\b(?! cents?\b)"
)
_EQUIVALENTS = re.compile(r" ?(?P<noun>equivalents?[- ]temps[- ]pleins?|etp[rt]*)\b")
_NAMED = re.compile(r" ?(?:d['e] ?)?(?P<noun>[a-z]+)(?:(?: et| ou|,) (?P<second>[a-z]+))?")
_LITTLE = (
    r"d|de|des|du|l|la|le|les|un|une|en|a|au|aux|entre|et|environ|pres|plus|moins|quelques?|quasiment|presque|desormais"
    r"|actuellement|aujourd|hui|ainsi|alors|total|tout|moyenne|population|permanente?|municipale|legale|totale"
    r"|effectifs?|stable|reel|budgetaire|global|globale|parc|locatif|patrimoine|immobilier|capacite|accueil|ensemble"
    r"|nombre|equipe|personnel|selon|insee|recensement|fin|debut|annee|exercice|rentree|date|annees"
)
_BETWEEN = (
    rf"(?:[\s,('’-]+(?:{_LITTLE}|{'|'.join(FOLDED_MONTHS)}|(?:19|20)\d\d|1er|[123]?\d)\b){{0,14}}[\s,('’)]*$"
)
"""What may stand between the verb and its number: dates and little words."""
_HAS = re.compile(
    r"\b(?:compt(?:e|ait|ent|aient|ant|abilise|abilisait)|emplo(?:ie|ient|yait|yaient|yant)"
    r"|dispos(?:e|ait|ent|ant)|ger(?:e|ait|ent|ant)|gestionnaire|possed(?:e|ait)|detien\w*|detenait|regroup\w+"
    r"|rassembl\w+|reuni\w+|totalis\w+|peuplee?|comprend|comprenait|comporte|comportait|abrit\w+|heberg\w+"
    r"|accueill\w+|dote\w*|compose\w*|constitue\w*|dessert|desserv\w+|scolaris\w+|administr\w+|remuner\w+"
    r"|offr\w+|fort[e]? de|proprietaire|(?:a|avait) (?=une? (?:population|effectif|parc|capacite)))"
    rf"{_BETWEEN}"
)
"""A verb of having before a number."""
_IS = re.compile(
    r"\b(?P<what>(?:effectifs?|population|parc|patrimoine|capacite|nombre)\b[^.;:]{0,90}?)\b"
    r"(?:est|sont|etai(?:t|ent)|(?:s['’])?(?:est )?etabli\w*|s['’]elev\w+|attei\w*|avoisin\w+|pass\w+"
    rf"|stabilis\w+|represent\w+|fix\w+|port\w+|estim\w+|evalu\w+)\b(?:[^.;:]{{0,60}}\b(?:a|de))?{_BETWEEN}"
)
"""« L'effectif est de », « la population s'élève à », « sont passés de 243 en 2010 à »."""
_DESCRIBED = re.compile(
    r"(?:\b(?:commune|ville|station|chef-lieu|prefecture|communaute|agglomeration|etablissement|office|bailleur"
    r"|population|hopital|syndicat|association|effectifs?|structure|college|lycee|ecole|parc)\b[^.;:]{0,70}?\b"
    r"(?:de|avec|a)|^\W*(?:avec|forte? de)|\bsur (?:les|un total de)|\bpour un total de)"
    rf"{_BETWEEN}"
)
"""« Commune de montagne de 1 751 habitants », « Avec 7 300 habitants, elle », « sur les 757 agents »."""
_IT_IS = re.compile(r"\bil (?:est|etait|s['’]elev(?:e|ait)) (?:de|a)\W*$")
"""« L'effectif était de 15 agents. En 2015, il est de 21 agents. »"""
_POPULATION = re.compile(
    r"\bpopulation (?:legale|municipale|totale|communale)(?: (?:est|etait))? (?:de|d['’]environ)\W*$"
)
_IN_ALL = re.compile(r"\W*(?:\([^)]*\) ?)?(?:au total|en tout)\b")
_NARROWS_NOT = re.compile(
    r"\W*(?:$|[.,;:()–-]|(?:au|en|a|fin|dont|repartis?|et|ou|soit|contre|pour|permanents?|municipaux|communaux"
    r"|territoriaux|physiques?|remuneres?|equivalents?|etp\w*|sociaux|locatifs?|sur|selon|toutes|tous|places|lits"
    r"|lors|qui|que|hors|titulaires et|environ|d['’]hospitalisation|de la (?:commune|ville|collectivite)"
    r"|autorises|installes|exploites|budgetaires|pourvus)\b)"
)
"""After the things counted: what narrows them not."""
_SOME = re.compile(
    r"\W*(?:[a-z]+ ){0,3}?\b(?:ont|avaient|ayant|concernes?|affectes?|charges|transferes?|recrutes?"
    r"|mis a|en moins|en plus|supplementaires|contractuels(?! et)|non[- ]titulaires|titulaires(?! et)"
    r"|de categorie|a temps (?!plein)|handicapes|partis|saisonniers|(?:haute|pleine) saison|l['’]ete|en ete"
    r"|en periode|environnantes?|par (?:an|jour|km|agent)|non[- ]medica\w+|medicaux)\b"
)
"""After the things counted: only some of them, who did or got something."""
_SOME_BEFORE = re.compile(
    r"\b(?:ecarts?|differences?|absen\w+|perdu\w+|nbi|benefici\w+|vers\w+|accorde\w*|contractuels?|handicap\w*"
    r"|non[- ]medica\w*|personnel medical|(?:en|de) (?:medecine|chirurgie|maternite)|surcouts?|seuils?|strate"
    r"|moins de"
    r"|marches?|lots?|concern\w+|mise?s? a disposition|syndiqu\w+|grevistes?|si (?:la|le|les|l)"
    r"|hypothese|regroupement|saison\w*|estivale?s?|aire urbaine|du public|premier employeur"
    r"|(?:ce|cet|cette) (?:structure|service|direction|pole|equipe|creche)"
    r"|previsi\w+|prev(?:oit|oyait|u\w*)|objectifs?|prospecti\w*|devrai\w*|pourrai\w*|horizon"
    r"|a terme|d['’]ici)\b"
)
"""Before the number, in its sentence: it counts some, or what is foreseen."""
_UNSAID = re.compile(r"(?: (?:en|fin|au \d\d? \w+) (?:19|20)\d\d|[,.;)]|$)")
"""After a number whose things were named before: « les effectifs sont passés de 260 à 245 en 2014 »."""
_NUMBER_OF = re.compile(
    r"nombre (?:total |moyen |global )?(?:des? |d['’])(?:la |l['’])?([a-z]+)(?: (?:de|d['’]) ?([a-z]+))?"
)
A_YEAR = re.compile(r"(?:19|20)\d\d")
_EFFECTIVE_OF = re.compile(
    r"effectifs?(?: (?:total|totaux|globa\w+|moyens?))?(?: salaries?)? (?:de |d['’])(?!la |l['’])([a-z]+)"
)
_BRACKETS = re.compile(r"\([^)]*\)")
_WHERE = re.compile(r"^\W*(?:situe|implante|localise|membre|limitrophe|rattache)\w*\b[^,]*?(?:,| et )")
_NEW_SUBJECT = re.compile(r", (?=(?:la|le|les|elle|il|cette|ce) |l['’])")
"""What stands before the clause of a number: it narrows nothing."""
_FIRMS = re.compile(
    r"\b(?:societe|entreprise|usine|industrie|commerce|filiale|delegataire|exploitant)(?=s?\b)"
)
FROM = re.compile(r"\bpass\w+ (?:ainsi )?de\W*$")
"""Before a number: it was so before, the one of the end follows."""
_NAME = re.compile(
    r"(?<=[a-zé,] )(?:d['’]|l['’])?([A-ZÉÈ][a-zéèêîôç-]{3,})(?=,? (?:qui |dont |a |avec |\S+$))"
)
_GOVERNED, _LOOSELY = 2.0, 1.6
_NARROWED, _BRACKETED, _START, _TOTAL, _BARE = 0.6, 1.0, 1.5, 0.5, 0.5
"""How surely a verb, or a description, makes a number the whole, and what adds to that or takes from it."""


def counts_staff(asked: Asked) -> bool:
    return not STAFF.isdisjoint(asked.counted)


def _things(asked: Asked) -> frozenset[str]:
    """The stems of what is counted; of staff by whatever word."""
    return asked.counted | STAFF if counts_staff(asked) else asked.counted


def counts_some(before: str, after: str, report: ReportSummary) -> bool:
    """Whether the words around a number say that it counts some of the things, or those of a firm nearby."""
    if _SOME.match(_BRACKETS.sub("", after)) or _SOME_BEFORE.search(before):
        return True
    return not {*_FIRMS.findall(before)} <= {*_FIRMS.findall(fold(report.title))}


def of_what(before: str) -> str:
    """What a number is of: the last words before it, less brackets and where the body lies."""
    told = _WHERE.sub("", _BRACKETS.sub("", before))
    return " ".join(_NEW_SUBJECT.split(told)[-1].split()[-_LABEL_WORDS:])


def unit_of(after: str, before: str, asked: Asked) -> tuple[str, str] | None:
    """The noun that a number counts, one of those asked for, and what follows it."""
    equivalents = _EQUIVALENTS.match(after) if counts_staff(asked) else None
    if equivalents:
        return "ETP", after[equivalents.end() :]
    if _UNSAID.match(after):
        is_ = _IS.search(before)
        return ("", after) if is_ and _counts(is_["what"], asked) else None
    named = _NAMED.match(after)
    for group in ("noun", "second") if named else ():
        noun = named[group] if named else None
        persons = counts_staff(asked) and noun == "personnes" and _WORKS.search(before)
        if named and noun and (stem(noun) in _things(asked) or persons):
            return noun, after[named.end(group) :]
    return None


def surety(before: str, after: str, asked: Asked) -> tuple[float, str]:
    """How surely what is said before a number, or « au total », makes it the whole; and of what."""
    has = _HAS.search(before)
    if has:
        return _GOVERNED, before[: has.start()]
    is_ = _IS.search(before)
    if is_ and _counts(is_["what"], asked):
        return _GOVERNED, before
    if _IN_ALL.match(after) or _POPULATION.search(before) or _IT_IS.search(before):
        return _GOVERNED, before
    return (_LOOSELY if _DESCRIBED.search(before) else 0.0), before


def _counts(what: str, asked: Asked) -> bool:
    """Whether « le nombre total d'agents », « l'effectif », « le parc » is of what is asked for."""
    named = _NUMBER_OF.match(what)
    if named:
        return stem(named[1]) in _things(asked) and (not named[2] or stem(named[2]) in KIND_STEMS)
    of = _EFFECTIVE_OF.match(what)
    if of and stem(of[1]) not in _things(asked):
        return False
    return not what.startswith("nombre") and what.startswith("effectif") == counts_staff(asked)


def said_around(before: str, after: str, unit: str) -> float:
    """What the words around a number add to its surety; less where it has no unit of its own."""
    surety = _TOTAL * (_IN_ALL.match(after) is not None) - _NARROWED * (_NARROWS_NOT.match(after) is None)
    surety -= _BARE * (not unit and "nombre" not in before)
    surety -= _BRACKETED * (before.count("(") > before.count(")"))
    return surety - _START * (FROM.search(before) is not None)


def of_a_namesake(before: str, report: ReportSummary) -> bool:
    """Whether the subject is called by a name that the title has not: « Barcelonnette, qui »."""
    named = _NAME.findall(before[-_NEAR:])
    return bool(named) and {stem(fold(named[-1]))}.isdisjoint(stems(report.title))


def value_of(found: re.Match[str]) -> Decimal:
    if found["word"]:
        return Decimal(NUMBER_WORDS[found["word"]])
    value = Decimal(re.sub(r"\D", "", found["digits"]) + (found["decimals"] or "").replace(",", "."))
    return value * 1_000_000 if found["million"] else value
