"""What people said is erased at the start and once a day."""

from __future__ import annotations

import asyncio
import datetime as dt
import logging
import threading
from collections.abc import Callable

import pytest
from fastapi.testclient import TestClient
from sqlalchemy.exc import OperationalError

from api import preparation
from api.app import create_app
from api.forgetting import DAY, forget_daily
from knowledge.base import KnowledgeBase
from knowledge.settings import Settings
from tests.api.conftest import FakeAssistant

START = dt.datetime(2026, 3, 1, 8, tzinfo=dt.UTC)


class _Clock:
    """Time that only passes when somebody waits; after ``days`` nobody waits any longer."""

    def __init__(self, days: int) -> None:
        self.moment, self._left = START, days

    def __call__(self) -> dt.datetime:
        return self.moment

    async def wait(self, seconds: float) -> None:
        self.moment += dt.timedelta(seconds=seconds)
        self._left -= 1
        if not self._left:
            raise asyncio.CancelledError


async def _days(forget: Callable[[dt.datetime], int], days: int) -> None:
    clock = _Clock(days)
    with pytest.raises(asyncio.CancelledError):
        await forget_daily(forget, 30, clock, clock.wait)


async def test_at_the_start_and_every_day() -> None:
    limits: list[dt.datetime] = []

    def forget(limit: dt.datetime) -> int:
        limits.append(limit)
        return 0

    await _days(forget, 3)
    assert limits == [START + dt.timedelta(days=day - 30) for day in range(3)]
    assert dt.timedelta(seconds=DAY) == dt.timedelta(days=1)


async def test_messages_go_on_meanwhile() -> None:
    loop_thread, seen = threading.get_ident(), list[int]()

    def forget(_: dt.datetime) -> int:
        seen.append(threading.get_ident())
        return 0

    await _days(forget, 1)
    assert loop_thread not in seen


async def test_a_database_out_of_reach_is_tried_again(caplog: pytest.LogCaptureFixture) -> None:
    tries: list[dt.datetime] = []

    def forget(limit: dt.datetime) -> int:
        tries.append(limit)
        if len(tries) == 1:
            raise OperationalError("delete", {}, Exception("away"))
        return 2

    with caplog.at_level(logging.INFO, "greffier"):
        await _days(forget, 2)
    assert len(tries) == 2
    assert "was not erased" in caplog.text and "erased 2 answers and events" in caplog.text


def test_a_server_forgets_when_it_is_ready(
    settings: Settings, base: KnowledgeBase, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake, forgot = FakeAssistant(), threading.Event()

    def forget(limit: dt.datetime) -> int:
        fake.forgotten.append(limit)
        forgot.set()
        return 0

    monkeypatch.setattr(fake, "forget_before", forget)
    monkeypatch.setattr(preparation, "ensure_base", lambda _: base)
    monkeypatch.setattr(preparation, "ensure_model", lambda *_: None)
    monkeypatch.setattr(preparation, "load_assistant", lambda _: fake)
    pretended = settings.model_copy(update={"retention_days": 10, "today": dt.date(2050, 1, 1)})
    with TestClient(create_app(pretended)):
        assert forgot.wait(20)
    age = dt.datetime.now(dt.UTC) - fake.forgotten[0]
    assert dt.timedelta(days=9) < age < dt.timedelta(days=11)
