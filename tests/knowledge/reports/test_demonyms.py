"""Words for the people of an area, in any form, and the area they mean."""

from __future__ import annotations

import pytest

from knowledge.reports.demonyms import areas_meant, is_demonym, lies_in


@pytest.mark.parametrize(
    "word", ["audois", "audoise", "audoises", "savoyard", "bretonne", "perigord", "landai", "audoi"]
)
def test_every_form_is_known(word: str) -> None:
    assert is_demonym(word) and areas_meant(word)


@pytest.mark.parametrize("word", ["bayone", "marquise", "ardoise", "savoir", "mairie"])
def test_a_town_or_another_word_is_none(word: str) -> None:
    assert not is_demonym(word)


def test_a_place_lies_in_its_region_of_before_and_of_today() -> None:
    assert lies_in("Aude", "aude") and lies_in("Somme", "picardie") and lies_in("Vendée", "pays de la loire")
    assert not lies_in("Gard", "aude") and not lies_in(None, "aude")
