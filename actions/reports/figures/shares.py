"""How much of what a question asks for an amount is: all, or the share of one payer, one loan, an average."""

from __future__ import annotations

import re

from actions.reports.figures.amount import Amount
from actions.reports.figures.asked import SHARERS, TIMES, names_an_amount
from actions.reports.figures.measures import owes
from actions.reports.figures.whose import ASKS_OF_OTHERS
from knowledge.reports.figure_search import divisors
from knowledge.text import STOP_WORDS, stem, stems, words

_AVERAGE = re.compile(r"\b(?:couts?|montants?|depenses?) moyen\w*")
_ASKS_OF_ONE = re.compile(r"\b(?:moyen\w*|une?|par|chaque|prix|tarifs?|salaires?|gagn\w+|average)\b")
_ROOM_FOR = re.compile(
    r"\b(?:jusqu.a|capacite\w*|maxim\w+|(?:peu(?:t|vent)|pouvant|permet\w*) (?:d |de )?\w+er|hypothese\w*)\b"
    r"[^.;]{0,30}$"
)
"""Before a number in its sentence: how many there is room for or might be, not how many came."""
_ASKS_ROOM = re.compile(r"\b(?:capacites?|places?|lits?|jauges?|maxim\w+|peu(?:t|vent)|room|seats?)\b")
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
_GOES_ON = re.compile(r"\b(?:il|elle)s? (?:(?:est|etait) de|s['’]eleve|s['’]elevait|atteint|atteignait)\b")
"""« elle est de 900 € » may be by head, as the sentence before says."""
_PLURAL = re.compile(r"\b([a-z]{3,}[a-z])[sx]\b")
_BY_EVERYBODY = frozenset(map(stem, "habitant beneficiaire menage foyer".split()))
_COUNTED_ALONE = frozenset(map(stem, "agent salarie eleve etudiant patient lit".split()))
"""Whom a row of a table shares out among: by everybody, and by those a question may name for themselves."""


def is_some(amount: Amount, asked: str) -> bool:
    """Whether an amount is an average, what is paid on a debt, how many there is room for, or of one of the
    things asked for, unasked: « les associations » is not « l'association ».
    """
    if _AVERAGE.search(amount.label) and not _ASKS_OF_ONE.search(asked):
        return True
    if _ROOM_FOR.search(amount.before) and not _ASKS_ROOM.search(asked):
        return True
    if _FLOW.match(amount.label) and owes(asked):
        return True
    return any(
        re.search(rf"(?:\bl['’]|\b(?:une?|cet|cette|toute?|chaque) ){one}\b", amount.sentence)
        and not re.search(rf"\b{one}[sx]\b", amount.sentence)
        for one in _PLURAL.findall(asked)
    )


def is_a_share(amount: Amount, asked: str) -> bool:
    """Whether an amount is one loan of the debt asked for, or told as a share of all that is asked for."""
    if _ONE_LOAN.match(amount.before) and _ASKS_DEBT.search(asked):
        return True
    share = _SHARE_OF_ALL.search(amount.sentence)
    said = {*stems(share[1])} if share else set[str]()
    return any(stem(w) in said and w not in STOP_WORDS and not names_an_amount(w) for w in words(asked))


def is_per_unit(amount: Amount, asked: str) -> bool:
    """Whether an amount is the price of one thing, unasked, in a table the share of one person; no time."""
    if not amount.sentence:
        shared = divisors(" par ".join(re.split(r" ?/ ?", amount.label)))
        of_one = shared & _BY_EVERYBODY - {*stems(asked)} or shared & _COUNTED_ALONE - divisors(asked)
        return bool(of_one) and not ASKS_OF_OTHERS.search(asked)
    per = _PER.match(amount.after)
    return bool(divisors(per[0] if per else "") - TIMES - {*stems(asked)}) or is_of_each(amount, asked)


def is_of_each(amount: Amount, asked: str) -> bool:
    """Whether a sentence tells what each gives or gets: « chaque habitant contribue à hauteur de 1,30 € »."""
    each = _EACH.search(amount.before)
    return each is not None and stem(each[1]) not in TIMES | {*stems(asked)}


def is_undivided(amount: Amount, asked: str) -> bool:
    """Whether a sentence tells an amount as a whole that is asked by head."""
    divided = divisors(amount.sentence) & SHARERS or _GOES_ON.search(amount.sentence)
    return bool(divisors(asked) & SHARERS) and not divided
