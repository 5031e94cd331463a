"""« vous n'avez pas répondu »: another answer to the last question, or the way to a person."""

from __future__ import annotations

from typing import Any

import pytest

from actions.answer import Answer, Paragraph
from actions.conversation.focus import Focus
from actions.retry import said_plainly, to_retry
from tests.actions.conftest import Talk


def last_asked(talk: Talk, *ranking: tuple[str, float]) -> dict[str, Any]:
    """The last question of the talk, read as any of ``ranking``."""
    message = talk.message(talk.focus.text, *ranking[0])
    return {**message, "intent_ranking": [{"name": name, "confidence": sure} for name, sure in ranking]}


def complaint(talk: Talk, text: str, *ranking: tuple[str, float]) -> dict[str, Any]:
    return {**talk.message(text, "insult", 0.8), "last_asked": last_asked(talk, *ranking)}


def test_a_complaint_is_told_what_else_the_last_question_may_have_meant(talk: Talk) -> None:
    first = talk.ask("combien de temps et quel salaire pour un EIG ?", "pay")
    message = complaint(talk, "vous n'avez pas répondu à ma question", ("pay", 0.3), ("contract", 0.65))
    answer = talk.hear(message)
    assert answer.status == "answered" and answer.sources
    assert answer.text.startswith("Je suis désolé")
    assert not set(answer.rows[:1]) & set(first.rows)
    assert talk.focus.text == "combien de temps et quel salaire pour un EIG ?"
    assert to_retry("ce n'est toujours pas ma question", talk.focus) is None


def test_another_answer_is_in_the_language_of_the_complaint(talk: Talk) -> None:
    talk.ask("combien de temps et quel salaire pour un EIG ?", "pay")
    answer = talk.hear(complaint(talk, "you did not answer my question", ("pay", 0.3), ("contract", 0.65)))
    assert answer.status == "answered" and answer.text.startswith("I am sorry")
    assert "EIGs" in answer.text.partition("\n")[2]


def test_a_complaint_without_another_answer_hands_over(talk: Talk) -> None:
    talk.ask("quel est le salaire d'un EIG ?", "pay")
    answer = talk.hear(complaint(talk, "you did not answer my question", ("pay", 0.99)))
    assert answer.status == "smalltalk" and answer.contact is not None


@pytest.mark.parametrize(
    ("question", "text", "intent", "retried"),
    [
        ("quel est le salaire d'un EIG ?", "tu réponds pas à ma question", "pay", True),
        ("quel est le salaire d'un EIG ?", "réponse à côté de la plaque", "pay", True),
        ("quel est le salaire d'un EIG ?", "et pour la promotion 5 ?", "pay", False),
        ("que dit la Cour des primes de Lyon ?", "tu réponds pas à ma question", "report_search", False),
    ],
)
def test_only_a_complaint_on_the_programme_is_retried(
    talk: Talk, question: str, text: str, intent: str, retried: bool
) -> None:
    talk.ask(question, intent)
    assert (to_retry(text, talk.focus) is not None) == retried


@pytest.mark.parametrize(
    ("text", "lead"), [("donc oui ou non ?", "Mes sources"), ("yes or no?", "My sources")]
)
def test_an_answer_that_says_neither_yes_nor_no_says_so(talk: Talk, text: str, lead: str) -> None:
    first = talk.ask("les EIG gagnent bien leur vie ?", "pay")
    message = {**talk.message(text, "deny", 0.8), "last_asked": last_asked(talk, ("pay", 0.95))}
    answer = talk.hear(message)
    assert answer.text.startswith(lead) and answer.rows == first.rows


def test_a_refusal_is_told_again_to_who_wants_a_yes_or_a_no(talk: Talk) -> None:
    first = talk.ask("combien de chats ont-ils ?", "unknown_detail")
    assert to_retry("oui ou non ?", talk.focus) == "combien de chats ont-ils ?"
    message = {
        **talk.message("oui ou non ?", "deny", 0.8),
        "last_asked": last_asked(talk, ("unknown_detail", 0.95)),
    }
    assert talk.hear(message).text.endswith(first.text)


def test_yes_is_said_as_it_is() -> None:
    said = Answer("answered", "Oui, depuis 2021.")
    assert said_plainly(said, "fr") is said


def test_who_wants_a_yes_is_not_told_all_of_it_again() -> None:
    first, more = Paragraph("Oui, depuis 2021."), Paragraph("Avant, non.")
    assert (
        said_plainly(Answer("answered", "Oui, depuis 2021.\nAvant, non.", (first, more)), "fr").text
        == first.text
    )


def test_a_refusal_in_its_first_sentence_is_a_no() -> None:
    first, more = Paragraph("Une personne en licence ne peut pas candidater."), Paragraph("Avant, si.")
    told = said_plainly(Answer("answered", f"{first.text}\n{more.text}", (first, more)), "fr")
    assert told.text == first.text


def test_a_follow_up_is_asked_again_with_what_the_talk_is_on() -> None:
    going_on = Focus("administration_cost", text="même en payant nous-mêmes ?", matter="accueillir un EIG")
    assert to_retry("c'est oui ou non ?", going_on) == "même en payant nous-mêmes, accueillir un EIG ?"
    in_full = Focus("eligibility", text="une commune peut accueillir un EIG ?", matter="accueillir un EIG")
    assert to_retry("c'est oui ou non ?", in_full) == in_full.text
