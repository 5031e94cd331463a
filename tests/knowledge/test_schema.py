"""What an entry of the sources may say."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from knowledge.schema import NUMERIC_PROPERTIES, Call, FaqEntry, Person, SourceEntry, Statement

STATEMENT = {
    "property": "eig_count", "value": 28, "text_fr": "28 EIG.", "text_en": "28 EIGs.", "source": "site",
    "locator": "p. 1", "as_of": "2018-10-01",
}  # fmt: skip
CITATION = {"source": "site", "locator": "p. 1", "as_of": "2018-10-01"}
CALL = {
    "id": "aac-9", "promotion": "3", "audience": "candidates", "title_fr": "Appel", "title_en": "Call",
    "procedure_fr": "Écrire.", "procedure_en": "Write.", "citations": [CITATION],
    "opens": "2018-09-17T00:00:00+02:00", "closes": "2018-10-15T17:00:00+02:00",
}  # fmt: skip


def test_a_statement_reads_its_dates_and_numbers() -> None:
    statement = Statement.model_validate(STATEMENT)
    assert (statement.value, statement.as_of.year, statement.audience) == (28, 2018, "everyone")


@pytest.mark.parametrize(
    "change",
    [{"value": "vingt-huit"}, {"value": None}, {"source": ""}, {"source": "Le Site"}, {"as_of": "2018-02-30"},
     {"property": "colour"}, {"text_fr": "  "}, {"colour": "red"}, {"audience": "nobody"}],
)  # fmt: skip
def test_a_wrong_statement_is_refused(change: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Statement.model_validate({**STATEMENT, **change})


@pytest.mark.parametrize(
    ("name", "value"),
    [*((name, None) for name in sorted(NUMERIC_PROPERTIES - {"budget"})), ("budget", "1,5 M€")],
)
def test_figures_need_numbers(name: str, value: str | None) -> None:
    with pytest.raises(ValidationError, match="needs a number"):
        Statement.model_validate({**STATEMENT, "property": name, "value": value})


def test_what_pays_for_a_part_is_no_total_and_needs_no_number() -> None:
    assert Statement.model_validate({**STATEMENT, "property": "budget", "value": None}).value is None


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"closes": "2018-09-01T00:00:00+02:00"}, "opens must be before closes"),
        ({"extended_to": "2018-10-01T00:00:00+02:00"}, "extended_to must be after closes"),
        ({"citations": []}, "at least 1"),
        ({"promotion": "8"}, "Input should be"),
        ({"audience": "everyone"}, "Input should be"),
    ],
)
def test_a_wrong_call_is_refused(change: dict[str, Any], reason: str) -> None:
    assert Call.model_validate(CALL).closes is not None
    with pytest.raises(ValidationError, match=reason):
        Call.model_validate({**CALL, **change})


def test_a_question_needs_two_wordings_and_a_source() -> None:
    entry = {
        "id": "a", "audience": "everyone", "questions_fr": ["A ?", "B ?"], "answer_fr": "Oui.",
        "answer_en": "Yes.", "citations": [CITATION],
    }  # fmt: skip
    assert FaqEntry.model_validate(entry).promotions == ()
    assert FaqEntry.model_validate({**entry, "published": False, "outside": True}).outside
    for change in ({"questions_fr": ["A ?"]}, {"citations": []}, {"outside": True}):
        with pytest.raises(ValidationError):
            FaqEntry.model_validate({**entry, **change})


def test_entries_do_not_change() -> None:
    source = SourceEntry(id="site", title="Site", publisher="Étalab")
    with pytest.raises(ValidationError):
        source.title = "Autre"


def test_no_more_is_said_of_people_than_name_and_job() -> None:
    with pytest.raises(ValidationError):
        Person.model_validate({"name": "A B", "email": "a@site.example"})
