"""What a list of reports is narrowed to is read from names, numbers, months; the rest is its topic."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from actions.reports.lists.criteria import asks_for_any, criteria, kinds_named, topic_as_typed
from knowledge.text import stem

BASE: Any = SimpleNamespace(
    facets=lambda: {"region": [("Bretagne", 3)], "year": [("2015", 1), ("2016", 4)]},
    well_spelt=tuple,
    find_reports=lambda wanted, size: SimpleNamespace(total=int(wanted.kind != "ministry")),
)


def test_a_kind_of_body_that_no_report_is_on_is_a_topic() -> None:
    read = criteria("quels rapports sur les ministères ?", BASE)
    assert read.filter.empty and read.rest == (stem("ministeres"),)
    assert criteria("quels rapports sur les communes ?", BASE).kinds == ("commune",)


def test_university_hospitals_are_a_kind_with_nothing_left_to_narrow_it() -> None:
    read = criteria("quels rapports sur les centres hospitaliers universitaires ?", BASE)
    assert read.kinds == ("hospital",) and not read.rest


def test_regions_are_a_kind_of_body_unless_reports_are_counted_by_them() -> None:
    assert criteria("quelles régions ont été contrôlées ?", BASE).kinds == ("region",)
    assert not criteria("combien de rapports par régions ?", BASE).kinds


def test_examples_in_brackets_narrow_nothing() -> None:
    assert criteria("les rapports sur la Bretagne (Brest, Quimper etc)", BASE).rest == ()
    assert criteria("les rapports sur la Bretagne (ports)", BASE).rest == (stem("ports"),)


@pytest.mark.parametrize(
    ("text", "department"),
    [
        ("quels rapports dans le 44 ?", "Loire-Atlantique"),
        ("les rapports du 2A", "Corse-du-Sud"),
        ("quels rapports en 971", "Guadeloupe"),
        ("rapports sur le département 59", "Nord"),
        ("quels organismes de l'Aisne ont été contrôlés ?", "Aisne"),
        ("rapports dans la somme", "Somme"),
        ("quels rapports parlent de la somme versée", None),
        ("quels rapports sur Saint-Cyr-sur-Loire", None),
        ("quels rapports sur Saint-Martin-de-Ré", None),
        ("les rapports sur l'aménagement du territoire", None),
        ("quels rapports de 12 pages", None),
    ],
)
def test_a_department_is_read_from_its_name_or_number(text: str, department: str | None) -> None:
    assert criteria(text, BASE).filter.department == department


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("quels rapports en Picardie ?", "Picardie"),
        ("les hôpitaux picards", "Picardie"),
        ("les lycées en aquitaine poitou charente", "aquitaine poitou charentes"),
        ("quels rapports en Nouvelle-Aquitaine", "Nouvelle-Aquitaine"),
        ("nouvel aquitaine les rapports", "Nouvelle-Aquitaine"),
        ("les hôpitaux bretons", "Bretagne"),
        ("les centres hospitaliers du centre ville", None),
        ("les rapports sur le champagne", None),
        ("quels rapports sur la zone franche ?", None),
    ],
)
def test_a_region_may_be_one_of_before(text: str, region: str | None) -> None:
    read = criteria(text, BASE)
    assert read.filter.region == region
    assert not {"picard", "aquitain", "poitou"} & set(read.rest)


def test_towns_are_a_kind_though_their_plural_is_left_unwritten() -> None:
    assert kinds_named(" les ville controlees et des communes ") == [
        ("ville", "commune"),
        ("communes", "commune"),
    ]
    assert kinds_named(" la commune de brume ") == []


def test_a_number_that_is_no_department_is_left_unread() -> None:
    read = criteria("quels rapports dans le 99 en 2016", BASE)
    assert read.filter.department is None
    assert read.unread == ("99",)


def test_a_month_narrows_and_is_told_as_typed() -> None:
    read = criteria("les rapports de décembre 2016", BASE)
    assert (read.filter.year, read.filter.month) == (2016, 12)
    assert read.said == ("décembre 2016",)
    assert criteria("mais quels rapports ?", BASE).filter.month is None


@pytest.mark.parametrize(
    ("text", "court"),
    [
        ("quels rapports ont été publiés par la Cour des comptes", "Cour des comptes"),
        ("les rapports de la cour des comptes", "Cour des comptes"),
        ("les rapports des chambres de la Cour des comptes", None),
    ],
)
def test_the_court_narrows_to_its_own_reports(text: str, court: str | None) -> None:
    read = criteria(text, BASE)
    assert read.filter.jurisdiction == court
    assert read.rest == ()


def test_criteria_keep_the_words_and_accents_typed() -> None:
    assert criteria("Quels rapports sur les hôpitaux bretons ?", BASE).said == ("Bretagne", "hôpitaux")
    english = criteria("quel rapport hopitaux", BASE, "Which reports are about hospitals?")
    assert english.said == ("hospitals",)


def test_communities_of_communes_are_no_communes() -> None:
    assert criteria("les communautés de communes contrôlées", BASE).kinds == ("intercommunality",)


def test_what_is_left_is_the_topic() -> None:
    assert criteria("quels rapports portent sur les ports ?", BASE).rest == ("port",)
    assert criteria("combien de rapports au total dans ta base ?", BASE).rest == ()
    assert criteria("tous les rapports de la chambre territoriale des comptes", BASE).rest == ()
    assert topic_as_typed(("station", "ski"), "Rapports sur les stations de ski ?") == "stations de ski"
    assert topic_as_typed(("station", "ski"), "Reports on ski resorts") is None


@pytest.mark.parametrize(
    ("text", "intent", "asked_for"),
    [
        ("un rapport sur notre secteur en Gironde ?", "report_find", True),
        ("un rapport sur les piscines en Gironde ?", "report_find", False),
        ("un rapport sur les piscines en Gironde ?", "report_list", True),
        ("un rapport sur notre secteur en Gironde ?", "report_figure", False),
    ],
)
def test_an_area_alone_asks_for_the_list_of_its_reports(text: str, intent: str, asked_for: bool) -> None:
    assert criteria(text, BASE).are_asked(intent) == asked_for


def test_a_town_is_more_than_a_word_for_its_area() -> None:
    assert "arcachon" in criteria("quels rapports sur Arcachon ?", BASE).rest
    assert criteria("les communes bretonnes", BASE).rest == ()
    assert criteria("quels rapports sur Nantes ?", BASE).rest == (stem("nantes"),)
    assert criteria("les hôpitaux nantais", BASE).rest == (stem("nantes"),)
    assert criteria("les communes iséroises", BASE).rest == ()
    assert criteria("les communes iséroises du Vercors", BASE).rest == (stem("vercors"),)


def test_who_asks_names_no_kind_of_body() -> None:
    assert kinds_named(" je suis conseillere municipale ") == []
    assert kinds_named(" les bibliotheques municipales ") == [("municipales", "commune")]
    assert kinds_named(" chambre commerce controle ") == [("chambre commerce", "consular-chamber")]


def test_to_whom_reports_are_sent_is_no_topic() -> None:
    text = "les communications de la Cour des comptes aux parlementaires, s'il vous plaît"
    assert criteria(text, BASE).rest == ()
    assert criteria("Brume a plusieurs rapports ?", BASE).rest == (stem("brume"),)


def test_a_town_named_after_a_region_is_not_the_region() -> None:
    read = criteria("Aix-en-Provence", BASE)
    assert read.filter.region is None and "aix" in read.rest


@pytest.mark.parametrize(
    ("text", "any_report"),
    [("tous les rapports", True), ("Reports", True), ("régions", False), ("AP-HP", False), ("???", False)],
)
def test_only_words_for_reports_ask_for_any(text: str, any_report: bool) -> None:
    assert asks_for_any(text) == any_report


def test_what_was_just_told_is_no_topic() -> None:
    assert not criteria("un autre rapport là-dessus ?", BASE).rest


def test_a_chamber_is_no_topic() -> None:
    for text in (
        "quels rapports de la CRC Bretagne sur les communes ?",
        "rapports de la CTC sur les communes",
    ):
        assert criteria(text, BASE).rest == ()
