"""Sentences, hours and numbers as people read them."""

from __future__ import annotations

import datetime as dt

import pytest

from actions.wording import join, moment, number, say


def test_moments() -> None:
    evening = dt.datetime(2018, 10, 15, 17)
    assert moment(evening, True, "fr") == "15 octobre 2018 à 17 h"
    assert moment(evening.replace(minute=30), True, "fr") == "15 octobre 2018 à 17 h 30"
    assert moment(evening, True, "en") == "15 October 2018 at 17:00"
    assert moment(evening, False, "fr") == "15 octobre 2018"


@pytest.mark.parametrize(
    ("value", "fr", "en"),
    [
        (28, "28", "28"),
        (1912641, "1\u202f912\u202f641", "1,912,641"),
        (2.5, "2,5", "2.5"),
        (28.0, "28", "28"),
    ],
)
def test_numbers(value: float, fr: str, en: str) -> None:
    assert (number(value, "fr"), number(value, "en")) == (fr, en)


def test_lists() -> None:
    assert join([], "fr") == ""
    assert join(["a"], "fr") == "a"
    assert join(["a", "b", "c"], "fr") == "a, b et c"
    assert join(["a", "b"], "en") == "a and b"


def test_a_missing_sentence_is_our_mistake() -> None:
    with pytest.raises(KeyError):
        say("fr", "no such sentence")
    assert say("de", "goodbye") == say("fr", "goodbye")
