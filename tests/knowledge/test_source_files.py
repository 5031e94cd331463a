"""Mistakes in the source files: each is named with its file, its entry and its field."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from knowledge.errors import SourceMistake, SourcesRejected
from knowledge.source_files import load_facts

Change = Callable[[str, Callable[[Any], None]], None]


def mistakes(folder: Path) -> list[SourceMistake]:
    with pytest.raises(SourcesRejected) as caught:
        load_facts(folder)
    return caught.value.mistakes


def entry(content: list[dict[str, Any]], identifier: str) -> dict[str, Any]:
    return next(item for item in content if item["id"] == identifier)


def test_the_real_sources_have_what_the_programme_is_known_for() -> None:
    facts = load_facts()
    assert [p.id for p in facts.promotions] == ["1", "2", "3", "4", "5", "6", "7", "dig"]
    assert len(facts.challenges) >= 131
    assert len(facts.faq) >= 100
    assert all(challenge.citations for challenge in facts.challenges)
    assert any(contact.current and contact.email for contact in facts.contacts)


def test_a_wrong_date_is_named(sources: Path, edit: Change) -> None:
    edit("calls.yml", lambda content: entry(content, "aac-3").update(closes="2018-13-45"))
    (found,) = mistakes(sources)
    assert (found.file, found.entry, found.field) == ("calls.yml", "aac-3", "closes")
    assert str(found).startswith("calls.yml: aac-3: closes: ")


def test_a_call_that_closes_before_it_opens_is_named(sources: Path, edit: Change) -> None:
    edit("calls.yml", lambda content: entry(content, "aac-3").update(closes="2017-01-01T00:00:00+01:00"))
    (found,) = mistakes(sources)
    assert (found.file, found.entry) == ("calls.yml", "aac-3")
    assert "opens must be before closes" in found.reason


def test_an_unknown_promotion_is_named(sources: Path, edit: Change) -> None:
    edit("challenges/promotion-3.yml", lambda content: content[0].update(promotion="9"))
    (found,) = mistakes(sources)
    assert (found.file, found.field) == ("challenges/promotion-3.yml", "promotion")


def test_a_promotion_without_a_file_is_unknown(sources: Path) -> None:
    (sources / "promotions" / "7.yml").unlink()
    assert {(m.field, m.reason) for m in mistakes(sources)} == {("promotion", "unknown promotion '7'")}


@pytest.mark.parametrize(
    ("file", "change", "field"),
    [
        ("challenges/promotion-3.yml", lambda c: c[0]["citations"][0].update(source="nowhere"), "source"),
        ("challenges/promotion-3.yml", lambda c: c[0].update(citations=[]), "citations"),
        ("challenges/promotion-3.yml", lambda c: c[0].update(administrations=["nowhere"]), "administration"),
        ("challenges/promotion-3.yml", lambda c: c[0].update(skills=["nowhere"]), "skill"),
        ("promotions/3.yml", lambda c: c["statements"][0].pop("source"), "statements.0.source"),
        ("promotions/3.yml", lambda c: c["statements"][0].update(source="nowhere"), "source"),
        ("promotions/3.yml", lambda c: c["statements"][0].update(property="colour"), "statements.0.property"),
        ("programme.yml", lambda c: c["statements"][0].update(source="nowhere"), "source"),
        ("timeline.yml", lambda c: c[0].update(starts="soon"), "starts"),
        ("contacts.yml", lambda c: [item.update(current=False) for item in c], "current"),
        ("administrations.yml", lambda c: c[0].update(parent="nowhere"), "administration"),
        ("faq/life.yml", lambda c: c[0].update(colour="red"), "colour"),
    ],
)
def test_each_mistake_names_its_field(
    sources: Path, edit: Change, file: str, change: Callable[[Any], None], field: str
) -> None:
    edit(file, change)
    assert (file, field) in {(m.file, m.field) for m in mistakes(sources)}


def test_an_id_used_twice_is_named(sources: Path, edit: Change) -> None:
    edit("challenges/promotion-3.yml", lambda content: content.append(content[0]))
    found = mistakes(sources)
    assert {(m.file, m.field) for m in found} == {("challenges/promotion-3.yml", "id")}


def test_all_mistakes_are_told_at_once(sources: Path, edit: Change) -> None:
    edit("calls.yml", lambda content: entry(content, "aac-3").update(closes="never"))
    edit("timeline.yml", lambda content: content[0].update(source="nowhere"))
    assert {m.file for m in mistakes(sources)} == {"calls.yml", "timeline.yml"}


def test_what_is_no_yaml_is_told_with_its_line(sources: Path) -> None:
    (sources / "skills.yml").write_text("- id: a\n  label_fr: [\n", "utf-8")
    found = next(m for m in mistakes(sources) if m.file == "skills.yml")
    assert found.entry.startswith("line ")
    (sources / "skills.yml").write_text("id: a\n", "utf-8")
    assert any(m.reason == "must be a list of entries" for m in mistakes(sources))


def test_missing_files_are_told(sources: Path) -> None:
    (sources / "programme.yml").unlink()
    (sources / "themes.yml").unlink()
    assert {"programme.yml", "themes.yml"} <= {m.file for m in mistakes(sources)}
