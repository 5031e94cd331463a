"""The nouns of the public interface."""

from __future__ import annotations

import json

from actions.answer import Answer, Contact, Figure, Paragraph, Point, Reply, Source, Table

FULL = Answer(
    "answered",
    "Texte",
    (Paragraph("Texte"), Table(("a",), (("1",),)), Figure("Effectif", (Point("2018", 28.0, "28"),))),
    (Source("s", "Titre"),),
    contact=Contact("a@site.example", "Sujet", "Corps", "mailto:a@site.example"),
    rows=("statement:1",),
)


def test_an_answer_is_json() -> None:
    data = json.loads(json.dumps(FULL.to_dict()))
    assert [block["type"] for block in data["blocks"]] == ["paragraph", "table", "figure"]
    assert data["sources"][0]["title"] == "Titre"
    assert data["rows"] == ["statement:1"]


def test_a_reply_has_the_fields_of_the_contract() -> None:
    body = Reply("c", "m", FULL).to_dict()
    assert set(body) == {
        "conversation_id", "message_id", "lang", "status", "text", "blocks", "sources", "quick_replies",
        "links", "contact",
    }  # fmt: skip


def test_an_entry_may_tell_that_nobody_does() -> None:
    assert Answer("not_found", "Texte", rows=("faq:1",)).tells_that_nobody_does
    assert not Answer("answered", "Texte", rows=("faq:1",)).tells_that_nobody_does
