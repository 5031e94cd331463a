"""``greffier serve``: listening, several workers, and what is said while preparing."""

from __future__ import annotations

import asyncio
import logging
import os
import socket
import subprocess
import sys
import threading
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import typer

from api import preparation
from api.app import _end_unless_ready, create_worker
from api.commands import serve
from api.metrics import SHARED_FOLDER
from api.preparation import StartFailed
from knowledge.settings import Settings


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    monkeypatch.setenv("GREFFIER_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("GREFFIER_EMBEDDINGS", "off")
    return Settings()


def test_a_port_in_use_is_one_line() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        number = taken.getsockname()[1]
        with pytest.raises(StartFailed, match=rf"^port {number} is in use at 127\.0\.0\.1: choose another"):
            serve.listen("127.0.0.1", number)


def test_an_address_of_nobody_is_one_line() -> None:
    with pytest.raises(StartFailed, match="cannot listen|no such address"):
        serve.listen("203.0.113.1", 0)


def test_the_address_shown_can_be_opened() -> None:
    with serve.listen("127.0.0.1", 0) as listening:
        number = listening.getsockname()[1]
        assert serve.address_of("127.0.0.1", listening) == f"http://127.0.0.1:{number}"
        assert serve.address_of("::1", listening) == f"http://[::1]:{number}"


def test_several_workers_need_redis(settings: Settings) -> None:
    with pytest.raises(StartFailed, match=r"^GREFFIER_REDIS_URL: needed"):
        serve.run(settings, "127.0.0.1", 0, workers=2)


class _Server:
    """Stands for uvicorn's server: runs the application's start, then stops."""

    outcome: BaseException | None = None

    def __init__(self, config: Any) -> None:
        self.config, self.should_exit = config, False

    def run(self, sockets: list[socket.socket]) -> None:
        self.config.app["finished"](self.outcome)
        for listening in sockets:
            listening.close()


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> type[_Server]:
    monkeypatch.setattr("api.app.create_app", lambda settings, finished: {"finished": finished})
    monkeypatch.setattr("uvicorn.Server", _Server)
    monkeypatch.setattr(_Server, "outcome", None)
    return _Server


@pytest.mark.usefixtures("served")
def test_ready_is_said_with_the_address(settings: Settings, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, "greffier"):
        serve.run(settings.model_copy(update={"today": settings.day()}), "127.0.0.1", 0, 1)
    assert caplog.messages[-1].startswith("ready: http://127.0.0.1:")
    assert any("pretending" in message for message in caplog.messages)


def test_a_failed_start_ends_the_server(settings: Settings, served: type[_Server]) -> None:
    served.outcome = StartFailed("no model")
    with pytest.raises(StartFailed, match="^no model$"):
        serve.run(settings, "127.0.0.1", 0, 1)


def test_our_steps_are_logged_and_libraries_are_not(capfd: pytest.CaptureFixture[str]) -> None:
    code = (
        "import logging; from api.logs import configure_logging; configure_logging();"
        "logging.getLogger('greffier').info('a step'); logging.getLogger('rasa.core').warning('noise')"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
    error = capfd.readouterr().err
    assert error.split(" ", 1)[1] == "a step\n"


class _Workers:
    """Stands for uvicorn's supervisor: its workers answer that they are ready, then it stops."""

    def __init__(self, config: Any, target: Any, sockets: list[socket.socket]) -> None:
        assert config.workers == 2
        assert config.app == "api.app:create_worker"
        self.listening = sockets[0]

    def run(self) -> None:
        assert SHARED_FOLDER in os.environ
        for answer in (b"HTTP/1.1 503 Service Unavailable", b"HTTP/1.1 200 OK"):
            connection, _ = self.listening.accept()
            connection.recv(1000)
            connection.sendall(answer + b"\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
            connection.close()
        self.listening.close()
        raise KeyboardInterrupt


def test_several_workers_find_base_and_model_made(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    made: list[str] = []
    monkeypatch.setattr(preparation, "ensure_services", lambda _: made.append("services"))
    monkeypatch.setattr(preparation, "ensure_model", lambda _: made.append("model"))
    monkeypatch.setattr(serve, "Supervisor", _Workers)
    monkeypatch.setenv(SHARED_FOLDER, "unset afterwards")
    with caplog.at_level(logging.INFO, "greffier"):  # until the thread that announces has said so
        with pytest.raises(typer.Exit) as stop:
            serve.run(settings.model_copy(update={"redis_url": "redis://127.0.0.1:1"}), "127.0.0.1", 0, 2)
        for thread in threading.enumerate():
            if thread.name == serve.ANNOUNCING:
                thread.join(20)
    assert stop.value.exit_code == 130
    assert made == ["services", "model"]
    assert settings.knowledge_path.exists()
    assert any(message.startswith("ready: http://127.0.0.1:") for message in caplog.messages)


def test_a_worker_that_never_will_be_ready_says_so_and_ends(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    codes: list[int] = []
    monkeypatch.setattr("os._exit", codes.append)
    _end_unless_ready(None)
    assert not codes
    _end_unless_ready(StartFailed("the assistant cannot start: cannot read the model"))
    assert codes == [preparation.START_FAILED]
    assert caplog.messages == ["the assistant cannot start: cannot read the model"]


@pytest.mark.parametrize(("code", "stopped"), [(preparation.START_FAILED, True), (None, False)])
def test_no_worker_is_started_after_one_that_cannot(code: int | None, stopped: bool) -> None:
    supervisor = serve.Supervisor.__new__(serve.Supervisor)
    worker = SimpleNamespace(process=SimpleNamespace(exitcode=code), is_alive=lambda timeout: True)
    supervisor.processes, supervisor.should_exit = [worker], threading.Event()  # type: ignore[list-item]
    supervisor.config = SimpleNamespace(timeout_worker_healthcheck=5)  # type: ignore[assignment]
    supervisor.keep_subprocess_alive()
    assert (supervisor.failed, supervisor.should_exit.is_set()) == (stopped, stopped)


def test_a_failed_worker_is_a_failed_start(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    for made in ("ensure_services", "ensure_model"):
        monkeypatch.setattr(preparation, made, lambda _: None)
    monkeypatch.setattr(serve.Supervisor, "__init__", lambda *_, **__: None)
    monkeypatch.setattr(serve.Supervisor, "run", lambda self: setattr(self, "failed", True))
    monkeypatch.setenv(SHARED_FOLDER, "unset afterwards")
    with pytest.raises(typer.Exit) as stop:
        serve.run(settings.model_copy(update={"redis_url": "redis://127.0.0.1:1"}), "127.0.0.1", 0, 2)
    assert stop.value.exit_code == 1


def test_a_worker_is_made_from_the_environment(settings: Settings) -> None:
    assert create_worker().state.settings.data_dir == settings.data_dir


@pytest.mark.parametrize("port", [-1, 99999])
def test_a_port_that_cannot_be_is_one_line(port: int) -> None:
    with pytest.raises(StartFailed, match=f"^--port {port}: must be from 0 to 65535$"):
        serve.listen("127.0.0.1", port)


@pytest.mark.parametrize(("allowed", "seen"), [(None, "127.0.0.1"), ("127.0.0.1", "9.9.9.9")])
def test_a_forwarded_address_is_believed_only_where_the_operator_says_so(
    monkeypatch: pytest.MonkeyPatch, allowed: str | None, seen: str
) -> None:
    monkeypatch.delenv("FORWARDED_ALLOW_IPS", raising=False)
    if allowed:
        monkeypatch.setenv("FORWARDED_ALLOW_IPS", allowed)
    clients: list[str] = []

    async def application(scope: Any, receive: Any, send: Any) -> None:
        clients.append(scope["client"][0])

    config = serve._config(application)
    config.load()
    scope = {"type": "http", "client": ("127.0.0.1", 1), "headers": [(b"x-forwarded-for", b"9.9.9.9")]}
    asyncio.run(config.loaded_app(scope, None, None))
    assert clients == [seen]
