"""What a question to the reports asks for, beside its words: years, figures, recommendations."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from knowledge.dates import ACCOUNTING_YEAR
from knowledge.reports.requests import REQUEST
from knowledge.text import content_stems, fold, stem, words

_REMEMBERED = 128
"""Texts remembered: one message is read several times on its way to an answer."""
FigureUnit = Literal["money", "percent", "count"]

_ABOUT_REPORTS = re.compile(
    r"\b(la |le |les )?(chambres? (regionales?|territoriales?)( des comptes)?|cour des comptes|crt?c"
    r"|juridictions? financieres?)"
    r"( (de la |de l'|d'|des |du |de )?(?=\?|$))?"
    r"|(?:(?<=\bdit )|(?<=\bpense )|(?<=\bcritique )|(?<=\breproche )|(?<=\brecommande )|(?<=\bconclut ))"
    r"(?:la (?:cour|chambre)|les magistrats)\b"
    r"(?! (?:d ?['’]? ?(?:appel|agriculture|assises)|de (?:commerce|metiers|justice|cassation)|des \w+)\b)"
    r"|\bla (?:cour|chambre) (?:en |y )?a[ -]t[ -]elle\b|\bla (?:cour|chambre)(?= (?:elle |en |y )?a "
    r"(?:deja |aussi |pas |rien |bien )?(?:di[st]|ecri\w+|publi\w+|parl\w+|trait\w+|travaill\w+|enquet\w+"
    r"|examin\w+|control\w+|trouv\w+|releve\w*|constat\w+|critiqu\w+|recommand\w+)\b)"
)
_FIGURE = re.compile(
    r"\b(combien|a combien|quel(le)?s? (est|etait|a ete|fut|sont|etaient)? ?(le|la|l'|les"
    r"|en)? ?(montants?|taux|couts?|nombre|parts?"
    r"|encours|dette|endettement|effectifs?|budget|chiffres?|pourcentage|proportion|valeur|prix|deficit|resultat|depenses?"
    r"|recettes?|epargne|capacite|population|masse|duree|niveau|ratio|montee|tresorerie|subventions?|primes?"
    r"|total|caf|solde|emprunts?|salaire|indemnite|frequentation)|montants?|how (much|many)|quel montant"
    r"|chiffres?|cb|nb|nbre|que (coute\w*|touch\w+|restait|rest\w+ il|rapport\w+ (?!sur|de|du)|represent\w+)"
    r"|quelle? \w+ moyenne?)\b"
    r"|^[^?]{0,60}\b(dette|effectifs?|nombre|nb|prix|montants?|taux|caf|budget|capacite d.autofinancement"
    r"|masse salariale|tresorerie|endettement|encours|population)\b[^?]{0,80}\b(19|20)\d\d\b"
)
_RECOMMENDATION = re.compile(
    r"\b(recommand\w*|preconis\w*|rappels? (au|a la|du) (droit|loi)|obligations? de faire|recommend\w*)\b"
)
_SHORT_FORMS = {
    "agglo": "agglomeration",
    **dict.fromkeys(("comcom", "com com", "com de com"), "communaute communes"),
    "interco": "intercommunalite",
    "hosto": "hopital",
    "la metro": "la metropole",
    **dict.fromkeys(("2e", "2eme", "2nde"), "deuxieme"),
    **dict.fromkeys(("3e", "3eme"), "troisieme"),
}
_OWED = re.compile(
    r"\b(?:devai(?:t|ent)|doi(?:t|vent))\b(?!(?: \w+)? \w+(?:er|ir|oir|re)\b)"
    r"(?=.*\b(?:banques?|combien|cb)\b|(?<=combien devait)|(?<=combien doit)|(?<=cb devait)|(?<=cb doit))"
)
"""« combien devait la ville aux banques »: its debt."""
_SINCE = re.compile(
    r"\b(?:depuis|since)(?: le| la| l['’]annee| 1er| the| fin| debut| [a-z]+)? (?:19|20)\d\d\b"
)
"""« depuis 2008 » asks for nothing of the year 2008."""
_SHORT_FORM = re.compile(rf"\b(?:{'|'.join(_SHORT_FORMS)})\b")
_PERCENT = re.compile(r"\b(taux|pourcentage|part|proportion|pour ?cent|percent\w*|ratio)\b|%")
_MONEY = re.compile(
    r"\b(montants?|couts?|coute\w*|budgets?|depens\w*|recettes?|dette|endett\w*|encours|euros?|subventions?|salaires?|charges?"
    r"|produits?|resultat|deficit|epargne|autofinancement|caf|emprunts?|tarifs?|prix|verse\w*"
    r"|masse salariale|cost|debt)\b|€"
)
_COUNT = re.compile(r"\b(combien (de |d'|des )|nombre|effectifs?|how many|population)\b")
_BY_WHOM_SAID = (
    r"\b(?:selon|d ?['’]? ?apres|according to) (?:les? |l ?['’]|the )"
    r"(?:controleu[rs]\w*|auditeu[rs]\w*|inspecteu[rs]\w*|magistrats?|auditors?|inspectors?)\b"
)
"""« d'après les contrôleurs »: those who wrote the report are none of its matters."""
_SAID_AROUND = re.compile(
    r"\b(?:soyez|sois|soyons) (?:tres |bien )?(?:francs?|honnetes?|sinceres?|clairs?|precis|brefs?|sympas?)\b"
    r"|\b(?:franchement|honnetement|sincerement|serieusement|concretement|kikou|coucou)\b"
    r"|\b(?:dites?|dis)[ -](?:moi |nous )?(?:toute )?la verite\b|\bj ?['’]? ?(?:habite|reside|vis)\b"
    r"|\bje (?:vis|habite|reside|m ?['’]? ?inquiete)\b"
    r"|\b(?:(?:je |j)suis|chuis|on est|nous sommes) (?:tres |un peu |assez |vraiment )?"
    r"(?:inquiete?s?|curieu(?:x|se)|en colere|choque?e?s?|etonne?e?s?)\b"
    r"|(?<!a )\bvis (?=(?:au|aux|en|dans|a(?! vis))\b)|\b(?:chaque annee|tous les ans|(?:each|every) year)\b"
    r"|\b(?:(?:ecrit|dit|publie|trouve\w*) )?(?:quelque ?chose|qq ?ch(?:ose)?|anything|something)\b"
    r"|\bje viens (?:juste )?(?:d ?['’]? ?(?:emmenager|arriver|acheter|lire)|de (?:m ?['’]? ?installer))\b"
    r"|\b(?:to be honest|honestly|frankly|(?:i|we) live in|i am worried|i ?['’]?m worried"
    r"|i ?['’]? ?(?:a?m) (?:just )?reading(?: (?:up )?(?:about|on))?)\b"
    r"|^\W*(?:(?:bonjour|bonsoir|salut)\W+)?pour (?:un |une |mon |ma |notre )"
    r"(?:article|memoire|expose|enquete|these|devoir|dossier|etude|reportage)(?: \w+)?\s*[:,]"
    r"|^\W*(?:ok(?:ay|i)?|d ?['’]? ?accord|entendu|ah|euh|bref|alors"
    r"|(?:super|parfait|genial|cool|bon|compris)(?= ?[,.;:!]))\b"
    r"|\b(?:merci|thanks?) (?:beaucoup|bien|infiniment|d ?['’]? ?avance|a (?:vous|toi))\b"
    rf"|\bces (?:\w+ )?dernieres annees\b|{_BY_WHOM_SAID}|{REQUEST.pattern}"
)
"""What people say of themselves, to the answer before and of the one they want: no matter of the reports."""
_QUESTION_WORDS = frozenset(
    stem(word)
    for word in words(
        "rapport rapports dit dire disent parle parlent pense savoir connaître existe concernant sujet"
        " propos quelle "
        "combien montant élève était été s'élève chiffre trouve trouver report reports say says avez-vous"
        " donne donner aimerais "
        "moi explique expliquer constate relève observe critique information informations peux pouvez"
        " voudrais suggère "
        "recommande recommandation recommandations recommandées préconise faites formule formulées"
        " sinon ailleurs tiens adresse adressées histoire affaire problème souci exactement vraiment"
        " finalement truc pb reproche reproches reprocher reprochent reproché critiques critiquer critiquent"
        " épingle épinglé dénonce dénoncent conclut conclusion conclusions criticise criticize criticism"
        " définitives travaillent bossent commis commettre commise euro euros"
    )
)


_TURNOVER = re.compile(r"(?<!recettes )\b(chiffre)s? d ?['’]? ?(affaires?)\b")
"""An amount, no « chiffre » and no « affaire » of any report; after « recettes » another word for them."""
_PUPIL = stem("eleve")
_PUPILS = re.compile(
    r"\b(?:[dl]['’ ] ?|(?:des|les|ses|nos|leurs|un|une|par|chaque|aux|combien|cb|nb|nombre) )eleves?\b"
)
"""« combien d'élèves », where « s'élève à » and « trop élevé » say nothing of a school."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question read: `terms` are its meaningful stems in order, without what is said of every report."""

    text: str
    terms: tuple[str, ...]
    years: tuple[int, ...]
    asks_figure: bool
    asks_recommendation: bool
    unit: FigureUnit | None


@lru_cache(maxsize=_REMEMBERED)
def read_question(text: str) -> Question:
    """Return what `text` asks; never fails, an empty question has no terms."""
    folded = _SHORT_FORM.sub(lambda found: _SHORT_FORMS[found.group()], fold(text))
    folded = without_asides(_OWED.sub("dette", folded))
    years = tuple(dict.fromkeys(int(year) for year in ACCOUNTING_YEAR.findall(_SINCE.sub("", folded))))
    content = content_stems(_ABOUT_REPORTS.sub(" ", folded))
    said_of_all = _QUESTION_WORDS - {_PUPIL} if _PUPILS.search(folded) else _QUESTION_WORDS
    turnover = _TURNOVER.search(folded)
    said_of_all -= {*map(stem, turnover.groups())} if turnover else set()
    terms = tuple(t for t in dict.fromkeys(content) if t not in said_of_all and not _is_year(t))
    return Question(
        text=text,
        terms=terms or tuple(t for t in dict.fromkeys(content) if not _is_year(t)),
        years=years,
        asks_figure=bool(_FIGURE.search(folded)),
        asks_recommendation=bool(_RECOMMENDATION.search(folded)),
        unit=_unit(folded),
    )


def without_asides(text: str) -> str:
    """A text without what people say of themselves, to the answer before and of the one they want."""
    folded = fold(text)
    kept = text if len(text) == len(folded) else folded
    for found in reversed([*_SAID_AROUND.finditer(folded)]):
        kept = f"{kept[: found.start()]} {kept[found.end() :]}"
    return kept


def _is_year(term: str) -> bool:
    return bool(ACCOUNTING_YEAR.fullmatch(term))


def _unit(folded: str) -> FigureUnit | None:
    if _PERCENT.search(folded):
        return "percent"
    if _MONEY.search(folded) and not re.search(
        r"\bcombien (de |d'|des )(?!euros|depens|subvention|recette)", folded
    ):
        return "money"
    return "count" if _COUNT.search(folded) else None
