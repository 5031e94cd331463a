"""The sentence for the case that a message states comes first."""

from __future__ import annotations

import pytest

from actions.answer import Answer, Paragraph
from actions.conversation.focus import Focus
from actions.own_case import own_case_first
from actions.question import read_message
from tests.actions.conftest import Talk

PAY = "Moins de 10 ans d’expérience : 4 250 euros. À partir de 10 ans : 5 000 euros. Le reste se négocie."
SHARES = "Promotion 6 : 20 000 euros par EIG. Promotion 5 : 3 mois de paie. L’administration payait le reste."


@pytest.mark.parametrize(
    ("asked", "told", "begins"),
    [
        ("et si j'ai 12 ans d'exp", PAY, "À partir"),
        ("et si jai 12 ans dxp", PAY, "À partir"),
        ("et avec 10 ans ?", PAY, "À partir"),
        ("salaire pour quinze ans, soit 15 années d'expérience", PAY, "À partir"),
        ("et si j'ai 4 ans d'expérience", PAY, "Moins"),
        ("j'ai 34 ans et je débute, combien ?", PAY, "Moins"),
        ("combien gagne un EIG ?", PAY, "Moins"),
        ("quelle part payée pour la promotion 5 ?", SHARES, "Promotion 5"),
        ("quelle part payée pour la promotion 6 ?", SHARES, "Promotion 6"),
        ("quelle part pour les promotions 5 et 6 ?", SHARES, "Promotion 6"),
        ("quelle part pour la promotion 4 ?", SHARES, "Promotion 6"),
    ],
)
def test_the_case_asked_about_comes_first(talk: Talk, asked: str, told: str, begins: str) -> None:
    question = read_message(talk.message(asked, "pay"), Focus(), talk.desk.now)
    answer = own_case_first(Answer("answered", told, (Paragraph(told),)), question)
    assert answer.text.startswith(begins)
    assert sorted(answer.text.split()) == sorted(told.split())


def test_what_was_not_found_stays_as_it_is(talk: Talk) -> None:
    question = read_message(talk.message("et si j'ai 12 ans d'exp", "pay"), Focus(), talk.desk.now)
    refused = Answer("not_found", PAY, (Paragraph(PAY),))
    assert own_case_first(refused, question) is refused
