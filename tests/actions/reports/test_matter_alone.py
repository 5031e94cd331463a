"""A word of the reports that opens a talk: the body is asked for, unless the programme has such a thing."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

from actions.answer import Answer
from actions.conversation.focus import Focus
from actions.reports.matter_alone import (
    of_a_card_alone,
    of_a_title_and_more,
    of_those_on_it,
    of_which_body,
    rather_than_explained,
)
from tests.actions.report_base import asked, desk_with, wide_desk
from tests.actions.reports.card_base import desk_of_cards

STRAY = Answer("answered", "Le programme publie sur une page.")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Any:
    return wide_desk(tmp_path_factory.mktemp("matter"))


@pytest.mark.parametrize("given", [STRAY, Answer("out_of_scope", "")])
def test_the_body_is_asked_for(desk: Any, given: Answer) -> None:
    told = of_which_body(asked("abonnés", "pay"), given, desk)
    assert told is not None
    answer, question = told
    assert (answer.status, question.intent) == ("clarify", "report_search")
    assert "« abonnés »" in answer.text
    assert [one.text for one in answer.quick_replies] == ["Quels rapports parlent de « abonnés » ?"]


def test_what_only_sounds_like_a_yes_is_a_matter(desk: Any) -> None:
    courteous = Answer("smalltalk", "Très bien.")
    faint = replace(asked("abonnés", "affirm"), confidence=0.46)
    told = of_which_body(faint, courteous, desk)
    assert told is not None and told[0].status == "clarify"
    assert of_which_body(replace(faint, confidence=0.9), courteous, desk) is None


def test_what_the_programme_tells_stands(desk: Any) -> None:
    word = asked("abonnés", "pay")
    assert of_which_body(word, Answer("answered", "La page a mille abonnés."), desk) is None
    assert of_which_body(replace(word, focus=Focus("pay", rows=("faq:pay",))), STRAY, desk) is None
    assert of_which_body(asked("dirigeables", "pay"), STRAY, desk) is None
    assert of_which_body(asked("abonnés de la page", "pay"), STRAY, desk) is None
    assert of_which_body(asked("jury", "pay"), STRAY, desk) is None
    assert of_which_body(asked("abonnés, et c'est où ?", "pay"), STRAY, desk) is None
    assert of_which_body(word, STRAY, desk_with(None)) is None
    near = SimpleNamespace(search=lambda *_: [SimpleNamespace(score=0.9)])
    assert of_which_body(word, STRAY, SimpleNamespace(**{**vars(desk), "search": near})) is None


REFUSED = Answer("out_of_scope", "Hors de mon domaine.")


@pytest.mark.parametrize(
    "text",
    [
        "personnel",
        "le personnel",
        "bonjour, je voudrais des infos sur le personnel",
        "some info on personnel",
    ],
)
def test_the_reports_on_it_are_listed_where_the_programme_has_nothing(desk: Any, text: str) -> None:
    told = of_those_on_it(replace(asked(text, "out_of_scope"), confidence=0.3), REFUSED, desk)
    assert told is not None
    answer, question = told
    assert (answer.status, question.intent) == ("answered", "report_list")
    assert len({source.report for source in answer.sources}) > 1


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("personnel", Answer("answered", "Le personnel de l'équipe.")),
        ("personnel", Answer("not_found", "Aucune source ne parle du personnel.", rows=("faq:x",))),
        ("combien de personnel ?", REFUSED),
        ("corriger ma lettre au personnel", REFUSED),
        ("le personnel de Brest", REFUSED),
        ("dirigeables", REFUSED),
        ("jury", REFUSED),
    ],
)
def test_nothing_is_listed_where_the_programme_tells_it_or_more_is_asked(
    desk: Any, text: str, given: Answer
) -> None:
    assert of_those_on_it(replace(asked(text, "out_of_scope"), confidence=0.3), given, desk) is None


def test_a_refusal_of_challenges_leaves_it_to_the_reports(desk: Any) -> None:
    denied = Answer("not_found", "Ma base ne décrit aucun défi sur le personnel.", rows=("faq:x",))
    assert of_those_on_it(asked("personnel", "nlu_fallback"), denied, desk) is not None


EXPLAINED = Answer("answered", "Le fonds de roulement est une différence.", rows=("faq:word-fund",))


@pytest.mark.parametrize(
    ("text", "of_a_report"),
    [
        ("Montclair : la dette tombe à combien ?", True),
        ("la dette de Brest ?", True),
        ("en 2014, après corrections des comptes, la dette tombe à combien ?", True),
        ("la dette", False),
        ("qu'est-ce que la dette de Montclair veut dire ?", False),
    ],
)
def test_an_amount_is_not_answered_by_what_the_word_means(desk: Any, text: str, of_a_report: bool) -> None:
    told = rather_than_explained(asked(text, "pay"), EXPLAINED, desk)
    assert (told is not None) is of_a_report
    assert told is None or told[1].intent.startswith("report")
    assert rather_than_explained(asked(text, "pay"), STRAY, desk) is None


@pytest.fixture(scope="module")
def cards(tmp_path_factory: pytest.TempPathFactory) -> Any:
    return desk_of_cards(tmp_path_factory.mktemp("cards"))


def _near(desk: Any, card: float, ours: float) -> Any:
    hits = {"card": SimpleNamespace(ref="390077", score=card, similarity=card)}
    entry = SimpleNamespace(ref="x", score=ours, similarity=ours)
    search = SimpleNamespace(search=lambda _text, _limit, kinds: [hits.get(kinds[0], entry)])
    return SimpleNamespace(**{**vars(desk), "search": search})


def test_the_report_that_a_few_words_name_is_told(cards: Any) -> None:
    heard = replace(asked("La Poste", "work_location"), confidence=0.3)
    told = of_a_card_alone(heard, STRAY, _near(cards, 0.7, 0.5))
    assert told is not None and {one.report for one in told[0].sources} == {"390077"}
    assert of_a_card_alone(heard, STRAY, _near(cards, 0.7, 0.65)) is None
    assert of_a_card_alone(heard, Answer("answered", "La Poste y est."), _near(cards, 0.7, 0.5)) is None
    word = replace(heard, text="poste", said="poste")
    assert of_a_card_alone(word, STRAY, _near(cards, 0.7, 0.5)) is None
    talked = replace(heard, focus=Focus("pay", rows=("faq:pay",)))
    assert of_a_card_alone(talked, STRAY, _near(cards, 0.7, 0.5)) is None


@pytest.mark.parametrize("text", ["tableaux musée", "dragage du port"])
def test_words_that_one_passage_and_its_title_say_are_asked_of_the_reports(desk: Any, text: str) -> None:
    told = of_a_title_and_more(asked(text, "out_of_scope"), Answer("out_of_scope", ""), desk)
    assert told is not None and told[0].status == "answered"


@pytest.mark.parametrize("text", ["anneaux de fiançailles", "où est le musée ?", "tableaux patient"])
def test_words_that_no_title_or_no_passage_says_together_are_not(desk: Any, text: str) -> None:
    assert of_a_title_and_more(asked(text, "out_of_scope"), Answer("out_of_scope", ""), desk) is None
