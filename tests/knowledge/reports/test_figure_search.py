"""Which figures are taken for what is asked."""

from __future__ import annotations

import pytest

from knowledge.reports.figure_search import _without_other_things
from knowledge.text import stems


@pytest.mark.parametrize(
    ("label", "asked", "kept"),
    [
        ("taxe d'habitation", "nombre d'habitants", False),
        ("taxe d'habitation", "taxe d'habitation", True),
        ("nombre d'habitants", "nombre d'habitants", True),
    ],
)
def test_a_tax_on_dwellings_counts_no_inhabitants(label: str, asked: str, kept: bool) -> None:
    terms = dict.fromkeys(stems(asked), 1.0)
    assert ("habit" in _without_other_things(stems(label), terms)) is kept
