"""Answers on reports, with a base of three invented ones."""

from __future__ import annotations

import re
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

from actions.answer import Answer, Figure, ItemList, Quote
from actions.conversation.focus import Focus
from actions.question import Reading
from actions.reports.answers import ask_reports
from actions.reports.bodies.rivals import offering_namesakes, settled_on
from actions.reports.follow_ups.located import locate
from actions.reports.routing import REPORTS_LIKELY, REPORTS_POSSIBLE, report_probability
from actions.reports.subject import Subject
from knowledge.reports.models import OrganisationRow, SearchResult
from knowledge.text import stem
from tests.actions.report_base import asked, desk_with, focus_after, reports_told


def test_a_passage_is_quoted_word_for_word_with_its_place(desk: Any) -> None:
    answer = ask_reports(
        asked("Pourquoi la dette de la commune de Montclair a-t-elle bondi ?", "report_search"), desk
    )
    assert answer.status == "answered"
    source = answer.sources[0]
    assert source.report == "102"
    assert source.url is not None and source.url.startswith("/rapports/102#")
    assert source.date == "2016-03-05"
    quotes = [block for block in answer.blocks if isinstance(block, Quote)]
    texts = [passage.text for passage in desk.reports.passages("102")]
    assert quotes and all(
        any(quote.text in text for text in texts) for quote in quotes if "|" not in quote.text
    )
    assert answer.quick_replies and answer.links[0].url == "/rapports/102"


def test_a_figure_comes_with_its_row_column_and_years(desk: Any) -> None:
    answer = ask_reports(
        asked("Quel était l'encours de la dette de Montclair en 2014 ?", "report_figure"), desk
    )
    assert answer.status == "answered"
    assert "3 500 k€" in answer.text
    charts = [block for block in answer.blocks if isinstance(block, Figure)]
    assert [point.label for point in charts[0].points] == ["2013", "2014"]
    assert "Encours de la dette, 2014" in (answer.sources[0].locator or "")


def test_figures_name_their_report_where_several_are_quoted(desk: Any) -> None:
    several = ask_reports(asked("Quelle est la dette en 2014 ?", "report_figure"), desk)
    assert len(reports_told(several)) > 1
    named = "Commune de Valbrune, CRTC, 3 février 2016 – Encours de la dette, 2014"
    assert several.text.startswith(named)
    alone = ask_reports(asked("Quelle est la dette de la commune de Montclair ?", "report_figure"), desk)
    assert re.match(r"Commune de Montclair, .* 20\d\d :\nEncours de la dette", alone.text)


def test_a_year_the_report_does_not_give_is_said_without_any_figure(desk: Any) -> None:
    answer = ask_reports(
        asked("Quel était l'encours de la dette de Montclair en 2003 ?", "report_figure"), desk
    )
    assert answer.status == "not_found"
    assert "2013–2014" in answer.text
    assert "k€" not in answer.text


def test_recommendations_are_all_given(desk: Any) -> None:
    answer = ask_reports(asked("Que recommande la chambre à Montclair ?", "report_recommendations"), desk)
    lists = [block for block in answer.blocks if isinstance(block, ItemList)]
    assert answer.status == "answered"
    assert lists[0].items == ("n° 1 : Adopter un plan de désendettement.",)


def test_bodies_of_one_name_are_asked_about(desk: Any) -> None:
    answer = ask_reports(asked("Quel est l'encours de la dette de Valbrune ?", "report_figure"), desk)
    assert answer.status == "clarify"
    assert {reply.label.split(" (")[0] for reply in answer.quick_replies} == {
        "Commune de Valbrune", "Hôpital de Valbrune",
    }  # fmt: skip


def test_one_body_under_two_names_is_not_asked_about() -> None:
    one = OrganisationRow(1, "institut de cancérologie de la Loire Lucien Neuwirth", "hospital", "Loire")
    other = OrganisationRow(2, "institut de cancérologie de loire Lucien Neuwirth", "hospital", "Loire")
    settled = settled_on(_telling({}), Subject("sa trésorerie fin 2014", rivals=(one, other)))
    assert settled.bodies == (one, other)
    assert not settled.rivals


@pytest.mark.parametrize(
    ("second", "asked_which"),
    [
        ("Le tableau n° 11 donne les tarifs du parking.", False),
        ("Les tarifs de la cantine.", True),
        ("Le tableau n° 4 donne les 12 tarifs du parking.", True),
    ],
)
def test_bodies_of_which_two_reports_say_the_same_are_not_asked_about(second: str, asked_which: bool) -> None:
    town = OrganisationRow(1, "commune de Montclair", "commune", "Loire")
    ward = OrganisationRow(2, "hôpital de Montclair", "hospital", "Loire")
    base = _telling({"report-1": "Le tableau n° 4 donne les tarifs du parking.", "report-2": second})
    settled = settled_on(base, Subject("les tarifs à Montclair", rivals=(town, ward)))
    assert bool(settled.rivals) is asked_which


def test_a_town_is_asked_for_its_only_recommendation_though_another_report_speaks_more_of_them() -> None:
    town = OrganisationRow(1, "commune de Montclair", "commune", "Loire")
    around = OrganisationRow(2, "communauté du Pays de Montclair", "intercommunality", "Loire")
    more = {"report-1": 0.3, "report-2": 0.9}
    told = {"report-1": "Un inventaire.", "report-2": "Une recommandation."}
    base = _telling(told, (stem("recommandation"), stem("seule")), more)
    text = "Montclair a eu une seule recommandation, laquelle ?"
    assert settled_on(base, Subject(text, rivals=(town, around))).bodies == (town,)
    base = _telling(told, ("tarif", "quai"), more)
    assert settled_on(base, Subject("les tarifs à Montclair", rivals=(town, around))).bodies == (around,)


def test_the_town_is_meant_rather_than_the_bodies_around_it() -> None:
    town = OrganisationRow(1, "commune de Montclair", "commune", "Loire")
    around = OrganisationRow(2, "agglomération du Grand Montclair", "intercommunality", "Loire")
    base = _telling({"report-1": "Les tarifs du parking.", "report-2": "Les tarifs de la cantine."})
    settled = settled_on(base, Subject("les tarifs à Montclair", rivals=(town, around)))
    assert settled.bodies == (town,)
    assert settled.namesakes == (around,)


def test_a_body_around_another_town_of_that_name_is_asked_about() -> None:
    town = OrganisationRow(1, "commune de Montclair", "commune", "Loire")
    around = OrganisationRow(2, "Montclair Communauté", "intercommunality", "Oise")
    base = _telling({"report-1": "Les tarifs du parking.", "report-2": "Les tarifs de la cantine."})
    assert settled_on(base, Subject("les tarifs à Montclair", rivals=(town, around))).rivals


def _telling(
    passages: dict[str, str], terms: tuple[str, ...] = ("tarif",), coverage: dict[str, float] | None = None
) -> Any:
    """A base with one passage a report, as near as any other but for ``coverage``; report-N is on body N."""
    report = {key: SimpleNamespace(id=key) for key in passages}
    place = SimpleNamespace(path=("Le stationnement",))

    def search(_: str, report_id: str | None = None, **__: Any) -> Any:
        found: list[Any] = [
            SimpleNamespace(
                report=report[key], place=place, text=text, coverage=(coverage or {}).get(key, 0.5), score=1.0
            )
            for key, text in passages.items()
            if report_id in (None, key)
        ]
        return SearchResult(tuple(found), (), terms, ())

    return SimpleNamespace(
        titled=lambda names: (),
        search_passages=search,
        reports_on=lambda body: [report[f"report-{body}"]],
        report_on_another=lambda _: None,
    )


def test_the_choice_offered_is_understood(desk: Any) -> None:
    first = ask_reports(asked("Quel est l'encours de la dette de Valbrune ?", "report_figure"), desk)
    chosen = next(reply for reply in first.quick_replies if reply.label.startswith("Hôpital"))
    answer = ask_reports(asked(chosen.text, "report_figure"), desk)
    assert answer.status == "answered"
    assert {source.report for source in answer.sources} == {"103"}


def test_a_body_without_a_report_is_not_answered_for(desk: Any) -> None:
    answer = ask_reports(asked("Quelle est la dette de la mairie de Sauveterre ?", "report_figure"), desk)
    assert answer.status == "not_found"
    assert answer.contact is not None
    assert "k€" not in answer.text


def test_what_a_report_never_mentions_is_said_so(desk: Any) -> None:
    answer = ask_reports(asked("Le rapport sur Montclair parle-t-il des éoliennes ?", "report_search"), desk)
    assert answer.status == "not_found"
    assert answer.sources[0].report == "102"


def test_a_follow_up_keeps_the_body_and_changes_the_year(desk: Any) -> None:
    question = asked("Quel était l'encours de la dette de Montclair en 2014 ?", "report_figure")
    focus = focus_after(question, ask_reports(question, desk))
    answer = ask_reports(asked("et en 2013 ?", "report_figure", focus), desk)
    assert "1 200 k€" in answer.text


def test_where_a_quotation_stands(desk: Any) -> None:
    question = asked("Pourquoi la dette de Montclair a-t-elle bondi ?", "report_search")
    focus = focus_after(question, ask_reports(question, desk))
    answer = locate(asked("c'est à quelle page ?", "report_locate", focus), desk)
    assert answer.status == "answered"
    assert "Commune de Montclair" in answer.text
    assert answer.text.startswith("Le rapport en ligne n'a pas de pages numérotées")
    assert f"« {focus.sources[0]['locator']} »" in answer.text
    assert "#" not in answer.text
    assert answer.links[0].url == "/rapports/102"


def test_the_neighbouring_body_is_offered(desk: Any) -> None:
    question = asked("Que recommande la chambre à Montclair ?", "report_recommendations")
    focus = focus_after(question, ask_reports(question, desk))
    answer = ask_reports(asked("et la commune voisine ?", "report_search", focus), desk)
    assert answer.status == "clarify"
    assert answer.quick_replies[0].label.startswith("Commune de Valbrune")


def test_lists_are_filtered_and_counted(desk: Any) -> None:
    answer = ask_reports(asked("Quels rapports de 2016 avez-vous dans la Brume ?", "report_list"), desk)
    assert answer.status == "answered"
    assert answer.text.startswith("2 rapports")


def test_two_bodies_side_by_side(desk: Any) -> None:
    text = "Compare la commune de Montclair et la commune de Valbrune"
    answer = ask_reports(asked(text, "report_compare"), desk)
    assert answer.status == "answered"
    assert {source.report for source in answer.sources} >= {"101", "102"}


def test_english_is_answered_in_english(desk: Any) -> None:
    answer = ask_reports(asked("dette Montclair 2003", "report_figure", lang="en"), desk)
    assert "This report gives nothing on that for 2003" in answer.text


def test_the_names_of_the_base_are_recognised(desk: Any) -> None:
    other = Reading("report_search", 0.3, ())
    heard = replace(asked("et Montclair ?", "nlu_fallback"), alternatives=(other,))
    assert report_probability(heard, desk) >= REPORTS_LIKELY
    assert (
        report_probability(asked("quel est le salaire d'un EIG ?", "nlu_fallback"), desk) < REPORTS_POSSIBLE
    )
    assert report_probability(heard, desk_with(None)) < report_probability(heard, desk)


def test_without_a_base_of_reports_nothing_is_known() -> None:
    answer = ask_reports(
        asked("Quelle est la dette de Montclair ?", "report_figure", Focus()), desk_with(None)
    )
    assert answer.status == "not_found"
    assert not answer.sources


def test_a_neighbour_among_other_matters_is_no_question_for_neighbours(desk: Any) -> None:
    text = "La commune de Montclair traite-t-elle les déchets des communes voisines, et à quel prix ?"
    answer = ask_reports(asked(text, "report_search"), desk)
    assert answer.sources[0].report == "102"


def test_bodies_left_out_are_offered_with_the_same_question() -> None:
    bodies = (OrganisationRow(1, "Hôpital de Valbrune", "hospital", None),)
    question = asked("Quelle dette à Valbrune ?", "report_figure")
    (offered, *_) = offering_namesakes(Answer("answered", "…"), question, bodies).quick_replies
    assert offered.label == "Hôpital de Valbrune"
    assert offered.text == "Hôpital de Valbrune : Quelle dette à Valbrune ?"


def test_reports_do_not_tell_how_things_are_today(desk: Any) -> None:
    answer = ask_reports(asked("quel est le taux du livret d'épargne en ce moment ?", "report_figure"), desk)
    assert answer.status == "not_found"
    assert "aujourd'hui" in answer.text


def test_that_year_is_the_one_spoken_of_not_today(desk: Any) -> None:
    first = asked("Quelle était la dette de Montclair en 2014 ?", "report_figure")
    focus = focus_after(first, ask_reports(first, desk))
    answer = ask_reports(asked("et l'encours de la dette cette année-là ?", "report_figure", focus), desk)
    assert answer.status == "answered"
