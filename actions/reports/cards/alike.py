"""What kind of number a question to a card asks for, and which figure people ask for in much its words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from actions.reports.cards.agreement import measures_another
from actions.reports.cards.asked import CardQuestion, Term
from actions.reports.cards.counted import counts_what_is_asked
from actions.reports.cards.figure_order import PER, best_figures, is_of_a_time, usually_meant
from actions.reports.cards.lines import CardLine
from actions.reports.figures.asked import TIMES, Asked, asked_of, in_words_of_staff
from actions.reports.figures.kinds import is_change
from knowledge.reports.figure_search import kind_of
from knowledge.reports.models import FigureRow
from knowledge.text import fold

_EARNS = re.compile(
    r"\b(?:gagn|touch|percoi|percev|earn)\w*|\b(?:salaires?|remunerations?|salary|wages?)\b"
    r"|\b(?:est|sont|etait|etaient) payee?s?\b|\bpayee?s? combien\b"
)
_GRANTS = re.compile(
    r"\b(?:subvention\w*|dotation\w*|aides?|fonds|credits?|argent public|financements?|grants?)\b"
)
"""What a body receives: « combien de subventions touche l'association »."""
_PAY = re.compile(
    r"^(?:salaires?|remunerations?|traitements?|revenus?|indemnites?|primes?)\b(?!.*\bnon versees\b)"
)
"""What somebody earns, which no cost of his work is."""
_WAGES = re.compile(r"\b(?:salaires?|remunerations?|paye|touchent)\b")
HOW_MUCH = re.compile(
    r"\b(?:combien|cb|cmb|nbr?e?|how (?:much|many|long)|quelle duree|quels? delais?|cout\w* (?:quoi|koi))\b"
)
_HOW_MANY = re.compile(
    r"\b(?:combien|cb|cmb) (?:il )?(?:y )?"
    r"(?:en(?: (?:a|ont|reste\w*|existe\w*|compte))?|(?:ya|y) ?[a-z]*)\W*$"
    r"|\b(?:il )?y en a combien\b(?! d)"
)
"""« combien y en a ? », « combien il en reste ? »: of the things that the report is on."""
_FROM = re.compile(r"\bcombien (?=de (?:l['’ ]|la |ses |son |leurs? )|du )", re.IGNORECASE)
"""« elle touche combien de l'État ? » counts no States."""
_A_SHARE = re.compile(r"^\W*part (?=(?:de|du|des)\b|d['’])", re.IGNORECASE)
"""« part des élèves français »."""
_TIMES = re.compile(r"(?:ans?|annees?|mois|jours?|semaines?|heures?|year|month|day|rapport|qui|quoi)")
_LASTS = re.compile(r"\b(?:quelle duree|quels? delais?|how long|combien de temps)\b")
_BY_HOW_MUCH = re.compile(
    r"\bde combien\b.*\b(?:augment|hauss|baiss|diminu|progress|recul|grimp|mont[eé]|chut|redui)"
    r"|\b(?:augment|hauss|baiss|diminu|progress|recul|grimp|mont[eé]|chut|redui)\w* de combien\b"
)
"""« de combien le nombre a-t-il baissé ? » is told by the figure of the change."""
ALIKE, _MIXED = 0.9, ((1.74, 0.035), (1.76, 0.02))
"""Nearness of two questions from which they ask for the same number; that to a figure and to how people ask
for it together, and how far ahead of those to the next, which tell so as well."""
_VERY_ALIKE = 0.94
"""Nearness of two questions that count the same things in other words."""


def counts_its_matter(text: str) -> bool:
    """« combien y en a ? »: of the matter of the report, whatever was asked before."""
    return _HOW_MANY.search(fold(text)) is not None


def number_asked(question: CardQuestion) -> Asked:
    if _LASTS.search(fold(question.text)):
        return Asked("count", TIMES)
    if counts_its_matter(question.text):
        return Asked("count")
    if _BY_HOW_MUCH.search(fold(question.text)):
        return Asked(None, change=True)
    text = _A_SHARE.sub("la part ", question.text)
    asked = asked_of(_FROM.sub("combien d'argent ", in_words_of_staff(text)))
    shared = PER.search(fold(question.text))
    of_each = shared is not None and not _TIMES.fullmatch(shared[1] or shared[2] or "")
    return replace(asked, kind="money") if asked.kind is None and of_each else asked


def may_be_pay(line: CardLine, label: str, asked: str) -> bool:
    """Whether an amount is what somebody earns, where that is asked: no cost of his work is."""
    if not _EARNS.search(asked) or _GRANTS.search(asked):
        return True
    return bool(_PAY.search(label)) or any(_WAGES.search(fold(one)) for one in line.asked)


def asked_alike(question: CardQuestion, lines: Sequence[CardLine]) -> CardLine | None:
    """The figure that people ask for in much the words of a question, if surely one."""
    asked, folded = number_asked(question), fold(question.text)
    scored = sorted(
        (
            (line.near + line.alike + usually_meant(line, folded), at)
            for at, line in enumerate(lines)
            if line.figure and line.alike and _may_be(line, line.figure, asked, question)
        ),
        reverse=True,
    )
    if not scored:
        return None
    (first, at), *others = scored
    best, ahead = lines[at].near + lines[at].alike, first - (others[0][0] if others else 0.0)
    strange = any(term.needed and not any(term.is_in(line.said) for line in lines) for term in question.terms)
    sure = (
        lines[at].alike >= ALIKE
        or not strange
        and any(best >= mixed and ahead >= least for mixed, least in _MIXED)
    )
    return lines[at] if sure else None


def as_asked(question: CardQuestion, lines: Sequence[CardLine], found: list[CardLine]) -> list[CardLine]:
    """The figures found, that which people ask for in such words first, or alone if not among them."""
    alike = asked_alike(question, lines)
    if alike is None or found[:1] == [alike]:
        return found
    if found and (not question.terms or is_of_a_time(question) or question.lacks(alike)):
        return found
    if found and any(_tells_apart(term, found[0], alike) for term in question.named):
        return found
    if alike in found:
        return [alike, *(line for line in found if line is not alike)]
    if found and alike.alike < max(ALIKE, found[0].alike) and alike.near < found[0].near:
        return found
    label = alike.figure.label if alike.figure else ""
    return best_figures([one for one in lines if one.figure and one.figure.label == label], question)


def _tells_apart(term: Term, first: CardLine, other: CardLine) -> bool:
    """« Copernicus, combien la France paye ? »: a name of the title that one of two figures says."""
    return term.needed and term.is_in(first.own) and not term.is_in(other.own)


def _may_be(line: CardLine, figure: FigureRow, asked: Asked, question: CardQuestion) -> bool:
    """Whether a figure is of the kind and year asked for; a share may tell how many."""
    kind, label = kind_of(figure.unit), fold(figure.name)
    if question.years and not any(year == figure.year for year in question.years):
        return False
    if measures_another(line, figure, fold(question.text)):
        return False
    if asked.change and asked.kind is None and not is_change(figure):
        return False
    if kind == "money" and not may_be_pay(line, label, fold(question.text)):
        return False
    if asked.kind == kind == "count":  # « combien de caisses ? » asks for no firms
        return line.alike >= _VERY_ALIKE or counts_what_is_asked(line, figure, asked, question.text)
    if asked.kind == "count" and kind == "percent" and asked.counted.isdisjoint(line.own):
        # « combien d'experts ? » asks for no share of the declarations
        more = any(asked.counted.isdisjoint(term.stems) for term in question.terms)
        return line.alike >= _VERY_ALIKE or more or not asked.counted
    return asked.kind in (None, kind)
