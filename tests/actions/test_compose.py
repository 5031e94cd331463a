"""Answers put together: sources, contact."""

from __future__ import annotations

from dataclasses import replace

import pytest

from actions.answer import Figure, ItemList, Paragraph, Point, Quote, Source, Table
from actions.compose import answered, distinct, not_found, plain_text, reply, source_of
from knowledge.citations import Cited
from tests.actions.conftest import Talk


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


def test_a_quick_reply_sends_its_label_unless_told_otherwise() -> None:
    assert (reply("A").text, reply("A", "B").text) == ("A", "B")


def test_the_address_is_not_offered_twice(talk: Talk) -> None:
    talk.ask("quand ?", "nlu_fallback")
    assert talk.question is not None
    email = talk.desk.contact_email()
    assert not_found(talk.question, talk.desk, f"Écrivez à {email}.").text.count(email) == 1
    assert email in not_found(talk.question, talk.desk, "Rien.").text


def test_a_day_of_publication_is_no_day_of_a_check() -> None:
    cited = Cited("s", "Titre", "Etalab", None, "2018-09-13", "p. 1", None, "2018-09-13")
    assert source_of(cited).as_of is None
    assert source_of(replace(cited, as_of="2026-04-01")).as_of == "2026-04-01"
