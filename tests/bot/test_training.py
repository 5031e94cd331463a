"""When a model is made again, and what happens when that fails."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from bot import training
from bot.training import TrainingFailed, is_stale, model_fingerprint, model_path, span_path, train
from knowledge.settings import ROOT, Settings
from tests.processes import is_running


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(data_dir=tmp_path)


def pretend(monkeypatch: pytest.MonkeyPatch, content: bytes | None) -> None:
    """Stand in for Rasa's training."""

    def rasa_train(*_: Any, output: str, fixed_model_name: str, **__: Any) -> SimpleNamespace:
        print("what Rasa says")  # noqa: T201
        if content is None:
            return SimpleNamespace(model=None)
        made = Path(output) / f"{fixed_model_name}.tar.gz"
        made.write_bytes(content)
        return SimpleNamespace(model=str(made))

    monkeypatch.setattr(training, "LEARN", ("-c", "import sys; open(sys.argv[2], 'w').write('span')"))
    monkeypatch.setattr(training, "load_embedder", lambda: None)
    monkeypatch.setitem(sys.modules, "rasa.model_training", SimpleNamespace(train=rasa_train))


def test_a_model_is_put_in_place(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    assert is_stale(settings)
    pretend(monkeypatch, b"model")
    assert train(settings) == model_path(settings)
    assert model_path(settings).read_bytes() == b"model"
    assert not is_stale(settings)
    assert sorted(p.suffix for p in settings.models_dir.iterdir()) == [".fingerprint", ".gz", ".span"]


def test_it_is_stale_without_the_model_that_finds_questions(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    pretend(monkeypatch, b"model")
    train(settings)
    span_path(settings).unlink()
    assert is_stale(settings)


def test_it_is_stale_when_what_it_is_made_from_changes(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    pretend(monkeypatch, b"model")
    train(settings)
    monkeypatch.setattr(training, "model_fingerprint", lambda: "other")
    assert is_stale(settings)


def test_it_is_stale_when_there_are_sentence_vectors_it_did_not_learn_from(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    pretend(monkeypatch, b"model")
    train(settings)
    assert not is_stale(settings)
    monkeypatch.setattr(training, "load_embedder", object)
    assert is_stale(settings)
    train(settings)
    monkeypatch.setattr(training, "load_embedder", lambda: None)
    assert not is_stale(settings), "a model that learnt from them serves without"


def test_a_failed_training_keeps_the_old_model(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    pretend(monkeypatch, b"old")
    train(settings)
    pretend(monkeypatch, None)
    with pytest.raises(TrainingFailed, match="what Rasa says"):
        train(settings)
    assert model_path(settings).read_bytes() == b"old"


@pytest.mark.parametrize(
    "name",
    ["config.yml", "bot/domain.yml", "bot/topics/calls.yml", "nlu/calls.yml", "nlu/around/french.yml",
     "nlu/weights.py", "nlu/components/intents.py", "knowledge/names.py"],
)  # fmt: skip
def test_what_a_model_is_made_from_changes_its_fingerprint(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for folder in ("bot", "nlu", "knowledge"):
        ignored = shutil.ignore_patterns("evaluation", "sources", "encoder", "*.npz", "__pycache__")
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=ignored)
    shutil.copy(ROOT / "config.yml", tmp_path)
    monkeypatch.setattr(training, "ROOT", tmp_path)
    monkeypatch.setattr(training, "DOMAIN", tmp_path / "bot")
    monkeypatch.setattr(training, "CONFIG", tmp_path / "config.yml")
    before = model_fingerprint()
    assert model_fingerprint() == before
    with (tmp_path / name).open("a") as file:
        file.write("# changed")
    assert model_fingerprint() != before


def test_what_a_killed_training_left_is_removed(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    left, under_way = settings.models_dir / "tmpleft", settings.models_dir / "tmpnow"
    for folder in (left, under_way):
        folder.mkdir(parents=True)
    (left / "span").write_text("half")
    os.utime(left, (0, 0))
    pretend(monkeypatch, b"model")
    train(settings)
    assert not left.exists() and under_way.exists()


STOPPED = """
import sys, time
from pathlib import Path
from types import SimpleNamespace
from bot import training
from knowledge.settings import Settings
beside = "import os, sys, time; open(sys.argv[2] + '.pid', 'w').write(str(os.getpid())); time.sleep(60)"
training.LEARN = ("-c", beside)
training.load_embedder = lambda: None
sys.modules["rasa.model_training"] = SimpleNamespace(train=lambda *_, **__: time.sleep(60))
training.train(Settings(data_dir=Path(sys.argv[1])))
"""


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_what_is_learnt_beside_ends_with_a_training_that_is_stopped(
    settings: Settings, number: signal.Signals
) -> None:
    program = subprocess.Popen(
        [sys.executable, "-c", STOPPED, str(settings.data_dir)], cwd=ROOT, stderr=subprocess.DEVNULL
    )
    beside = _started(settings.models_dir)
    program.send_signal(number)
    assert program.wait(20) == -number
    assert not is_running(beside)


def _started(models: Path) -> int:
    for _ in range(400):
        for path in models.glob("tmp*/span.pid"):
            if said := path.read_text():
                return int(said)
        time.sleep(0.05)
    raise AssertionError("nothing was started")


def test_what_cannot_be_learnt_is_named(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    pretend(monkeypatch, b"model")
    monkeypatch.setattr(training, "LEARN", ("-c", "raise SystemExit('no pieces')"))
    with pytest.raises(TrainingFailed, match="no pieces"):
        train(settings)
    assert is_stale(settings)
