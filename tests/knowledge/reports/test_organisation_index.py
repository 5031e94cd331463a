"""Which body a message names: short names, filler words that belong to a name, short words for a kind."""

from __future__ import annotations

import pytest

from knowledge.reports.models import OrganisationRow
from knowledge.reports.name_forms import kinds, name_tokens
from knowledge.reports.organisation_index import NameForm, OrganisationIndex

_BODIES = (
    ("commune de Dax", "commune", 1),
    ("commune de Brumont", "commune", 0),
    ("conseil départemental du Brumont", "department", 1),
    ("communauté de communes du Pays de Brumont", "intercommunality", 1),
    ("communauté d'agglomération de Tours Plus", "intercommunality", 1),
    ("Très Haut Débit", "organisation", 0),
    ("Programme Stellarus", "organisation", 1),
    ("Ardoise", "place", 0),
    ("NOTRe", "place", 0),
)


@pytest.fixture(scope="module")
def index() -> OrganisationIndex:
    forms = [
        NameForm(OrganisationRow(number, name, kind, None), name, reports)
        for number, (name, kind, reports) in enumerate(_BODIES)
    ]
    return OrganisationIndex(forms, ordinary=frozenset(("tour", "haut", "debit", "pays")))


def _named(index: OrganisationIndex, text: str) -> list[str]:
    return [match.form.organisation.name for match in index.find(text)]


@pytest.mark.parametrize("text", ["dax dette", "Dax dette", "combien rapporte le casino a la ville de dax"])
def test_a_name_of_three_letters_that_is_but_a_towns_needs_no_capital(
    index: OrganisationIndex, text: str
) -> None:
    assert _named(index, text) == ["commune de Dax"]


@pytest.mark.parametrize("text", ["pays de brumont : la dette", "la dette du Pays de Brumont"])
def test_a_filler_word_of_a_name_tells_it_from_the_others(index: OrganisationIndex, text: str) -> None:
    assert _named(index, text) == ["communauté de communes du Pays de Brumont"]


def test_without_it_all_of_that_name_may_be_meant(index: OrganisationIndex) -> None:
    assert len(_named(index, "la dette de Brumont")) == 3


def test_an_ordinary_word_with_the_filler_word_of_a_name_is_that_name(index: OrganisationIndex) -> None:
    assert _named(index, "les élus de tours plus") == ["communauté d'agglomération de Tours Plus"]
    assert _named(index, "le très haut débit des tours") == []


def test_la_metro_is_a_metropole_and_le_metro_is_not() -> None:
    assert kinds(name_tokens("la dette de la métro de Grenoble")) == {"metropole"}
    assert not kinds(name_tokens("le prix du métro de Rennes"))


_LONG = (
    ("institut de cancérologie du Brumont Jean Valmer", "hospital", "Brumont", 1),
    ("syndicat mixte Val Numérique", "syndicate", "Brumont", 1),
    ("ministère du Travail Durable", "ministry", None, 1),
)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("quelles recommandations à l'institut de cancérologie du Brumont ?", _LONG[0][0]),
        ("val numerique on est raccordé quand", _LONG[1][0]),
        ("le travail durable des agents", None),
        ("un institut de cancérologie privé et la région", _LONG[0][0]),
        ("un institut de formation", None),
    ],
)
def test_first_words_that_begin_no_other_name_and_ordinary_ones_said_together_name_a_body(
    text: str, named: str | None
) -> None:
    forms = [
        NameForm(OrganisationRow(number, name, kind, department), name, reports)
        for number, (name, kind, department, reports) in enumerate(_LONG)
    ]
    index = OrganisationIndex(forms, frozenset("institut val numerique travail durable brumont".split()))
    assert _named(index, text)[:1] == ([named] if named else [])


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("et dans la somme ?", True),
        ("dans la somme, combien", True),
        ("la fibre dans la Somme", True),
        ("dans la somme versée", False),
        ("quelle somme ?", False),
    ],
)
def test_a_department_that_is_a_word_as_well_may_be_written_small(text: str, names: bool) -> None:
    area = OrganisationRow(1, "département de la Somme", "department", None)
    index = OrganisationIndex([NameForm(area, "département de la Somme", 0)], ordinary=frozenset(("somme",)))
    assert bool(index.find(text)) is names


def test_a_word_for_any_programme_is_no_short_name_of_one(index: OrganisationIndex) -> None:
    assert _named(index, "combien a coûté ce programme ?") == []
    assert _named(index, "cette Dax, combien ?") == [] and _named(index, "Dax, combien ?")
    assert _named(index, "combien a coûté le programme stellarus ?") == ["Programme Stellarus"]


@pytest.mark.parametrize("text", ["la dette de la commune audoise", "le budget de notre ville"])
def test_words_for_people_and_little_words_are_no_names(index: OrganisationIndex, text: str) -> None:
    assert _named(index, text) == []


def test_a_name_of_ordinary_words_is_said_by_all_of_them() -> None:
    town = OrganisationRow(1, "commune de Sainte-Marie", "commune", "Gers")
    index = OrganisationIndex([NameForm(town, town.name, 1)], ordinary=frozenset(("saint", "marie")))
    assert _named(index, "la dette de sainte marie") == [town.name]
    assert _named(index, "la dette de marie") == []
