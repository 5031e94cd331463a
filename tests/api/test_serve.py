"""``greffier serve``: listening, several workers, and what is said while preparing."""

from __future__ import annotations

import logging
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import typer
from sqlalchemy.exc import DatabaseError

from api import preparation
from api.app import _end_unless_ready, create_worker
from api.commands import serve
from api.metrics import SHARED_FOLDER
from api.preparation import StartFailed
from bot.training import model_path
from knowledge.build import is_stale
from knowledge.errors import KnowledgeError
from knowledge.settings import ROOT, Settings


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


@pytest.mark.parametrize(
    ("changed", "line"),
    [
        ({"redis_url": "redis://127.0.0.1:1"}, "GREFFIER_REDIS_URL: Redis does not answer"),
        ({"database_url": "postgresql://u:secret@127.0.0.1:1/x"}, "GREFFIER_DATABASE_URL: cannot connect"),
    ],
)
def test_a_service_that_does_not_answer_is_named(
    settings: Settings, changed: dict[str, str], line: str
) -> None:
    with pytest.raises(StartFailed, match=line) as failed:
        preparation.ensure_services(settings.model_copy(update=changed))
    assert "secret" not in str(failed.value)


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


def test_a_folder_that_cannot_be_written_is_named() -> None:
    with pytest.raises(StartFailed, match=r"^GREFFIER_DATA_DIR: cannot write in /proc/nowhere"):
        preparation.ensure_folder(Settings(data_dir=Path("/proc/nowhere")))


def test_the_base_is_built_when_it_is_missing_then_left(
    settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO, "greffier"):
        preparation.ensure_base(settings).close()
        preparation.ensure_base(settings).close()
    assert caplog.messages[0] == "knowledge base: building (first start)"
    assert caplog.messages[1].startswith("knowledge base: built (")
    assert caplog.messages[2] == "knowledge base: up to date"


def test_a_damaged_base_is_built_again(settings: Settings) -> None:
    settings.knowledge_path.write_bytes(b"not a database" * 100)
    preparation.ensure_base(settings).close()
    assert not is_stale(settings.knowledge_path)


def test_an_older_base_serves_when_the_sources_are_wrong(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    preparation.ensure_base(settings).close()

    def wrong(_: Settings) -> None:
        raise KnowledgeError("calls.yml: aac-3: closes: no date")

    monkeypatch.setattr(preparation, "is_stale", lambda _: True)
    monkeypatch.setattr(preparation, "build_base", wrong)
    preparation.ensure_base(settings).close()
    assert "calls.yml: aac-3: closes: no date" in caplog.messages
    settings.knowledge_path.unlink()
    with pytest.raises(StartFailed, match="no knowledge base"):
        preparation.ensure_base(settings)


class _Training:
    """Stands for the training process."""

    def __init__(self, code: int, said: str) -> None:
        self.code, self.said = code, said

    def __call__(self, command: tuple[str, ...], **streams: Any) -> _Training:
        assert command[-1] == "train"
        streams["stdout"].write(self.said.encode())
        return self

    def wait(self) -> int:
        return self.code

    poll = wait


STARTS_ANOTHER = "sleep 60 & echo $! > {}; wait"


def _number_in(path: Path) -> int:
    for _ in range(200):
        if path.exists() and path.read_text().strip():
            return int(path.read_text())
        time.sleep(0.05)
    raise AssertionError("nothing was started")


def _is_running(number: int) -> bool:
    for _ in range(100):
        state = Path(f"/proc/{number}/stat")
        if not state.exists() or state.read_text().rpartition(")")[2].split()[0] == "Z":
            return False
        time.sleep(0.05)
    return True


def test_a_training_ends_with_what_it_started(tmp_path: Path) -> None:
    command = ["sh", "-c", STARTS_ANOTHER.format(tmp_path / "number")]
    training = subprocess.Popen(command, start_new_session=True)
    started = _number_in(tmp_path / "number")
    preparation.end_training(training)
    assert training.wait() == -signal.SIGTERM
    assert not _is_running(started)
    preparation.end_training(training)


def test_no_training_outlives_a_program_that_is_stopped(settings: Settings, tmp_path: Path) -> None:
    code = (
        "import sys; from api import preparation; from knowledge.settings import Settings\n"
        "preparation.TRAIN = ('sh', '-c', sys.argv[1]); preparation._train(Settings(), lambda _: None)"
    )
    command = [sys.executable, "-c", code, STARTS_ANOTHER.format(tmp_path / "number")]
    program = subprocess.Popen(command, cwd=ROOT)
    started = _number_in(tmp_path / "number")
    program.terminate()
    assert program.wait(20) == -signal.SIGTERM
    assert not _is_running(started)


def test_the_model_is_trained_in_a_process_of_its_own(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(subprocess, "Popen", _Training(0, ""))
    seen: list[object] = []
    with caplog.at_level(logging.INFO, "greffier"):
        preparation.ensure_model(settings, seen.append)
    assert len(seen) == 1
    assert caplog.messages[-1].startswith("model: trained (")


def test_a_failed_training_gives_its_reason(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subprocess, "Popen", _Training(1, "bars\ngreffier: the disk is full: x\nmore"))
    with pytest.raises(StartFailed, match="^the model could not be trained: the disk is full: x$"):
        preparation.ensure_model(settings)
    monkeypatch.setattr(subprocess, "Popen", _Training(-9, ""))
    with pytest.raises(StartFailed, match=r"see .*training\.log"):
        preparation.ensure_model(settings)


def test_an_assistant_without_a_model_is_one_line(settings: Settings) -> None:
    with pytest.raises(StartFailed, match="no model at .*: run « greffier train »"):
        preparation.load_assistant(settings)
    path = model_path(settings)
    path.parent.mkdir(parents=True)
    path.write_bytes(b"damaged")
    with pytest.raises(StartFailed, match="^the assistant cannot start: ") as failed:
        preparation.load_assistant(settings)
    assert "\n" not in str(failed.value)


def test_damaged_conversations_are_one_line(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    def damaged(_: Settings) -> None:
        raise DatabaseError("select", {}, Exception("file is not a database"))

    monkeypatch.setattr("bot.assistant.Assistant", damaged)
    with pytest.raises(StartFailed, match=r"file is not a database\): move .*conversations\.sqlite3 away"):
        preparation.load_assistant(settings)
    elsewhere = settings.model_copy(update={"database_url": "postgresql://host/base"})
    with pytest.raises(StartFailed, match="see GREFFIER_DATABASE_URL$"):
        preparation.load_assistant(elsewhere)


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
    with caplog.at_level(logging.INFO, "greffier"), pytest.raises(typer.Exit) as stop:
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
