"""What sources say of promotions and of the programme."""

from __future__ import annotations

from knowledge.base import KnowledgeBase
from knowledge.promotions import promotions
from knowledge.statements import (
    PROGRAMME,
    all_statements,
    statements,
    statements_by_id,
    subjects_with,
)


def test_contradicting_sources_stand_side_by_side(base: KnowledgeBase) -> None:
    found = statements(base, ["3"], ["eig_count"])
    assert {28.0, 32.0} <= {s.number for s in found}
    assert len({s.cited.source_id for s in found}) >= 2


def test_statements_come_in_the_order_asked_for(base: KnowledgeBase) -> None:
    found = statements(base, ["3"], ["challenge_count", "eig_count"])
    names = [s.property for s in found]
    assert names == sorted(names)
    assert names[0] == "challenge_count"


def test_texts_are_in_both_languages(base: KnowledgeBase) -> None:
    found = all_statements(base, ())
    assert len(found) > 300
    assert all(s.text("fr") == s.text_fr and s.text("en") == s.text_en for s in found)
    assert {s.subject for s in found} == {p.id for p in promotions(base)} | {PROGRAMME}
    assert {s.subject for s in all_statements(base, ["2"])} == {"2"}


def test_statements_by_id_keep_the_order_and_leave_out_the_unknown(base: KnowledgeBase) -> None:
    assert [s.id for s in statements_by_id(base, [5, 2, 999_999])] == [5, 2]
    assert statements_by_id(base, []) == []


def test_subjects_come_latest_first(base: KnowledgeBase) -> None:
    subjects = [s for s in subjects_with(base, ["eig_count"]) if s.isdigit()]
    assert subjects == sorted(subjects, reverse=True)
    assert subjects_with(base, ["colour"]) == []


def test_promotions_come_oldest_first(base: KnowledgeBase) -> None:
    found = promotions(base)
    assert [p.id for p in found if p.id != "dig"] == ["1", "2", "3", "4", "5", "6", "7"]
    assert found[0].year == 2017
    assert found[0].label("fr") and found[0].label("en")
