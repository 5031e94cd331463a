"""How much a tool brought about."""

from __future__ import annotations

import pytest

from actions.conversation.focus import Focus
from actions.programme.outcomes import outcome
from actions.question import read_message
from tests.actions.conftest import Talk


@pytest.mark.parametrize(
    ("text", "unknown"),
    [
        ("Combien de ponts ont été réparés grâce à SOS Ponts ?", True),
        ("combien d'amendes ont été annulées grâce à IA Flash ?", True),
        ("How many companies has Signaux Faibles saved from bankruptcy?", True),
        ("combien de PV évités par IA Flash ?", False),
        ("combien d'EIG sur SOS Ponts ?", False),
        ("combien de ponts ont été réparés en France ?", False),
        ("qui a réparé les ponts avec SOS Ponts ?", False),
    ],
)
def test_what_no_source_counts_is_said_to_be_unknown(text: str, unknown: bool, talk: Talk) -> None:
    question = read_message(talk.message(text, "describe_challenge"), Focus(), talk.desk.now)
    answer = outcome(question, talk.desk)
    assert (answer is not None) is unknown
    assert answer is None or answer.status == "not_found"
