"""The report cards in the base of reports: put in where the report is not, and never over it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from knowledge.report_cards import ReportCard, load_report_cards
from knowledge.reports.base import ReportBase
from knowledge.reports.card_reports import put_in_cards
from knowledge.reports.catalogue_queries import ReportFilter
from knowledge.reports.ingest import add
from knowledge.reports.store import ReportStore
from tests.knowledge.reports.builders import StubExtractor, html_report

CARDS = load_report_cards()
POST = next(card for card in CARDS if card.key == "390077")


def changed(card: ReportCard) -> ReportCard:
    return card.model_copy(update={"summary_fr": "La Cour revient sur ce réseau."})


def test_a_card_is_a_report_of_the_base(base_path: Path) -> None:
    assert put_in_cards(base_path, [POST]) == 1
    base = ReportBase(base_path)
    details = base.report("390077")
    assert details is not None
    report = details.summary
    assert (report.card, report.type, report.date) == (True, "référé", date(2016, 2, 25))
    assert (details.figures, details.recommendations) == (8, 4)
    assert "La Poste" in [body.name for body in details.audited]
    assert [theme.id for theme in details.themes] == ["postal-banking"]
    assert base.figures("390077")[1].quote == "Bureaux de poste, 2014 : 9 574 bureaux de poste"
    assert base.find_reports(ReportFilter(kind="company", year=2016)).total == 1


def test_how_people_ask_is_searched_and_never_shown(base_path: Path) -> None:
    put_in_cards(base_path)
    base = ReportBase(base_path)
    shown = "\n".join(p.text + p.notes for card in CARDS for p in base.passages(card.key))
    assert not [question for card in CARDS for question in card.every_question if question in shown]
    asked = "j'ai une thèse et je suis au chômage, c'est courant ?"
    assert base.search_passages(asked).hits[0].report.id == "389063"


def test_nothing_is_written_where_nothing_changes(base_path: Path) -> None:
    assert put_in_cards(base_path) == len(CARDS)
    before = base_path.stat().st_mtime_ns
    assert put_in_cards(base_path) == 0
    assert base_path.stat().st_mtime_ns == before


def test_a_changed_card_is_replaced_and_a_withdrawn_one_goes(base_path: Path) -> None:
    put_in_cards(base_path, CARDS)
    assert put_in_cards(base_path, [changed(POST)]) == len(CARDS)
    base = ReportBase(base_path)
    assert base.count() == base.count(cards=True) == 1
    assert "revient sur ce réseau" in base.opening("390077", 1)[0].text


def test_a_report_added_takes_the_place_of_its_card_and_gives_it_back(
    base_path: Path, tmp_path: Path
) -> None:
    put_in_cards(base_path, [POST])
    file = tmp_path / "390077.html"
    file.write_bytes(html_report())
    outcome = add(file, base_path, extractor=StubExtractor(), workers=1)
    assert (outcome.added, outcome.replaced) == (1, 0)
    assert put_in_cards(base_path, [changed(POST)]) == 0
    base = ReportBase(base_path)
    assert base.count(cards=True) == 0 and base.cards(["390077"]) == {}
    with ReportStore(base_path) as store:
        store.remove("390077")
    assert put_in_cards(base_path, [POST]) == 1
    assert list(base.cards(["390077"])) == ["390077"]


def test_adding_reports_puts_in_no_card(folder: Path, base_path: Path) -> None:
    assert add(folder, base_path, extractor=StubExtractor(), workers=1).added == 3
    assert ReportBase(base_path).count() == 3


def test_a_writer_under_way_is_not_disturbed(base_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with ReportStore(base_path):
        assert put_in_cards(base_path) == 0
    assert "report cards: not put in: another process is adding reports" in caplog.text
    assert put_in_cards(base_path) == len(CARDS)


def test_a_damaged_base_does_not_stop_the_start(base_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    base_path.parent.mkdir(parents=True)
    base_path.write_bytes(b"damaged" * 2000)
    assert put_in_cards(base_path) == 0
    assert "is damaged" in caplog.text
