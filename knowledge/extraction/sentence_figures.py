"""Figures in sentences: each amount with what it measures and the year it holds for."""

import re
from collections.abc import Iterator

from knowledge.dates import MONTHS
from knowledge.extraction.amounts import Quantity, quantities
from knowledge.extraction.subjects import subject_in
from knowledge.extraction.years import year_positions
from knowledge.reports.document import Paragraph
from knowledge.reports.extracted import Figure
from knowledge.text import sentences

_CLAUSE = re.compile(r"[;:(«»]|,\s(?=(?:soit|dont|contre|tandis|alors|et|puis|avec)\b)|\.\s")
_TAIL = re.compile(
    r"[\s,]*\b(?:s['’]?(?:est|élèvent|élèverait|élève|élevaient|élevait|établit|établissait|élevant|établissant)|élève|(?:a|ont|est|sont|était|étaient|avait)"
    r"(?: été)?|passe|passé|passée|passées|passés|passant|représente(?:nt)?|représentait|représentant"
    r"|atteint|atteignait|atteignant"
    r"|compte|comptait|comprend|dispose|de|d['’]|du|à|au|en|pour|par|avec|un|une|le|la|les|l['’]|près|environ|plus|moins|quelque"
    r"|seulement|montant|total|totale|chiffré|estimé|évalué|fixé|ainsi|ressort|se|y|établie?|élevée?|jusqu['’]|soit|dont|et|ou"
    r"|entre|sur|dans|hausse|baisse|progressé|augmenté|diminué|respectivement|chiffre|supérieure?|inférieure?|égale?)$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"^\s?(?:HT|TTC)?\s?(?:de |d['’]|des |du |au titre (?:de |des |du )|pour (?:le|la|les) "
    r"|en )(?P<what>(?:l['’]|la |les )?[a-zéèêàâîôûç]"
    r"[\w’'-]*(?: (?:de |d['’]|des |du |et |à |la |les |l['’])?[\w’'-]+){0,5})"
)
_ORIGIN = re.compile(
    r"\b(?:cré|fond|institu|constitu|adopt|sign|issu|succèd|construi|inaugur|ouver)\w*\b[^.;]*$",
    re.IGNORECASE,
)
_SINCE = re.compile(r"\bdepuis (?:l['’]année |le |la |\w+ )?$", re.IGNORECASE)
"""Before a year since which something grows: « 23 020 habitants, en baisse depuis 1968 »."""
_REACH = 160
_OWN_WORDS = 5
_DATE = (
    r"(?:(?:au|le|en|fin|fin de|à) ){0,2}(?:\d{1,2}(?:er)? )?"
    rf"(?:(?:{'|'.join(MONTHS)}) )?(?:19|20)\d\d\)?"
)
_CHAIN = re.compile(rf"^(?:soit|dont|contre|puis|et|à|{_DATE}|avec|\W)+\b\s*", re.IGNORECASE)
"""What joins an amount to the one before: « au 1er janvier 2009 à » holds the date of that one."""
LABEL_WORDS = 14
"""Words that a label has at most: the last ones before the amount."""
_QUOTE_LENGTH = 420
_MAX_SENTENCE = 1500


def paragraph_figures(paragraph: Paragraph) -> list[Figure]:
    """Every amount, percentage and count of a paragraph, sentence by sentence."""
    if not any(char.isdigit() for char in paragraph.text):
        return []
    return [
        figure
        for sentence in sentences(paragraph.text)
        if len(sentence) < _MAX_SENTENCE
        for figure in _sentence_figures(sentence, paragraph)
    ]


def _sentence_figures(sentence: str, paragraph: Paragraph) -> Iterator[Figure]:
    found = quantities(sentence)
    if not found:
        return
    dated = year_positions(sentence)
    subject = subject_in(sentence)
    label = ""
    for index, quantity in enumerate(found):
        before = found[index - 1].end if index else 0
        after = found[index + 1].start if index + 1 < len(found) else len(sentence)
        label = _label(sentence, quantity, before, label)
        path = paragraph.locator.path
        yield Figure(
            label=label or (path[-1] if path else ""),
            value=quantity.value,
            printed=quantity.printed,
            unit=quantity.unit,
            scale=quantity.scale,
            year=_year(quantity, after, dated, sentence),
            locator=paragraph.locator,
            quote=_quote(sentence, quantity),
            subject=subject,
        )


def _label(sentence: str, quantity: Quantity, before: int, previous: str) -> str:
    """What is measured: the words that lead to the amount, else those that follow it (« 12 M€ de
    subventions »).

    A later amount with few words of its own (« passée de 3 M€ à 4 M€, soit une hausse de… ») keeps the
    label of the
    amount before it, its own words added.
    """
    start = 0
    for mark in _CLAUSE.finditer(sentence, 0, quantity.start):
        start = mark.end()
    left = _trimmed(sentence[max(start, before) : quantity.start])
    right = _AFTER.match(sentence[quantity.end : quantity.end + 90])
    words = left.split()
    if previous and len(words) < _OWN_WORDS and not (right and not words):
        own = _CHAIN.sub("", left).strip(" ,–-()")
        base = previous.split(" – ")[0]
        return f"{base} – {own}" if own and any(char.isalpha() for char in own) else base
    if right and (len(words) < 2 or quantity.unit == "EUR" and len(words) < 4):
        return f"{left} {right['what']}".strip()
    if len(words) < 2:
        words = _trimmed(sentence[: quantity.start]).split() or words
    return " ".join(words[-LABEL_WORDS:])


def _trimmed(text: str) -> str:
    """`text` without the verb and the small words that lead from the thing measured to its amount."""
    left, previous = text.strip(" ,–-("), None
    while previous != left:
        previous, left = left, _TAIL.sub("", left).strip(" ,–-(")
    return left


def _year(quantity: Quantity, after: int, dated: list[tuple[int, int]], sentence: str) -> int | None:
    """The year next to the amount: after it and before the next amount, else before it, else the only one."""
    dated = [(year, at) for year, at in dated if not _SINCE.search(sentence, max(0, at - 30), at)]
    following = [(year, at) for year, at in dated if quantity.end <= at < after]
    if (
        following
        and following[0][1] - quantity.end < 45
        and not re.search(r"[;:.]", sentence[quantity.end : following[0][1]])
    ):
        return following[0][0]
    preceding = [(year, at) for year, at in dated if at < quantity.start]
    if (
        preceding
        and quantity.start - preceding[-1][1] <= _REACH
        and not _is_origin(sentence, preceding[-1][1])
    ):
        return preceding[-1][0]
    if len({year for year, _ in dated}) == 1 and not _is_origin(sentence, dated[0][1]):
        return dated[0][0]
    return None


def _is_origin(sentence: str, at: int) -> bool:
    """Whether a year tells since when something exists (« créée en 1994 »), not what the amount is of."""
    return bool(_ORIGIN.search(sentence[max(0, at - 60) : at]))


def _quote(sentence: str, quantity: Quantity) -> str:
    if len(sentence) <= _QUOTE_LENGTH:
        return sentence
    start = max(0, quantity.start - _QUOTE_LENGTH // 2)
    start = sentence.find(" ", start) + 1 if start else 0
    end = min(len(sentence), start + _QUOTE_LENGTH)
    end = sentence.rfind(" ", start, end) if end < len(sentence) else end
    return f"{'… ' if start else ''}{sentence[start:end]}{' …' if end < len(sentence) else ''}"
