"""What is said under a property, and what is said when nothing is."""

from __future__ import annotations

from actions.focus import Focus
from actions.question import Question, read_message
from actions.tell import known_promotions, no_such_promotion, tell, tell_number
from tests.actions.conftest import Talk


def read(talk: Talk, text: str, intent: str) -> Question:
    return read_message(talk.message(text, intent), Focus(), talk.desk.now)


def test_promotions_that_exist_and_those_that_do_not(talk: Talk) -> None:
    question = read(talk, "les promotions 3 et 9", "pay")
    assert known_promotions(question, talk.desk) == (["3"], ["9"])
    answer = no_such_promotion(question, talk.desk, ["9"])
    assert answer.status == "not_found" and answer.quick_replies


def test_a_property_nobody_speaks_of(talk: Talk) -> None:
    answer = tell(read(talk, "xyzzy", "pay"), talk.desk, ("none",), "topic_pay")
    assert answer.status == "not_found"


def test_every_value_of_every_source(talk: Talk) -> None:
    for promotion in ("1", "2", "3", "4", "5", "6", "7"):
        question = read(talk, f"combien d'EIG dans la promotion {promotion} ?", "count_eig")
        answer = tell_number(question, talk.desk, "eig_count", "topic_count_eig")
        values = talk.base.rows(
            "select distinct number from statement where subject = ? and property = 'eig_count'", (promotion,)
        )
        assert values
        assert all(f"{row['number']:g}" in answer.text for row in values), answer.text
