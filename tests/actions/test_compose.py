"""Answers put together: sources, contact, no personal data."""

from __future__ import annotations

import pytest

from actions.answer import Figure, ItemList, Paragraph, Point, Quote, Source, Table
from actions.compose import answered, distinct, plain_text, reply, without_personal_data


def test_an_answer_without_a_source_is_refused() -> None:
    with pytest.raises(ValueError, match="needs a source"):
        answered([Paragraph("28 EIG.")], [])


def test_the_same_place_is_named_once() -> None:
    one, other = Source("a", "Titre", locator="p. 1"), Source("b", "Titre", locator="p. 2")
    assert distinct([one, other, Source("c", "Titre", locator="p. 1")]) == (one, other)


def test_blocks_as_plain_text() -> None:
    text = plain_text(
        [
            Paragraph("Un."),
            ItemList(("deux", "trois"), "Liste"),
            Table(("a", "b"), (("1", "2"),), "Tableau"),
            Quote("mot à mot", "s", "Citation"),
            Figure("Effectif", (Point("2018", 28.0, "28"),)),
        ]
    )
    for part in (
        "Un.",
        "Liste",
        "– deux",
        "Tableau",
        "a | b",
        "1 | 2",
        "Citation",
        "« mot à mot »",
        "2018 : 28",
    ):
        assert part in text


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("écrivez-moi à jean.dupont@site.example merci", "jean.dupont"),
        ("mon 06 12 34 56 78", "06 12 34 56 78"),
        ("+33612345678", "33612345678"),
        ("je m'appelle Jean Dupont", "Jean Dupont"),
        ("my name is Jean Dupont", "Dupont"),
        ("Je m'appelle Marie Dupont, combien gagne un EIG ?", "Dupont"),
        ("je m’appelle Marie Dupont", "Dupont"),
        ("JE M'APPELLE MARIE DUPONT", "DUPONT"),
        ("Je suis Marie de La Tour d’Auvergne", "Tour"),
        ("Je suis Marie de La Tour d’Auvergne", "Auvergne"),
        ("Moi c'est Éloïse Dupont", "Dupont"),
        ("My name is John Smith", "Smith"),
        ("rappelez au 0612345678", "0612345678"),
        ("06.12.34.56.78", "56"),
        ("06-12-34-56-78", "56"),
        ("+33 (0)6 12 34 56 78", "56"),
        ("0033 6 12 34 56 78", "56"),
        ("call +44 20 7946 0958", "7946"),
        ("mon numéro est le 1 85 05 78 006 084 36", "006"),
    ],
)
def test_personal_data_are_removed(text: str, hidden: str) -> None:
    assert hidden not in without_personal_data(text)


@pytest.mark.parametrize(
    "text",
    [
        "combien d'EIG en 2018 dans la promotion 3 ?",
        "Le budget 2014 2015 2016 ?",
        "budget 12 345 678 900 euros",
        "une hausse de +12 345 678 euros",
        "Je suis contractuel, puis-je candidater ?",
        "le 01/02/2014 ou le 15/03/2016",
        "le rapport 392985",
    ],
)
def test_ordinary_words_stay(text: str) -> None:
    assert without_personal_data(text) == text


def test_a_quick_reply_sends_its_label_unless_told_otherwise() -> None:
    assert (reply("A").text, reply("A", "B").text) == ("A", "B")
