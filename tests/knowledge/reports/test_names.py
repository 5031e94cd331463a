"""The names of a base: bodies that texts call by their town instead of their patron."""

from __future__ import annotations

from knowledge.reports.models import OrganisationRow
from knowledge.reports.name_forms import kinds, name_tokens
from knowledge.reports.names import _known_by_town
from knowledge.reports.organisation_index import NameForm

_PATRON = "établissement hospitalier public Guy Martin"


def _told(*others: str) -> dict[str, str]:
    """The body that each name means."""
    forms = [
        NameForm(OrganisationRow(at, name, "hospital", None), name, 0 if at else 2)
        for at, name in enumerate((_PATRON, *others))
    ]
    return {form.form: form.organisation.name for form in _known_by_town(forms)}


def test_the_hospital_of_a_town_is_the_audited_one_called_after_its_patron() -> None:
    town, both = "centre hospitalier de Riom", "centre hospitalier Guy Martin de Riom"
    assert _told(town, both) == {_PATRON: _PATRON, town: _PATRON, both: _PATRON}
    assert _told(town)[town] == town


def test_a_university_hospital_in_the_same_town_is_another() -> None:
    town, both = "centre hospitalier universitaire de Poitiers", "centre hospitalier Guy Martin de Poitiers"
    assert _told(town, both)[town] == town


def test_a_public_hospital_establishment_and_an_aerodrome_are_known_kinds() -> None:
    assert kinds(name_tokens("Établissement hospitalier public Guy Martin")) == {"hopital"}
    assert kinds(name_tokens("syndicat des aérodromes")) == {"syndicat", "aeroport"}
