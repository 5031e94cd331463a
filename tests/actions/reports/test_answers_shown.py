"""Lists, comparisons, advice and figures on nine invented reports, whatever intent the words came with."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from actions.answer import Answer, Figure, ItemList, Link, Paragraph, Quote, Table
from actions.reports import recommendations
from actions.reports.answers import ask_reports
from actions.reports.lists.answer import report_list
from actions.reports.lists.bodies import _called_so
from actions.reports.lists.criteria import criteria
from actions.reports.recommendations import _all_on_it, _only_mentioned
from actions.reports.subject import Subject
from actions.wording import say
from knowledge.reports.catalogue_queries import ReportFilter
from tests.actions.report_base import asked, focus_after, reports_told, wide_desk
from tests.knowledge.reports.invented import WIDE


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Any:
    return wide_desk(tmp_path_factory.mktemp("answers"))


def _has(answer: Answer, kind: type) -> bool:
    return any(isinstance(block, kind) for block in answer.blocks)


@pytest.mark.parametrize("intent", ["report_list", "report_search", "report_find"])
@pytest.mark.parametrize(
    "text",
    [
        "Quels rapports avez-vous sur les communes ?",
        "liste des rapports sur les communes",
        "List the reports on communes",
    ],
)
def test_a_kind_of_body_lists_all_its_reports(desk: Any, text: str, intent: str) -> None:
    answer = ask_reports(asked(text, intent), desk)
    assert answer.status == "answered"
    assert reports_told(answer) == {"201", "202", "207"}
    assert _has(answer, ItemList)


@pytest.mark.parametrize(
    "text", ["les organismes contrôlés : quelles communes ?", "liste des communes controlées stp"]
)
def test_words_for_any_audited_body_narrow_nothing(desk: Any, text: str) -> None:
    assert reports_told(ask_reports(asked(text, "report_list"), desk)) == {"201", "202", "207"}


def test_communications_to_parliament_are_a_type_of_their_own() -> None:
    base = SimpleNamespace(facets=lambda: {"region": [], "year": []}, well_spelt=tuple)
    text = "toutes les communications de la Cour des comptes au Parlement"
    assert criteria(text, base).filter.type == "communication au Parlement"  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ["Listez tous les rapports", "Which reports do you have?"])
def test_all_reports_are_listed_and_counted(desk: Any, text: str) -> None:
    answer = ask_reports(asked(text, "report_list"), desk)
    assert reports_told(answer) == set(WIDE)
    assert str(len(WIDE)) in answer.text


def test_what_was_not_understood_lists_nothing(desk: Any) -> None:
    answer = ask_reports(asked("quels rapports dans le 99 ?", "report_list"), desk)
    assert answer.status == "not_found"
    assert "« 99 »" in answer.text


def test_a_topic_lists_the_reports_that_treat_it(desk: Any) -> None:
    answer = ask_reports(asked("quels rapports sur les intérimaires", "report_list"), desk)
    assert reports_told(answer) == {"203"}
    assert "(intérimaires)" in answer.text
    unknown = ask_reports(asked("quels rapports sur les licornes", "report_list"), desk)
    assert unknown.status == "not_found"
    assert "« licornes »" in unknown.text


def test_a_long_list_says_how_many_it_shows_and_offers_fewer(
    desk: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("actions.reports.lists.listing.SHOWN", 2)
    answer = ask_reports(asked("Quels rapports de mars 2016 ?", "report_list"), desk)
    assert "9 rapports" in answer.text and "les 2 premiers" in answer.text
    assert answer.links[0] == Link("Voir les 9 rapports", "/rapports?q=mars+2016")
    narrowed = [one.text for one in answer.quick_replies if one.label == "communes"]
    monkeypatch.undo()
    assert reports_told(ask_reports(asked(narrowed[0], "report_list"), desk)) == {"201", "202", "207"}


def test_a_year_and_a_kind_of_body_narrow_the_list(desk: Any) -> None:
    in_2016 = ask_reports(asked("Quels rapports de 2016 sur les communes ?", "report_list"), desk)
    assert reports_told(in_2016) == {"201", "202", "207"}


@pytest.mark.parametrize("intent", ["recommendations", "report_search", "report_figure"])
@pytest.mark.parametrize(
    "text",
    [
        "Que recommande la chambre au port de Grisemer ?",
        "Quelles recommandations pour le port de Grisemer ?",
        "Que préconise le rapport sur le port de Grisemer ?",
    ],
)
def test_advice_is_given_in_the_words_of_the_report(desk: Any, text: str, intent: str) -> None:
    answer = ask_reports(asked(text, intent), desk)
    assert reports_told(answer) == {"206"}
    assert "Adopter un plan de désendettement." in answer.text


def test_a_report_far_ahead_of_the_one_on_the_body_named_is_listed_first(desk: Any) -> None:
    text = "Que recommande-t-on pour la réservation des repas à la cantine des élèves, vers Grisemer ?"
    answer = ask_reports(asked(text, "recommendations"), desk)
    assert [source.report for source in answer.sources[:2]] == ["201", "206"]


def _found(*hits: tuple[str, str, float], asked_for: tuple[str, ...]) -> Any:
    """Findings in which each report, by title, has a passage that covers a share of the question."""
    passages = [
        SimpleNamespace(report=SimpleNamespace(id=key, title=title), coverage=share)
        for key, title, share in hits
    ]
    reports = tuple({hit.report.id: hit.report for hit in passages}.values())
    result = SimpleNamespace(terms=asked_for, naming=frozenset(asked_for))
    return SimpleNamespace(hits=passages, reports=reports, result=result)


def test_several_reports_that_say_all_of_it_need_no_body_named() -> None:
    one, other = ("1", "Lycée agricole de Sarnelle", 1.0), ("2", "Lycée agricole de Tourvent", 0.95)
    assert _all_on_it(_found(one, other, asked_for=("lyce", "agricol")))
    assert not _all_on_it(_found(one, asked_for=("lyce", "agricol")))
    assert not _all_on_it(_found(one, ("3", "Port de Grisemer", 0.4), asked_for=("lyce", "agricol")))


@pytest.mark.parametrize("place", ["la commune de Bondy", "Bondy"])
def test_a_town_without_a_report_gets_the_advice_of_no_other(
    desk: Any, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    monkeypatch.setattr(recommendations, "_all_on_it", lambda _: True)
    answer = ask_reports(asked(f"Quelles recommandations pour {place} ?", "recommendations"), desk)
    assert answer.status == "not_found"


def test_a_report_that_only_mentions_a_name_does_not_advise_it(
    desk: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("actions.reports.recommendations.evidence", lambda *_: None)
    monkeypatch.setattr("actions.reports.recommendations.refused", lambda *_: "refused")
    question = asked("Quelles recommandations faites à la RTV ?", "recommendations")
    mentioned = _found(("206", "Port de Grisemer", 1.0), asked_for=("rtv",))
    assert _only_mentioned(question, desk, desk.reports, Subject(question.text), mentioned) == "refused"
    titled = _found(("209", "Régie RTV de Tourvent", 1.0), asked_for=("rtv",))
    assert _only_mentioned(question, desk, desk.reports, Subject(question.text), titled) is None


def test_a_question_of_fact_taken_for_advice_gets_its_passage(desk: Any) -> None:
    text = "Pourquoi jette-t-on la nourriture de la cantine ?"
    answer = ask_reports(asked(text, "recommendations"), desk)
    assert reports_told(answer) == {"201"}
    assert _has(answer, Quote)
    assert not _has(answer, ItemList)


def test_a_question_of_fact_taken_for_a_list_gets_its_passage(desk: Any) -> None:
    answer = ask_reports(asked("Le chenal est-il pollué ?", "report_list"), desk)
    assert answer.sources[0].report == "206"
    assert _has(answer, Quote)


def test_what_is_no_comparison_is_answered_as_it_is_asked(desk: Any) -> None:
    answer = ask_reports(
        asked("Pourquoi le casino de Valbrune-sur-Mer rapporte-t-il moins ?", "report_compare"), desk
    )
    assert answer.status == "answered"
    assert answer.sources[0].report == "207"
    assert not _has(answer, Table)


def test_a_figure_comes_with_its_row_over_the_years(desk: Any) -> None:
    text = "Combien de dépenses d'intérim médical à l'hôpital de Valbrune en 2014 ?"
    answer = ask_reports(asked(text, "report_figure"), desk)
    chart = next(block for block in answer.blocks if isinstance(block, Figure))
    assert [(point.label, point.text) for point in chart.points] == [
        ("2013", "410 k€"),
        ("2014", "760 k€"),
    ]


def test_figures_that_no_passage_says_come_after_the_passages(
    desk: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("actions.reports.figures.heads.surely_meant", lambda *_: [])
    monkeypatch.setattr("actions.reports.figures.heads.lacking", lambda *_: None)
    as_ruled = "actions.reports.figures.answer.likeliest_first"
    monkeypatch.setattr(as_ruled, lambda _looked, _base, *told: told)
    text = "Combien de dépenses d'intérim médical à l'hôpital de Valbrune en 2014 ?"
    answer = ask_reports(asked(text, "report_figure"), desk)
    assert isinstance(answer.blocks[0], Quote)
    told = next(
        n for n, block in enumerate(answer.blocks) if block == Paragraph(say("fr", "report_figure_elsewhere"))
    )
    assert any(isinstance(block, Paragraph) and "760 k€" in block.text for block in answer.blocks[told:])


@pytest.mark.parametrize("intent", ["report_search", "report_figure"])
def test_a_body_alone_is_told_with_its_synthesis(desk: Any, intent: str) -> None:
    answer = ask_reports(asked("Que dit le rapport sur le théâtre de Vermelle ?", intent), desk)
    assert answer.sources[0].report == "208"
    assert WIDE["208"].sections["Synthèse"] in [b.text for b in answer.blocks if isinstance(b, Quote)]


def test_a_body_named_is_meant_not_all_of_its_kind(desk: Any) -> None:
    question = asked("Quels rapports concernent ehpad de Valbrune ?", "report_list")
    bodies = tuple(m.organisation for m in desk.reports.mentions("202") if m.role == "audited")
    assert "202" in reports_told(report_list(question, desk, desk.reports, Subject("", bodies)))


def test_usual_figures_are_offered_only_where_the_report_has_them(desk: Any) -> None:
    answer = ask_reports(asked("Que dit le rapport sur la commune de Valbrune ?", "report_search"), desk)
    assert desk.reports.report("202").figures
    assert "Ses chiffres" not in [one.label for one in answer.quick_replies]


@pytest.mark.parametrize(
    "text",
    ["qu'est-ce qui est reproché au théâtre de Vermelle ?", "résume le rapport sur le théâtre de Vermelle"],
)
def test_a_question_on_the_whole_report_opens_with_its_synthesis(desk: Any, text: str) -> None:
    answer = ask_reports(asked(text, "report_search"), desk)
    quotes = [block.text for block in answer.blocks if isinstance(block, Quote)]
    assert quotes[0] == WIDE["208"].sections["Synthèse"]


def test_a_report_on_another_body_of_the_town_is_not_said_to_be_on_this_one(desk: Any) -> None:
    answer = ask_reports(asked("résume le rapport sur la commune de Valbrune", "report_search"), desk)
    assert answer.text.startswith("Un rapport porte sur la commune de Valbrune")
    assert WIDE["203"].title not in answer.text


def test_the_summary_of_the_report_spoken_of(desk: Any) -> None:
    question = asked("Combien de repas sont servis à la cantine de Montclair ?", "report_figure")
    focus = focus_after(question, ask_reports(question, desk))
    answer = ask_reports(asked("quel est le problème principal ?", "report_search", focus), desk)
    quotes = [block.text for block in answer.blocks if isinstance(block, Quote)]
    assert quotes[0] == WIDE["201"].sections["Synthèse"]
    matter = asked("quel est le problème de la réservation des repas ?", "report_search", focus)
    assert WIDE["201"].sections["La réservation des repas"] in ask_reports(matter, desk).text


def test_a_report_without_a_synthesis_is_summed_up_by_what_it_recommends(
    desk: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("actions.reports.passages.answer.is_synthesis", lambda _: False)
    answer = ask_reports(asked("les principales critiques sur le port de Grisemer", "report_search"), desk)
    assert isinstance(answer.blocks[1], ItemList)
    assert "Adopter un plan de désendettement." in answer.blocks[1].items[0]


def test_a_word_for_some_bodies_of_a_kind_lists_those_alone(desk: Any) -> None:
    reports: Any = [SimpleNamespace(title=t) for t in ("Centre hospitalier de Sens", "CHU de Caen")]
    everywhere = ReportFilter()
    assert _called_so(desk.reports, reports, "quels chu ont ete controles", everywhere) == reports[1:]
    assert _called_so(desk.reports, reports, "quels hopitaux ont ete controles", everywhere) == reports
    of_museums = _called_so(desk.reports, reports, "quels musees", everywhere)
    assert [report.id for report in of_museums] == ["205"]


def test_a_kind_of_body_without_a_name_is_a_topic(desk: Any) -> None:
    told = ask_reports(asked("rapports sur les ports", "report_list"), desk)
    assert told.text.startswith("Un rapport correspond (ports)") and reports_told(told) == {"206"}


def test_a_refusal_on_reports_sends_nobody_to_the_programme(desk: Any) -> None:
    told = ask_reports(asked("quels rapports sur les licornes", "report_list"), desk)
    assert told.contact is not None and "rapport" in told.contact.subject
    assert say("fr", "offer_contact_reports", email=told.contact.email) in told.text
