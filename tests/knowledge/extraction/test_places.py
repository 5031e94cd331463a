"""Regions of before 2016 are named still, and their departments known."""

from __future__ import annotations

import pytest

from knowledge.extraction.places import bearing_said, departments_of, is_said, named_bearings, region_names


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


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("un opéra du Sud-Ouest", "un opéra sudouest"),
        ("un hôpital du sud est de la France", "un hôpital sudest"),
        ("une ville de l'ouest de la France", "une ville ouestfrance"),
        ("le département du Nord", None),
        ("la CCI Nord de France", None),
        ("le sud-ouest du département", None),
        ("une commune de l'Est lyonnais", None),
        ("le port du Sud-Ouest-Gironde", None),
    ],
)
def test_a_quarter_of_the_country_is_no_name(text: str, named: str | None) -> None:
    assert named_bearings(text) == (named or text)


def test_a_quarter_of_the_country_is_shown_as_it_is_said() -> None:
    assert [bearing_said(one) for one in ("sudouest", "nordfrance", "finances")] == [
        "sud-ouest",
        "nord de la France",
        "finances",
    ]
