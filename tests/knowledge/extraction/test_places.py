"""Regions of before 2016 are named still, and their departments known."""

from __future__ import annotations

import pytest

from knowledge.extraction.places import departments_of, is_said, region_names


@pytest.mark.parametrize(
    ("area", "department", "number"),
    [
        ("Picardie", "Oise", 3),
        ("Aquitaine", "Gironde", 5),
        ("aquitaine poitou charentes", "Vienne", 12),
        ("Bretagne", "Finistère", 4),
        ("Atlantide", "", 0),
    ],
)
def test_the_departments_of_a_region(area: str, department: str, number: int) -> None:
    found = departments_of(area)
    assert len(found) == number and (not department or department in found)


def test_a_region_is_named_and_centre_is_a_word() -> None:
    assert {"Limousin", "Grand Est", "aquitaine poitou charentes"} <= region_names()
    assert not {"Centre", "centre"} & region_names()
    assert is_said("Poitou-Charentes", " en poitou charente ") and not is_said("Landes", " la lande ")
