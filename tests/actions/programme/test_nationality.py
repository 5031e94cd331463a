"""Whether people of another country may apply."""

from __future__ import annotations

import pytest

from actions.conversation.focus import Focus
from actions.programme.nationality import of_another_country
from actions.question import read_message
from tests.actions.conftest import Talk


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("je suis suédoise, je peux postuler ?", True),
        ("chu québécois pis vous prenez du monde de chez nous ?", True),
        ("vous prenez des belges ?", True),
        ("I am Swedish, may I apply?", True),
        ("ma femme est colombienne, elle peut candidater ?", True),
        ("un ami tunisien peut candidater ?", True),
        ("une étudiante marocaine pourrait aussi ?", True),
        ("une entreprise tunisienne peut candidater ?", False),
        ("je suis prof d'anglais, je peux postuler ?", False),
        ("y a-t-il des programmes américains ?", False),
        ("je suis designer, je peux postuler ?", False),
        ("le programme américain a-t-il été comparé au vôtre ?", False),
        ("je suis belge, combien je gagnerais ?", False),
    ],
)
def test_no_rule_asks_for_a_nationality(text: str, asks: bool, talk: Talk) -> None:
    question = read_message(talk.message(text, "eligibility"), Focus(), talk.desk.now)
    answer = of_another_country(question, talk.desk)
    assert (answer is not None) is asks
    assert answer is None or answer.status == "not_found" and "national" in answer.text


def test_someone_else_of_another_country_goes_on(talk: Talk) -> None:
    message = talk.message("et ma femme est suisse ?", "out_of_scope")
    told = [
        of_another_country(read_message(message, focus, talk.desk.now), talk.desk)
        for focus in (Focus("eligibility"), Focus("pay"), Focus())
    ]
    assert told[0] is not None and told[1:] == [None, None]
