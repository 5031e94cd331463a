"""Whether a passage tells how many there are of the things that a question counts."""

from __future__ import annotations

import re
from collections.abc import Sequence

from actions.reports.figures.asked import speaks_of_a_change
from knowledge.dates import FOLDED_MONTHS, YEAR
from knowledge.number_words import NUMBER_WORDS
from knowledge.reports.figure_search import names_a_class
from knowledge.reports.models import PassageHit, PassageRow
from knowledge.text import fold, sentences, stems

_ABOUT_SO_MANY = "diz|douz|quinz|vingt|trent|quarant|cinquant|soixant|cent"
_COUNT_OF_THINGS = re.compile(
    r"(?<![\d,.])(?!(?:19|20)\d\d\b)\d[\d ]{0,12}"
    rf"(?![\d ]{{0,12}}(?:(?:(?:a|et) \d[\d ,]{{0,5}})?[,.%€]|[mk]€|er\b"
    rf"|(?:euros?|millions?|milliards?|{'|'.join(FOLDED_MONTHS)})\b))"
    rf"|\b(?:{'|'.join(NUMBER_WORDS)}|(?:{_ABOUT_SO_MANY})aine|cent|millier)s?\b"
)
"""A number in a sentence that is no date, share or amount."""
_TAX = re.compile(r"\btaxes? d['’]habitation\b", re.IGNORECASE)
"""It counts no inhabitants."""
_NUMBERS_AND_WORDS, _RIGHT_AFTER = re.compile(r"\d+|[a-z]+|[%€]"), 2
"""The words and numbers of a line; years; how near to a number stands what it counts: « 609 lits »."""


def says_count(hit: PassageHit | PassageRow, counted: frozenset[str], change: bool = False) -> bool:
    """Whether a passage has a number in a sentence on the things counted, or a table on them: it may tell how
    many there are; with ``change``, how many came or went.
    """
    table = hit.kind == "table" or "|" in hit.text
    parts = _read_in_rows(hit.text, counted) if table else sentences(hit.text)
    return any(
        counted & set(stems(_TAX.sub("", part)))
        and _has_a_count(fold(part))
        and (not change or speaks_of_a_change(part))
        for part in parts
    )


def _read_in_rows(table: str, counted: frozenset[str]) -> list[str]:
    """The rows of a table that name the things counted; the whole of it where its head does, or none."""
    head, *rows = table.split("\n")
    naming = [row for row in rows if counted & set(stems(row))]
    return [table] if not naming or counted & set(stems(head)) else naming


def _has_a_count(folded: str) -> bool:
    """Whether a number counts things, and bounds no class: « les communes de 3 500 habitants et plus »."""
    return any(not names_a_class(folded, found[0]) for found in _COUNT_OF_THINGS.finditer(folded))


def counts_things(hit: PassageHit, counted: frozenset[str]) -> bool:
    """Whether a passage says how many of the things counted there are: a number stands right before them, or
    in the row of a table that begins with them.
    """
    return any(
        _counts_in_row(line, counted) if "|" in line else _counts_in_words(line, counted)
        for line in fold(hit.text).split("\n")
    )


def _counts_in_row(line: str, counted: frozenset[str]) -> bool:
    label, *cells = line.split("|")
    return bool(counted & set(stems(label))) and any(re.search(r"\d", cell) for cell in cells)


def _counts_in_words(line: str, counted: frozenset[str]) -> bool:
    tokens = _NUMBERS_AND_WORDS.findall(line)
    return any(
        token.isdigit() and not YEAR.fullmatch(token) and counted & set(_named_after(tokens[at + 1 :]))
        for at, token in enumerate(tokens)
    )


def _named_after(tokens: Sequence[str]) -> list[str]:
    """The stems of the words right after a number, none after a share or an amount."""
    words = tokens[:_RIGHT_AFTER]
    return [] if not all(word.isalpha() for word in words[:1]) else stems(" ".join(words))
