"""Whether a figure is of the body itself and of the whole amount that a question asks for.

A report tells in the same words what other towns owe, what one loan of many is, what one inhabitant pays.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from actions.reports.figures.asked import SHARERS, TIMES, names_an_amount
from actions.reports.figures.columns import captions_of
from actions.reports.figures.kinds import is_count_in_words, kind_of, label_of
from actions.reports.figures.measures import owes, says_the_other_way
from actions.reports.figures.wholes import is_one_of_many
from knowledge.dates import YEAR
from knowledge.reports.base import ReportBase
from knowledge.reports.figure_search import divisors
from knowledge.reports.models import FigureRow
from knowledge.reports.synonyms import synonyms
from knowledge.text import STOP_WORDS, fold, stem, stems, words

_COMPARED = re.compile(
    r"\b(?:strate|moyennes? (?:de|des|du|nationale|departementale|regionale)s?|au niveau national"
    r"|autres (?:communes|villes|collectivites|etablissements)|communes (?:comparables|similaires|de))\b"
)
"""In the label of a figure: of the bodies that the audited one is compared with."""
_ASKS_OF_OTHERS = re.compile(
    r"\b(?:strate|moyennes?|national\w*|compar\w+|ailleurs|(?:autres?|memes?) \w+|pareil\w*|others?)\b"
)
"""In a question: other bodies are asked about, or how this one compares."""
_BESIDE_IT = re.compile(r"\b(?:a titre de|par) comparaison\b|\bs['’]ajout\w+")
"""In a sentence: its figure is of another body, or comes on top of the one asked for."""
_AVERAGE = re.compile(r"\b(?:couts?|montants?|depenses?) moyen\w*")
_ASKS_OF_ONE = re.compile(r"\b(?:moyen\w*|une?|par|chaque|prix|tarifs?|salaires?|gagn\w+|average)\b")
_RULE = re.compile(
    r"\b(?:decrets?|arretes?|circulaires?|loi (?:n|du)|articles? (?:[lrd]\b|\d)|code (?:du|de|general)"
    r"|tout(?:e?s)? \w+ doi\w+|(?:plancher|plafond|duree|seuil)s? (?:legal|reglementaire)\w*)"
)
"""In a sentence: what a text allows or demands of every body."""
_SET_AGAINST = re.compile(
    r"\b(?:inferieur|superieur|ecart|alors que|au lieu|contre|depass|exced|non respect)"
)
"""What sets the own figure of a body against a rule, in one sentence."""
_ASKS_THE_RULE = re.compile(
    r"\b(?:leg(?:al|aux)\w*|loi|regles?|reglement\w*|decrets?|plafonds?|seuils?|legally|law)\b"
)
_ROOM_FOR = re.compile(
    r"\b(?:jusqu.a|capacite\w*|maxim\w+|(?:peu(?:t|vent)|pouvant|permet\w*) (?:d |de )?\w+er|hypothese\w*)\b"
    r"[^.;]{0,30}$"
)
"""Before a number in its sentence: how many there is room for or might be, not how many came."""
_ASKS_ROOM = re.compile(r"\b(?:capacites?|places?|lits?|jauges?|maxim\w+|peu(?:t|vent)|room|seats?)\b")
_QUALIFIED = re.compile(
    r"\b(?:dettes?|emprunts?|encours|endettement)\b[^.;]{0,20}\b(garanti\w*|fournisseurs?|fiscales?|sociales?"
    r"|structure\w*|toxiques?)"
    r"|\b(?:couts?|montants?|depenses?|frais|prix)\b[^.;]{0,20}\b(etudes?|maquettes?|concours|provisoires?)\b"
    r"|\b(?:excedents?|taux)\b d?['’ ]?(bruts?|abattements?|revalorisation|actualisation)\b"
)
"""In the label of an amount: it is of one thing beside or before the one asked for."""
_ONE_LOAN = re.compile(r"\W*(?:(?:l['’]|un |cet |le (?:seul )?|ce |dernier )(?:emprunt|pret))\b")
_ASKS_DEBT = re.compile(r"\b(?:dettes?|endett\w+|encours|doi(?:t|vent)|devai(?:t|ent))\b")
"""Of the debt of a body one loan is a part."""
_SHARE_OF_ALL = re.compile(r"\brepresent\w+ [^.;]{0,20}%[^.;]{0,60}\b(?:totaux|total\w*|ensemble)\b([^.;]*)")
"""In a sentence: its amount is a share of all that is spent on what is asked for."""
_FLOW = re.compile(r"\W*(?:interets?|annuites?|remboursements?|amortissements?)\b")
"""How a label begins that is of what is paid on a debt, not what is owed."""
_PER = re.compile(r",? ?(?:en moyenne )?par \w+")
_EACH = re.compile(r"\b(?:chaque|chacune? des) (?:[\d ]+)?([a-z]+)[^,;]{0,80},?[^,;]{0,60}$")
"""Before an amount: « chaque habitant contribue à hauteur de », « pour chacun des 80 000 auditeurs »."""
_STANDS_FOR = re.compile(
    r"(?:^|[,;:(] ?|\b(?:que?|et|ou) )(?:(?:elles?|ils?|celle-ci|celui-ci|celles-ci|ceux-ci)\b"
    r"|(?:cet|cette|ces?) (?P<noun>avantage|difference|dispositif|ecart|mesure|pratique|regime)s?\b)"
    r"[^,;:(]*$"
)
"""Before a number: its subject, which only stands for something said before."""
_GOES_ON = re.compile(r"\b(?:il|elle)s? (?:(?:est|etait) de|s['’]eleve|s['’]elevait|atteint|atteignait)\b")
_WITHOUT = re.compile(r"\bhors (?:la |le |les |l['’])?([a-z-]{3,})[^.;,]{0,12}$")
_AWAY = re.compile(r"\b(?:absen\w+|conges?|maladies?|rtt|ferie\w*|accidents?|greves?|carence)\b")
"""Of days and hours: on which nobody works."""
_RATE = re.compile(r"\btaux\b")
_VARIATION = re.compile(r"\b(?:evol\w*|variations?|ecarts?|var|croissance)\b")
_ASKS_VARIATION = re.compile(r"\b(?:evol\w*|variations?|ecarts?|croissance|augment\w*|baiss\w*|hausse)\b")
"""« quel taux » is answered by no share and no growth."""
_ASKS_DAYS = re.compile(r"\b(?:jours?|journees?|heures?)\b")
_WORKS = re.compile(r"\b(?:travaill\w*|boss(?:e|ent)|de travail|ouvre\w*)\b")
_ASKS_DAYS_OF_WORK = re.compile(r"\bjours?\b.{0,20}\b(?:travaill|boss)")
_SHORT_NAME = re.compile(r"[a-zé] et (?:la |le |les |l['’])[^()]{0,80}\(([A-Z]{3,})\)")
"""« Les interceptions judiciaires et la Plateforme nationale (PNIJ) »: the second of two things."""
_SHARE_OF = re.compile(
    r"\W*(?:des?|du|d['’]) ?(?:la |l['’] ?|leurs? |ses |son )?"
    r"(?:produits?|recettes|charges|depenses|total|totalite|ensemble|budget|impositions?|montant|ressources)\b"
)
"""After a percentage: it is a share, no rate of its own."""
_GIVER = re.compile(
    r"\b(?:subventions?|aides?|participations?|contributions?) (?:de |du |d['’] ?)(?:la |l['’] ?)?"
    r"(region|departement|metropole|agglomeration|europe)s?\b"
)
_GIVERS = re.compile(
    r"\b(?:region|departement|metropole|agglomeration|europe|etat|ville|commune|communaute)\b"
)
"""Who gives a subsidy: in a question, and in the label of a row."""
_ABROAD = re.compile(
    r"\b(?:en (?:allemagne|angleterre|autriche|belgique|espagne|italie|suede|suisse)"
    r"|au (?:canada|quebec|portugal|royaume-uni)|aux (?:etats-unis|pays-bas))\b"
)
_PARTLY = 0.4
"""How far a sentence gives what is asked whose amount is of one thing among those, or of another."""
_BY_EVERYBODY = frozenset(map(stem, "habitant beneficiaire menage foyer".split()))
_COUNTED_ALONE = frozenset(map(stem, "agent salarie eleve etudiant patient lit".split()))
"""Whom a row of a table shares out among: by everybody, and by those a question may name for themselves."""


def is_own(figure: FigureRow, asked: str) -> bool:
    """Whether a figure is of the whole of the body: not of those it is compared with, nor the price of one
    thing of many, nor what a rule allows.
    """
    label, in_words = fold(label_of(figure)), figure.row_heading is None
    of_others = _ASKS_OF_OTHERS.search(asked) is not None
    if not of_others and (_COMPARED.search(label) or in_words and _BESIDE_IT.search(fold(figure.quote))):
        return False
    if (in_words or not of_others) and _per_unit(figure, asked):
        return False
    if owes(asked) and _FLOW.match(label):
        return False
    if _ROOM_FOR.search(fold(said_before(figure))) and not _ASKS_ROOM.search(asked):
        return False
    average = _AVERAGE.search(label) and not _ASKS_OF_ONE.search(asked)
    if average or is_one_of_many(figure, asked):
        return False
    if not is_count_in_words(figure) or _ASKS_THE_RULE.search(asked):
        return True
    said = fold(figure.quote)
    return not _RULE.search(said) or _SET_AGAINST.search(said) is not None


def _is_asked(word: str, asked: str) -> bool:
    """Whether a question says a word, or another for it: « toxiques » for « structurés »."""
    return word in asked or not ({stem(word)} | synonyms(stem(word))).isdisjoint(stems(asked))


def is_of_another_thing(figure: FigureRow, asked: str, base: ReportBase) -> bool:
    """Whether a figure is of what the question does not ask for, however many of its words it says: a debt of
    others, days of absence for days of work, or of what only a pronoun of its sentence names.
    """
    if is_qualified(figure, asked):
        return True
    if figure.row_heading is None and kind_of(figure) == "money":
        before = fold(said_before(figure))
        without, clause = _WITHOUT.search(before), re.split(r"[,;:]", before)[-1]
        if any(says_the_other_way(said, asked) for said in (fold(figure.quote), clause)):
            return True
        if without is not None and without[1] in words(asked) or _names_less(figure, asked):
            return True
    if _is_no_rate(figure, asked):
        return True
    abroad = figure.row_heading is None and {*_ABROAD.findall(fold(figure.quote))} - {*_ABROAD.findall(asked)}
    giver, givers = _GIVER.search(asked), {*_GIVERS.findall(fold(figure.row_heading or ""))}
    if abroad or giver and givers and giver[1] not in givers:
        return True
    return _names_nothing(figure, asked) or _counts_other_days(figure, asked, base)


def _is_no_rate(figure: FigureRow, asked: str) -> bool:
    """Whether a percentage is a share or a growth, where a rate is asked for."""
    if kind_of(figure) != "percent" or not _RATE.search(asked):
        return False
    label = fold(label_of(figure))
    if re.search(r"\bparts?\b", label) and not re.search(r"\bpart\b", asked):
        return True
    if _VARIATION.search(label) and not _ASKS_VARIATION.search(asked):
        return True
    after = fold(figure.quote).partition(fold(figure.printed))[2] if figure.row_heading is None else ""
    return _SHARE_OF.match(after) is not None


def of_other_things(found: Sequence[FigureRow], text: str, base: ReportBase) -> list[str]:
    """The sentences all of whose figures are of other things than the one asked for."""
    asked, told = fold(text), [figure for figure in found if figure.row_heading is None]
    own = {f.quote for f in told if not is_of_another_thing(f, asked, base)}
    return [f.quote for f in told if f.quote not in own]


def _counts_other_days(figure: FigureRow, asked: str, base: ReportBase) -> bool:
    """Whether days or hours are of leave or absence, or of anything but work where that is asked for."""
    timed = not TIMES.isdisjoint(stems(f"{figure.unit or ''} {label_of(figure)}"))
    if not timed or not _ASKS_DAYS.search(asked) or _AWAY.search(asked):
        return False
    said = fold(" ".join([label_of(figure), figure.quote, *captions_of(figure, base)]))
    if _ASKS_DAYS_OF_WORK.search(asked) and not _WORKS.search(said):
        return True
    return _AWAY.search(said) is not None and figure.row_heading is not None


def _names_nothing(figure: FigureRow, asked: str) -> bool:
    """Whether a pronoun is all that says what the number of a sentence is of: « elle atteignait 98 726 € »
    where neither the words before it nor the heading name the amount asked for, « cet avantage représente
    124 jours » where that is asked by no such word.
    """
    before = fold(said_before(figure))
    subject = _STANDS_FOR.search(before)
    if subject is None:
        return False
    if kind_of(figure) != "money":
        return bool(subject["noun"]) and subject["noun"] not in asked
    amounts = {stem(word) for word in words(asked) if names_an_amount(word)}
    said = {*stems(" ".join([before, *figure.place.path[-1:]]))} - {stem("personnel")}
    return bool(amounts) and said.isdisjoint(amounts.union(*map(synonyms, amounts)))


def _names_less(figure: FigureRow, asked: str) -> bool:
    """Whether a sentence leaves out what is asked about by its short name, of several things in the title."""
    short = {name for name in map(fold, _SHORT_NAME.findall(figure.report.title)) if name in words(asked)}
    return bool(short) and short.isdisjoint(words(figure.quote))


def of_its_own(sentence: str, asked: str) -> float:
    """How far the amount of a sentence is of the body itself and of what is asked, 0 to 1; both without
    accents.
    """
    before = re.split(r"\d", YEAR.sub("", sentence), maxsplit=1)[0]
    if _COMPARED.search(before) and not (_ASKS_OF_OTHERS.search(asked) or _SET_AGAINST.search(sentence)):
        return 0.0
    if says_the_other_way(sentence, asked):
        return 0.0
    abroad = {*_ABROAD.findall(sentence)} - {*_ABROAD.findall(asked)}
    some = _QUALIFIED.search(sentence)
    each = _EACH.search(sentence.rpartition("€")[0].rstrip("0123456789 ,km"))
    if each and stem(each[1]) not in TIMES | {*stems(asked)}:
        return _PARTLY
    per = divisors(sentence) & SHARERS or _GOES_ON.search(sentence)
    if divisors(asked) & SHARERS and not per:
        return _PARTLY
    if abroad or some and not _is_asked(some[some.lastindex or 0], asked):
        return _PARTLY
    return 1.0


def is_qualified(figure: FigureRow, asked: str) -> bool:
    """Whether an amount is of a part or a neighbour of the thing asked for, by a word not asked for: the debt
    that a town guarantees is not its own.
    """
    before = fold(said_before(figure))
    if _ONE_LOAN.match(before) and _ASKS_DEBT.search(asked):
        return True
    found = _QUALIFIED.search(fold(label_of(figure)) if "€" in before or not before else before)
    if found and not _is_asked(found[found.lastindex or 0], asked):
        return True
    share = _SHARE_OF_ALL.search(fold(figure.quote)) if figure.row_heading is None else None
    things = {stem(word) for word in words(asked) if word not in STOP_WORDS and not names_an_amount(word)}
    return share is not None and not things.isdisjoint(stems(share[1]))


def _per_unit(figure: FigureRow, asked: str) -> frozenset[str]:
    """What an amount is the price of one of, unasked: « 5 300 € par concert », « chaque habitant contribue à
    hauteur de 1,30 € », in a table the share of one person; no length of time.
    """
    if figure.row_heading is not None:
        shared = divisors(" par ".join(re.split(r" ?/ ?", label_of(figure))))
        return (shared & _BY_EVERYBODY - {*stems(asked)}) | (shared & _COUNTED_ALONE - divisors(asked))
    before, _, after = fold(figure.quote).partition(fold(figure.printed))
    per, each = _PER.match(after), _EACH.search(before)
    shared = divisors(per[0] if per else "") | {stem(each[1]) if each else ""} - {""}
    return shared - TIMES - {*stems(asked)}


def said_before(figure: FigureRow) -> str:
    """What a sentence says before its number."""
    return "" if figure.row_heading is not None else figure.quote.partition(figure.printed)[0]
