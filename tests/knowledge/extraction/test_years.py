"""Which years headings name."""

from __future__ import annotations

import pytest

from knowledge.extraction.years import is_of_season, season


@pytest.mark.parametrize(
    ("heading", "years"),
    [
        ("2012/2013", (2012, 2013)),
        ("Saison 2012-13", (2012, 2013)),
        ("2010-2014", None),
        ("2012", None),
        ("", None),
    ],
)
def test_two_years_in_a_row_are_a_season(heading: str, years: tuple[int, int] | None) -> None:
    assert season(heading) == years


def test_a_season_is_asked_for_by_both_its_years_or_by_one() -> None:
    assert is_of_season("2012/2013", (2012, 2013))
    assert is_of_season("2012/2013", (2013,))
    assert not is_of_season("2011/2012", (2012, 2013))
    assert not is_of_season("2012/2013", (2014,))
