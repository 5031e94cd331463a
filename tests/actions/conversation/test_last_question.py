"""Follow-ups that say nothing of the last question, read after its words."""

from __future__ import annotations

from typing import Any

import pytest

from actions.answer import Answer, Paragraph
from actions.conversation.focus import Focus
from actions.conversation.last_question import (
    Told,
    after_the_last,
    is_of_a_challenge_unnamed,
    is_of_another_matter,
    is_told_of_the_matter,
    tells_both,
)
from actions.question import Question, read_message
from tests.actions.conftest import Talk, understood

CONTRACT = Focus(
    intent="contract", text="quel type de contrat signe-t-on ?", said="quel type de contrat signe-t-on ?",
    status="answered", rows=("statement:463",),
)  # fmt: skip


def parsed(intent: str = "nlu_fallback", confidence: float = 0.3, *kinds: str) -> dict[str, Any]:
    return {"intent": {"name": intent, "confidence": confidence}, "entities": [{"entity": k} for k in kinds]}


def _read(talk: Talk, text: str, focus: Focus = CONTRACT) -> Question:
    return read_message(talk.message(text, "nlu_fallback", 0.3), focus, talk.desk.now)


def _told(text: str, row: str, read: Question, status: str = "answered", sure: float = 0.9) -> Told:
    answer = Answer(status, text, (Paragraph(text),), rows=(row,))  # type: ignore[arg-type]
    return answer, read.with_intent("x", sure)


@pytest.mark.parametrize("text", ["de quelle durée ?", "et c'est renouvelable ?", "ok et au bout d'un an"])
def test_a_follow_up_is_read_after_the_last_question(text: str) -> None:
    assert after_the_last(text, parsed(), CONTRACT) == f"quel type de contrat signe-t-on, {text}"


def test_the_words_read_before_stay_those_of_the_talk() -> None:
    joined = "quel type de contrat signe-t-on, de quelle durée ?"
    going_on = Focus(intent="contract", text=joined, said="de quelle durée ?", status="answered")
    assert after_the_last("renouvelable ?", parsed(), going_on) == f"{joined[:-2]}, renouvelable ?"


@pytest.mark.parametrize(
    ("text", "message", "focus"),
    [
        ("merci beaucoup", parsed("thank", 0.95), CONTRACT),
        ("et la promo 3 ?", parsed("follow_up", 0.9, "promotion"), CONTRACT),
        ("que dit la Cour du chômage ?", parsed("report_search", 0.9), CONTRACT),
        ("mot " * 20, parsed(), CONTRACT),
        ("la présidente du jury entend chaque candidat une heure entière", parsed(), CONTRACT),
        ("de quelle durée ?", parsed(), Focus()),
        (
            "c'était où ?",
            parsed(),
            Focus("challenge_people", said="qui a fait DataJust ?", status="answered"),
        ),
        ("de quelle durée ?", parsed(), Focus("report_search", said="et le CHU ?", status="answered")),
        ("de quelle durée ?", parsed(), Focus("contract", said="quel contrat ?", status="not_found")),
    ],
)
def test_other_messages_are_read_alone(text: str, message: dict[str, Any], focus: Focus) -> None:
    assert after_the_last(text, message, focus) is None


def test_a_promotion_is_read_after_a_question_that_an_entry_answered() -> None:
    rules = Focus("open_source", text="où est le règlement ?", status="answered", rows=("faq:x2-old-rules",))
    joined = after_the_last("et celui de la promo 1", parsed("follow_up", 0.5, "promotion"), rules)
    assert joined == "où est le règlement, et celui de la promo 1"


def test_a_question_back_leaves_the_last_question_open(talk: Talk) -> None:
    talk.ask("beta.gouv, c'est pareil que les EIG ?", "faq_other")
    answer = talk.ask("quelle différence entre les deux", "compare_promotions", confidence=0.6)
    assert answer.status == "clarify"
    assert is_of_another_matter((answer, understood(talk)), talk.desk)


def test_what_speaks_of_both_is_told_instead_of_another_matter(talk: Talk) -> None:
    talk.ask("quel contrat signent les EIG ?", "contract")
    text = "renouvelable ou pas ?"
    alone = talk.message(text, "promotion_dates", 0.85)
    joined = talk.message("quel contrat signent les EIG, renouvelable ou pas ?", "contract", 0.97)
    answer = talk.hear({**alone, "after_the_last": joined})
    assert understood(talk).intent == "contract" and understood(talk).said == text
    assert "contrat" in answer.text


def test_an_answer_on_the_last_question_stands(talk: Talk) -> None:
    talk.ask("quel contrat signent les EIG ?", "contract")
    again = read_message(talk.message("le contrat dure ?", "contract"), talk.focus, talk.desk.now)
    told = talk.ask("le contrat dure combien ?", "contract", confidence=0.9), again
    assert not is_of_another_matter(told, talk.desk)


def test_what_says_nothing_of_the_message_is_not_told(talk: Talk) -> None:
    talk.ask("quel contrat signent les EIG ?", "contract")
    read = read_message(talk.message("une recette de poulet", "nlu_fallback", 0.2), talk.focus, talk.desk.now)
    refused = talk.ask("une recette de poulet", "unknown_detail"), read
    within = talk.ask("quel contrat signent les EIG ?", "contract"), read.with_intent("contract", 0.97)
    assert refused[0].status == "not_found" and within[0].status == "answered"
    assert not tells_both(within, refused, read, talk.desk)


def test_what_is_heard_alike_alone_is_told_alone(talk: Talk) -> None:
    talk.ask("quel contrat signent les EIG ?", "contract")
    told = talk.ask("quel contrat signent les EIG ?", "contract")
    read = read_message(talk.message("le contrat ?", "pay", 0.9), talk.focus, talk.desk.now)
    alike, other = read.with_intent("pay", 0.97), read.with_intent("contract", 0.97)
    assert tells_both((told, other), (told, read), read, talk.desk)
    assert not tells_both((told, alike), (told, read), read, talk.desk)


@pytest.mark.parametrize(
    ("text", "again"),
    [
        ("Titulaires ou contractuels peuvent le signer.", True),
        ("Il couvre plusieurs choses (paie, contractuels, discipline).", False),
    ],
)
def test_what_was_just_told_is_told_of_another_that_it_names(talk: Talk, text: str, again: bool) -> None:
    read = _read(talk, "oui mais pour un contractuel")
    alone = _told("Un EIG est agent contractuel.", "faq:status", read)
    assert is_of_another_matter(alone, talk.desk)
    assert tells_both(_told(text, CONTRACT.rows[0], read), alone, read, talk.desk) is again


def test_what_was_just_told_is_not_told_again_to_who_asks_what_it_does_not_say(talk: Talk) -> None:
    read = _read(talk, "je garderais mon poste ?")
    unknown = _told("Rien n'est dit du poste.", "faq:unp-x", read, "not_found")
    assert not tells_both(_told("Un contrat de projet.", CONTRACT.rows[0], read), unknown, read, talk.desk)


def test_what_repeats_the_last_answer_is_not_told_of_its_matter(talk: Talk) -> None:
    told = talk.ask("quel contrat signent les EIG ?", "contract")
    focus = talk.focus
    read = _read(talk, "et ça dure combien de temps ?", focus)
    lead = told.blocks[0]
    assert isinstance(lead, Paragraph)
    alone = _told("Dix mois.", "faq:length", read)
    same = _told(lead.text, "faq:in-other-words", read)
    assert not is_told_of_the_matter(same, alone, read, talk.desk)


def test_no_refusal_replaces_what_speaks_of_all_that_is_asked(talk: Talk) -> None:
    focus = Focus("eligibility", text="un stage ?", said="un stage ?", status="answered",
                  rows=("faq:prog-internship",), matter="un stage")  # fmt: skip
    read = _read(talk, "et en alternance ?", focus)
    alone = _told("Pas d'alternance.", "faq:work-study", read, sure=0.2)
    refusal = _told("Ni stage, ni alternance.", "faq:unp-x", read, "out_of_scope")
    assert not is_told_of_the_matter(refusal, alone, read, talk.desk)


def test_what_is_not_published_of_the_matter_comes_before_what_is_told_of_others(talk: Talk) -> None:
    focus = Focus("mentors", text="devenir mentor ?", said="devenir mentor ?", status="answered",
                  rows=("faq:prog-mentor",), matter="devenir mentor")  # fmt: skip
    read = _read(talk, "et je suis payé en plus ?", focus)
    alone = _told("Un EIG est payé 4 250 euros.", "statement:460", read, sure=0.9)
    refusal = _told(
        "Aucune prime n'est publiée pour devenir mentor : payé, on ne sait.", "faq:unp-x", read, "not_found"
    )
    assert is_told_of_the_matter(refusal, alone, read, talk.desk)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Existe-t-il un soutien psychologique pour les EIG ?", True),
        ("Existe-t-il un outil de soutien pour les EIG ?", False),
        ("Existe-t-il un soutien psychologique pour les étudiants ?", False),
    ],
)
def test_what_eigs_have_is_told_by_no_entry_on_a_challenge(talk: Talk, text: str, expected: bool) -> None:
    read = _read(talk, text, Focus()).with_intent("support", 0.6)
    answer = Answer("answered", "Oui.", (), rows=("faq:one", "challenge:datajust"))
    assert is_of_a_challenge_unnamed((answer, read), read) is expected
