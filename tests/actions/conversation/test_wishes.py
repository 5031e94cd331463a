"""Wishes that no fact of the base meets."""

from __future__ import annotations

import pytest

from actions.conversation.wishes import asks_what_is_kept, says_nothing, without_complaint


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("vous gardez mes messages ?", True),
        ("est-ce que vous conservez ma question", True),
        ("mon message est-il enregistré ?", True),
        ("vous gardez mon dossier de candidature ?", False),
        ("j'exige que vous supprimiez toutes mes données", False),
        ("I want you to delete my data", False),
    ],
)
def test_what_the_assistant_keeps_is_another_matter_than_a_wish_to_be_erased(
    text: str, expected: bool
) -> None:
    assert asks_what_is_kept(text) is expected


@pytest.mark.parametrize(
    ("text", "nothing"),
    [
        ("????? !", True),
        ("xxxxxxxx aaaa", True),
        ("a" * 2000, True),
        ("a" * 1999 + "b", False),
        ("aaa", False),
    ],
)
def test_a_message_of_one_letter_ends_however_long_it_is(text: str, nothing: bool) -> None:
    assert says_nothing(text) is nothing


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("vous n'avez pas répondu : quel est le salaire ?", "quel est le salaire ?"),
        ("C'est pas ma question, je veux savoir qui recrute.", "je veux savoir qui recrute."),
        ("You didn't answer. Who runs the programme?", "Who runs the programme?"),
        ("bah non, vous n'avez pas répondu, oui ou non ?", "bah non, vous n'avez pas répondu, oui ou non ?"),
        ("tu réponds pas à ma question", "tu réponds pas à ma question"),
        ("quel est le salaire, s'il vous plaît ?", "quel est le salaire, s'il vous plaît ?"),
    ],
)
def test_a_question_that_goes_with_a_complaint_is_what_is_asked(text: str, asked: str) -> None:
    assert without_complaint(text) == asked
