"""One answer from several, and answers back from JSON."""

from __future__ import annotations

import json

from actions.answer import (
    Answer,
    Contact,
    Figure,
    ItemList,
    Link,
    Paragraph,
    Point,
    QuickReply,
    Quote,
    Source,
    Table,
)
from actions.compose import plain_text
from bot.merging import answer_from, merge

SOURCE = Source("s", "Titre", locator="p. 1")
FULL = Answer(
    "answered",
    "Tout.",
    (Paragraph("Tout."), ItemList(("a",), "L"), Table(("a",), (("1",),), "T"), Quote("mot", "s", "C"),
     Figure("F", (Point("2018", 28.0, "28"),), "EIG")),
    (SOURCE,),
    (QuickReply("A", "B"),),
    (Link("P", "https://site.example"),),
    Contact("a@site.example", "S", "C", "mailto:a@site.example"),
    ("statement:1",),
)  # fmt: skip


def test_an_answer_comes_back_from_json_unchanged() -> None:
    assert answer_from(json.loads(json.dumps(FULL.to_dict()))) == FULL


def test_one_answer_stays_itself() -> None:
    assert merge([FULL]) is FULL


def test_courtesy_gives_way() -> None:
    hello = Answer("smalltalk", "Bonjour.")
    assert merge([hello, FULL]) is FULL
    assert merge([hello, Answer("smalltalk", "Au revoir.")]) is hello


def test_parts_are_all_said_and_sources_named_once() -> None:
    other = Answer("not_found", "Rien.", (Paragraph("Rien."),), (SOURCE,), rows=("faq:1",))
    merged = merge([other, FULL])
    assert merged.status == "answered"
    assert merged.text == "Rien.\n\nTout."
    assert merged.sources == (SOURCE,)
    assert merged.rows == ("faq:1", "statement:1")
    assert merged.contact == FULL.contact


def told(lead: str, *further: str, status: str = "answered") -> Answer:
    blocks = (Paragraph(lead), ItemList(further, "Également :")) if further else (Paragraph(lead),)
    return Answer(status, plain_text(blocks), blocks, (SOURCE,))  # type: ignore[arg-type]


def test_what_one_part_tells_is_not_told_again_in_the_next() -> None:
    code = told("Le code est publié sur GitHub.", "La loi de 2016 le range parmi les documents.")
    licence = told("Le code est publié sur GitHub.", "La licence est celle du logiciel.", "Elle est libre.")
    assert merge([code, licence]).text == (
        "Le code est publié sur GitHub.\nÉgalement :\n– La loi de 2016 le range parmi les documents.\n\n"
        "La licence est celle du logiciel.\nÉgalement :\n– Elle est libre."
    )
    assert merge([code, code]).blocks == code.blocks


def test_what_comes_first_in_one_part_is_no_further_statement_of_another() -> None:
    place = told("On travaille à Paris, à Lyon ou à Rennes.")
    home = told("Le télétravail est partiel.", "On travaille à Paris, à Lyon ou à Rennes.")
    assert (
        merge([home, place]).text
        == "Le télétravail est partiel.\n\nOn travaille à Paris, à Lyon ou à Rennes."
    )


def test_a_part_that_the_next_tells_and_more_is_left_to_it() -> None:
    short, longer = told("Elle a porté un défi."), told("Elle a porté un défi avant de diriger la DINUM.")
    assert merge([short, longer]).text == longer.text


def test_two_parts_that_differ_by_whom_they_are_of_are_both_told() -> None:
    both = [told("Le code de DataJust est publié."), told("Le code de matchID est publié.")]
    assert merge(both).text.count("publié") == 2
    of_two = [told("La promotion 2 n’a pas de dates."), told("La promotion 3 n’a pas de dates.")]
    assert merge(of_two).text.count("dates") == 2


def test_whom_to_ask_is_said_once() -> None:
    offer = "Vous pouvez poser la question à l’équipe."
    refused = [told(f"Rien sur les casiers. {offer}", status="not_found"), told(f"Rien sur l’âge. {offer}")]
    assert merge(refused).text == f"Rien sur les casiers.\n\nRien sur l’âge. {offer}"


def test_the_same_paragraph_is_told_whole_and_once() -> None:
    address = told("Par le formulaire ou à a@site.example. L’adresse postale est celle de la DINUM.")
    assert merge([address, address]).text == address.text
    other = Answer(
        "answered", f"{address.text}\nAutre.", (*address.blocks, Paragraph("Autre chose.")), (SOURCE,)
    )
    assert merge([other, address]).text.count("formulaire") == 1


def test_what_a_later_part_says_more_fully_is_left_to_it() -> None:
    card = (Paragraph("Un outil de tri."), Paragraph("EIG du défi : Ada et Bea."))
    people = (Paragraph("2 EIG pour le défi : Ada (data) et Bea (design)."), Paragraph("Mentor : Cléo."))
    both = [Answer("answered", plain_text(blocks), blocks, (SOURCE,)) for blocks in (card, people)]
    assert merge(both).text == f"Un outil de tri.\n\n{both[1].text}"
