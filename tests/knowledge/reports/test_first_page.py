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


_SESSION = (
    "Après avoir examiné les réponses, la chambre a arrêté, le 12 mai 2016, ses observations définitives."
)


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        (("Le 26 FEV. 2016", "Un décret du 3 mai 2012 s’applique."), "2016-02-26"),
        (("Le 4 septembre 2016", "Le président", "à"), "2016-09-04"),
        (("Le Président", "Le 03/12/2015 à", _SESSION), "2015-12-03"),
        (("Brumeville, le 7 juillet 2016 GREFFE N° 12",), "2016-07-07"),
        (("Juin 2016", "Synthèse"), "2016-06-01"),
        (("La présidente Le 11 février 2016",), "2016-02-11"),
        (("L’ouverture du contrôle a eu lieu le 5 juin 2014.", _SESSION), "2016-05-12"),
        (("Observations délibérées le 14 mars 2016",), "2016-03-14"),
        (
            ("Le rapport a été délibéré le 5 mai 2016. Il a été examiné et approuvé le 8 juin 2016.",),
            "2016-06-08",
        ),
        (("La chambre a arrêté, le 3 mai 2015, ses observations provisoires.",), None),
        (("Mai 2008 à février 2009", "La loi du 7 août 2015 le prévoit."), None),
    ],
)
def test_a_report_is_dated_by_its_letter_or_by_its_last_decision(
    lines: tuple[str, ...], day: str | None
) -> None:
    found = complete(None, "r1", _raw("Le port de Valbrune", *lines)).date
    assert (found.isoformat() if found else None) == day


def test_the_day_a_file_was_made_is_no_date_of_its_report() -> None:
    made = {"created": "2013-12-23", "creationdate": "D:20261201114303+00'00'"}
    raw = RawDocument((RawBlock("Le port de Valbrune"),), properties=made)
    assert complete(None, "r1", raw).date is None


@pytest.mark.parametrize(
    ("title", "kept"),
    [
        ("Commune de Valbrune (Brume) | Chambre régionale des comptes", "Commune de Valbrune (Brume)"),
        ("Les aides à la pêche côtière - Cour des comptes", "Les aides à la pêche côtière"),
        ("Les aides à la pêche côtière – ccomptes.fr", "Les aides à la pêche côtière"),
        ("Les aides à la pêche - une dépense en hausse", "Les aides à la pêche - une dépense en hausse"),
        ("Le rapport de la chambre sur la commune", "COMMUNE DE VALBRUNE"),
        ("Rapport d’observations définitives 2016", "COMMUNE DE VALBRUNE"),
    ],
)
def test_a_page_has_its_own_title_not_that_of_its_site(title: str, kept: str) -> None:
    assert complete(None, "r1", _raw("COMMUNE DE VALBRUNE", title=title)).title == kept


def test_the_subject_of_what_is_sent_to_parliament_is_its_title() -> None:
    letter = "J’ai l’honneur de vous adresser le rapport sur les ports de pêche que je viendrai présenter."
    assert _title("Le Premier président", "La Cour a enquêté.", letter) == "Les ports de pêche"
    assert _title("Le 3 mai 2016", "La Cour a enquêté.", "Objet : la pêche côtière") == "La pêche côtière"


def test_a_body_of_several_places_keeps_them_all_and_no_years() -> None:
    said = "L’examen de la gestion du syndicat mixte de Bourg, Valbrune et Roche a été clos."
    cover = "Syndicat mixte de Bourg, Valbrune et Roche (Brume)"
    assert _title("Synthèse", cover, said) == "Syndicat mixte de Bourg, Valbrune et Roche"
    assert (
        _title("Synthèse", "La gestion de la commune de Valbrune Années 2010 et suivantes")
        == "Commune de Valbrune"
    )
