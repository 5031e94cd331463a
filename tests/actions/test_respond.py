"""From a parsed message to its answer, and to what the next message may point back to."""

from __future__ import annotations

from dataclasses import replace

import pytest

from actions.answer import Answer
from actions.conversation.focus import Focus
from actions.conversation.next_focus import next_focus
from actions.question import read_message
from actions.respond import _about_its_challenge, _respond_alone
from tests.actions.conftest import Talk


def test_failures_are_counted_and_forgotten(talk: Talk) -> None:
    for expected in (1, 2):
        talk.ask("le défi Zorglub", "describe_challenge")
        assert talk.focus.failures == expected
    talk.ask("combien d'EIG dans la promotion 2 ?", "count_eig")
    assert talk.focus.failures == 0


def test_one_challenge_answered_is_the_next_subject(talk: Talk) -> None:
    answer = talk.ask("le défi Signaux Faibles", "describe_challenge")
    assert talk.question is not None
    focus = next_focus(talk.question, answer)
    assert f"challenge:{focus.entities['challenge'][0]}" == answer.rows[0]


def test_an_entry_that_names_one_challenge_is_about_it(talk: Talk) -> None:
    one = Answer("answered", "Basegun reconnaît la catégorie d'une arme.", rows=("faq:x",))
    two = Answer("answered", "Basegun et Prévisecours ont été présentés.", rows=("faq:x",))
    talk.ask("la promo 5", "promotion_overview")
    question = talk.question
    assert question is not None
    unasked = replace(question, entities={})
    assert len(_about_its_challenge(one, unasked, talk.desk).rows) == 2
    assert _about_its_challenge(two, unasked, talk.desk).rows == ("faq:x",)
    of_both = Answer("answered", "Karfu’R (promotion 3) s'appelle maintenant Réfugiés.info.", rows=("faq:x",))
    asked = replace(question, entities={"promotion": ("3",)})
    assert _about_its_challenge(of_both, asked, talk.desk).rows[1:] == ("challenge:karfur",)


def test_a_question_no_report_answers_leaves_the_talk_on_the_challenge(talk: Talk) -> None:
    talk.ask("à quoi sert CartoBio ?", "describe_challenge")
    assert talk.question is not None
    stray = replace(talk.question.with_intent("report_figure"), focus=talk.focus, entities={})
    focus = next_focus(stray, Answer("not_found", "Aucun rapport."))
    assert focus.intent == "describe_challenge" and focus.challenge == ("cartobio",)


def test_what_sounds_like_another_matter_may_be_one_of_the_reports(
    talk: Talk, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = Answer("answered", "Région, 2015 : 5,275 M€.")
    monkeypatch.setattr("actions.respond.instead_of_refusal", lambda read, *_: (told, read))
    assert talk.ask("orchestre de lille subvention 2015", "out_of_scope", confidence=0.6) is told
    monkeypatch.setattr("actions.respond.instead_of_refusal", lambda *_: None)
    assert talk.ask("il pleut à lille ?", "out_of_scope", confidence=0.9).status == "out_of_scope"


@pytest.mark.parametrize("text", ["et aujourd'hui ?", "and now?"])
def test_today_releases_the_promotion_spoken_of(talk: Talk, text: str) -> None:
    talk.ask("le salaire à la promotion 4", "pay")
    talk.ask(text, "nlu_fallback")
    assert "promotion" not in talk.focus.entities


def test_the_second_of_a_list_too_long_to_be_shown_whole_is_no_promotion(talk: Talk) -> None:
    shown = talk.ask("Which challenges involved data science?", "list_challenges")
    assert len(shown.rows) > 40
    talk.ask("tell me more about the second one", "follow_up", confidence=0.5)
    assert talk.focus.challenge == (shown.rows[1].removeprefix("challenge:"),)
    assert "promotion" not in talk.focus.entities


def test_challenges_that_were_only_counted_are_no_list(talk: Talk) -> None:
    talk.ask("tous les défis", "list_challenges")
    assert not talk.focus.listed


def test_coming_back_to_the_programme_leaves_the_report(talk: Talk) -> None:
    talk.focus = Focus("report_search", text="la dette d'Agen", sources=({"report": "agen"},))
    answer = talk.ask("revenons au programme", "report_search", confidence=0.5)
    assert answer.status == "smalltalk" and talk.focus.intent is None


def test_what_was_just_said_does_not_answer_of_another_place(talk: Talk) -> None:
    before = talk.ask("c'est un contrat de 10 mois ?", "contract")
    assert talk.ask("Et Bordeaux ?", "follow_up").rows != before.rows
    before = talk.ask("combien gagne un EIG ?", "pay")
    assert talk.ask("et pour un designer ?", "follow_up").rows == before.rows


@pytest.mark.parametrize(
    ("said", "about"), [("sans compter DataJust", 0), ("hors défi DataJust", 0), ("de DataJust", 1)]
)
def test_a_challenge_left_out_is_not_what_an_entry_is_about(talk: Talk, said: str, about: int) -> None:
    question = read_message(talk.message("combien ?", "nlu_fallback"), talk.focus, talk.desk.now)
    answer = Answer("answered", f"Quatre projets, {said}, sont suivis.", rows=("faq:x",))
    assert len(_about_its_challenge(answer, question, talk.desk).rows) == 1 + about


def test_what_a_report_was_surely_asked_is_not_told_of_the_challenge_spoken_of(
    talk: Talk, monkeypatch: pytest.MonkeyPatch
) -> None:
    talk.ask("le défi Signaux Faibles", "describe_challenge")
    assert talk.question is not None
    focus = next_focus(talk.question, Answer("answered", "", rows=("challenge:signaux-faibles",)))
    text = "SIRHEN, ça a coûté combien ?"
    read = replace(talk.question, text=text, said=text, entities={}, spans=(), focus=focus)

    def told_as(ruled: bool) -> str:
        settled = replace(read.with_intent("report_figure", 0.45), ruled=ruled)
        monkeypatch.setattr("actions.respond.settle", lambda *_: settled)
        return _respond_alone(read, talk.desk)[0].text

    assert "Signaux" in told_as(False) and "Signaux" not in told_as(True)


def test_who_says_so_is_told_the_source(talk: Talk) -> None:
    talk.ask("quel contrat signent les EIG ?", "contract")
    answer = talk.ask("qui l'affirme ?", "challenge_people", confidence=0.4)
    assert answer.text.startswith("Ma dernière réponse")
