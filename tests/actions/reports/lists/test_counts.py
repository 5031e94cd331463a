"""How many reports there are and which, by type and by age."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from actions.reports.answers import ask_reports
from actions.reports.lists.counts import by_age, without_age
from tests.actions.report_base import asked
from tests.actions.reports.card_base import desk_of_cards


@pytest.fixture(scope="module")
def cards(tmp_path_factory: pytest.TempPathFactory) -> Any:
    folder: Path = tmp_path_factory.mktemp("counts")
    return desk_of_cards(folder)


def test_the_newest_or_oldest_of_some_reports(cards: Any) -> None:
    reports = cards.reports.find_reports(size=100).reports
    dates = sorted(str(one.date) for one in reports)
    assert [str(one.date) for one in by_age("le plus vieux", reports)][:1] == dates[:1]
    assert str(by_age("the latest one", reports)[0].date) == dates[-1]
    assert str(by_age("quel est le dernier rapport publié", reports)[0].date) == dates[-1]
    assert not by_age("les rapports", reports)
    assert not by_age("le dernier rapport parle de quoi", reports)
    assert without_age("le rapport le plus ancien sur un port").split() == "le rapport le sur un port".split()


def test_several_of_the_newest_are_shown_where_several_are_asked_for(cards: Any) -> None:
    told = ask_reports(asked("les derniers rapports publiés", "report_list"), cards)
    assert told.text.startswith("Les 10 plus récents des 31 rapports") and len(told.blocks[1].items) == 10
    dates = [
        str(one.date) for one in by_age("les plus anciens", cards.reports.find_reports(size=100).reports)
    ]
    assert len(dates) == 10 and dates == sorted(dates)
    assert "Le plus récent des" in ask_reports(asked("le dernier rapport publié", "report_list"), cards).text


def test_all_of_few_reports_are_listed_unless_only_their_number_is_asked(cards: Any) -> None:
    told = ask_reports(asked("la liste complète des 31 titres", "report_list"), cards)
    assert "31 rapports" in told.text and len(told.blocks[1].items) == 31
    counted = ask_reports(asked("combien de rapports avez-vous ?", "report_list"), cards)
    assert "Par juridiction" in counted.text


def test_types_named_together_are_counted_each(cards: Any) -> None:
    told = ask_reports(asked("combien de référés et de communications en 2016 ?", "report_list"), cards)
    assert "référé : 18" in told.text and "communication au Parlement : 11" in told.text


def test_the_age_is_told_of_the_reports_asked_for(cards: Any) -> None:
    told = ask_reports(asked("quel est le plus ancien rapport ?", "report_list"), cards)
    assert told.text.startswith("Le plus ancien des 31 rapports")


def test_it_is_told_of_when_the_reports_are_where_none_is_of_the_year(cards: Any) -> None:
    told = ask_reports(asked("Y a-t-il des rapports de 2018 ?", "report_list"), cards)
    assert told.status == "not_found"
    assert "n'est de 2018 : leurs dates vont du 5 janvier 2016 au 23 janvier 2017" in told.text
    assert "« 318 »" in ask_reports(asked("la liste des 318 rapports", "report_list"), cards).text
