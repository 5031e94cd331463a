"""Women and mean age of a promotion."""

from __future__ import annotations

import pytest

from actions.conversation.focus import Focus
from actions.programme.composition import composition_of
from actions.question import read_message
from tests.actions.conftest import Talk


@pytest.mark.parametrize(
    ("text", "promotion", "said"),
    [
        ("combien de femmes ?", "5", "19 femmes et 20 hommes"),
        ("et d'hommes, combien ?", "5", "19 femmes et 20 hommes"),
        ("what share of women?", "1", "18%"),
        ("ventilation par sexe ?", "6", "16 femmes"),
        ("the gender split?", "6", "16 women"),
        ("count of males and females", "5", "19 women"),
        ("la moyenne d'âge ?", "3", "27 ans"),
    ],
)
def test_it_is_told_of_the_promotion_spoken_of(text: str, promotion: str, said: str, talk: Talk) -> None:
    message = talk.message(text, "count_eig")
    if text.isascii() and "share" in text:
        message["metadata"] = {"lang": "en"}
    focus = Focus(intent="count_eig", entities={"promotion": (promotion,)})
    answer = composition_of(read_message(message, focus, talk.desk.now), talk.desk)
    assert answer is not None and answer.status == "answered"
    assert said in answer.text and answer.sources


@pytest.mark.parametrize(
    "text",
    ["combien de femmes dans le jury ?", "les femmes sont-elles moins payées ?", "combien d'EIG ?"],
)
def test_other_questions_go_their_ordinary_way(text: str, talk: Talk) -> None:
    focus = Focus(intent="count_eig", entities={"promotion": ("5",)})
    question = read_message(talk.message(text, "count_eig"), focus, talk.desk.now)
    assert composition_of(question, talk.desk) is None


def test_without_a_promotion_the_entries_tell(talk: Talk) -> None:
    question = read_message(talk.message("combien de femmes ?", "faq_other"), Focus(), talk.desk.now)
    assert composition_of(question, talk.desk) is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("combien de designers dans la promotion 6 ?", "9 designers"),
        ("nombre de développeurs promo 5", "11 développeurs"),
        ("combien de data engineers en promo 2 ?", "n’en comptent aucun"),
    ],
)
def test_people_of_one_job_are_told_as_published(text: str, said: str, talk: Talk) -> None:
    answer = talk.ask(text, "count_eig")
    assert said in answer.text
    assert all(row.startswith("statement:") for row in answer.rows)


def test_the_people_of_another_job_are_counted_from_the_same_source(talk: Talk) -> None:
    talk.ask("combien de designers dans la promotion 6 ?", "count_eig")
    assert "8 data scientists" in talk.ask("et des data scientists ?", "list_challenges").text
    assert "nomme" in talk.ask("et qui sont les designers ?", "person_lookup").text
