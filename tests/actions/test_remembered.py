"""What answers are remembered by."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from actions.conversation.focus import Focus
from actions.remembered import key_of

MESSAGE: dict[str, Any] = {
    "text": "c payé combien",
    "intent": {"name": "pay", "confidence": 0.9},
    "entities": [{"entity": "promotion", "value": "3", "start": 0, "end": 1}],
    "metadata": {"lang": "fr"},
}
FOCUS = Focus(intent="contract", rows=("faq:contract",))


@pytest.mark.parametrize("part", ["message_id", "timestamp"])
def test_what_no_answer_depends_on_does_not_count(part: str) -> None:
    assert key_of({**MESSAGE, part: "x"}, FOCUS) == key_of(MESSAGE, FOCUS)


def test_no_metadata_is_as_good_as_empty() -> None:
    """Words tried before they are answered come without, those answered with an empty one."""
    without = {part: value for part, value in MESSAGE.items() if part != "metadata"}
    same = [key_of({**without, **more}, FOCUS) for more in ({}, {"metadata": None}, {"metadata": {}})]
    assert len(set(same)) == 1


@pytest.mark.parametrize(
    "other",
    [
        {"text": "c payé comment"},
        {"intent": {"name": "pay", "confidence": 0.4}},
        {"entities": []},
        {"metadata": {"lang": "en"}},
        {"in_context": {"text": "c payé combien Signaux Faibles"}},
        {"last_asked": {"text": "c payé combien"}},
    ],
    ids=lambda other: next(iter(other)),
)
def test_what_an_answer_depends_on_counts(other: dict[str, Any]) -> None:
    assert key_of({**MESSAGE, **other}, FOCUS) != key_of(MESSAGE, FOCUS)


def test_the_place_in_the_talk_counts() -> None:
    for other in (Focus(), replace(FOCUS, failures=1), replace(FOCUS, quoted=("12",))):
        assert key_of(MESSAGE, other) != key_of(MESSAGE, FOCUS)
