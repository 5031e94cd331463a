"""Two bodies compared: both named, one spoken of before, or the last two of a talk."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import pytest

from actions.answer import Quote
from actions.conversation.focus import Focus
from actions.reports.answers import ask_reports
from actions.reports.compare import in_one_unit
from actions.reports.follow_ups.going_on import going_on
from actions.reports.routing import is_about_reports
from knowledge.reports.base import ReportBase
from tests.actions.report_base import asked, desk_with, focus_after, reports_told, wide_desk
from tests.knowledge.reports.invented import WIDE, Report, store, write_reports


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Any:
    return wide_desk(tmp_path_factory.mktemp("comparison"))


@pytest.mark.parametrize(
    "text",
    [
        "Comparez la commune de Montclair et la commune de Valbrune-sur-Mer",
        "Quelle différence entre la commune de Montclair et la commune de Valbrune-sur-Mer ?",
        "Compare Montclair and Valbrune-sur-Mer",
    ],
)
def test_two_bodies_are_put_side_by_side(desk: Any, text: str) -> None:
    answer = ask_reports(asked(text, "report_compare"), desk)
    assert {"201", "207"} <= reports_told(answer)
    quotes = [block for block in answer.blocks if isinstance(block, Quote)]
    assert [quote.text for quote in quotes] == [WIDE[key].sections["Synthèse"] for key in ("201", "207")]


def test_a_comparison_without_common_figures_says_so_and_tells_what_each_report_says(desk: Any) -> None:
    text = "Compare la cantine de Montclair et de la commune de Valbrune"
    answer = ask_reports(asked(text, "report_compare"), desk)
    assert "Les années et les périmètres des chiffres peuvent différer" in answer.text
    assert WIDE["201"].sections["La cantine"] in answer.text
    assert "Commune de Valbrune (Brume) : je n'ai rien trouvé" in answer.text


@pytest.mark.parametrize(
    "text", ["compare avec le port de Grisemer", "comparer nos dettes à celles du port de Grisemer"]
)
def test_the_body_spoken_of_is_compared_with_the_one_named(desk: Any, text: str) -> None:
    first = asked("Que dit le rapport sur le théâtre de Vermelle ?", "report_search")
    focus = focus_after(first, ask_reports(first, desk))
    answer = ask_reports(asked(text, "report_compare", focus), desk)
    assert {"208", "206"} <= reports_told(answer)


@pytest.mark.parametrize("text", ["compare les deux", "laquelle des deux est la plus endettée ?"])
def test_both_are_the_last_two_bodies_spoken_of(desk: Any, text: str) -> None:
    focus = Focus()
    for before in (
        "Que dit le rapport sur le théâtre de Vermelle ?",
        "Que dit le rapport sur le port de Grisemer ?",
    ):
        first = asked(before, "report_search", focus)
        focus = focus_after(first, ask_reports(first, desk))
    on = going_on(asked(text, "report_compare", focus), desk)
    assert on is not None
    answer = ask_reports(on, desk)
    assert {"208", "206"} <= reports_told(answer)


def test_amounts_side_by_side_are_in_one_unit() -> None:
    cells: Any = [
        SimpleNamespace(printed="0,88 M€", value=Decimal(880_000)),
        SimpleNamespace(printed="4 900 244 €", value=Decimal(4_900_244)),
    ]
    assert in_one_unit(cells, "fr") == ["0,88 M€", "4,9 M€"]
    assert in_one_unit([*cells[:1], None], "fr") == ["0,88 M€", "–"]


@pytest.mark.parametrize("intent", ["report_compare", "report_figure", "report_search"])
def test_all_bodies_are_not_compared_and_their_list_is_offered(desk: Any, intent: str) -> None:
    question = asked("Quelles communes ont la plus grosse dette ?", intent)
    answer = ask_reports(question, desk)
    assert is_about_reports(question)
    assert answer.status == "clarify" and "deux à la fois" in answer.text
    assert [one.text for one in answer.quick_replies] == ["Quels rapports portent sur des communes ?"]


def test_amounts_of_one_year_under_other_labels_are_put_side_by_side(tmp_path: Any) -> None:
    files = {
        "301": Report("Port de Grisemer", {"Synthèse": "Le port vit de ses droits."},
                      (("", "2013", "2014"), ("Encours de la dette", "300", "400"))),
        "302": Report("Régie de Tourvent", {"Synthèse": "La régie brûle du bois."},
                      (("", "2014", "2015"), ("- Autres dettes et créances", "50", "60"),
                       ("Dette du budget annexe", "20", "30"), ("Dette financière", "700", "800"))),
    }  # fmt: skip
    reports = write_reports(tmp_path / "reports", files)
    two = desk_with(ReportBase(store(reports, tmp_path / "data" / "reports.sqlite3")))
    text = "Compare la dette du port de Grisemer et de la régie de Tourvent"
    answer = ask_reports(asked(text, "report_compare"), two)
    assert "ne donnent pas de chiffre commun" not in answer.text
    assert "Dette (2014) | 400 k€ | 700 k€" in answer.text


def test_a_report_that_says_it_in_passing_or_counts_the_whole_is_told_so(tmp_path: Any) -> None:
    port = {
        "La durée du travail": "La durée du travail y est de 1 547 heures.",
        "Présentation": "Le port emploie 151 agents en 2014.",
    }
    works = {
        "Le bois": "La régie brûle du bois et ses agents ont du travail, ce qui dure.",
        "Présentation": "Elle emploie 32 agents.",
    }
    files = {"301": Report("Port de Grisemer", port, ()), "302": Report("Régie de Tourvent", works, ())}
    reports = write_reports(tmp_path / "reports", files)
    two = desk_with(ReportBase(store(reports, tmp_path / "data" / "reports.sqlite3")))
    text = "Compare la durée du travail au port de Grisemer et à la régie de Tourvent"
    hours = ask_reports(asked(text, "report_compare"), two).text
    assert "1 547 heures" in hours and "Régie de Tourvent (Brume) : le rapport n'en parle" in hours
    text = "Qui a le plus d'agents, le port de Grisemer ou la régie de Tourvent ?"
    staff = ask_reports(asked(text, "report_compare"), two).text
    assert "emploie 151 agents" in staff and "emploie 32 agents" in staff and "bois" not in staff


def test_one_of_those_compared_is_asked_alone(desk: Any) -> None:
    on = going_on(asked("et la cantine à Montclair ?", "report_search", _compared(desk)), desk)
    assert on is not None and reports_told(ask_reports(on, desk)) == {"201"}


def _compared(desk: Any) -> Focus:
    first = asked("Compare Montclair and Valbrune-sur-Mer", "report_compare")
    return focus_after(first, ask_reports(first, desk))


@pytest.mark.parametrize("text", ["laquelle a le plus de personnel ?", "et la cantine ?"])
def test_a_comparison_goes_on_with_the_same_bodies(desk: Any, text: str) -> None:
    on = going_on(asked(text, "report_search", _compared(desk)), desk)
    assert on is not None
    assert "Montclair" in (told := ask_reports(on, desk).text) and "Valbrune" in told


def test_those_named_after_a_comparison_are_asked_the_last_question(desk: Any) -> None:
    before = replace(_compared(desk), text="laquelle a la meilleure cantine")
    read = asked("non, entre Montclair et Valbrune-sur-Mer je veux dire", "report_search", before)
    on = going_on(read, desk)
    assert on is not None and on.intent == "report_compare" and "cantine" in on.text


def test_a_body_named_after_a_comparison_is_put_beside_the_others(desk: Any) -> None:
    on = going_on(asked("et le port de Grisemer ?", "report_search", _compared(desk)), desk)
    assert on is not None
    assert {"201", "206", "207"} <= reports_told(ask_reports(on, desk))


def test_the_talk_goes_on_about_the_body_put_beside_the_last(desk: Any) -> None:
    first = asked("Que dit le rapport sur le théâtre de Vermelle ?", "report_search")
    focus = focus_after(first, ask_reports(first, desk))
    answer = ask_reports(asked("et par rapport au port de Grisemer ?", "report_search", focus), desk)
    assert {"208", "206"} <= reports_told(answer) and answer.rows[0] == "report:206"
