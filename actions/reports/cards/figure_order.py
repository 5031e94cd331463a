"""Which figures of a report's card come first of those that answer: of the very thing, of the time asked."""

from __future__ import annotations

import re
from collections.abc import Sequence

from actions.reports.cards.asked import NUMBER_ASKED, CardQuestion, Term
from actions.reports.cards.general_words import STATE
from actions.reports.cards.lines import ALL_SAID, CardLine
from actions.reports.cards.series import measure_the_same
from knowledge.reports.figure_search import kind_of
from knowledge.text import fold, stem

_MOST, _BESIDE = 3, 0.014
"""Figures told at most, and how much less than the best another may be."""
_PUBLIC = 0.03
"""What it counts that a figure is of public money, where that is asked."""
_OWN, _PLAINLY, _FIRST = 0.05, 0.015, 0.03
"""What it counts that a label says a name of the title that not all others say, a word in just this form, and
a value at the start that is not asked for."""
_ALIKE = 0.03
"""What it counts that label and question both deny something, or neither: « non versées »."""
_PART, _ALL, _SHARE = 0.05, 0.03, 0.03
"""What it counts that an amount is one shared out or what is left of it, that it is one of all, and that it
is a share, where none of that is asked."""
_TOTAL = re.compile(r"\b(?:total\w*|totaux|global\w*|complet\w*|cumulee?s?)\b(?!.*\b(?:avec|hors)\b)")
_LEFT = re.compile(r"\brestant\b")
_DUE = re.compile(r"\b(?:exigee?s?|requise?s?|plafonds?|maximal\w*|theoriques?|required)\b")
"""What is to be or may be at most, not what is: « Réserve exigée par la réglementation »."""
_NOT = re.compile(r"\b(?:non|pas|sans|not|no)\b")
_GIVES = re.compile(
    r"\b(?:pa[iy]e\w*|verse\w*|met|mis|contribu\w*|donne\w*|apport\w*|pays?|paid|gives?)\b"
    r"|\bcout\w*\b.{0,60}\b(?:a|pour) (?:la france|l ?['’]? ?etat)\b"
)
_GIVEN = re.compile(r"^(?:contributions?|apports?|participations?|dotations?|credits?)\b")
"""« combien paye la France ? », « combien ça coûte à l'État ? », and what it is called."""
PER = re.compile(
    r"\bpar (?!(?:la|les?|l|cette|ses?)\b)([a-z]+)|\bper ([a-z]+)"
    r"|\b(?:each|a) (pupil|person|head|year|month)\b|\b(moyen)\w*\b"
)
"""« par habitant », « en moyenne »: an amount shared out."""
_OF_ALL = re.compile(r"\bde combien\b|\b(?:pour ?centages?|part|taux|proportion)\b|%")
_EARLY = re.compile(
    r"\b(?:avant|au depart|au debut|initia\w+|a l ?'?origine|auparavant|autrefois|before|at first"
    r"|at the start|prevu\w*)\b"
)
_LATE = re.compile(
    r"\b(?:maintenant|a la fin|fini\w*|fina\w+|a terminaison|apres|aujourd ?'?hui|actuel\w*|desormais|now"
    r"|in the end|reevalu\w+|a l ?'?arrivee)\b"
)


def _score(line: CardLine, question: CardQuestion) -> float:
    plain = sum(stem(term.word) in line.own for term in question.terms)
    label = fold(line.figure.name) if line.figure else ""
    usual = usually_meant(line, fold(question.text), question.share(line) == 1.0)
    public = any(not STATE.isdisjoint(term.stems) and term.is_in(line.said) for term in question.terms)
    given = _OWN * bool(_GIVEN.search(label) and _GIVES.search(fold(question.text)))
    early = _FIRST * bool(_EARLY.search(label) and not _EARLY.search(fold(question.text)))
    like = _ALIKE * (denies(label) == denies(question.text))
    said = ALL_SAID * question.share(line) + _PLAINLY * plain
    return line.near + line.alike + said + _PUBLIC * public + given + like + usual - early


def usually_meant(line: CardLine, folded: str, all_said: bool = True) -> float:
    """What it counts that an amount is the whole one, less where it is shared out, what is left of another
    or a share, where a question does not say so.
    """
    if line.figure is None or PER.search(folded):
        return 0.0
    label = fold(line.figure.name)
    parts = _PART * (_is_shared_out(label) + (_LEFT.search(label) is not None))
    parts += _PART * (_DUE.search(label) is not None and not _DUE.search(folded))
    parts += _SHARE * (number_wanted(folded) and kind_of(line.figure.unit) == "percent")
    return _ALL * (all_said and _TOTAL.search(label) is not None) - parts


def _is_shared_out(label: str) -> bool:
    """« coût par inscrit », not « coût par an »."""
    return any(found[1] != "an" for found in PER.finditer(label))


def denies(text: str) -> bool:
    """« Jeunes non recensés »."""
    return _NOT.search(fold(text)) is not None


def number_wanted(folded: str) -> bool:
    """Whether « combien » is asked, and neither a share nor by how much something changed."""
    return bool(NUMBER_ASKED.search(folded)) and not _OF_ALL.search(folded)


def is_of_a_time(question: CardQuestion) -> bool:
    """« et à la fin ? », « au départ »: of the values of one thing the first or the last is asked for."""
    folded = fold(question.text)
    return bool(_EARLY.search(folded) or _LATE.search(folded))


def of_the_time(found: Sequence[CardLine], question: CardQuestion) -> list[CardLine]:
    """Of the figures those of the start or of the end, where only that is asked for; else all."""
    folded = fold(question.text)
    early, late = bool(_EARLY.search(folded)), bool(_LATE.search(folded))
    if early == late:
        return list(found)
    return (first_of_all(found) if early else last_of_all(found)) or list(found)


def best_figures(found: Sequence[CardLine], question: CardQuestion) -> list[CardLine]:
    """The best of the figures that answer, at most three: the last of a row of years, or those at the start
    and at the end where asked for.
    """
    folded = fold(question.text)
    early, late = bool(_EARLY.search(folded)), bool(_LATE.search(folded))
    first, last = first_of_all(found), last_of_all(found)
    first = first or [line for line in found if _has_later(line, found)]
    last = last or [line for line in found if any(_has_later(other, [line]) for other in found)]
    if early and late and first and last:
        return [*_best(first, question)[:1], *_best(last, question, 2 * _BESIDE)[: _MOST - 1]]
    if early and first:
        return _best(first, question)
    if late and last:
        return _best(last, question)
    return _best([line for line in found if not _has_later(line, found)], question)


def first_of_all(found: Sequence[CardLine]) -> list[CardLine]:
    """The figures that say that they are of the start."""
    return [line for line in found if _EARLY.search(fold(line.text))]


def last_of_all(found: Sequence[CardLine]) -> list[CardLine]:
    """The figures that say that they are of the end."""
    return [line for line in found if _LATE.search(fold(line.text))]


def _best(found: Sequence[CardLine], question: CardQuestion, beside: float = _BESIDE) -> list[CardLine]:
    named = [term for term in question.named if term.needed]
    telling = [term for term in named if len({term.is_in(line.own) for line in found}) > 1]
    scored = [(_score(line, question) + _OWN * _share(telling, line), line) for line in found]
    scored.sort(key=lambda pair: -pair[0])
    return [line for score, line in scored if score >= scored[0][0] - beside][:_MOST]


def _share(terms: Sequence[Term], line: CardLine) -> float:
    return sum(term.is_in(line.own) for term in terms) / (len(terms) or 1)


def without_earlier(told: Sequence[CardLine], able: Sequence[CardLine]) -> list[CardLine]:
    """What is told, with the last figure of those ``able`` for an earlier one of the same thing."""

    def last(line: CardLine) -> CardLine:
        later = (one for one in able if _has_later(line, [one]) and not _has_later(one, able))
        return next(later, line)

    return list(dict.fromkeys(map(last, told)))


def _has_later(line: CardLine, found: Sequence[CardLine]) -> bool:
    """Whether one of the figures measures the same in a later year."""
    one = line.figure
    return one is not None and any(
        other.figure is not None
        and (other.figure.year or 0) > (one.year or 0)
        and measure_the_same(one, other.figure)
        for other in found
    )
