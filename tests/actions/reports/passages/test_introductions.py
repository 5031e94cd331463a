"""No answer opens on the title of a table, an introduction without its table, a sentence with a hole."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from actions.answer import Quote
from actions.reports.answers import ask_reports
from actions.reports.passages.introductions import has_a_hole, only_titles, with_what_follows
from knowledge.reports.base import ReportBase
from tests.actions.report_base import asked, desk_with
from tests.knowledge.reports.invented import Report, store, write_reports

_INTRODUCTION = "Le régime des congés accordés aux agents de la commune de Valbrune est le suivant :"
REPORT = Report(
    "Commune de Valbrune",
    {
        "Les congés": _INTRODUCTION,
        "Le port": "Le port de la commune compte deux cents anneaux. Ils sont loués à l’année, comme suit :",
        "La dette": "Le stock de la dette de la commune de Valbrune vient d’emprunts reposant sur .",
        "L’encours de la dette": "L’encours de la dette de Valbrune baisse depuis cinq ans.",
    },
)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Any:
    folder: Path = tmp_path_factory.mktemp("introductions")
    reports = write_reports(folder / "reports", {"401": REPORT})
    return desk_with(ReportBase(store(reports, folder / "data" / "reports.sqlite3")))


@pytest.mark.parametrize(
    ("text", "only"),
    [
        ("Tableau n° 23 : Le stock de dettes\nTableau n° 24 : Encours net", True),
        ("Graphique 10\nSource : fiches de paie", True),
        ("ANNEXE 3", True),
        ("________", True),
        ("Tableau 5 : La dette\nLa dette baisse.", False),
        ("Les sources de la rivière sont polluées.", False),
        ("- 25 lits de médecine", False),
    ],
)
def test_titles_of_tables_say_nothing(text: str, only: bool) -> None:
    assert only_titles(text) is only


def test_a_lost_word_is_seen() -> None:
    assert has_a_hole("Un modèle reposant sur . Le reste est connu.")
    assert not has_a_hole("Un modèle qui repose sur le tourisme.")


def _quoted(desk: Any, text: str) -> list[str]:
    answer = ask_reports(asked(text, "report_search"), desk)
    return [block.text for block in answer.blocks if isinstance(block, Quote)]


def test_a_sentence_with_a_hole_stands_behind(desk: Any) -> None:
    quotes = _quoted(desk, "que dit le rapport du stock de la dette de Valbrune et de ses emprunts")
    assert quotes[0].startswith("L’encours")
    assert any("reposant sur ." in quote for quote in quotes)


def test_an_introduction_is_not_quoted_without_what_it_introduces(desk: Any) -> None:
    quotes = _quoted(desk, "Valbrune : les anneaux du port sont loués comment ?")
    assert quotes[0] == "Le port de la commune compte deux cents anneaux."
    assert _quoted(desk, "Valbrune : quel est le régime des congés des agents ?")[0] != _INTRODUCTION


class _Base:
    """A base in which one passage follows another."""

    def __init__(self, *rows: Any) -> None:
        self.rows = rows

    def passages(self, report: str, section: int) -> tuple[Any, ...]:
        return self.rows


def _hits(desk: Any, *texts: str) -> list[Any]:
    hit = desk.reports.search_passages("Valbrune dette", limit=5).hits[0]
    return [replace(hit, text=text) for text in texts]


def test_an_introduction_comes_with_its_table(desk: Any) -> None:
    introduction, table, lined, other = _hits(
        desk, _INTRODUCTION, "Congés annuels | 32 jours", "Ils sont loués.\nLe tableau les donne :", "Autre."
    )
    base: Any = _Base(introduction, table)
    texts = [hit.text for hit in with_what_follows([introduction, lined, other], base)]
    assert texts == [_INTRODUCTION, "Congés annuels | 32 jours", "Ils sont loués.", "Autre."]
    alone: Any = _Base(introduction)
    assert with_what_follows([introduction, other], alone) == [other]
    assert with_what_follows([introduction], alone) == [introduction]
