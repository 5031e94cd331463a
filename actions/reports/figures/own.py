"""Whether an amount is of the very thing that a question asks for, of the body itself and all of it.

Whose it is `whose` says, how much of the one asked for `shares`; each takes the question without accents.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from actions.reports.figures import shares, whose
from actions.reports.figures.amount import Amount
from actions.reports.figures.asked import TIMES, names_an_amount
from actions.reports.figures.columns import captions_of
from actions.reports.figures.kinds import VARIATION
from actions.reports.figures.measures import says_the_other_way
from knowledge.reports.base import ReportBase
from knowledge.reports.models import FigureRow
from knowledge.reports.synonyms import synonyms
from knowledge.text import fold, stem, stems, words

_QUALIFIED = re.compile(
    r"\b(?:dettes?|emprunts?|encours|endettement)\b[^.;]{0,20}\b(garanti\w*|fournisseurs?|fiscales?|sociales?"
    r"|structure\w*|toxiques?)"
    r"|\b(?:couts?|montants?|depenses?|frais|prix)\b[^.;]{0,20}\b(etudes?|maquettes?|concours|provisoires?)\b"
    r"|\b(?:excedents?|taux)\b d?['’ ]?(bruts?|abattements?|revalorisation|actualisation)\b"
)
"""In the label of an amount: it is of one thing beside or before the one asked for."""
_WITHOUT = re.compile(r"\bhors (?:la |le |les |l['’])?([a-z-]{3,})[^.;,]{0,12}$")
_STANDS_FOR = re.compile(
    r"(?:^|[,;:(] ?|\b(?:que?|et|ou) )(?:(?:elles?|ils?|celle-ci|celui-ci|celles-ci|ceux-ci)\b"
    r"|(?:cet|cette|ces?) (?P<noun>avantage|difference|dispositif|ecart|mesure|pratique|regime)s?\b)"
    r"[^,;:(]*$"
)
"""Before a number: its subject, which only stands for something said before."""
_SHORT_NAME = re.compile(r"[a-zé] et (?:la |le |les |l['’])[^()]{0,80}\(([A-Z]{3,})\)")
"""« Les interceptions judiciaires et la Plateforme nationale (PNIJ) »: the second of two things."""
_ASKS_VARIATION = re.compile(r"\b(?:evol\w*|variations?|ecarts?|croissance|augment\w*|baiss\w*|hausse)\b")
"""« quel taux » is answered by no share and no growth."""
_SHARE_OF = re.compile(
    r"\W*(?:des?|du|d['’]) ?(?:la |l['’] ?|leurs? |ses |son )?"
    r"(?:produits?|recettes|charges|depenses|total|totalite|ensemble|budget|impositions?|montant|ressources)\b"
)
"""After a percentage: it is a share, no rate of its own."""
_ASKS_DAYS = re.compile(r"\b(?:jours?|journees?|heures?)\b")
_AWAY = re.compile(r"\b(?:absen\w+|conges?|maladies?|rtt|ferie\w*|accidents?|greves?|carence)\b")
"""Of days and hours: on which nobody works."""
_ASKS_DAYS_OF_WORK = re.compile(r"\bjours?\b.{0,20}\b(?:travaill|boss)")
_WORKS = re.compile(r"\b(?:travaill\w*|boss(?:e|ent)|de travail|ouvre\w*)\b")
_PARTLY = 0.4
"""How far a sentence gives what is asked whose amount is of one thing among those, or of another."""


def is_own(figure: FigureRow, asked: str) -> bool:
    """Whether a figure is of the whole of the body: not of those it is compared with, nor the price of one
    thing of many, nor what a rule allows.
    """
    amount = Amount.of(figure)
    some = shares.is_per_unit(amount, asked) or shares.is_some(amount, asked)
    return not (some or whose.is_of_those_compared(amount, asked) or whose.is_told_beside(amount, asked))


def is_qualified(amount: Amount, asked: str) -> bool:
    """Whether an amount is of a part or a neighbour of the thing asked for, by a word not asked for."""
    return shares.is_a_share(amount, asked) or _is_of_a_neighbour(amount, asked)


def is_of_another_thing(figure: FigureRow, asked: str, base: ReportBase) -> bool:
    """Whether a figure is of what the question does not ask for, however many of its words it says: a debt of
    others, days of absence for days of work, or of what only a pronoun of its sentence names.
    """
    amount = Amount.of(figure)
    return (
        is_qualified(amount, asked)
        or whose.is_of_elsewhere(amount, asked)
        or _is_other_money(figure, amount, asked)
        or _is_no_rate(amount, asked)
        or _names_nothing(figure, amount, asked)
        or _counts_other_days(figure, amount, asked, base)
    )


def of_other_things(found: Sequence[FigureRow], text: str, base: ReportBase) -> list[str]:
    """The sentences all of whose figures are of other things than the one asked for."""
    asked, told = fold(text), [figure for figure in found if figure.row_heading is None]
    own = {f.quote for f in told if not is_of_another_thing(f, asked, base)}
    return [f.quote for f in told if f.quote not in own]


def of_its_own(sentence: str, asked: str) -> float:
    """How far the amount of a sentence without accents is of the body itself and of what is asked, 0 to 1."""
    amount = Amount.told(sentence)
    compared = whose.is_of_those_compared(amount, asked) and not whose.SET_AGAINST.search(sentence)
    if compared or says_the_other_way(sentence, asked):
        return 0.0
    partly = shares.is_of_each(amount, asked) or shares.is_undivided(amount, asked)
    return _PARTLY if partly or whose.is_of_elsewhere(amount, asked) or is_qualified(amount, asked) else 1.0


def _is_of_a_neighbour(amount: Amount, asked: str) -> bool:
    """Whether a word not asked for makes an amount that of a neighbour of the thing asked for: the debt that
    a town guarantees is not its own.
    """
    last = amount.before and "€" not in amount.before
    found = _QUALIFIED.search(amount.before if last else amount.label)
    word = found[found.lastindex or 0] if found else ""
    return bool(word) and word not in asked and ({stem(word)} | synonyms(stem(word))).isdisjoint(stems(asked))


def _is_other_money(figure: FigureRow, amount: Amount, asked: str) -> bool:
    """Whether a sentence tells in euros the costs of a thing asked for its receipts, or the other way, what
    was spent without the thing asked about, or on the other of the two in the title.
    """
    if not amount.sentence or amount.kind != "money":
        return False
    clause = re.split(r"[,;:]", amount.before)[-1]
    if says_the_other_way(amount.sentence, asked) or says_the_other_way(clause, asked):
        return True
    without = _WITHOUT.search(amount.before)
    if without is not None and without[1] in words(asked):
        return True
    short = {*map(fold, _SHORT_NAME.findall(figure.report.title))} & {*words(asked)}
    return bool(short) and short.isdisjoint(words(amount.sentence))


def _is_no_rate(amount: Amount, asked: str) -> bool:
    """Whether a percentage is a share or a growth, where a rate is asked for."""
    if amount.kind != "percent" or "taux" not in words(asked):
        return False
    if re.search(r"\bparts?\b", amount.label) and not re.search(r"\bpart\b", asked):
        return True
    if VARIATION.search(amount.label) and not _ASKS_VARIATION.search(asked):
        return True
    return _SHARE_OF.match(amount.after) is not None


def _counts_other_days(figure: FigureRow, amount: Amount, asked: str, base: ReportBase) -> bool:
    """Whether days or hours are of leave or absence, or of anything but work where that is asked for."""
    timed = not TIMES.isdisjoint(stems(f"{figure.unit or ''} {amount.label}"))
    if not timed or not _ASKS_DAYS.search(asked) or _AWAY.search(asked):
        return False
    said = fold(" ".join([amount.label, figure.quote, *captions_of(figure, base)]))
    if _ASKS_DAYS_OF_WORK.search(asked) and not _WORKS.search(said):
        return True
    return not amount.sentence and _AWAY.search(said) is not None


def _names_nothing(figure: FigureRow, amount: Amount, asked: str) -> bool:
    """Whether a pronoun is all that says what the number of a sentence is of: « elle atteignait 98 726 € »
    where neither the words before it nor the heading name the amount asked for, « cet avantage représente
    124 jours » where that is asked by no such word.
    """
    subject = _STANDS_FOR.search(amount.before)
    if subject is None:
        return False
    if amount.kind != "money":
        return bool(subject["noun"]) and subject["noun"] not in asked
    amounts = {stem(word) for word in words(asked) if names_an_amount(word)}
    said = {*stems(" ".join([amount.before, *figure.place.path[-1:]]))} - {stem("personnel")}
    return bool(amounts) and said.isdisjoint(amounts.union(*map(synonyms, amounts)))
