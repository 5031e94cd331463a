"""Days as people write them."""

from __future__ import annotations

import datetime as dt

from knowledge.dates import written


def test_a_day_in_both_languages() -> None:
    first = dt.date(2018, 10, 1)
    assert (written(first, "fr"), written(first, "en")) == ("1er octobre 2018", "1 October 2018")
    assert written(dt.date(2018, 8, 2), "fr") == "2 août 2018"
