"""Messages after a report that leave it: what another report surely tells."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

from actions.reports.answers import ask_reports
from actions.reports.follow_ups.going_on import going_on
from tests.actions.report_base import asked, focus_after, follow, wide_desk


def test_what_only_another_report_tells_is_told_by_it(tmp_path: Path) -> None:
    desk = wide_desk(tmp_path)
    port = "Que dit le rapport sur le dragage du port de Grisemer ?"
    question = asked(port, "report_search")
    focus = focus_after(question, ask_reports(question, desk))
    assert focus.reports[0][0] == "report:206"
    other = follow(
        "et sur la chaufferie au bois et le chauffage des logements ?", "report_search", focus, desk
    )
    assert other.status == "answered" and other.sources[0].report == "209"
    assert follow("et les logements ?", "report_search", focus, desk).rows[0] == "report:206"


def test_asking_whether_there_is_something_points_to_nothing_said_before(tmp_path: Path) -> None:
    desk = wide_desk(tmp_path)
    question = asked("Que dit le rapport sur le dragage du port de Grisemer ?", "report_search")
    focus = focus_after(question, ask_reports(question, desk))
    for text in (
        "y a-t-il quelque chose sur la chaufferie au bois et le chauffage des logements ?",
        "il y a quoi sur la chaufferie au bois et le chauffage des logements ?",
    ):
        assert follow(text, "report_search", focus, desk).sources[0].report == "209"


def test_what_pis_begins_stays_with_the_report(tmp_path: Path) -> None:
    desk = wide_desk(tmp_path)
    question = asked("Que dit le rapport sur le dragage du port de Grisemer ?", "report_search")
    focus = focus_after(question, ask_reports(question, desk))
    text = "pis la chaufferie au bois et le chauffage des logements"
    assert follow(text, "report_search", focus, desk).rows[0] == "report:206"


def test_a_ranking_without_a_thing_stays_with_the_report(tmp_path: Path) -> None:
    desk = wide_desk(tmp_path)
    question = asked("Que dit le rapport sur le dragage du port de Grisemer ?", "report_search")
    focus = focus_after(question, ask_reports(question, desk))
    on = going_on(asked("c'est quoi les plus chauffés ?", "report_search", focus), desk)
    assert on is not None and on.focus.rows[0] == "report:206"


def test_whether_it_recommends_anything_stays_with_the_report(tmp_path: Path) -> None:
    desk = wide_desk(tmp_path)
    question = asked("Que dit le rapport sur le dragage du port de Grisemer ?", "report_search")
    focus = focus_after(question, ask_reports(question, desk))
    for text in ("y a til des recommandations", "donc 14 logements ?"):
        on = going_on(asked(text, "report_recommendations", focus), desk)
        assert on is not None and on.focus.rows[0] == "report:206", text


def test_a_kind_of_body_said_of_a_report_asks_for_no_list(tmp_path: Path) -> None:
    desk = wide_desk(tmp_path)
    question = asked("Que dit le rapport sur le dragage du port de Grisemer ?", "report_search")
    focus = focus_after(question, ask_reports(question, desk))
    told = follow("quelles sont les villes ?", "report_list", focus, desk)
    assert {source.report for source in told.sources} == {"206"}


class _Near(SimpleNamespace):
    """A search that finds two cards."""

    def __init__(self, hits: list[Any]) -> None:
        super().__init__(search=lambda *_: hits, scores=lambda *_: {hits[1].ref: hits[1]})


def test_the_report_of_another_card_is_gone_over_to(tmp_path: Path) -> None:
    desk = wide_desk(tmp_path)
    question = asked("Que dit le rapport sur le dragage du port de Grisemer ?", "report_search")
    focus = focus_after(question, ask_reports(question, desk))
    near = [SimpleNamespace(ref=ref, score=at, similarity=at) for ref, at in (("209", 0.8), ("206", 0.1))]
    at: Any = SimpleNamespace(**{**vars(desk), "search": _Near(near)})
    text = "et le chauffage au bois, pourquoi ça coûte cher ?"
    on = going_on(asked(text, "report_search", focus), at)
    assert on is not None and not on.focus.rows and not on.inherited
    back = going_on(asked("revenons au port : et le chauffage au bois ?", "report_search", focus), at)
    assert back is not None and back.focus.rows[0] == "report:206"
