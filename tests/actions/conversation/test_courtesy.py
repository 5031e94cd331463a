"""What is surely small talk, of what the model heard as such."""

from __future__ import annotations

import pytest

from actions.conversation.courtesy import intent_heard, is_surely_courteous


@pytest.mark.parametrize(
    ("text", "name", "sure", "courteous"),
    [
        ("merci beaucoup", "thank", 0.95, True),
        ("merci beaucoup", "thank", 0.2, False),
        ("ça marche comment ?", "affirm", 0.95, False),
        ("combien gagne-t-on ?", "pay", 0.95, False),
    ],
)
def test_small_talk_is_surely_heard(text: str, name: str, sure: float, courteous: bool) -> None:
    assert is_surely_courteous(text, {"intent": {"name": name, "confidence": sure}}) is courteous


def test_of_a_message_nothing_may_be_heard() -> None:
    assert intent_heard({"intent": None}) == ""
