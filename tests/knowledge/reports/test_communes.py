"""Communes are found in questions as people write them; words that are communes too need a capital."""

from __future__ import annotations

import pytest

from knowledge.reports.communes import (
    communes_beginning,
    communes_in,
    is_commune_alone,
    names_a_namesake,
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("menton cb de dette par habitant", ["menton"]),
        ("Quelle dette à La Roche-sur-Yon ?", ["la roche sur yon"]),
        ("l'hôpital de Dax", ["dax"]),
        ("aix les bains cb de cameras", ["aix les bain"]),
        ("la mairie de Sens", ["sens"]),
        ("dans quel sens va la dette", []),
        ("la salle des fêtes", []),
        ("À quoi sert la télémédecine dans le Nord-Pas-de-Calais ?", []),
        ("une ville de Seine-Saint-Denis", []),
        ("la ville de Calais dans le Pas-de-Calais", ["calai"]),
        ("Que dit la Cour des comptes sur La Poste ?", []),
        ("La Cour a-t-elle écrit sur la fraude ?", []),
        ("Avons-nous eu des EIG ?", []),
        ("Bonjour. Avons nous un rapport ?", []),
        ("et à Avon ?", ["avon"]),
        ("la dette de Saintes", ["saint"]),
        ("le foyer de Saint-Brevin", []),
        ("", []),
    ],
)
def test_communes_named(text: str, found: list[str]) -> None:
    assert list(communes_in(text)) == found


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("une petite ville près de Cambrai", []),
        ("la maison de retraite proche de la ville de Cambrai", []),
        ("la dette de Cambrai", ["cambrai"]),
        ("une association installée à Cambrai", []),
        ("le budget prévu à Cambrai", ["cambrai"]),
        ("auprès de Cambrai", ["cambrai"]),
    ],
)
def test_a_commune_near_which_something_lies_is_not_meant(text: str, meant: list[str]) -> None:
    assert list(communes_in(text, beside=False)) == meant
    assert list(communes_in(text)) == ["cambrai"]


def test_communes_of_one_beginning_are_counted() -> None:
    assert communes_beginning("villeneuve") > 3
    assert communes_beginning("laudun") <= 1


def test_a_word_that_is_but_a_commune() -> None:
    assert is_commune_alone("douai") and is_commune_alone("gena")
    assert not is_commune_alone("sens") and not is_commune_alone("dette")


def test_a_town_whose_name_only_begins_like_another_is_a_namesake() -> None:
    assert names_a_namesake(["marseille"], ["commune", "marseillan"])
    assert not names_a_namesake(["marseille"], ["commune", "marseille"])
    assert not names_a_namesake(["bergerac"], ["agglomeration", "bergeracoise"])
