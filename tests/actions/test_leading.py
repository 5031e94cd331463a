"""Which passage is told first."""

from __future__ import annotations

from dataclasses import replace

import pytest

from actions.answer import Source
from actions.conversation.focus import Focus
from actions.evidence import Passage
from actions.leading import fittest_first, not_of_the_past, yes_or_no_first
from actions.question import Question, read_message
from tests.actions.conftest import Talk


def _read(talk: Talk, text: str) -> Question:
    return read_message(talk.message(text, "open_source"), Focus(), talk.desk.now)


def _entry(text: str, fit: float) -> Passage:
    return Passage(text, "programme", "faq", (Source("s", "Titre"),), f"faq:{text[:8]}", fit, fit)


_WHY = _entry("La loi range le code parmi les documents.", 0.77)
_PRINCIPLE = _entry("En principe oui : l'administration le publie.", 0.74)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Le code source doit-il être public ?", _PRINCIPLE),
        ("faut il publier le code", _PRINCIPLE),
        ("must the code be public?", _PRINCIPLE),
        ("pourquoi faut-il publier le code ?", _WHY),
        ("que doit-on publier ?", _WHY),
        ("how can we publish the code?", _WHY),
        ("le code source", _WHY),
    ],
)
def test_the_yes_or_no_that_is_asked_comes_first(talk: Talk, text: str, first: Passage) -> None:
    assert yes_or_no_first([_WHY, _PRINCIPLE], _read(talk, text))[0] is first


@pytest.mark.parametrize(
    ("told", "other"),
    [
        (_WHY, replace(_PRINCIPLE, fit=0.6)),
        (_WHY, replace(_PRINCIPLE, past=True)),
        (_entry("Pas de dossier commun.", 0.77), _PRINCIPLE),
        (_entry("Un EIG n'est pas fonctionnaire.", 0.77), _PRINCIPLE),
    ],
)
def test_no_yes_to_another_question_comes_first(talk: Talk, told: Passage, other: Passage) -> None:
    assert yes_or_no_first([told, other], _read(talk, "peut-on publier le code ?"))[0] is told


def test_an_entry_of_today_comes_before_what_a_promotion_of_the_past_had(talk: Talk) -> None:
    then = replace(
        _entry("Les EIG d'alors publiaient leurs travaux.", 0.5), subject="3", property="open_source"
    )
    now = _entry("L'administration publie le code.", 0.56)
    asked = _read(talk, "est-ce que mon service publie son code ?")
    assert fittest_first([then], [then, now], asked)[0] is now
    of_today = replace(then, subject="programme", current=True)
    assert fittest_first([of_today], [of_today, now], asked)[0] is of_today
    assert fittest_first([then], [then, replace(now, past=True)], asked)[0] is then
    assert fittest_first([then], [then, now], _read(talk, "et avant, on publiait le code ?"))[0] is then


def test_a_rule_of_today_comes_before_one_of_the_past_where_no_time_is_named(talk: Talk) -> None:
    then = replace(
        _entry("Dans les promotions 5 et 6, c'était 3 500 euros.", 0.6), property="pay", subject="5"
    )
    now = replace(_entry("Depuis 2024, c'est 4 250 euros.", 0.5), property="pay", current=True, score=0.8)
    asked = _read(talk, "how much with five years of experience?")
    assert not_of_the_past([then], [then, now], asked)[0] is now
    assert not_of_the_past([then], [then, now], _read(talk, "et en promotion 5 ?"))[0] is then
