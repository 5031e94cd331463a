"""A yes is told to who asks for one, not to who asks how many or how often."""

from __future__ import annotations

import pytest

from actions.answer import Answer, Paragraph
from actions.conversation.focus import Focus
from actions.question import read_message
from actions.verdict import without_unasked_yes
from tests.actions.conftest import Talk

SEVERAL = "Oui, un candidat pouvait viser plusieurs défis : 3 pour la promotion 2."
IN_PRINCIPLE = "En principe oui : les administrations publient le code."
BONUS = "Oui : une part variable de 6 % s’ajoute à la paie."


@pytest.mark.parametrize(
    ("asked", "told", "begins"),
    [
        ("on pouvait viser combien de défis max", SEVERAL, "Un candidat"),
        ("Combien de défis un candidat pouvait-il choisir ?", SEVERAL, "Un candidat"),
        ("Peut-on viser plusieurs défis ?", SEVERAL, "Oui"),
        ("y a-t-il une limite, et de combien de défis ?", SEVERAL, "Oui"),
        ("et la prime c'est tous les ans ?", BONUS, "Une part"),
        ("y a une prime ? de combien ?", BONUS, "Oui"),
        ("où lire les règles de la prime ?", BONUS, "Une part"),
        ("qui touche une prime ?", BONUS, "Une part"),
        ("comment faire, y a-t-il une prime ?", BONUS, "Oui"),
        ("où est le code ?", IN_PRINCIPLE, "Les administrations"),
        ("le code est-il ouvert ?", IN_PRINCIPLE, "En principe"),
    ],
)
def test_a_yes_stands_where_it_is_asked_for(talk: Talk, asked: str, told: str, begins: str) -> None:
    question = read_message(talk.message(asked, "pay"), Focus(), talk.desk.now)
    answer = without_unasked_yes(Answer("answered", told, (Paragraph(told),)), question)
    assert answer.text.startswith(begins)
