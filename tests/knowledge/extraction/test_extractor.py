"""The extractor as ingestion calls it, and what it says of a report."""

import pickle

import pytest

from knowledge.extraction import ReportExtractor
from knowledge.extraction.jurisdictions import find_jurisdiction, report_type
from knowledge.extraction.lines import document_lines
from knowledge.extraction.national import find_national_bodies
from knowledge.extraction.periods import find_period
from knowledge.extraction.places import department, department_of_postcode, region
from knowledge.extraction.themes import definitions, find_themes
from knowledge.reports.document import Document
from knowledge.reports.extracted import Period
from tests.knowledge.extraction.builders import document


@pytest.fixture
def report() -> Document:
    """A short report of a chamber on an invented commune."""
    return document(
        (
            "",
            [
                "COMMUNE DE VALBRUNE",
                "Exercices 2010 et suivants",
                "Observations délibérées le 2 mars 2016",
                "La chambre régionale des comptes de Bretagne a examiné la commune de Valbrune.",
            ],
        ),
        (
            "Dette",
            [
                "L’encours de dette atteint 3,2 M€ en 2014. L’endettement par habitant est élevé.",
                "De 2010 à 2014, l’emprunt structuré a pesé sur l’autofinancement.",
            ],
        ),
        ("Recommandations", ["Recommandation n° 1 : renégocier l’emprunt structuré."]),
    )


def test_everything_is_understood(report: Document) -> None:
    extraction = ReportExtractor(entities=False).extract(report)
    assert extraction.organisations[0].name == "commune de Valbrune"
    assert extraction.period == Period(2010, 2014)
    assert (extraction.type, extraction.jurisdiction) == ("ROD", "CRC Bretagne")
    assert (extraction.department, extraction.region) == ("Finistère", "Bretagne")
    assert [r.number for r in extraction.recommendations] == ["1"]
    assert extraction.themes[0].id == "debt"
    assert any(f.value == 3_200_000 and f.year == 2014 for f in extraction.figures)


def test_an_empty_document_raises_nothing() -> None:
    extraction = ReportExtractor(entities=False).extract(document(title=""))
    assert extraction.recommendations == ()
    assert extraction.figures == ()


def test_the_extractor_can_be_sent_to_a_process() -> None:
    copy = pickle.loads(pickle.dumps(ReportExtractor(entities=False)))
    assert copy.themes() == definitions()


@pytest.mark.parametrize(
    ("line", "period"),
    [
        ("Exercices 2008 à 2014", Period(2008, 2014)),
        ("Années 2007 et suivantes", Period(2007, 2015)),
        ("à compter de l’exercice 2009", Period(2009, 2015)),
        ("(exercices 2010-2013)", Period(2010, 2013)),
    ],
)
def test_the_audited_years(line: str, period: Period) -> None:
    source = document(("", [line]))
    assert find_period(document_lines(source), source.metadata) == period


def test_a_report_of_the_court() -> None:
    source = document(("", ["La Cour recommande."]), type="Référé", jurisdiction="COUR DES COMPTES")
    lines = document_lines(source)
    assert find_jurisdiction(source.metadata, lines, None) == "Cour des comptes"
    assert report_type(source.metadata, lines) == "référé"


def test_places() -> None:
    assert [
        d.name for d in map(department, ("29", "Cote d'Or", "Département de l'Oise", "Réunion")) if d
    ] == ["Finistère", "Côte-d'Or", "Oise", "La Réunion"]
    assert region("Nord-Pas-de-Calais") == "Hauts-de-France"
    postcode = department_of_postcode("20200")
    assert postcode is not None and postcode.name == "Haute-Corse"


def test_the_taxonomy_has_thirty_to_sixty_distinct_themes() -> None:
    ids = [definition.id for definition in definitions()]
    assert 30 <= len(ids) <= 60
    assert len(set(ids)) == len(ids)
    assert all(
        definition.label and definition.label_en and definition.keywords for definition in definitions()
    )


def test_stations_are_no_car_parks_and_operations_no_operators() -> None:
    text = (
        "La station gère les opérations des stations de ski, et chaque opération de la station de montagne."
    )
    found = find_themes("Station de Valbrune", document_lines(document(("Les stations", [text]))))
    assert not {"parking", "digital-networks"} & {theme.id for theme in found}
    parked = find_themes("Le stationnement à Valbrune", [])
    assert [theme.id for theme in parked] == ["parking"]


def test_a_report_is_known_by_the_acronym_of_what_its_title_names() -> None:
    lines = document_lines(document(("", ["La journée pêche et avenir (JPA) a lieu au port."])))
    bodies = find_national_bodies("La journée pêche et avenir", lines)
    assert [(body.name, body.aliases) for body in bodies] == [("journée pêche et avenir", ("JPA",))]
    assert not find_national_bodies("La pêche côtière", lines)
    assert not find_national_bodies("La journée pêche et avenir (JPA)", lines)  # its title says it
