"""Numbered lists of questions."""

from __future__ import annotations

import pytest

from bot.numbered import indirect_questions, numbered_questions


def test_each_question_of_a_letter_stands_alone() -> None:
    letter = (
        "Bonjour,\nJ'ai 47 ans et j'ai monté deux sociétés. J'aimerais savoir : "
        "1) si je dois fermer ma société, 2) si le salaire est négociable vu mes 20 ans d'expérience, "
        "et 3) s'il faut habiter Paris.\n"
        "Bien à vous,\nBenoît D."
    )
    assert numbered_questions(letter) == [
        "Est-ce que je dois fermer ma société ?",
        "Est-ce que le salaire est négociable vu mes 20 ans d'expérience ?",
        "Est-ce qu'il faut habiter Paris ?",
    ]


def test_numbers_may_stand_at_the_head_of_lines() -> None:
    text = "Bonjour,\n1. Combien gagne un EIG ?\n2. Peut-on télétravailler ?\nMerci"
    assert numbered_questions(text) == ["Combien gagne un EIG ?", "Peut-on télétravailler ?"]


def test_the_promotion_before_the_list_is_that_of_each() -> None:
    text = "Pour la promotion 6 : 1) combien de défis retenus 2) combien de candidats reçus ?"
    assert numbered_questions(text) == [
        "combien de défis retenus, promotion 6 ?",
        "combien de candidats reçus, promotion 6 ?",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Combien d'EIG dans la promotion 3 ?",
        "la promotion 1, puis la promotion 2. Combien d'EIG ?",
        "critères : 1) expérience 2) diplôme",
        "2) combien gagne un EIG 3) où travaille-t-il",
    ],
)
def test_other_messages_have_no_list(text: str) -> None:
    assert numbered_questions(text) == []


def test_a_question_may_be_two_words_long() -> None:
    text = "Je vis à Dole. 1) puis-je candidater 2) quel salaire 3) télétravail possible ? merci"
    assert numbered_questions(text) == ["puis-je candidater ?", "quel salaire ?", "télétravail possible ?"]


def test_who_would_host_asks_each_for_an_administration() -> None:
    text = "Nous souhaitons accueillir un EIG. 1) combien ça coûte 2) qui contacter en premier"
    assert numbered_questions(text) == [
        "combien ça coûte, pour une administration ?",
        "qui contacter en premier, pour une administration ?",
    ]


def test_what_one_verb_asks_is_asked_apart() -> None:
    text = "Je voudrais savoir si mon profil convient, quelle est la procédure et si c'est cumulable."
    assert indirect_questions(text) == [
        "Est-ce que mon profil convient ?",
        "quelle est la procédure ?",
        "Est-ce que c'est cumulable ?",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "je voudrais savoir combien je gagnerais si je suis pris",
        "pouvez-vous me dire quel est le salaire, et qui le paie",
    ],
)
def test_what_follows_no_list_under_one_verb_is_left_whole(text: str) -> None:
    assert indirect_questions(text) == []
