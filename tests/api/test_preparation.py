"""What is made before a question can be answered, and what is left when that is interrupted."""

from __future__ import annotations

import logging
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.exc import DatabaseError

from api import preparation
from api.preparation import StartFailed
from bot.training import model_path
from knowledge.build import is_stale
from knowledge.errors import KnowledgeError
from knowledge.settings import ROOT, Settings
from tests.processes import is_running, silent_service


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    monkeypatch.setenv("GREFFIER_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("GREFFIER_EMBEDDINGS", "off")
    return Settings()


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


def test_a_redis_that_hangs_is_named(settings: Settings) -> None:
    started = time.monotonic()
    with (
        silent_service() as port,
        pytest.raises(StartFailed, match="GREFFIER_REDIS_URL: Redis does not answer"),
    ):
        preparation.ensure_services(settings.model_copy(update={"redis_url": f"redis://127.0.0.1:{port}"}))
    assert time.monotonic() - started < 10


def test_a_folder_that_cannot_be_written_is_named() -> None:
    with pytest.raises(StartFailed, match=r"^GREFFIER_DATA_DIR: cannot write in /proc/nowhere"):
        preparation.ensure_folder(Settings(data_dir=Path("/proc/nowhere")))


def test_two_workers_that_start_at_once_do_not_disturb_each_other(settings: Settings) -> None:
    def start_often() -> None:
        for _ in range(500):
            preparation.ensure_folder(settings)

    with ThreadPoolExecutor(4) as workers:
        for started in [workers.submit(start_often) for _ in range(4)]:
            started.result()
    assert not list(settings.data_dir.iterdir())


def test_the_base_is_built_when_it_is_missing_then_left(
    settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO, "greffier"):
        preparation.ensure_base(settings).close()
        preparation.ensure_base(settings).close()
    assert caplog.messages[0] == "knowledge base: building (first start)"
    assert caplog.messages[1] == "report cards: 31 put into the base of reports"
    assert caplog.messages[2].startswith("knowledge base: built (")
    assert caplog.messages[3:] == ["knowledge base: up to date"]


def test_a_damaged_base_is_built_again(settings: Settings) -> None:
    settings.knowledge_path.write_bytes(b"not a database" * 100)
    preparation.ensure_base(settings).close()
    assert not is_stale(settings.knowledge_path)


def test_a_base_without_vectors_is_built_again_when_there_are_some(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = settings.knowledge_path
    assert preparation.why_build(path) == "first start"
    monkeypatch.setattr(preparation, "load_embedder", lambda: None)
    preparation.build_base(settings)
    assert preparation.why_build(path) is None
    monkeypatch.setattr(preparation, "load_embedder", object)
    assert preparation.why_build(path) == "made without sentence vectors"
    monkeypatch.setattr(preparation, "has_vectors", lambda _: True)
    assert preparation.why_build(path) is None
    monkeypatch.setattr(preparation, "load_embedder", lambda: None)
    assert preparation.why_build(path) is None, "a base made with them serves without"


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


def test_a_training_ends_with_what_it_started(tmp_path: Path) -> None:
    command = ["sh", "-c", STARTS_ANOTHER.format(tmp_path / "number")]
    training = subprocess.Popen(command, start_new_session=True)
    started = _number_in(tmp_path / "number")
    preparation.end_training(training)
    assert training.wait() == -signal.SIGTERM
    assert not is_running(started)
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
    assert not is_running(started)


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
