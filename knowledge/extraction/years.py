"""Years in texts, headings and questions, without those that belong to the name of a law."""

import re
from collections.abc import Sequence

from knowledge.dates import FOLDED_MONTHS, YEAR_REPORTED
from knowledge.extraction.lines import fold_in_place

_MONTH = f"(?:{'|'.join(FOLDED_MONTHS)})"
_ACT = re.compile(
    rf"(?:lois?|decrets?|ordonnances?|arretes?|circulaires?|instructions?|directives?|reglements?|deliberations?|lettres?"
    rf"|courriers?|articles?|avis|jugements?|arrets?|decisions?)\b[^.;:()]{{0,50}}?(?:du|de)\s(?:\d{{1,2}}(?:er)?\s)?{_MONTH}?\s?{YEAR_REPORTED}\b"
    rf"|n\s?[°o]\s?{YEAR_REPORTED}[-–]\d+|\b{YEAR_REPORTED}[-–]\d{{3,4}}\b(?<!{YEAR_REPORTED})"
)
_PLAIN = re.compile(
    rf"(?<![\d.,/])(?<!\d ){YEAR_REPORTED}(?!\d)"
    r"(?!\s?(?:€|%|euros?\b|habitants\b|agents\b|logements\b|m2|m²))"
)
_RANGE = re.compile(
    rf"(?:de|entre|du|exercices?|annees?|periode|depuis)?\s?(?P<first>{YEAR_REPORTED})\s?(?:a|et|-|–|/|au)\s?(?:l'annee\s)?(?P<last>{YEAR_REPORTED})\b"
)
_SHORT_RANGE = re.compile(rf"(?<!\d)(?P<first>{YEAR_REPORTED})\s?[-–/]\s?(?P<last>\d\d)(?!\d)")


def year_positions(text: str) -> list[tuple[int, int]]:
    """(year, position) of every year of `text` that is not part of the name or date of a legal act."""
    folded = fold_in_place(text)
    acts = [match.span() for match in _ACT.finditer(folded)]
    return [
        (int(match[0]), match.start())
        for match in _PLAIN.finditer(folded)
        if not any(start <= match.start() < end for start, end in acts)
    ]


def years(text: str) -> tuple[int, ...]:
    """The years a question or heading is about, in order; a range « de 2010 à 2014 » gives each of its
    years.
    """
    folded = fold_in_place(text)
    found: list[int] = []
    for match in [*_RANGE.finditer(folded), *_SHORT_RANGE.finditer(folded)]:
        first = int(match["first"])
        last = int(match["last"]) if len(match["last"]) == 4 else first // 100 * 100 + int(match["last"])
        if first < last <= first + 30:
            found.extend(range(first, last + 1))
    found.extend(year for year, _ in year_positions(text))
    return tuple(sorted(set(found)))


def single_year(text: str) -> int | None:
    """The year of a heading (« CA 2013 », « 31/12/2014 », « 2014 (prév.) »), None for none or several."""
    found = {int(year) for year in re.findall(rf"(?<!\d){YEAR_REPORTED}(?!\d)", text)}
    return found.pop() if len(found) == 1 else None


def season(heading: str) -> tuple[int, int] | None:
    """The two years of a heading that names a season: « 2012/2013 », « 2012-13 »."""
    for found in [*_RANGE.finditer(heading), *_SHORT_RANGE.finditer(heading)]:
        first, last = int(found["first"]), int(found["last"])
        if last in (first + 1, (first + 1) % 100):
            return first, first + 1
    return None


def is_of_season(heading: str, asked: Sequence[int]) -> bool:
    """Whether a heading names the season asked for, or one that has the single year asked for."""
    span = season(heading)
    return span is not None and ({*span} <= {*asked} or len(asked) == 1 and asked[0] in span)
