"""Which messages go to the reports: what was heard, the bodies named, the words of either side."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from actions.answer import Answer
from actions.doubt import settle
from actions.question import Question, Reading
from actions.reports.answers import ask_reports, instead_of_refusal
from actions.reports.routing import (
    REPORTS_LIKELY,
    REPORTS_POSSIBLE,
    as_report_question,
    asks_what_they_say,
    is_about_reports,
    names_a_body_alone,
    names_what_reports_tell,
    report_probability,
)
from knowledge.reports.base import ReportBase
from tests.actions.report_base import asked, desk_with, focus_after, wide_desk


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Any:
    return wide_desk(tmp_path_factory.mktemp("routing"))


def _heard(text: str, report: float, intent: str = "report_search") -> Question:
    """A message that was understood as nothing, a question to the reports being the second reading."""
    unsure = replace(asked(text, "nlu_fallback"), confidence=0.2)
    return replace(unsure, alternatives=(Reading(intent, report, ()),))


def test_a_body_of_the_base_makes_a_doubtful_message_one_for_the_reports(desk: Any) -> None:
    assert report_probability(_heard("et à Montclair ?", 0.3), desk) >= REPORTS_LIKELY


@pytest.mark.parametrize(
    "text", ["quel est le salaire d'un EIG ?", "comment candidater ?", "quels défis dans la promotion 3 ?"]
)
def test_the_words_of_the_programme_stay_with_it(desk: Any, text: str) -> None:
    assert report_probability(_heard(text, 0.02), desk) < REPORTS_POSSIBLE


@pytest.mark.parametrize("text", ["Montclair publie ses comptes ?", "les intérêts payés à Montclair"])
def test_accounts_and_interest_are_no_words_of_the_programme(desk: Any, text: str) -> None:
    assert report_probability(_heard(text, 0.2), desk) >= REPORTS_LIKELY


def test_a_local_body_named_in_a_message_of_which_nothing_was_heard(desk: Any) -> None:
    body = next(m for m in desk.reports.find_organisations("Montclair", 4) if m.reports)
    heard = _heard("combien montclair a touche en 2014", 0.0)
    expected = body.organisation.department is not None
    assert (report_probability(heard, desk) >= REPORTS_POSSIBLE) == expected
    said_otherwise = replace(heard, intent="work_location")
    assert report_probability(said_otherwise, desk) < REPORTS_POSSIBLE


def test_a_challenge_that_no_report_names_is_not_for_the_reports(desk: Any) -> None:
    heard = _heard("combien a coûté Polygraphe ?", 0.6, "report_figure")
    assert report_probability(heard, desk) > 0.0
    assert report_probability(heard.with_entities(challenge=("polygraphe",)), desk) == 0.0
    assert report_probability(heard.with_entities(challenge=("casino",)), desk) > 0.0
    rescue = _heard("la prime de sauvetage en mer", 0.6).with_entities(challenge=("predisauvetage",))
    assert report_probability(rescue, desk) > 0.0


def test_small_talk_without_a_name_is_not_for_the_reports(desk: Any) -> None:
    assert report_probability(asked("quel temps fait-il ?", "nlu_fallback"), desk) < REPORTS_POSSIBLE


@pytest.mark.parametrize(
    ("likelier", "less"),
    [
        (("et à Montclair ?", 0.3), ("et à Quimperlac ?", 0.3)),
        (("la dette du port", 0.6), ("la dette du port", 0.1)),
        (("un rapport sur la dette ?", 0.1), ("un mot sur la dette ?", 0.1)),
        (("la cantine de Montclair", 0.1), ("la candidature à Montclair", 0.1)),
    ],
)
def test_each_sign_weighs_in_its_direction(
    desk: Any, likelier: tuple[str, float], less: tuple[str, float]
) -> None:
    assert report_probability(_heard(*likelier), desk) > report_probability(_heard(*less), desk)


@pytest.mark.parametrize("sure", [0.0, 1.0])
def test_certainty_heard_is_still_a_probability(desk: Any, sure: float) -> None:
    assert 0.0 < report_probability(_heard("la dette", sure), desk) < 1.0


def test_without_a_usable_base_no_name_is_recognised(desk: Any, tmp_path: Path) -> None:
    said = _heard("et à Montclair ?", 0.3)
    missing = desk_with(ReportBase(tmp_path / "none.sqlite3"))
    assert report_probability(said, missing) == report_probability(said, desk_with(None))
    assert report_probability(said, missing) < report_probability(said, desk)


def test_the_likeliest_reading_for_the_reports_is_taken() -> None:
    said = replace(
        _heard("combien à Montclair ?", 0.2),
        alternatives=(
            Reading("pay", 0.5, ()),
            Reading("report_locate", 0.4, ()),
            Reading("report_search", 0.1, ()),
            Reading("report_figure", 0.3, ()),
        ),
    )
    assert as_report_question(said).intent == "report_figure"
    assert as_report_question(replace(said, alternatives=())).intent == "report_search"


@pytest.mark.parametrize("status", ["not_found", "out_of_scope", "clarify"])
def test_the_reports_answer_what_the_programme_cannot(desk: Any, status: Any) -> None:
    said = _heard("les fuites du réseau de Brumelande", 0.5)
    told = instead_of_refusal(said, Answer(status, ""), desk)
    assert told is not None
    answer, question = told
    assert answer.status == "answered"
    assert answer.sources[0].report == "204"
    assert question.intent == "report_search"


def test_an_answer_of_the_programme_stands(desk: Any) -> None:
    said = _heard("les fuites du réseau de Brumelande", 0.5)
    assert instead_of_refusal(said, Answer("answered", ""), desk) is None


def test_a_refusal_stands_when_the_reports_do_not_know_either(desk: Any) -> None:
    said = _heard("Montclair a-t-elle des éoliennes ?", 0.5)
    assert report_probability(said, desk) >= REPORTS_POSSIBLE
    assert instead_of_refusal(said, Answer("not_found", ""), desk) is None


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("que dit la Cour des comptes de La Poste ?", True),
        ("quel était le défi de la Cour des comptes ?", False),
        ("un congé maternité en cours de contrat, ça se passe comment ?", False),
        ("que dit le rapport sur les cours d'eau ?", True),
        ("Les rapports de la Cour des comptes, un EIG a travaillé dessus ?", False),
    ],
)
def test_the_court_is_not_always_its_reports(text: str, about: bool) -> None:
    assert is_about_reports(asked(text, "nlu_fallback")) is about


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("quelle est la dette de Montclair ?", True),
        ("Montclair, la capacité d'autofinancement ?", True),
        ("le maire de Montclair est-il sympathique ?", False),
        ("quel budget pour un défi à Montclair ?", False),
        ("la dette de Nulle-Part", False),
        ("qui est maire de Montclair", True),
        ("qui est maire de la ville de Brumont", False),
        ("l'absentéisme dans les hôpitaux", True),
        ("les hôpitaux sont-ils ouverts ?", False),
        ("quel budget ont les communes pour un défi ?", False),
    ],
)
def test_a_body_and_how_it_is_run_is_for_the_reports(desk: Any, text: str, told: bool) -> None:
    at: Any = SimpleNamespace(reports=desk.reports, vocabulary=frozenset())
    assert names_what_reports_tell(_heard(text, 0.0), at) is told


@pytest.mark.parametrize(
    ("text", "share", "told"),
    [
        ("parle-moi du programme SIRHEN", 0.003, True),
        ("parle-moi du programme SIRHEN", 0.0, False),
        ("parle-moi du programme SIRHEN", 0.4, False),
        ("parle-moi du défi SIRHEN", 0.003, False),
        ("PARLE MOI DU PROGRAMME SIRHEN", 0.003, False),
    ],
)
def test_what_only_a_few_reports_name_is_for_the_reports(text: str, share: float, told: bool) -> None:
    base = SimpleNamespace(
        find_organisations=lambda *_: [],
        titled=lambda _names: (),
        report_shares=lambda names: {n: share for n in names},
    )
    at: Any = SimpleNamespace(reports=base, vocabulary=frozenset())
    assert names_what_reports_tell(_heard(text, 0.0), at) is told


def test_what_the_chamber_says_is_for_the_reports_alone() -> None:
    assert asks_what_they_say(
        asked("Que dit la chambre régionale de la mairie de Toulouse ?", "report_search")
    )
    assert asks_what_they_say(asked("La Poste fait quoi à la campagne d'après la Cour ?", "missions"))
    assert asks_what_they_say(
        replace(asked("What did the Court of Audit recommend?", "report_search"), lang="en")
    )
    assert not asks_what_they_say(
        asked("qui a fait le chatbot de la Cour des comptes ?", "describe_challenge")
    )


def test_how_a_body_named_is_run_is_for_the_reports_however_sure_another_reading_is(desk: Any) -> None:
    sure = replace(asked("le budget de Montclair", "promotion_budget"), confidence=0.97)
    assert settle(sure, desk).intent.startswith("report_")


@pytest.mark.parametrize(("heard", "intent"), [(0.2, "report_search"), (0.6, "report_recommendations")])
def test_advice_must_be_heard_rather_surely(heard: float, intent: str) -> None:
    unsure = _heard("absentéisme hôpital de Valbrune", heard, "report_recommendations")
    assert as_report_question(unsure).intent == intent


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("montclair", True),
        ("cantine montclair", True),
        ("brumelande eau", True),
        ("montclair candidature", False),
        ("et à Montclair", False),
        ("cantine", False),
    ],
)
def test_a_few_words_that_name_a_body_are_for_the_reports(desk: Any, text: str, names: bool) -> None:
    heard = _heard(text, 0.0)
    assert names_a_body_alone(heard, desk) is names
    assert not names_a_body_alone(replace(heard, confidence=0.9), desk)
    assert not names_a_body_alone(heard, desk_with(None))


def test_a_few_words_that_an_entry_of_the_programme_has_stay_with_it(desk: Any) -> None:
    of_ours = SimpleNamespace(search=lambda *_: [SimpleNamespace(coverage=1.0)])
    assert not names_a_body_alone(
        _heard("montclair", 0.0), SimpleNamespace(**{**vars(desk), "search": of_ours})
    )


def test_a_town_is_of_the_reports_where_nothing_stands_beside_it(desk: Any) -> None:
    town = {"town": ("Montclair",)}
    assert names_a_body_alone(replace(_heard("montclair", 0.0), entities=town), desk)
    assert not names_a_body_alone(replace(_heard("entretien montclair", 0.0), entities=town), desk)


def test_where_to_download_is_asked_of_the_report_just_told(desk: Any) -> None:
    after = focus_after(told := asked("la cantine de Montclair", "report_search"), ask_reports(told, desk))
    said = replace(asked("Where can I download the document?", "challenge_code", after), confidence=0.5)
    assert settle(said, desk).intent == "report_locate"
