"""A text under two titles is on the body that it names."""

import pytest

from knowledge.reports.misfiled import is_on_the_second

TEXT = "La commune de Saint-Orgue a une dette. Les habitants de Saint-Orgue. St-Orgue voisine avec Montclair."


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("Commune de Montclair", "Commune de Saint-Orgue", True),
        ("Commune de Saint-Orgue", "Commune de Montclair", False),
        ("Commune de Brumelande", "Commune de Montclair", True),
        ("Commune de Saint-Orgue", "Ville de Saint-Orgue", False),
        ("Syndicat de Montclair", "Syndicat de Montclair et de Brumelande", False),
    ],
)
def test_the_body_the_text_names_is_told_from_the_other(first: str, second: str, expected: bool) -> None:
    assert is_on_the_second(first, second, [TEXT]) is expected


def test_a_name_within_the_other_counts_where_it_stands_whole() -> None:
    assert is_on_the_second("Commune de Saint-Orgue-les-Bains", "Commune de Saint-Orgue", [TEXT])
