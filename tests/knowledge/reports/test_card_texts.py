"""What a card says in French, and in English."""

from __future__ import annotations

import pytest

from knowledge.report_cards import CardFigure, Section, load_report_cards
from knowledge.reports.card_texts import amount_in_english, figure_line, in_english


def figure(text: str, unit: str = "EUR", year: int | None = 2014) -> CardFigure:
    return CardFigure(
        label_fr="Coût (environ)", label_en="Cost (about)", value=1, unit=unit, year=year, text_fr=text,
        section=Section(title="Le coût"),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "unit", "english"),
    [
        ("environ 4,2 milliards d’euros", "EUR", "about 4.2 billion euros"),
        ("1,5 milliard d’euros", "EUR", "1.5 billion euros"),
        ("entre 350 et 480 millions d’euros", "EUR", "between 350 and 480 million euros"),
        ("de 116 à 118 millions d’euros", "EUR", "from 116 to 118 million euros"),
        ("près de 2 milliards d’euros par an", "EUR", "nearly 2 billion euros a year"),
        ("8,9 %", "%", "8.9%"),
        ("17 075 points de contact", "points de contact", "17,075"),
        ("18 mois", "mois", "18 months"),
    ],
)
def test_amounts_in_english(text: str, unit: str, english: str) -> None:
    assert amount_in_english(figure(text, unit)) == english


def test_nothing_is_said_twice() -> None:
    assert figure_line(figure("environ 2 euros"), "Coût (environ)", "environ 2 euros") == (
        "Coût, 2014 : environ 2 euros"
    )
    assert figure_line(figure("2 euros"), "Coût fin 2014", "2 euros") == "Coût fin 2014 : 2 euros"
    assert figure_line(figure("2 euros", year=None), "Coût", "2 euros") == "Coût : 2 euros"


@pytest.mark.parametrize("card", load_report_cards(), ids=lambda card: card.key)
def test_every_line_of_a_card_has_its_english(card: object) -> None:
    said = in_english(card.key)  # type: ignore[attr-defined]
    assert said and all(said.values())


def test_what_is_no_card_has_none() -> None:
    assert in_english("1") == {}
