"""Timing answers from the reports: so many questions, spread over the set, after one that is not timed."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from bench.answers import measure_answers


def test_as_many_answers_are_timed_as_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[str] = []

    class Listener:
        async def ask(self, text: str) -> None:
            heard.append(text)

    @contextmanager
    def examinee(_: Any) -> Iterator[Listener]:
        yield Listener()

    monkeypatch.setattr("bot.evaluation.examinee.examinee", examinee)
    times = measure_answers(7)
    assert len(times.milliseconds) == 7
    assert len(set(heard)) == len(heard) == 8
