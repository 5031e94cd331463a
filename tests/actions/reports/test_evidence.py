"""When one passage that says all that was asked is an answer, whatever the other signs are."""

from __future__ import annotations

from typing import Any

import pytest

from actions.reports.answers import subject_of
from actions.reports.evidence import Evidence, calibration, evidence
from actions.reports.findings import search
from tests.actions.report_base import asked, wide_desk


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Any:
    return wide_desk(tmp_path_factory.mktemp("evidence"))


@pytest.mark.parametrize(("missing", "enough"), [((), True), (("antidopage",), False)])
def test_a_passage_far_ahead_answers_unless_a_thing_asked_is_missing(
    missing: tuple[str, ...], enough: bool
) -> None:
    signs = dict.fromkeys(calibration().weights, 0.0) | {
        "coverage": 0.94,
        "lead": 1.5,
        "figure": 1.0,
        "meaning": -0.5,
    }
    assert calibration().probability(signs) < calibration().answer_from
    assert Evidence(signs, missing=missing).suffices() is enough


@pytest.mark.parametrize(
    ("named", "missing", "counts", "enough"),
    [(1, (), True, True), (0, (), True, False), (1, ("piscine",), True, False), (1, (), False, False)],
)
def test_what_a_sentence_gives_directly_answers_of_the_body_named_alone(
    named: float, missing: tuple[str, ...], counts: bool, enough: bool
) -> None:
    signs = dict.fromkeys(calibration().weights, 0.0) | {"coverage": 0.7, "named": named}
    assert Evidence(signs, missing=missing, counts=counts).suffices() is enough


@pytest.mark.parametrize(
    ("named", "missing", "told", "enough"),
    [(1, (), True, True), (0, (), True, False), (1, ("piscine",), True, False), (1, (), False, False)],
)
def test_the_one_matter_asked_of_a_body_answers_where_the_first_passage_tells_of_it(
    named: float, missing: tuple[str, ...], told: bool, enough: bool
) -> None:
    signs = dict.fromkeys(calibration().weights, 0.0) | {"coverage": 0.7, "named": named}
    signs |= {"hardly_a_matter": 1.0}
    assert calibration().probability(signs) < calibration().answer_from
    assert Evidence(signs, missing=missing, one_told=told).suffices() is enough


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("gymnase mairie de Valbrune", True),
        ("combien de gymnases à la mairie de Valbrune", False),
        ("gymnase et personnel de la mairie de Valbrune", False),
    ],
)
def test_one_matter_is_told_where_no_number_and_no_other_is_asked(desk: Any, text: str, told: bool) -> None:
    subject = subject_of(asked(text, "report_search"), desk, desk.reports)
    assert evidence(subject, search(subject, desk.reports), desk.reports).one_told is told
