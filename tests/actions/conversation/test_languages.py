"""Being asked for the other language."""

from __future__ import annotations

import pytest

from actions.conversation.languages import language_asked_for
from tests.actions.conftest import Talk, understood


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("in english please", "en"),
        ("can you answer in english please?", "en"),
        ("en anglais svp", "en"),
        ("tu peux répondre en anglais ?", "en"),
        ("En français s'il vous plaît", "fr"),
        ("how many English lessons are there?", None),
        ("les cours d'anglais de la commune", None),
        ("French schools abroad", None),
    ],
)
def test_a_language_is_asked_for(text: str, lang: str | None) -> None:
    assert language_asked_for(text) == lang


def test_the_last_question_is_answered_again_in_the_language_asked_for(talk: Talk) -> None:
    in_french = talk.ask("combien d'EIG dans la promotion 2 ?", "count_eig")
    in_english = talk.ask("in english please", "capabilities")
    assert understood(talk).lang == "en"
    assert in_english.status == "answered"
    assert in_english.sources == in_french.sources
    assert in_english.text != in_french.text


def test_without_a_question_before_the_language_is_promised(talk: Talk) -> None:
    assert talk.ask("can you speak english?", "capabilities").text.startswith("Yes, I answer in English")
