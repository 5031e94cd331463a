"""One fact is not followed by pages on others."""

from __future__ import annotations

from actions.answer import Quote
from actions.reports.passages.brief import in_brief

_SHORT, _LONG = Quote("a" * 900, "1", "Synthèse"), Quote("b" * 2300, "2", "La dette")


def test_what_stands_beside_is_short_where_the_fact_was_told() -> None:
    assert in_brief([_LONG, _SHORT, _SHORT, _SHORT], told=True) == [_SHORT, _SHORT]
    assert in_brief([_LONG, _SHORT, _SHORT], told=False) == [_LONG, _SHORT]


def test_a_quotation_keeps_the_heading_of_one_left_out_before_it() -> None:
    under = Quote("c" * 100, "1")
    assert in_brief([_LONG, under], told=True) == [Quote(under.text, "1", "La dette")]
