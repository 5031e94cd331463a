"""Which figures of a report's card answer a question for a number, an amount, a share, a length of time."""

from __future__ import annotations

import re
from collections.abc import Sequence

from actions.reports.cards.agreement import WHOLE, is_of_the_years, is_opposite, measures_another
from actions.reports.cards.alike import (
    ALIKE,
    HOW_MUCH,
    as_asked,
    asked_alike,
    may_be_pay,
    number_asked,
)
from actions.reports.cards.asked import FROM_WHERE, CardQuestion
from actions.reports.cards.counted import HEAD, counts_what_is_asked
from actions.reports.cards.figure_order import PER, best_figures, denies, is_of_a_time, of_the_time
from actions.reports.cards.lines import NEAR, NOUN_IN_A_FIGURE, CardLine
from actions.reports.figures.asked import Asked, asked_of, names_an_amount
from actions.reports.figures.kinds import is_change
from actions.words_apart import words_apart
from knowledge.dates import YEAR
from knowledge.number_words import NUMBER_WORDS
from knowledge.reports.figure_search import kind_of
from knowledge.reports.models import FigureRow
from knowledge.reports.questions import read_question
from knowledge.text import content_stems, fold, stem, stems, words

_SENTENCE_NEAR = 0.87
"""Nearness from which a sentence is told beside the figure."""
_TIME = re.compile(r"(?:mois|jour|semaine|heure|month|day)")
_REMAINS = re.compile(r"\b(?:reste\w*|restait|restent|left)\b")
_LEFT = re.compile(r"^(?:reserves?|restes?|soldes?|tresorerie)\b")
"""« il reste combien ? », and what is left."""
_DENIED = re.compile(r"\b(?:combien|cb|nombre|how many)\b[^,;.?]{0,60}\b(?:pas|jamais|not|never)\b")
"""« combien de jeunes n'y vont pas ? »"""
_NARROWED = re.compile(
    r"\b(?:combien|cb|nombre) (?:de |d')[a-z]+ (?:sont |ont ete )?"
    r"(?!touch|percoi|recoi|gagn|cout|depens|pa[iy]|possed|compt|detien|exist|compren)([a-z]{5,})\b"
)
"""« combien de passagers perdus »: a number of all passengers is another."""
_PART_OF = re.compile(r"\W*(?:la |quelle )?part (?:de|du|des|d)\b")
_SINCE = re.compile(r"\bdepuis combien\b")
_NUMBER = re.compile(
    rf"\b(?:\d[\d ]*(?:,\d+)?|{'|'.join(NUMBER_WORDS)}|cent|mille|dizaines?|centaines?|milliers?)\b"
)
_SHARE = re.compile(r"%|\b(?:quart|tiers|moitie|majorite|simple au (?:double|triple))\b")
_AFTER = 5
"""Words after a number among which stands what it counts."""


def asks_for_figures(question: CardQuestion, heard: str, lines: Sequence[CardLine] = ()) -> bool:
    """Whether a number is asked for, which no sentence without one tells, in words for a number or in those
    in which people ask for one of the card; of a message that goes on by its own words where these ask for
    something else: « c'est quoi ? » after « combien ? ».
    """
    if HOW_MUCH.search(fold(heard)) and not _SINCE.search(fold(heard)):
        return True
    if FROM_WHERE.search(words_apart(heard)):
        return False
    if question.wish in ("why", "purpose", "finding", "fault", "report", "advice"):
        return False
    counted_before = question.before or HOW_MUCH.search(fold(question.text))
    if question.wish == "open" and counted_before and is_of_a_time(question):  # « et avant ? »
        return True
    text = heard if question.asks_thing else question.text
    own = {term.word for term in question.named}  # « le fonds d'épargne » asks for no amount
    text = " ".join(word for word in text.split() if own.isdisjoint(words(word)))
    if question.wish == "open" and _PART_OF.match(fold(text)):
        return True
    nothing = question.wish == "open" and not any(term.needed for term in question.terms)
    if nothing and own and not question.others and asked_of(text).kind is None:
        return False
    named = question.wish == "what" and asked_of(text).kind is None and not read_question(text).asks_figure
    alike = max((line.alike for line in lines), default=0.0) >= ALIKE
    if alike and not named and asked_alike(question, lines) is not None:
        return True
    if question.wish in ("who", "when", "which", "whether"):
        return False
    if _PART_OF.match(fold(text)):
        return True
    return asked_of(text).kind is not None or read_question(text).asks_figure


def chosen_figures(question: CardQuestion, lines: Sequence[CardLine]) -> list[CardLine]:
    """The figures that answer, at most three, with the sentence of the summary that says it; else the
    sentence with the number asked for; none where the card does not say it.
    """
    asked = number_asked(question)
    fits = [line for line in lines if line.figure and _fits(line, line.figure, asked, question)]
    if asked.kind in (None, "money") and _REMAINS.search(fold(question.text)):
        left = [line for line in fits if _LEFT.search(fold(line.text))]
        if left:
            return best_figures(left, question)
    on_it = [line for line in fits if _is_on_it(line, asked, question)]
    if _DENIED.search(fold(question.text)):
        on_it = [line for line in on_it if any(map(denies, (line.text, *line.asked)))] or on_it
    on_it = [line for line in on_it if asked.counted.intersection(_unit(line))] or on_it
    spoken_of = _of_what_was_spoken_of(on_it, question)
    if spoken_of:
        return best_figures(spoken_of, question)
    found = best_figures(on_it, question)
    found = as_asked(question, lines, found)
    things = [line for line in lines if line.figure and _is_of_the_things(line, asked, question)]
    if found and (not things or _says_all(found[0], question)):
        said = [line for line in lines if line.kind == "summary" and _says_it(line, question)]
        return [*found, *sorted(said, key=lambda line: -line.near)[:1]]
    texts = (line for line in lines if line.is_found or line.kind == "scope")
    told = [line for line in texts if _gives(line, asked, question)]
    if told:
        return sorted(told, key=lambda line: -line.near)[:1]
    return best_figures(things, question) if things else []


def _unit(line: CardLine) -> list[str]:
    return stems(line.figure.unit or "") if line.figure else []


def _of_what_was_spoken_of(found: Sequence[CardLine], question: CardQuestion) -> list[CardLine]:
    """The figures that say most of what was asked about before, of those that say all that is asked now."""
    saying = [line for line in found if question.share(line) == 1.0] or found
    if is_of_a_time(question):  # a word of the talk only found in how people ask tells no time
        saying = of_the_time(saying, question)
    spoken = [sum(term.is_in(line.said) for term in question.before) for line in saying]
    most = max(spoken, default=0)
    return [line for line, number in zip(saying, spoken, strict=True) if number == most] if most else []


def nearest_figure(question: CardQuestion, lines: Sequence[CardLine]) -> CardLine | None:
    """The figure of the kind asked for that comes nearest to a question that none answers."""
    asked = number_asked(question)
    near = [
        line
        for line in lines
        if line.figure
        and line.ahead >= NEAR.ahead
        and _is_near_kind(line.figure, asked)
        and not is_opposite(line.figure, fold(question.text))
        and (line.is_within(NOUN_IN_A_FIGURE) or any(term.is_in(line.said) for term in question.terms))
    ]
    return max(near, key=lambda line: line.near, default=None)


def _is_of_the_things(line: CardLine, asked: Asked, question: CardQuestion) -> bool:
    """« combien de ménages sont propriétaires ? »: the share or the amount of the things, where no number is
    told of them.
    """
    first = content_stems(line.figure.name)[:1] if line.figure else []
    if asked.kind != "count" or asked.counted.isdisjoint(first) or len(question.terms) < 2:
        return False
    return _says_all(line, question)


def _says_all(line: CardLine, question: CardQuestion) -> bool:
    """Whether a figure itself says all that is asked, not only how people ask for it."""
    return all(term.is_in(line.own) for term in question.terms)


def _is_near_kind(figure: FigureRow, asked: Asked) -> bool:
    """Whether a figure is of the kind asked for, or the share or amount of the things whose number is."""
    kind = kind_of(figure.unit)
    label = content_stems(figure.name)[:HEAD]
    return asked.kind in (None, kind) or not asked.counted.isdisjoint(label)


def _fits(line: CardLine, figure: FigureRow, asked: Asked, question: CardQuestion) -> bool:
    """Whether a figure is of the kind, of the things and of the year asked for."""
    label, folded = fold(figure.name), fold(question.text)
    kind = kind_of(figure.unit)
    if (
        asked.kind is not None
        and asked.kind != kind
        and not _is_share_of_those_who_do_not(line, asked, folded)
    ):
        return False
    if question.years and not is_of_the_years(figure, question.years):
        return False
    if measures_another(line, figure, folded):
        return False
    if asked.change and asked.kind is None:
        return is_change(figure)
    if kind == "percent" and not (asked.share or question.terms):  # « combien il y a dedans ? »
        return False
    if is_change(figure) and not asked.change and asked.kind is not None:
        return False
    if kind == "money" and not may_be_pay(line, label, folded):
        return False
    per = PER.search(folded)
    if WHOLE.search(folded) and not per and PER.search(label):
        return False
    if per and kind == "money" and not per[4] and per[1] != "an":
        shared = PER.search(label)
        if not shared or _TIME.fullmatch(per[1] or per[2] or "") and per[0] not in label:
            return False
    return (
        asked.kind != "count" or kind != "count" or counts_what_is_asked(line, figure, asked, question.text)
    )


def _is_share_of_those_who_do_not(line: CardLine, asked: Asked, folded: str) -> bool:
    """« combien de jeunes n'y vont pas ? »: « Jeunes non recensés : 1,8 % »."""
    if asked.kind != "count" or not _DENIED.search(folded) or not line.text.endswith("%"):
        return False
    return denies(line.text) and not asked.counted.isdisjoint(content_stems(line.text)[:HEAD])


def _is_on_it(line: CardLine, asked: Asked, question: CardQuestion) -> bool:
    """Whether a figure is of the very thing: it says the nouns asked, and what it says otherwise is near."""
    terms = [term for term in question.terms if not term.stems & asked.counted]
    if line.text.startswith("Dont ") and not any(term.is_in(set(stems(line.text))) for term in terms):
        return False
    shared = PER.search(fold(question.text))
    if shared and PER.search(fold(line.text)):  # « par jeune » is « par participant »
        terms = [term for term in terms if term.word != shared[1]]
    unsaid = [term for term in terms if not term.is_in(line.said)]
    if asked.kind == "money":  # « touche », « rapporte » are the kind that is asked for
        unsaid = [term for term in unsaid if not names_an_amount(term.word)]
    narrowed = _NARROWED.search(fold(question.text))
    if narrowed and any(term.word == narrowed[1] for term in unsaid):
        return False
    if any(term.needed for term in unsaid):
        return asked.kind is not None and line.is_within(NOUN_IN_A_FIGURE)
    if not unsaid:
        return True
    return not line.near or line.is_within(NEAR)


def _says_it(line: CardLine, question: CardQuestion) -> bool:
    """Whether a sentence is on all that is asked, and is no mere neighbour of the figure."""
    needed = [term for term in question.terms if term.needed]
    return bool(needed) and question.share(line) == 1.0 and line.near >= _SENTENCE_NEAR


def _gives(line: CardLine, asked: Asked, question: CardQuestion) -> bool:
    """Whether a sentence holds the number asked for, of the thing that is counted."""
    if question.lacks(line) or not question.terms and not asked.counted:
        return False
    folded = YEAR.sub(" ", fold(line.text))
    if asked.kind == "money":
        return "euro" in folded and bool(_NUMBER.search(folded))
    if asked.kind == "percent":
        return bool(_SHARE.search(folded))
    named = frozenset(stems(question.text))
    counted = asked.counted & named or frozenset(stem(term.word) for term in question.terms)
    return any(
        counted & {stem(word) for word in words(folded[found.end() :])[:_AFTER]}
        for found in _NUMBER.finditer(folded)
    )
