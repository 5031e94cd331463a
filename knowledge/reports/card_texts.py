"""What report cards say, line by line, in French as it is stored and in English as it is shown to a reader
of English.
"""

import re
from collections.abc import Mapping
from functools import cache

from knowledge.report_cards import CardFigure, ReportCard, load_report_cards
from knowledge.text import sentences

SCOPE, SUMMARY = "Ce que le rapport examine", "Synthèse"
"""The headings above what a card says of its report as a whole."""

_NUMBER = r"\d+(?:[ \u202f]\d{3})*(?:,\d+)?"
_APPROXIMATE = {
    "un peu plus de": "slightly over", "un peu moins de": "slightly under", "plus de": "more than",
    "moins de": "less than", "près de": "nearly", "au moins": "at least", "environ": "about",
    "entre": "between", "de": "from",
}  # fmt: skip
_ABOUT = re.compile(rf" \((?:{'|'.join([*_APPROXIMATE, *_APPROXIMATE.values()])})\)$")
_UNITS = {"%": "%", "années": " years", "mois": " months", "hectares": " hectares", "rang": "th"}
"""What is said after a number: other things counted are named by the label."""


def figure_heading(figure: CardFigure, label: str) -> tuple[str, str | None]:
    """What a figure measures and its year, None where the label or the amount says it.

    Nor is it said twice that a number is « (environ) », as the amount says so.
    """
    said = figure.year is None or str(figure.year) in f"{label} {figure.text_fr}"
    return _ABOUT.sub("", label), None if said else str(figure.year)


def figure_line(figure: CardFigure, label: str, amount: str) -> str:
    """A figure in one line: « Bureaux de poste, 2014 : 9 574 bureaux de poste »."""
    return f"{', '.join(part for part in figure_heading(figure, label) if part)} : {amount}"


@cache
def in_english(key: str) -> Mapping[str, str]:
    """What the card of that key says in French, with the same in English; empty where there is no card."""
    card = _cards().get(key)
    return {} if card is None else dict(sorted(_pairs(card).items(), key=lambda pair: -len(pair[0])))


@cache
def asked_for(key: str) -> Mapping[str, tuple[str, ...]]:
    """How people ask for each figure and finding of the card of that key, by the line that tells it."""
    card = _cards().get(key)
    if card is None:
        return {}
    figures = {figure_line(one, one.label_fr, one.text_fr): one.questions for one in card.figures}
    return figures | {one.text_fr: one.questions for one in card.findings}


@cache
def short_names(key: str) -> tuple[tuple[str, str], ...]:
    """The other names of the bodies of the card of that key, each with the name in full."""
    card = _cards().get(key)
    bodies = () if card is None else card.organisations
    return tuple((alias, body.name) for body in bodies for alias in body.aliases)


def note_of(key: str) -> str | None:
    """What a reader must know about the card of that key; None where there is nothing."""
    card = _cards().get(key)
    return None if card is None else card.note_fr


@cache
def _cards() -> dict[str, ReportCard]:
    return {card.key: card for card in load_report_cards()}


def _pairs(card: ReportCard) -> dict[str, str]:
    pairs = {SCOPE: "What the report examines", SUMMARY: "Summary"}
    for french, english in ((card.scope_fr, card.scope_en), (card.summary_fr, card.summary_en)):
        pairs |= {french: english, **dict(zip(sentences(french), sentences(english), strict=True))}
    if card.note_fr and card.note_en:
        pairs[card.note_fr] = card.note_en
    for figure in card.figures:
        heading = figure_heading(figure, figure.label_fr)[0]
        pairs[heading] = figure_heading(figure, figure.label_en)[0]
        pairs[figure.text_fr] = amount_in_english(figure)
    pairs |= {finding.text_fr: finding.text_en for finding in card.findings}
    return pairs | {advice.text_fr: advice.text_en for advice in card.recommendations}


def amount_in_english(figure: CardFigure) -> str:
    """« environ 4,2 milliards d’euros » as « about 4.2 billion euros », « 136 pays » as « 136 »."""
    first, *second = re.findall(rf"{_NUMBER}(?: (?:millions?|milliards?))?", figure.text_fr)
    before = figure.text_fr.partition(first)[0].strip()
    said = next((en for fr, en in _APPROXIMATE.items() if before == fr), "")
    unit = " euros" if figure.unit == "EUR" else _UNITS.get(figure.unit, "")
    numbers = (" and " if said == "between" else " to ").join(map(_number, (first, *second[:1])))
    yearly = " a year" if "par an" in figure.text_fr and "year" not in figure.label_en else ""
    return f"{said} {numbers}{unit}{yearly}".strip()


def _number(text: str) -> str:
    digits = re.sub(r"(?<=\d)[  \u202f](?=\d)", ",", text.strip().replace(",", "."))
    return re.sub(r"\bmilliards?\b", "billion", re.sub(r"\bmillions?\b", "million", digits))
