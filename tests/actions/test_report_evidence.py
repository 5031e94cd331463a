"""When one passage that says all that was asked is an answer, whatever the other signs are."""

from __future__ import annotations

import pytest

from actions.report_evidence import Evidence, calibration


@pytest.mark.parametrize(("missing", "enough"), [((), True), (("antidopage",), False)])
def test_a_passage_far_ahead_answers_unless_a_thing_asked_is_missing(
    missing: tuple[str, ...], enough: bool
) -> None:
    signs = dict.fromkeys(calibration().weights, 0.0) | {"coverage": 0.94, "lead": 1.5, "figure": 1.0}
    assert calibration().probability(signs) < calibration().answer_from
    assert Evidence(signs, missing=missing).suffices() is enough
