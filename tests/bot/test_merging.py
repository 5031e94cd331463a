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
