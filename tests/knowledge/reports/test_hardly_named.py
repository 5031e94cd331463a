"""Words that stand in the name of a body and yet do not name it."""

from __future__ import annotations

import pytest

from knowledge.reports.hardly_named import is_hardly_named, of_several
from knowledge.reports.models import OrganisationRow
from knowledge.reports.organisation_index import NameForm, OrganisationIndex

_BODIES = (
    ("Ministère du logement", "ministry", None),
    ("Aéroports de Paris", "company", None),
    ("centre hospitalier de Dax", "hospital", "Landes"),
    ("Four", "place", None),
)


@pytest.fixture(scope="module")
def index() -> OrganisationIndex:
    return OrganisationIndex(
        NameForm(OrganisationRow(number, name, kind, department), name, 1)
        for number, (name, kind, department) in enumerate(_BODIES)
    )


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("combien de logements ?", []),
        ("que fait le ministère du logement ?", ["Ministère du logement"]),
        ("et à Paris ?", []),
        ("la dette d'aéroports de Paris", ["Aéroports de Paris"]),
        ("et à Dax ?", ["centre hospitalier de Dax"]),
        ("les fours marchent bien ?", []),
        ("et à Four ?", ["Four"]),
    ],
)
def test_a_common_word_or_a_town_names_no_national_body(
    index: OrganisationIndex, text: str, named: list[str]
) -> None:
    assert [match.form.organisation.name for match in index.find(text)] == named


def test_a_ministry_is_named_by_its_matter_with_a_capital() -> None:
    culture = OrganisationRow(1, "ministère de la Culture", "ministry", None)
    assert is_hardly_named(culture, {"culture"}, set())
    assert not is_hardly_named(culture, {"culture"}, {"culture"})


def test_several_things_in_small_letters_are_no_name() -> None:
    assert of_several("les fours et les Rousses") == {"four"}
