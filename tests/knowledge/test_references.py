"""Promotions, years and rounds named by number."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.references import find_references, promotion_of_year


def values(text: str, kind: str) -> list[str]:
    return [r.value for r in find_references(text) if r.kind == kind]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("combien d'EIG dans la promotion 3 ?", ["3"]),
        ("et la deuxième ?", ["2"]),
        ("and the second?", ["2"]),
        ("pour les promotions 3 à 6", ["3", "4", "5", "6"]),
        ("in promotions 2 to 4", ["2", "3", "4"]),
        ("and the first one?", ["1"]),
        ("what is the first step?", []),
        ("hired after the 1st interview?", []),
        ("bonus for an eig 10+ years in", []),
        ("bonus eig 10 yrs of work", []),
        ("la 2e", ["2"]),
        ("la 2ème promo", ["2"]),
        ("promo deux", ["2"]),
        ("EIG3", ["3"]),
        ("eig 4", ["4"]),
        ("la promotion n°5", ["5"]),
        ("première promotion", ["1"]),
        ("les promos 2, 3 et 4", ["2", "3", "4"]),
        ("entre la 4 et la 5", ["4", "5"]),
        ("les DIG", ["dig"]),
        ("designers d'intérêt général", ["dig"]),
        ("the third promotion", ["3"]),
        ("la promotion 12", ["12"]),
        ("la dernière promotion", ["last"]),
        ("toutes les promotions", ["all"]),
        ("c'est la première fois que je candidate", []),
        ("le premier ministre", []),
        ("combien de mois ?", []),
        ("2e étape", []),
        ("non pas la 3, la 4 : elle a démarré quand ?", ["4"]),
        ("pas celle de la promo 5 mais de la promo 6", ["6"]),
        ("not the third, the fourth cohort", ["4"]),
        ("pourquoi la promo 2 et pas la promo 3 ?", ["2", "3"]),
        ("ce n'est pas la promotion 2 ?", ["2"]),
        ("dans la 6 yavait cb de femmes", ["6"]),
        ("la 6 mai", []),
        ("le badge, c'est la 1ère semaine ?", []),
        ("quand tombe la 1ere paye", []),
        ("mon fils cherche un stage de 3e", []),
        ("mon fils de 3e cherche un stage", []),
        ("ma fille est en 4e", []),
        ("when does the third application window close?", []),
        ("the fifth and last window", []),
        ("", []),
    ],
)
def test_promotions(text: str, expected: list[str]) -> None:
    assert values(text, "promotion") == expected


def test_years_and_rounds() -> None:
    assert values("l'appel de 2018", "year") == ["2018"]
    assert values("la promotion 2018", "named_year") == ["2018"]
    assert values("la saison 2018 du programme", "named_year") == ["2018"]
    for season in ("2013-2014", "2013 2014", "2013/14", "2013"):
        assert values(f"le théâtre, saison {season}", "named_year") == []
    for beside in ("la promotion 2018 25 personnes", "promo 2018 - 15 projets"):
        assert values(beside, "named_year") == ["2018"]
    assert values("le défi sur les JO 2024", "year") == values("jeux olympiques 2024", "year") == []
    assert values("le sprint 2", "round") == ["2"]
    assert values("the fifth and last window", "round") == ["5"]
    assert values("en 1515", "year") == []


def test_the_promotion_of_a_year() -> None:
    years = {"1": 2017, "2": 2018, "7": 2024, "dig": 2021}
    assert promotion_of_year(2018, years) == "2"
    assert promotion_of_year(2025, years) == "7"
    assert promotion_of_year(2021, years) is None
    assert promotion_of_year(2010, {}) is None


@given(st.text(max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    """Whatever is typed, references stand inside the text and in order."""
    found = find_references(text)
    assert all(0 <= r.start < r.end <= len(text) for r in found)
    assert [r.start for r in found] == sorted(r.start for r in found)
