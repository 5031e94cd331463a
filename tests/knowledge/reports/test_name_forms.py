"""What the words before a name, and those for kinds of body, say of the body that is meant."""

from __future__ import annotations

import pytest

from knowledge.reports.name_forms import (
    ends_within,
    kinds,
    kinds_described,
    name_tokens,
    without_partners,
)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("une petite ville normande", {"commune"}),
        ("dans un hôpital du Lot", {"hopital"}),
        ("une maison de retraite de l'Hérault", {"ehpad"}),
        ("un pompier de l'Hérault", {"sdis"}),
        ("la ville de Dieppe", set()),
        ("un grand projet de la ville", set()),
    ],
)
def test_a_kind_of_body_is_described(text: str, kind: set[str]) -> None:
    assert kinds_described(name_tokens(text)) == kind


@pytest.mark.parametrize(
    ("before", "within"),
    [
        ("une commune de l'", True),
        ("dans un petit village du", True),
        ("une commune du pays d'", True),
        ("la commune de", False),
        ("un syndicat de", False),
        ("une commune", False),
    ],
)
def test_one_of_the_towns_of_an_area_is_meant(before: str, within: bool) -> None:
    assert ends_within(name_tokens(before)) is within


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Lamballe, le personnel en commun avec la comcom", set()),
        ("la convention avec la ville de Dieppe", {"commune"}),
        ("l'agglo de Dieppe avec la ville", {"agglomeration"}),
        ("la comcom de Lamballe", {"communaute"}),
    ],
)
def test_the_body_with_which_something_is_done_is_not_the_one_asked_about(text: str, asked: set[str]) -> None:
    assert kinds(without_partners(name_tokens(text))) == asked
