"""What a report says of itself, for those that no catalogue knows."""

from __future__ import annotations

import pytest

from knowledge.reports.first_page import complete
from knowledge.reports.raw import RawBlock, RawDocument


def _raw(*texts: str, title: str = "") -> RawDocument:
    return RawDocument(tuple(RawBlock(text) for text in texts), properties={"title": title} if title else {})


def _title(*texts: str) -> str:
    return complete(None, "r1", _raw(*texts)).title


@pytest.mark.parametrize(
    ("sentence", "body"),
    [
        ("L’examen de la gestion de la commune de Valbrune à partir de l’année 2011.", "Commune de Valbrune"),
        (
            "Le contrôle des comptes et l’examen de la gestion du syndicat mixte des Eaux Vives, pour 2012.",
            "Syndicat mixte des Eaux Vives",
        ),
        ("La chambre a examiné la gestion de l’association L’Envol a été close.", "Association L'Envol"),
    ],
)
def test_a_regional_report_is_on_the_body_it_examined(sentence: str, body: str) -> None:
    assert _title("Présentation générale", "La chambre a procédé au contrôle.", sentence) == body


def test_the_fuller_name_of_a_body_is_taken_and_unfinished_ones_are_not() -> None:
    usual = "L’examen de la gestion du syndicat mixte de la Vallée a porté sur trois sujets."
    fuller = "L’examen de la gestion du syndicat mixte de la Vallée Bleue a été clos."
    gap = "L’examen de la gestion de la commune de à compter de l’exercice"
    assert _title("Synthèse", usual, usual, fuller, gap) == "Syndicat mixte de la Vallée Bleue"


def test_what_stands_on_any_report_is_no_title() -> None:
    assert _title("Cour des comptes", "PRÉSENTATION", "Rappel de la procédure") == "r1"
    assert (
        complete(None, "r1", _raw("Le port de Valbrune", title="Sans titre")).title == "Le port de Valbrune"
    )


def test_a_letter_of_the_court_is_on_its_subject() -> None:
    letter = ("La Cour a contrôlé ce dispositif.", "Objet : Les aides à la pêche côtière")
    metadata = complete(None, "r1", _raw(*letter))
    assert (metadata.title, metadata.jurisdiction) == ("Les aides à la pêche côtière", "Cour des comptes")
    assert (
        _title("La Cour a contrôlé.", "Objet : rapport d’observations définitives") == "La Cour a contrôlé."
    )


def test_a_report_that_speaks_of_the_chamber_is_not_the_courts() -> None:
    said = "La chambre a transmis sa synthèse à la Cour des comptes. La chambre recommande un plan."
    assert complete(None, "r1", _raw("Cour des comptes", said)).jurisdiction is None
    assert complete(None, "r1", _raw(f"CRC de Normandie. {said}")).jurisdiction == "CRC Normandie"
