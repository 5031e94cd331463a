"""A challenge's name typed alone is the question what it is."""

from __future__ import annotations

import pytest

from tests.actions.conftest import Talk


@pytest.mark.parametrize(
    ("text", "challenge"),
    [
        ("cartobio", "cartobio"),
        ("label", "label"),
        ("FAST", "fast"),
        ("recrues ?", "recrues"),
        ("défi recrues", "recrues"),
        ("vers l'ecole pour tous svp", "vers-lecole-pour-tous"),
        ("1 eleve 1 stage", "1-eleve-1-stage"),
        ("transports sanitaires", "transports-sanitaires"),
        ("polygraphhe", "polygraphe"),
        ("tous aa bord", "tous-a-bord-suite-proactive"),
    ],
)
def test_whatever_was_heard_it_is_described(talk: Talk, text: str, challenge: str) -> None:
    answer = talk.ask(text, "count_eig")
    assert answer.status == "answered" and answer.rows[0] == f"challenge:{challenge}"
    assert talk.question is not None and talk.question.intent == "describe_challenge"


def test_one_name_of_several_is_asked_about(talk: Talk) -> None:
    assert talk.ask("sequoia", "nlu_fallback", confidence=0.1).status == "clarify"


def test_an_everyday_word_in_a_question_is_no_name(talk: Talk) -> None:
    talk.ask("combien de recrues par an ?", "count_eig")
    assert talk.question is not None and talk.question.intent != "describe_challenge"


def test_after_a_question_on_another_challenge_it_is_asked_again(talk: Talk) -> None:
    talk.ask("qui a travaillé sur Basegun ?", "challenge_people")
    talk.ask("CartoBio ?", "follow_up", confidence=0.5)
    assert talk.question is not None and talk.question.intent == "challenge_people"
