"""The small parts of the pages: charts and dates."""

from __future__ import annotations

import pytest

from actions.answer import Lang
from api.pages.dates import written_day
from api.pages.figures import bars
from api.pages.wording import EXAMPLES, WORDS


def test_bars_share_a_scale_that_holds_zero() -> None:
    points = [{"label": "2014", "value": -50, "text": "−50"}, {"label": "2015", "value": 150, "text": "150"}]
    assert [(bar.start, bar.length) for bar in bars(points)] == [(0.0, 25.0), (25.0, 75.0)]


def test_bars_of_nothing() -> None:
    assert bars([]) == []
    assert bars([{"label": "a", "value": 0, "text": "0"}])[0].length == 0.5


@pytest.mark.parametrize(
    ("iso", "lang", "written"),
    [
        ("2018-03-01", "fr", "1er mars 2018"),
        ("2018-08-15", "fr", "15 août 2018"),
        ("2018-03-01", "en", "1 March 2018"),
        ("2018-03", "fr", "2018-03"),
        ("printemps 2018", "fr", "printemps 2018"),
    ],
)
def test_days_are_written_out(iso: str, lang: Lang, written: str) -> None:
    assert written_day(iso, lang) == written


def test_both_languages_have_the_same_words() -> None:
    assert WORDS["fr"].keys() == WORDS["en"].keys()
    assert all(WORDS["fr"].values()) and all(WORDS["en"].values())
    assert len(EXAMPLES["fr"]) == len(EXAMPLES["en"])
