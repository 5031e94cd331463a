"""Frequent questions, addresses, steps of a promotion's year."""

from __future__ import annotations

from knowledge.base import KnowledgeBase
from knowledge.faq import contacts, faq_entries, steps


def test_entries_have_an_answer_and_sources(base: KnowledgeBase) -> None:
    ids = [row["id"] for row in base.rows("select id from faq")]
    found = faq_entries(base, ids)
    assert [entry.id for entry in found] == ids
    assert len(found) >= 100
    for entry in found:
        assert entry.cited and entry.answer("fr") and entry.answer("en") and entry.question("en")
        assert entry.question("fr") == entry.question_fr
    assert any(entry.promotions for entry in found)
    assert faq_entries(base, ["none"]) == []


def test_the_current_address_comes_first(base: KnowledgeBase) -> None:
    found = contacts(base)
    assert found[0].current
    assert any(contact.email for contact in found if contact.current)
    assert all(contact.cited.as_of and contact.label("fr") and contact.label("en") for contact in found)
    assert any(not contact.current for contact in found)


def test_steps_come_in_order_of_time(base: KnowledgeBase) -> None:
    every = steps(base, (), ())
    assert [s.starts for s in every] == sorted(s.starts for s in every)
    third = steps(base, ["3"], ["start"])
    assert {(s.promotion, s.kind) for s in third} == {("3", "start")}
    assert third[0].text("fr") != third[0].text("en")
