"""The questions a report base answers, on three invented reports."""

import sqlite3

import pytest

from knowledge.reports.base import ReportBase
from knowledge.reports.catalogue_queries import ReportFilter, report_ranking


def test_lists_are_filtered_and_paged(base: ReportBase) -> None:
    assert base.find_reports().total == 3
    assert base.find_reports(ReportFilter(year=2015)).reports[0].id == "103"
    assert base.find_reports(ReportFilter(department="brume")).total == 3
    assert base.find_reports(ReportFilter(department="Ailleurs")).total == 0
    assert base.find_reports(ReportFilter(theme="debt", kind="hôpital")).total == 1
    assert base.find_reports(ReportFilter(q="hôpital")).reports[0].id == "103"
    second = base.find_reports(page=2, size=2)
    assert (len(second.reports), second.total) == (1, 3)


def test_words_find_every_report_of_a_large_base() -> None:
    db = sqlite3.connect(":memory:")
    db.execute("CREATE VIRTUAL TABLE report_index USING fts5(title, organisations, themes, headings, body)")
    rows = [("commun", "", "", "", "")] * 700  # the index holds stems
    db.executemany("INSERT INTO report_index VALUES (?, ?, ?, ?, ?)", rows)
    assert len(report_ranking(db, ["commun"])) == 700


def test_a_report_is_described(base: ReportBase) -> None:
    details = base.report("101")
    assert details is not None
    assert details.summary.period == (2010, 2014)
    assert details.organisations[0].organisation.name == "Commune de Valbrune"
    assert [section.title for section in details.sections] == [
        "Synthèse",
        "Les finances",
        "La dette",
        "Le personnel",
    ]
    assert base.report("none") is None
    assert base.passages("101", 2)[0].notes == "1. Hors budgets annexes."
    assert base.tables("101")[0].header == (("", "2013", "2014"),)


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("Valbrune", "Commune de Valbrune"),
        ("la mairie de valbrune", "Commune de Valbrune"),
        ("Que dit la chambre sur la ville de Valbrunne ?", "Commune de Valbrune"),
        ("le CH de Valbrune", "Hôpital de Valbrune"),
        ("lhopital de valbrune", "Hôpital de Valbrune"),
        ("valbrune sur mer", "Commune de Valbrune-sur-Mer"),
    ],
)
def test_names_are_found(base: ReportBase, asked: str, expected: str) -> None:
    assert base.find_organisations(asked)[0].organisation.name == expected


def test_near_homonyms_are_all_returned(base: ReportBase) -> None:
    found = base.find_organisations("Valbrune")
    assert [match.organisation.name for match in found[:2]] == ["Commune de Valbrune", "Hôpital de Valbrune"]
    assert found[0].score - found[1].score < 0.15


def test_unknown_names_find_nobody(base: ReportBase) -> None:
    assert base.find_organisations("Quimperlac") == ()


def test_a_passage_is_found_and_explained(base: ReportBase) -> None:
    result = base.search_passages("Pourquoi la dette de Valbrune a-t-elle bondi ?")
    best = result.hits[0]
    assert (best.report.id, best.place.path) == ("101", ("Les finances", "La dette"))
    assert "bondi en 2014" in best.quote
    assert best.coverage > 0.6
    assert "Commune de Valbrune" in best.reason


def test_a_report_guessed_must_say_most_of_the_question(base: ReportBase) -> None:
    assert base.says_most("Pourquoi la dette a-t-elle bondi ?", ["101"])
    assert not base.says_most("Pourquoi la dette a-t-elle bondi ?", ["102"])
    assert not base.says_most("Pourquoi la dette a-t-elle bondi ?", [])


def test_what_is_not_said_has_no_coverage(base: ReportBase) -> None:
    result = base.search_passages("Quel est le trafic du tramway ?")
    assert not result.hits or result.hits[0].coverage < 0.3


@pytest.mark.parametrize("question", ["", "   ", "?!", '"OR" AND NEAR(', "a" * 2000, "de la du"])
def test_any_text_may_be_asked(base: ReportBase, question: str) -> None:
    base.search_passages(question)
    base.answer_figures(question)


@pytest.mark.parametrize(
    ("question", "printed"),
    [
        ("Quel était l'endettement de la commune de Valbrune en 2014 ?", "2 500 k€"),
        ("Quel était l'endettement de la commune de Valbrune en 2013 ?", "1 200 k€"),
        ("encours de la dette de Valbrune-sur-Mer en 2014", "3 500 k€"),
        ("À combien s'élevait l'annuité à Valbrune en 2014 ?", "110 k€"),
    ],
)
def test_a_figure_is_found_by_measure_and_year(base: ReportBase, question: str, printed: str) -> None:
    assert base.answer_figures(question)[0].printed == printed


def test_a_year_without_figure_gives_none(base: ReportBase) -> None:
    assert base.answer_figures("Quel était l'endettement de Valbrune en 1999 ?") == ()


def test_recommendations(base: ReportBase) -> None:
    assert base.recommendations("101")[0].text == "Adopter un plan de désendettement."
    assert base.recommendations("none") == ()
    assert base.search_recommendations("plan désendettement")[0].number == "1"


def test_dossiers_comparison_neighbours(base: ReportBase) -> None:
    town = base.find_organisations("Valbrune")[0].organisation
    sea = base.find_organisations("Valbrune-sur-Mer")[0].organisation
    dossier = base.organisation_dossier(town.id)
    assert dossier is not None
    assert [report.id for report in dossier.audited_in] == ["101"]
    assert dossier.figures
    assert base.theme_dossier("debt") is not None
    compared = base.compare([town.id, sea.id])
    assert {figure.year for figure in compared.figures} == {2013, 2014}
    assert base.neighbours(town.id) == (sea,)
